import type { Localized } from '../catalog/types.ts';

/** What a line of the Problems panel shows, in characters. Nothing after the first sentence may be needed to see what is wrong. */
export const LONGEST_FIRST_SENTENCE = 120;

/**
 * A first sentence with as many names in it as fit, in both languages the same ones.
 *
 * @param names what may be named, the most important first; one is named at least
 * @param count how many there are, of which others may have no name here
 * @param write makes the sentence, and is told whether some are left out
 */
export function naming(
  names: readonly Localized[],
  count: number,
  write: (list: Localized, isPart: boolean) => Localized,
): Localized {
  const sentence = write(listed(names), names.length < count);
  const fits = Math.max(sentence.en.length, sentence.ko.length) <= LONGEST_FIRST_SENTENCE;
  return fits || names.length <= 1 ? sentence : naming(names.slice(0, -1), count, write);
}

/** Names one after the other, as people list them: `a, b and c`. */
function listed(names: readonly Localized[]): Localized {
  const english = names.map(({ en }) => en);
  const rest = english.slice(0, -1).join(', ');
  return {
    en: [...(rest === '' ? [] : [rest]), ...english.slice(-1)].join(' and '),
    ko: names.map(({ ko }) => ko).join(', '),
  };
}

/** A code in both languages, which is the same. @param text what a vendor says with it */
export function codeName(code: string, text?: string): Localized {
  const name = `\`${code}\``;
  return text === undefined ? { en: name, ko: name } : { en: `${name} (${text})`, ko: `${name}(${text})` };
}

/** The first of some names, and how many more there are: `1101, 1102 (+3)`. */
export function firstOf(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return `${names.slice(0, most).join(', ')}${rest > 0 ? ` (+${rest})` : ''}`;
}

/** Names as code, one after the other. */
export function asCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
