import { camelCase } from '../casing.ts';
import { commented, inBraces, quoted } from '../quote.ts';
import { JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { special: '$', unicode: inBraces });

/** Enumerations with fields, which there are since Dart 2.17. */
export const dart: Target = {
  id: 'dart',
  languageIds: ['dart'],
  ending: '.dart',
  comment: '//',
  write({ name, members, actions }) {
    const [type, action] = [`${name}Code`, `${name}Action`];
    return `/// What to do about a code. ${JUDGEMENT}
enum ${action} {
${actions.map(({ words, about }) => `  /// ${commented(about)}\n  ${camelCase(words)},`).join('\n')}
}

enum ${type} {
${members
  .map(
    ({ words, code, action: { words: done }, message: { en, ko } }) =>
      `  /// ${commented(en)}\n  ${camelCase(words)}(\n    ${text(code)},\n    ${action}.${camelCase(done)},\n    ${text(en)},\n    ${text(ko)},\n  )`,
  )
  .join(',\n')};

  const ${type}(this.code, this.action, this.english, this.korean);

  final String code;
  final ${action} action;

  /// ${OUR_WORDS}
  final String english;
  final String korean;

  /// The code of this text; null for one that is not known.
  static ${type}? of(String code) {
    for (final one in values) {
      if (one.code == code) return one;
    }
    return null;
  }
}
`;
  },
};
