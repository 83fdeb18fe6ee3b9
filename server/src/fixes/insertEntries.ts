import type { Label, Language } from '../languages/language.ts';
import type { EntryInsertionPoint, ObjectLiteral } from '../model/model.ts';
import type { Edit } from './fix.ts';

/** How the entries of a map are filled in. */
interface Filling {
  readonly placeholder: string;
  readonly language: Language;
  /** The text that the map stands in. */
  readonly text: string;
}

/** What stands behind an entry that is to be filled in. */
const NOTE = 'TODO';

/**
 * Adds entries to a map over codes, one a line, each with its name and a note behind it; a map that stands on one line is
 * broken at its end.
 *
 * @returns undefined where the map cannot hold as many more
 */
export function insertEntries(
  { insertion, entries, span }: ObjectLiteral,
  labels: readonly Label[],
  { placeholder, language: { printer, comment }, text }: Filling,
): Edit | undefined {
  if (!insertion || comment.line === undefined) return undefined;
  if (entries.length + labels.length > (printer?.mostEntries?.(insertion) ?? Number.POSITIVE_INFINITY))
    return undefined;
  const isBroken = insertion.multiline;
  const inner = isBroken ? insertion.indent : insertion.indent + insertion.unit;
  const trail = insertion.trail || (!isBroken && printer?.needsLastComma ? ',' : '');
  const lines = labels.map(({ source, name }, index) => {
    const entry = printer?.mapEntry?.(source, placeholder, insertion) ?? `${source}: ${placeholder}`;
    const said = name === undefined ? NOTE : `${NOTE}: ${name}`;
    return `\n${inner}${entry}${index === labels.length - 1 ? trail : insertion.between}${printer?.beforeComment ?? ' '}${comment.line} ${said}`;
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
