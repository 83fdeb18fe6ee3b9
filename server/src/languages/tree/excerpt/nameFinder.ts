import { escapeRegExp } from '../../../model/escapeRegExp.ts';

/** Names beyond which an expression that tries one after the other takes longer than looking each word up. */
const MANY_NAMES = 50;

/** Finds where in a text one of these names stands as a word, in text order. */
export function finderOf(names: readonly string[]): (text: string) => readonly { readonly at: number }[] {
  const words = names.filter((name) => /^[\p{L}\p{N}_$]+$/u.test(name));
  if (words.length === 0) return () => [];
  if (words.length > MANY_NAMES) return lookUp(new Set(words.map((word) => word.replaceAll('$', ''))));
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${words.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}_])`,
    'gu',
  );
  return (text) => [...text.matchAll(expression)].map(({ index }) => ({ at: index }));
}

/** The sign that begins names in some languages is no part of the words: a name too many does no harm. */
function lookUp(words: ReadonlySet<string>): ReturnType<typeof finderOf> {
  return (text) =>
    [...text.matchAll(/[\p{L}\p{N}_]+/gu)].flatMap(({ 0: word, index }) => (words.has(word) ? [{ at: index }] : []));
}
