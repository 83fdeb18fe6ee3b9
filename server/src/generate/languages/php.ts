import { pascalCase } from '../casing.ts';
import { commented, inBraces, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { special: '$', unicode: inBraces });

/** Enumerations, which there are since PHP 8.1; their `tryFrom` tells which code a text is. */
export const php: Target = {
  id: 'php',
  languageIds: ['php'],
  ending: '.php',
  comment: '//',
  opening: '<?php',
  inPackage: (name) => (name === undefined ? undefined : `namespace ${name.replaceAll('.', '\\')};`),
  write(set) {
    const { name, members, actions } = set;
    const [type, action] = [`${name}Code`, `${name}Action`];
    return `/** What to do about a code. ${JUDGEMENT} */
enum ${action}: string
{
${actions.map(({ words, retry }) => `    case ${pascalCase(words)} = ${text(retry)};`).join('\n')}
}

enum ${type}: string
{
${members.map((one) => `    /** ${commented(one.message.en)} */\n    case ${pascalCase(one.words)} = ${text(one.code)};`).join('\n')}

    public function action(): ${action}
    {
        return match ($this) {
${byAction(set)
  .map(
    ([{ words }, ofIt]) =>
      `${ofIt.map((one) => `            self::${pascalCase(one.words)}`).join(',\n')} => ${action}::${pascalCase(words)},`,
  )
  .join('\n')}
            default => throw new \\LogicException($this->value),
        };
    }

    /**
     * ${OUR_WORDS}
     *
     * @return array{en: string, ko: string}
     */
    public function message(): array
    {
        return match ($this) {
${members.map(({ words, message: { en, ko } }) => `            self::${pascalCase(words)} => [\n                'en' => ${text(en)},\n                'ko' => ${text(ko)},\n            ],`).join('\n')}
            default => throw new \\LogicException($this->value),
        };
    }
}
`;
  },
};
