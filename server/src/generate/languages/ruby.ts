import { upperCase } from '../casing.ts';
import { commented, inBraces, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { special: '#', unicode: inBraces });

export const ruby: Target = {
  id: 'ruby',
  languageIds: ['ruby'],
  ending: '.rb',
  comment: '#',
  write(set) {
    const { name, members, actions } = set;
    return `module ${name}Code
${members.map((one) => `  # ${commented(one.message.en)}\n  ${upperCase(one.words)} = ${text(one.code)}.freeze`).join('\n')}

  # What to do about a code. ${JUDGEMENT}
  module Action
${actions.map(({ words }) => `    ${upperCase(words)} = :${words.join('_')}`).join('\n')}
  end

  # What to do about a code; nil for one that is not known.
  def self.action_of(code)
    case code
${byAction(set)
  .map(
    ([{ words }, ofIt]) =>
      `    when ${ofIt.map((one) => upperCase(one.words)).join(',\n         ')}\n      Action::${upperCase(words)}`,
  )
  .join('\n')}
    else
      nil
    end
  end

  # ${OUR_WORDS}
  MESSAGES = {
${members.map(({ words, message: { en, ko } }) => `    ${upperCase(words)} => {\n      en: ${text(en)},\n      ko: ${text(ko)}\n    }`).join(',\n')}
  }.freeze
end
`;
  },
};
