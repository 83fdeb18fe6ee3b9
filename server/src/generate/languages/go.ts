import { pascalCase } from '../casing.ts';
import { commented, inFourOrEight, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { unicode: inFourOrEight });

export const go: Target = {
  id: 'go',
  languageIds: ['go'],
  ending: '.go',
  comment: '//',
  // Every file is in one, which is called by the last word of its path.
  inPackage: (name = 'codes') => `package ${name.slice(name.lastIndexOf('.') + 1)}`,
  write(set) {
    const { name, members, actions } = set;
    const [type, action, message] = [`${name}Code`, `${name}Action`, `${name}Message`];
    return `// ${type} is a code as it goes over the wire.
type ${type} string

const (
${members.map((one) => `\t// ${commented(one.message.en)}\n\t${type}${pascalCase(one.words)} ${type} = ${text(one.code)}`).join('\n')}
)

// ${action} is what to do about a code. ${JUDGEMENT}
type ${action} string

const (
${actions.map(({ words, retry, about }) => `\t// ${commented(about)}\n\t${action}${pascalCase(words)} ${action} = ${text(retry)}`).join('\n')}
)

// Action says what to do about a code, and whether it is known.
func (code ${type}) Action() (action ${action}, known bool) {
\tswitch code {
${byAction(set)
  .map(
    ([{ words }, ofIt]) =>
      `\tcase ${ofIt.map((one) => type + pascalCase(one.words)).join(',\n\t\t')}:\n\t\treturn ${action}${pascalCase(words)}, true`,
  )
  .join('\n')}
\tdefault:
\t\treturn "", false
\t}
}

// ${message} has a text in both languages.
type ${message} struct {
\tEnglish string
\tKorean  string
}

// ${message}s has messages by code. ${OUR_WORDS}
var ${message}s = map[${type}]${message}{
${members.map(({ words, message: { en, ko } }) => `\t${type}${pascalCase(words)}: {\n\t\tEnglish: ${text(en)},\n\t\tKorean:  ${text(ko)},\n\t},`).join('\n')}
}
`;
  },
};
