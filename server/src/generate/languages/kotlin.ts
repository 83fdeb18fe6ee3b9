import { upperCase } from '../casing.ts';
import { commented, inFour, quoted } from '../quote.ts';
import { JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { special: '$', unicode: inFour });

export const kotlin: Target = {
  id: 'kotlin',
  languageIds: ['kotlin'],
  ending: '.kt',
  comment: '//',
  inPackage: (name) => (name === undefined ? undefined : `package ${name}`),
  write({ name, members, actions }) {
    const type = `${name}Code`;
    return `enum class ${type}(
    val code: String,
    val action: Action,
    /** ${OUR_WORDS} */
    val english: String,
    val korean: String,
) {
${members
  .map(
    ({ words, code, action, message: { en, ko } }) =>
      `    /** ${commented(en)} */\n    ${upperCase(words)}(\n        ${text(code)},\n        Action.${upperCase(action.words)},\n        ${text(en)},\n        ${text(ko)},\n    )`,
  )
  .join(',\n')};

    /** What to do about a code. ${JUDGEMENT} */
    enum class Action {
${actions.map(({ words, about }) => `        /** ${commented(about)} */\n        ${upperCase(words)}`).join(',\n')}
    }

    companion object {
        /** The code of this text; null for one that is not known. */
        fun of(code: String): ${type}? = values().firstOrNull { it.code == code }
    }
}
`;
  },
};
