import { escapeWord } from './source.ts';

/** Finds where in a text one of these names stands as a word, in text order. */
export function finderOf(names: readonly string[]): (text: string) => readonly { readonly at: number }[] {
  const words = names.filter((name) => /^[\p{L}\p{N}_$]+$/u.test(name)).map(escapeWord);
  if (words.length === 0) return () => [];
  const expression = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return (text) => [...text.matchAll(expression)].map(({ index }) => ({ at: index }));
}
