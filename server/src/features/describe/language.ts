import { harmless } from '../../catalog/harmless.ts';
import type { Localized } from '../../catalog/types.ts';

/** The language of explanations. `both` shows the words about a code twice, English first, and labels in English. */
export type DocsLanguage = 'en' | 'ko' | 'both';

/** A label or a short note, which is shown once. */
export function oneOf(text: Localized, language: DocsLanguage): string {
  return language === 'ko' ? text.ko : text.en;
}

/** A text as it stands by itself: in both languages, one below the other, where both are asked for. */
export function textIn(text: Localized, language: DocsLanguage): string {
  return language === 'both' ? `${text.en}\n${text.ko}` : text[language];
}

/** A text of plain words with what others say in it, such as a message: harmless, and one line for each language. */
export function plainIn({ en, ko }: Localized, language: DocsLanguage): string {
  return textIn({ en: harmless(en), ko: harmless(ko) }, language);
}

/** Words about a code in every language asked for. */
export function allOf(text: Localized, language: DocsLanguage): readonly string[] {
  return language === 'both' ? [text.en, text.ko] : [text[language]];
}
