import type { AnswerStyle } from '../features/nuguAnswer.ts';

/** The languages in which an answer for NUGU is written, for people. */
export const ANSWER_LANGUAGES = 'JSON, YAML, HTTP, Markdown, JavaScript, TypeScript, Python';

const DATA: ReadonlySet<string> = new Set(['json', 'jsonc', 'yaml', 'http', 'markdown']);
const SCRIPTS: ReadonlySet<string> = new Set([
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'vue',
  'svelte',
]);

/** How answers look in a document. @param languageId as editors call it @param text whose quotes are followed @returns undefined where none is written */
export function answerStyle(languageId: string, text: string): AnswerStyle | undefined {
  if (DATA.has(languageId)) return { quote: '"', keys: 'quoted' };
  const count = (quote: string): number => text.split(quote).length;
  const prefersSingle = count("'") > count('"');
  if (SCRIPTS.has(languageId)) {
    const quote = prefersSingle || count("'") === count('"') ? "'" : '"';
    return { quote, keys: 'bare', names: { requestId: 'requestId', device: 'device' } };
  }
  if (languageId !== 'python') return undefined;
  return { quote: prefersSingle ? "'" : '"', keys: 'quoted', names: { requestId: 'request_id', device: 'device' } };
}
