import { countBelow } from '../model/countBelow.ts';
import type { Lines } from '../model/lines.ts';
import type { Comment, Span } from '../model/model.ts';

/** A comment that silences rules. */
export interface Suppression {
  /** What it speaks of; `none` for a form that there is not: `thinq-nugu-ignore unknown-code`. */
  readonly scope: 'line' | 'next-line' | 'file' | 'none';
  /** The rules that it names, with where their names stand; empty means every rule. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** 0-based lines that comments of these forms would speak of there; `line` only where there is code on it. */
  readonly lines: { readonly line?: number; readonly 'next-line': number };
  /** The form as it is written, up to the rules: `thinq-nugu-ignore-next-line`. */
  readonly form: Span & { readonly text: string };
  /** What to delete to be rid of the comment; none where that would delete more than it. */
  readonly removal?: Span;
  /** Somebody wrote why: `-- reason`. */
  readonly hasReason: boolean;
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
  /** What has silenced nothing so far. */
  unused(): readonly Unused[];
  /** Whether a comment would silence something if it named a rule. */
  wouldSilence(suppression: Suppression, rule: string): boolean;
}

/** A comment that silences nothing, or not all that it names. */
export interface Unused {
  readonly suppression: Suppression;
  /** Those of its rules that were in vain. */
  readonly rules: Suppression['rules'];
  /** The form in which it would silence something there. */
  readonly meant?: 'line' | 'next-line';
}

/** What every comment holds that silences rules. */
export const SILENCES = /thinq-nugu-ignore/;

/** `thinq-nugu-ignore-next-line`, and other words: `thinq-nugu-ignore`, `thinq-nugu-ignore:`, `thinq-nugu-ignore-all` */
const DIRECTIVE = /thinq-nugu-ignore(?:-(next-line|line|file)(?![\w-]):?|[\w-]*:?)([^\n]*)/;

/**
 * Reads `thinq-nugu-ignore-next-line rule-id -- reason`, `thinq-nugu-ignore-line …` and `thinq-nugu-ignore-file …` out
 * of comments. Several rule ids are set apart by commas or blanks. The next line is the first behind the comment that
 * holds more than comments. Another form counts as one that silences nothing where the comment begins with it.
 */
export function createSuppressions(text: string, comments: readonly Comment[], lines: Lines): Suppressions {
  const spans = comments.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const codeLineFrom = createCodeLines(text, spans, lines);
  const found = spans.flatMap((comment): Suppression[] => {
    const match = DIRECTIVE.exec(text.slice(comment.start, comment.end));
    if (!match) return [];
    const [whole, scope = 'none', rest = ''] = match;
    const start = comment.start + match.index;
    if (scope === 'none' && saysMore(comment, start, text)) return [];
    const [named = ''] = rest.split(/\s--/);
    const restStart = start + whole.length - rest.length;
    const rules = [...named.matchAll(/[a-z][a-z-]*[a-z]/g)].map(({ 0: id, index }) => ({
      id,
      span: { start: restStart + index, end: restStart + index + id.length },
    }));
    const removal = removalOf(comment, start, text);
    const own = lines.lineOf(comment.start);
    return [
      {
        scope: scope as Suppression['scope'],
        rules,
        lines: {
          ...(codeLineFrom(own) === own && { line: own }),
          'next-line': codeLineFrom(lines.lineOf(Math.max(comment.start, comment.end - 1)) + 1),
        },
        form: { start, end: restStart, text: text.slice(start, restStart) },
        ...(removal && { removal }),
        hasReason: /\s--\s*\w/u.test(rest),
        span: { start, end: rules.at(-1)?.span.end ?? restStart },
      },
    ];
  });
  const used = new Map<Suppression, Set<string>>(found.map((suppression) => [suppression, new Set()]));
  const asked: { readonly rule: string; readonly line: number }[] = [];
  const names = ({ rules }: Suppression, rule: string): boolean =>
    rules.length === 0 || rules.some(({ id }) => id === rule);
  const meantBy = (suppression: Suppression): Unused['meant'] => {
    const { scope, lines: targets } = suppression;
    const form = targets.line === undefined ? 'next-line' : 'line';
    const isFound = asked.some(({ rule, line }) => line === targets[form] && names(suppression, rule));
    return scope !== 'file' && scope !== form && isFound ? form : undefined;
  };
  return {
    isEmpty: found.length === 0,
    silence(rule, line, byNameOnly = false) {
      let silenced = false;
      if (!byNameOnly && found.length > 0) asked.push({ rule, line });
      for (const [suppression, ids] of used) {
        const { scope, rules, lines: targets } = suppression;
        const speaks = names(suppression, rule) && !(byNameOnly && rules.length === 0);
        if (!speaks || scope === 'none' || (scope !== 'file' && targets[scope] !== line)) continue;
        ids.add(rule);
        silenced = true;
      }
      return silenced;
    },
    wouldSilence: ({ scope, lines: targets }, wanted) =>
      scope !== 'none' &&
      asked.some(({ rule, line }) => rule === wanted && (scope === 'file' || line === targets[scope])),
    unused: () =>
      found.flatMap((suppression) => {
        const ids = used.get(suppression);
        const rules = suppression.rules.filter(({ id }) => !ids?.has(id));
        const isUsed = suppression.rules.length === 0 ? ids !== undefined && ids.size > 0 : rules.length === 0;
        const meant = ids?.size === 0 ? meantBy(suppression) : undefined;
        return isUsed ? [] : [{ suppression, rules, ...(meant && { meant }) }];
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
  return countBelow(spans.length, (index) => (spans[index]?.end ?? 0) <= offset);
}

/** What to delete to be rid of a comment: its line, or what stands on it. Nothing where it says anything else. */
function removalOf(comment: Span, directive: number, text: string): Span | undefined {
  let end = comment.end;
  while (/[\r\n]/.test(text[end - 1] ?? '')) end--;
  const own = text.slice(comment.start, end);
  if (/[\r\n]/.test(own) || saysMore(comment, directive, text)) return undefined;
  const blanksBefore = /[ \t]*$/.exec(text.slice(Math.max(0, comment.start - 500), comment.start))?.[0].length ?? 0;
  const start = comment.start - blanksBefore;
  const isAlone = start === 0 || /[\r\n]/.test(text[start - 1] ?? '');
  const lineEnd = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(end, end + 500))?.[0];
  if (isAlone && lineEnd !== undefined) return { start, end: end + lineEnd.length };
  // Between code on both sides a blank must stay.
  return lineEnd === undefined ? { start: comment.start, end } : { start, end };
}

/** Whether a comment has words before the one at an offset. */
function saysMore(comment: Span, directive: number, text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(comment.start, directive));
}
