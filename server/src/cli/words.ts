import { nearestName } from '../catalog/nearestName.ts';
import type { DocsLanguage } from '../features/describe/describe.ts';
import { Failure } from '../node/failure.ts';

/** Of all commands that show texts; `--language` is another name. */
export const LANGUAGE_OPTIONS = { lang: { type: 'string', short: 'l' }, language: { type: 'string' } } as const;

const LANGUAGES: readonly DocsLanguage[] = ['en', 'ko', 'both'];

/** The language that somebody wants texts in: English where nobody says. @throws Failure for one that there is not */
export function languageOf({ lang, language }: { readonly lang?: string; readonly language?: string }): DocsLanguage {
  const wanted = lang ?? language ?? 'en';
  const found = LANGUAGES.find((one) => one === wanted);
  if (!found) throw unknownWord('--lang', wanted, LANGUAGES);
  return found;
}

/** Names to choose from, as a complaint lists them. @param names at least one */
export function anyOf(names: Iterable<string>): string {
  const list = [...names];
  const last = list.pop() ?? '';
  return list.length === 0 ? last : `${list.join(', ')} or ${last}`;
}

/** What to say of a word that an option does not know. */
export function unknownWord(option: string, value: string, words: readonly string[]): Failure {
  const meant = nearestName(value, words);
  return new Failure(
    `${option} "${value}": use ${anyOf(words)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  );
}
