import type { Language } from '../languages/language.ts';
import type { EntryInsertionPoint, ObjectLiteral } from '../model/model.ts';
import type { Edit } from './fix.ts';

/** An entry of a map. */
export interface EntryLine {
  readonly source: string;
  /** What a comment behind it says. */
  readonly said?: string;
}

/**
 * Adds entries to a map, one a line, each with what is said of it; a map that stands on one line is broken at its end.
 *
 * @param text the one that the map stands in
 * @returns undefined where the map cannot hold as many more
 */
export function insertEntries(
  { insertion, entries, span }: ObjectLiteral,
  added: readonly EntryLine[],
  { printer, comment }: Language,
  text: string,
): Edit | undefined {
  if (!insertion) return undefined;
  if (entries.length + added.length > (printer?.mostEntries?.(insertion) ?? Number.POSITIVE_INFINITY)) return undefined;
  const isBroken = insertion.multiline;
  const inner = isBroken ? insertion.indent : insertion.indent + insertion.unit;
  const trail = insertion.trail || (!isBroken && printer?.needsLastComma ? ',' : '');
  const lines = added.map(({ source, said }, index) => {
    const mark = index === added.length - 1 ? trail : insertion.between;
    return `\n${inner}${source}${mark}${said === undefined ? '' : `${printer?.beforeComment ?? ' '}${comment.line} ${said}`}`;
  });
  const outer = isBroken && inner.endsWith(insertion.unit) ? inner.slice(insertion.unit.length) : insertion.indent;
  // What stands behind the last entry on its line must not end up in a comment.
  const rest = /^[^\r\n]*/.exec(text.slice(insertion.behindComment ?? insertion.offset, span.end))?.[0] ?? '';
  const end = isBroken && rest.trim() === '' ? '' : `\n${outer}`;
  const blanks = /^[ \t]*/.exec(end === '' ? '' : rest)?.[0].length ?? 0;
  const edit = behindEntries(insertion, lines.join('') + end, text);
  return { ...edit, span: { ...edit.span, end: edit.span.end + blanks } };
}

/** Inserts text behind the last entry of an object, and behind its comment; the comma goes before that. */
export function behindEntries(insertion: EntryInsertionPoint, inserted: string, text: string): Edit {
  const { offset, lead, behindComment = offset } = insertion;
  return { span: { start: offset, end: behindComment }, text: lead + text.slice(offset, behindComment) + inserted };
}
