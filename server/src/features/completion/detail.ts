import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Localized } from '../../catalog/types.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';

/** What stands beside a code on offer: its text, and its HTTP status. */
export function codeDetail(code: Code, catalog: Catalog): readonly string[] {
  const http = catalog.httpOf(code);
  const text = catalog.textOf(code);
  return [...(text === code.code ? [] : [text]), ...(http.length > 0 ? [`HTTP ${http.join(' / ')}`] : [])];
}

/** Characters of a hint behind a code that VS Code shows (`editor.inlayHints.maximumLength`), less the arrow before it. */
const LONGEST_GLOSS = 41;

/** What a code means, in one short line. A team's own description may be longer than that: it is cut, and shows so. */
export function glossOf({ gloss, description }: Code, language: DocsLanguage): string {
  if (gloss) return oneOf(gloss, language);
  const first = firstSentence(oneOf(description, language)).replace(/[.:;]$/, '');
  return first.length > LONGEST_GLOSS ? `${shortened(first, LONGEST_GLOSS - 1)}…` : first;
}

/** UTF-16 units that VS Code looks at of what an item is filtered by. */
export const READ_BY_VS_CODE_UNITS = 128;
/** As many of them are kept for each language's words. */
const KOREAN_UNITS = 48;

/**
 * What typing is matched against: a name, then the beginnings of what it means in Korean and in English, then the rest for
 * editors that read on.
 */
export function filterOf(name: string, meaning: Localized, text = ''): string {
  const korean = shortened(firstSentence(meaning.ko), KOREAN_UNITS);
  const english = [...(text === name ? [] : [text]), firstSentence(meaning.en)].filter((piece) => piece !== '');
  const short = `${name} ${korean} ${english.join(' ')}`;
  const room = READ_BY_VS_CODE_UNITS - 1;
  return `${shortened(short, room)} ${meaning.ko} ${text} ${meaning.en}`;
}

function firstSentence(text: string): string {
  return /^.*?[.!?:;](?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** A text that ends with a whole word within so many units. */
function shortened(text: string, units: number): string {
  if (text.length <= units) return text;
  const cut = text.slice(0, units);
  return text[units] === ' ' ? cut : cut.slice(0, Math.max(0, cut.lastIndexOf(' '))) || cut;
}
