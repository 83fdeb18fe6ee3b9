import type { DocsLanguage } from '../features/describe.ts';

const LANGUAGES: readonly string[] = ['en', 'ko', 'both'] satisfies readonly DocsLanguage[];

/** Whether a word is a language that texts can be had in. */
export function isLanguage(word: string): word is DocsLanguage {
  return LANGUAGES.includes(word);
}

/** Names to choose from, as a complaint lists them. @param names at least one */
export function anyOf(names: Iterable<string>): string {
  const list = [...names];
  const last = list.pop() ?? '';
  return list.length === 0 ? last : `${list.join(', ')} or ${last}`;
}
