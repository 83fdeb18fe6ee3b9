import type { Localized } from '../catalog/types.ts';
import type { Language } from '../languages/language.ts';

/** UTF-16 units of a text in which a NUL is looked for. */
const SNIFFED_UNITS = 8000;

/** Why a text is not even looked into. @returns undefined for one that is */
export function whyUnread(text: string, language: Language): Localized | undefined {
  if (text.length > language.limit) return tooLong(text.length, language);
  // A NUL stands in no source text; what holds one is a binary file under a text file's name.
  return text.slice(0, SNIFFED_UNITS).includes('\0') ? BINARY : undefined;
}

const BINARY: Localized = { en: 'Not checked: this is a binary file.', ko: '검사하지 않음: 바이너리 파일입니다.' };

/** Why a text that a reader has given up on has no model. */
export const TANGLED: Localized = {
  en: 'Not checked: nested too deeply, or with too many lines or errors for its language, to be read in time.',
  ko: '검사하지 않음: 너무 깊이 중첩되었거나 줄 또는 오류가 너무 많아 제때 읽을 수 없습니다.',
};

function tooLong(length: number, language: Language): Localized {
  const mega = (units: number): string => (units / 1_000_000).toFixed(1);
  return {
    en: `Not checked: ${mega(length)} million characters; the limit is ${mega(language.limit)} million.`,
    ko: `검사하지 않음: ${mega(length)}백만 자로, 한도 ${mega(language.limit)}백만 자를 넘습니다.`,
  };
}
