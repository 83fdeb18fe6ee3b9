import { camelCase } from '../casing.ts';
import { commented, inBraces, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { unicode: inBraces });

/** The initializer `init?(rawValue:)` tells which code a text is. */
export const swift: Target = {
  id: 'swift',
  languageIds: ['swift'],
  ending: '.swift',
  comment: '//',
  write(set) {
    const { name, members, actions } = set;
    return `public enum ${name}Code: String, CaseIterable {
${members.map((one) => `    /// ${commented(one.message.en)}\n    case ${camelCase(one.words)} = ${text(one.code)}`).join('\n')}

    /// What to do about a code. ${JUDGEMENT}
    public enum Action: String {
${actions.map(({ words, retry, about }) => `        /// ${commented(about)}\n        case ${camelCase(words)} = ${text(retry)}`).join('\n')}
    }

    public var action: Action {
        switch self {
${byAction(set)
  .map(
    ([{ words }, ofIt]) =>
      `        case ${ofIt.map((one) => `.${camelCase(one.words)}`).join(',\n            ')}:\n            return .${camelCase(words)}`,
  )
  .join('\n')}
        }
    }

    /// ${OUR_WORDS}
    public var message: (english: String, korean: String) {
        switch self {
${members.map(({ words, message: { en, ko } }) => `        case .${camelCase(words)}:\n            return (\n                ${text(en)},\n                ${text(ko)}\n            )`).join('\n')}
        }
    }
}
`;
  },
};
