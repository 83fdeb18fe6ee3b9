import type { Language } from '../languages/language.ts';
import type { EmbeddedText } from '../model/model.ts';
import type { Edit, Fix } from './fix.ts';

/** What writes the data that stands in texts of a language: JSON. */
export function dataLanguage(language: Language): Language {
  return {
    ...language,
    isProgram: false,
    quote: '"',
    comment: {},
    printer: { string: (text) => JSON.stringify(text) },
  };
}

/**
 * Fixes for data in a text of the file, written as that text asks for it. None where that cannot be done for sure.
 *
 * @param text what they change
 */
export function embeddedFixes(fixes: readonly Fix[], inner: EmbeddedText, text: string): readonly Fix[] {
  return fixes.flatMap((fix): readonly Fix[] => {
    const edits = fix.edits.flatMap((edit) => writtenInto(edit, inner, text) ?? []);
    return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
  });
}

function writtenInto(edit: Edit, { span, writes }: EmbeddedText, text: string): Edit | undefined {
  const { text: written, stops = [] } = edit;
  const isInside = span.start <= edit.span.start && edit.span.end <= span.end;
  // Nothing that may be an escape, or the end of a text, already.
  if (!isInside || writes === 'nothing' || /[\\'`$]/.test(written)) return undefined;
  switch (writes) {
    case 'plain':
      return edit;
    case 'a line':
      return written.includes('\n') ? undefined : edit;
    case 'escaped': {
      const replaced = text.slice(edit.span.start, edit.span.end).replace(/\\./g, '');
      if (/["\n\r]/.test(replaced)) return undefined;
      const lengthOf = (end: number): number => escaped(written.slice(0, end)).length;
      return {
        ...edit,
        text: escaped(written),
        ...(stops.length > 0 && {
          stops: stops.map((stop) => ({ ...stop, start: lengthOf(stop.start), end: lengthOf(stop.end) })),
        }),
      };
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
