import { particle } from './korean.ts';
import type { Localized } from './types.ts';

/** What a line of the Problems panel shows, in characters. Nothing after the first sentence may be needed to see what is wrong. */
export const LONGEST_FIRST_SENTENCE = 120;

/** No code is longer, so whatever is may lose its end. */
const LONGEST_QUOTE = 60;

/** Names one after the other, as people list them: `a, b and c`, in Korean `a, b, c`. */
export function listed(names: readonly Localized[], conjunction: 'and' | 'or' = 'and'): Localized {
  const english = names.map(({ en }) => en);
  const before = english.slice(0, -1).join(', ');
  return {
    en: [...(before === '' ? [] : [before]), ...english.slice(-1)].join(` ${conjunction} `),
    ko: names.map(({ ko }) => ko).join(', '),
  };
}

/** A code or another name in both languages, which is the same. @param text what a vendor says with it, or what it stands for */
export function codeName(name: string, text?: string): Localized {
  const shown = `\`${shortened(name)}\``;
  return text === undefined ? { en: shown, ko: shown } : { en: `${shown} (${text})`, ko: `${shown}(${text})` };
}

/** What a program says, in as many characters as a sentence has room for. */
export function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}

/** Asks about names that may have been meant, behind another sentence; empty where there are none. */
export function didYouMean(names: readonly string[]): Localized {
  if (names.length === 0) return { en: '', ko: '' };
  const list = listed(
    names.map((name) => codeName(name)),
    'or',
  );
  const choice = names.length > 1 ? `${list.ko} 중 하나를` : `${list.ko}${particle(list.ko, '을/를')}`;
  return { en: ` Did you mean ${list.en}?`, ko: ` ${choice} 쓰려고 했나요?` };
}

/**
 * A first sentence with as many names in it as fit, in both languages the same ones.
 *
 * @param names what may be named, the most important first; one is named at least
 * @param count how many there are, of which others may have no name here
 * @param write makes the sentence with some names, and is told how many others there are
 */
export function naming(
  names: readonly Localized[],
  count: number,
  write: (shown: readonly Localized[], rest: number) => Localized,
): Localized {
  const sentence = write(names, count - names.length);
  const fits = Math.max(sentence.en.length, sentence.ko.length) <= LONGEST_FIRST_SENTENCE;
  return fits || names.length <= 1 ? sentence : naming(names.slice(0, -1), count, write);
}
