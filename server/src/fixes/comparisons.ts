import { tidiesText } from '../knowledge/functions.ts';
import type { Language } from '../languages/language.ts';
import type { Mention, Span } from '../model/model.ts';
import { isApart } from './apart.ts';
import type { Edit } from './fix.ts';
import { renamedLast } from './values.ts';

/** What a comparison is to become. */
interface Wanted {
  /** Name of the member that is compared, and of the one that shall be. */
  readonly name: string;
  readonly sibling: string;
  /** What that shall be compared with; one of several is enough. */
  readonly texts: readonly string[];
}

/** What stands between the two sides of a comparison, and behind the second: `==`, `.equals(` `)`. */
const BETWEEN = /^\s*(?:[=!]==?|\.\w+\()\s*$/;

/**
 * Makes a comparison with a sibling of what a mention is compared with; one with several texts becomes several, in
 * brackets. @returns undefined where the text is looked for within another, or the parts cannot be told
 */
export function comparedWith(
  { place: { counterpart, inText }, outer }: Mention,
  { name, sibling, texts }: Wanted,
  { printer }: Language,
  text: string,
): readonly Edit[] | undefined {
  if (!counterpart || !printer || inText) return undefined;
  const subject = text.slice(counterpart.start, counterpart.end);
  const renamed = renamedLast(subject, name, sibling);
  if (!renamed || printer.isNoCode?.(renamed.name)) return undefined;
  // A code has no case and no blanks: `err.message.toLowerCase()`.
  const rest = subject.slice(renamed.at + name.length);
  const tidied = /^\??\.(\w+)\(\)$/.exec(rest)?.[1];
  const owner = subject.slice(0, renamed.at) + renamed.name + (tidied && tidiesText(tidied) ? '' : rest);
  const quote = text[outer.end - 1] ?? '"';
  const [first, ...others] = texts.map((one) => printer.string(one, quote));
  if (first === undefined) return undefined;
  if (others.length === 0) {
    return [
      { span: counterpart, text: owner },
      { span: outer, text: first },
    ];
  }
  const whole = wholeOf(counterpart, outer, text);
  if (!whole) return undefined;
  const piece = (literal: string): string => {
    const [left, right] = outer.start < counterpart.start ? [literal, owner] : [owner, literal];
    return left + whole.between + right + whole.behind;
  };
  const differs = whole.between.trim().startsWith('!');
  const word = differs ? (printer.and ?? '&&') : (printer.or ?? '||');
  const joined = [first, ...others].map(piece).join(` ${word} `);
  return [{ span: whole.span, text: isApart(text, whole.span) ? joined : `(${joined})` }];
}

/** A comparison as a whole, with what stands between its sides and behind them. */
function wholeOf(
  a: Span,
  b: Span,
  text: string,
): { readonly span: Span; readonly between: string; readonly behind: string } | undefined {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, second.start);
  if (!BETWEEN.test(between)) return undefined;
  const behind = between.includes('(') ? (/^\s*\)/.exec(text.slice(second.end, second.end + 20))?.[0] ?? '') : '';
  return { span: { start: first.start, end: second.end + behind.length }, between, behind };
}
