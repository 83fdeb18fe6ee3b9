import { upperCase } from '../casing.ts';
import { commented, inFour, quoted } from '../quote.ts';
import { indented, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { unicode: inFour });
/** Java reads `\u` also in comments, where what follows would have to be a character's number. */
const comment = (value: string): string => commented(value.replaceAll('\\', '/'));

export const java: Target = {
  id: 'java',
  languageIds: ['java'],
  ending: '.java',
  comment: '//',
  inPackage: (name) => (name === undefined ? undefined : `package ${name};`),
  write({ name, members, actions }) {
    const type = `${name}Code`;
    return `public enum ${type} {
${members
  .map(
    ({ words, code, action, message: { en, ko } }) =>
      `  /** ${comment(en)} */\n  ${upperCase(words)}(\n      ${text(code)},\n      Action.${upperCase(action.words)},\n      ${text(en)},\n      ${text(ko)})`,
  )
  .join(',\n')};

  /** What to do about a code. ${JUDGEMENT} */
  public enum Action {
${actions.map(({ words, about }) => `    /** ${comment(about)} */\n    ${upperCase(words)}`).join(',\n')}
  }

  private final String code;
  private final Action action;
  private final String english;
  private final String korean;

  ${type}(String code, Action action, String english, String korean) {
    this.code = code;
    this.action = action;
    this.english = english;
    this.korean = korean;
  }

  /** The code of this text; null for one that is not known. */
  public static ${type} of(String code) {
    for (${type} one : values()) {
      if (one.code.equals(code)) return one;
    }
    return null;
  }

  public String code() {
    return code;
  }

  public Action action() {
    return action;
  }

  /** ${OUR_WORDS} */
  public String message(boolean inKorean) {
    return inKorean ? korean : english;
  }
}
`;
  },
  wrap: (declarations) => `public final class DeviceCodes {
  private DeviceCodes() {}

${indented(declarations, '  ')}}
`,
};
