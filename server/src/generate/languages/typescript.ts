import { pascalCase } from '../casing.ts';
import { commented, inFour, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { unicode: inFour });

/** An object with a type of the same name, not an `enum`, which programs that only have their types taken away cannot hold. */
export const typescript: Target = {
  id: 'typescript',
  languageIds: ['typescript', 'typescriptreact'],
  ending: '.ts',
  comment: '//',
  write(set) {
    const { name, words, members } = set;
    const [type, action] = [`${name}Code`, `${name}Action`];
    return `export const ${type} = {
${members.map((one) => `  /** ${commented(one.message.en)} */\n  ${pascalCase(one.words)}: ${text(one.code)},`).join('\n')}
} as const;
export type ${type} = (typeof ${type})[keyof typeof ${type}];

export type ${action} = ${set.actions.map(({ retry }) => text(retry)).join(' | ')};

/** What to do about a code; undefined for one that is not known. ${JUDGEMENT} */
export function ${words.join('')}ActionOf(code: string): ${action} | undefined {
  switch (code) {
${byAction(set)
  .map(
    ([{ retry }, ofIt]) =>
      `${ofIt.map((one) => `    case ${type}.${pascalCase(one.words)}:\n`).join('')}      return ${text(retry)};`,
  )
  .join('\n')}
    default:
      return undefined;
  }
}

/** ${OUR_WORDS} */
export const ${words.join('')}Messages: Readonly<Record<${type}, { readonly en: string; readonly ko: string }>> = {
${members.map(({ words, message: { en, ko } }) => `  [${type}.${pascalCase(words)}]: {\n    en: ${text(en)},\n    ko: ${text(ko)},\n  },`).join('\n')}
};
`;
  },
};
