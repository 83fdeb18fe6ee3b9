import { escapeWord } from './source.ts';

/** Asks whether one of these names stands in a text as a word. */
export function mentioning(names: readonly string[]): (text: string) => boolean {
  const words = names.filter((name) => /^[\p{L}\p{N}_$]+$/u.test(name)).map(escapeWord);
  if (words.length === 0) return () => false;
  const expression = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join('|')})(?![\\p{L}\\p{N}_])`, 'u');
  return (text) => expression.test(text);
}
