import type { Lines } from '../model/lines.ts';
import type { Comment, Span } from '../model/model.ts';

/** A comment that silences rules. */
export interface Suppression {
  readonly scope: 'next-line' | 'file';
  /** The rules that it names, with where their names stand; empty means every rule. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** 0-based line that a `next-line` comment speaks of. */
  readonly line: number;
  /** What to delete to be rid of the comment; none where that would delete more than it. */
  readonly removal?: Span;
  /** The words that make it one, without the marks of the comment and the reason. */
  readonly span: Span;
}

/** The comments of a text that silence rules, and what has come of them. */
export interface Suppressions {
  readonly isEmpty: boolean;
  /**
   * Whether a finding of a rule on a 0-based line is silenced; the comments that do so count as used.
   *
   * @param byNameOnly comments that name no rule do not count
   */
  silence(rule: string, line: number, byNameOnly?: boolean): boolean;
  /** What has silenced nothing so far: comments, each with those of its rules that were in vain. */
  unused(): readonly { readonly suppression: Suppression; readonly rules: Suppression['rules'] }[];
}

const DIRECTIVE = /thinq-nugu-ignore-(next-line|file)\b([^\n]*)/;

/**
 * Reads `thinq-nugu-ignore-next-line rule-id -- reason` and `thinq-nugu-ignore-file …` out of comments. Several rule
 * ids are set apart by commas or blanks. A comment speaks of the first line behind it that holds more than comments.
 */
export function createSuppressions(text: string, comments: readonly Comment[], lines: Lines): Suppressions {
  const spans = comments.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const codeLineFrom = createCodeLines(text, spans, lines);
  const found = spans.flatMap((comment): Suppression[] => {
    const match = DIRECTIVE.exec(text.slice(comment.start, comment.end));
    if (!match) return [];
    const [whole, scope, rest = ''] = match;
    const start = comment.start + match.index;
    const [named = ''] = rest.split(/\s--/);
    const restStart = start + whole.length - rest.length;
    const rules = [...named.matchAll(/[a-z][a-z-]*[a-z]/g)].map(({ 0: id, index }) => ({
      id,
      span: { start: restStart + index, end: restStart + index + id.length },
    }));
    const removal = removalOf(comment, start, text);
    return [
      {
        scope: scope as Suppression['scope'],
        rules,
        line: codeLineFrom(lines.lineOf(Math.max(comment.start, comment.end - 1)) + 1),
        ...(removal && { removal }),
        span: { start, end: rules.at(-1)?.span.end ?? restStart },
      },
    ];
  });
  const used = new Map<Suppression, Set<string>>(found.map((suppression) => [suppression, new Set()]));
  return {
    isEmpty: found.length === 0,
    silence(rule, line, byNameOnly = false) {
      let silenced = false;
      for (const [suppression, ids] of used) {
        const { scope, rules, line: target } = suppression;
        const speaks = rules.length === 0 ? !byNameOnly : rules.some(({ id }) => id === rule);
        if (!speaks || (scope === 'next-line' && target !== line)) continue;
        ids.add(rule);
        silenced = true;
      }
      return silenced;
    },
    unused: () =>
      found.flatMap((suppression) => {
        const ids = used.get(suppression);
        const rules = suppression.rules.filter(({ id }) => !ids?.has(id));
        const isUsed = suppression.rules.length === 0 ? ids !== undefined && ids.size > 0 : rules.length === 0;
        return isUsed ? [] : [{ suppression, rules }];
      }),
  };
}

/**
 * Finds, for a 0-based line, the first from there on that holds more than blanks and comments; braces around a comment
 * are nothing more. Beyond the last line where there is none.
 */
function createCodeLines(text: string, comments: readonly Span[], lines: Lines): (line: number) => number {
  const startOf = (line: number): number => (line < lines.count ? lines.startOf(line) : text.length);
  const holdsCode = (line: number): boolean => {
    let at = startOf(line);
    const end = startOf(line + 1);
    let rest = '';
    let index = firstEndingBehind(comments, at);
    const isCommented = (comments[index]?.start ?? end) < end;
    for (; index < comments.length; index++) {
      const { start, end: commentEnd } = comments[index] as Span;
      if (start >= end) break;
      rest += text.slice(at, Math.max(at, start));
      at = Math.max(at, Math.min(end, commentEnd));
    }
    rest += text.slice(at, end);
    return !(isCommented ? /^[\s{}]*$/ : /^\s*$/).test(rest);
  };
  // Hundreds of comments in a row look for the same line.
  const known = new Map<number, number>();
  return (line) => {
    let at = line;
    while (at < lines.count && !known.has(at) && !holdsCode(at)) at++;
    const found = known.get(at) ?? at;
    for (let passed = line; passed < at; passed++) known.set(passed, found);
    return found;
  };
}

/** Index of the first span that ends behind an offset; the spans are in order and do not overlap. */
function firstEndingBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What to delete to be rid of a comment: its line, or what stands on it. Nothing where it says anything else. */
function removalOf(comment: Span, directive: number, text: string): Span | undefined {
  const own = text.slice(comment.start, comment.end).replace(/[\r\n]+$/, '');
  if (/[\r\n]/.test(own) || /[\p{L}\p{N}]/u.test(text.slice(comment.start, directive))) return undefined;
  const end = comment.start + own.length;
  const blanksBefore = /[ \t]*$/.exec(text.slice(Math.max(0, comment.start - 500), comment.start))?.[0].length ?? 0;
  const start = comment.start - blanksBefore;
  const isAlone = start === 0 || /[\r\n]/.test(text[start - 1] ?? '');
  const lineEnd = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(end, end + 500))?.[0];
  if (isAlone && lineEnd !== undefined) return { start, end: end + lineEnd.length };
  // Between code on both sides a blank must stay.
  return lineEnd === undefined ? { start: comment.start, end } : { start, end };
}
