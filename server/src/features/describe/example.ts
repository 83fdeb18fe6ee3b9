import type { Code } from '../../catalog/types.ts';
import { type DocsLanguage, oneOf } from './language.ts';
import { codeSpan } from './markdown.ts';

/** The keys that `errorProperties` must hold beside a NUGU code, with an example; nothing where none is required. */
export function requiredProperties({ code, errorProperties }: Code, language: DocsLanguage): readonly string[] {
  if (errorProperties.length === 0) return [];
  const names = errorProperties.map(({ name }) => codeSpan(name)).join(', ');
  const label = { en: 'Required in `errorProperties`', ko: '`errorProperties`에 필수' };
  const example = {
    resultCode: code,
    errorProperties: Object.fromEntries(errorProperties.map(({ name, sample }) => [name, sample])),
  };
  return [`**${oneOf(label, language)}:** ${names}`, `\`\`\`json\n${JSON.stringify(example, undefined, 2)}\n\`\`\``];
}
