import { pascalCase } from '../casing.ts';
import { commented, inBraces, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { unicode: inBraces });

export const rust: Target = {
  id: 'rust',
  languageIds: ['rust'],
  ending: '.rs',
  comment: '//',
  write(set) {
    const { name, members, actions } = set;
    const [type, action] = [`${name}Code`, `${name}Action`];
    const derived = '#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]';
    return `${derived}
pub enum ${type} {
${members.map(({ words, message }) => `    /// ${commented(message.en)}\n    ${pascalCase(words)},`).join('\n')}
}

/// What to do about a code. ${JUDGEMENT}
${derived}
pub enum ${action} {
${actions.map(({ words, about }) => `    /// ${commented(about)}\n    ${pascalCase(words)},`).join('\n')}
}

impl ${type} {
    /// The code of this text; none for one that is not known.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
${members.map((one) => `            ${text(one.code)} => Some(Self::${pascalCase(one.words)}),`).join('\n')}
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
${members.map((one) => `            Self::${pascalCase(one.words)} => ${text(one.code)},`).join('\n')}
        }
    }

    pub fn action(self) -> ${action} {
        match self {
${byAction(set)
  .map(
    ([{ words }, ofIt]) =>
      `            ${ofIt.map((one) => `Self::${pascalCase(one.words)}`).join('\n            | ')} => ${action}::${pascalCase(words)},`,
  )
  .join('\n')}
        }
    }

    /// ${OUR_WORDS}
    pub fn message(self, in_korean: bool) -> &'static str {
        let (english, korean) = match self {
${members.map(({ words, message: { en, ko } }) => `            Self::${pascalCase(words)} => (\n                ${text(en)},\n                ${text(ko)},\n            ),`).join('\n')}
        };
        if in_korean {
            korean
        } else {
            english
        }
    }
}
`;
  },
};
