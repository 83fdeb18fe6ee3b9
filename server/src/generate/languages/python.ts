import { upperCase } from '../casing.ts';
import { commented, inFourOrEight, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { unicode: inFourOrEight });

/** Enumerations of texts, as they can be written since Python 3.8. */
export const python: Target = {
  id: 'python',
  languageIds: ['python'],
  ending: '.py',
  comment: '#',
  imports: 'from enum import Enum\nfrom typing import Dict, Optional\n',
  write(set) {
    const { name, words, members, actions } = set;
    const [type, action, table] = [`${name}Code`, `${name}Action`, upperCase([...words, 'actions'])];
    return `class ${type}(str, Enum):
${members.map((one) => `    # ${commented(one.message.en)}\n    ${upperCase(one.words)} = ${text(one.code)}`).join('\n')}


class ${action}(str, Enum):
    """What to do about a code. ${JUDGEMENT}"""

${actions.map((one) => `    ${upperCase(one.words)} = ${text(one.retry)}`).join('\n')}


_${table}: Dict[str, ${action}] = {
${byAction(set)
  .flatMap(([{ words }, ofIt]) =>
    ofIt.map((one) => `    ${type}.${upperCase(one.words)}.value: ${action}.${upperCase(words)},`),
  )
  .join('\n')}
}


def ${words.join('_')}_action_of(code: str) -> Optional[${action}]:
    """What to do about a code; None for one that is not known."""
    return _${table}.get(code)


# ${OUR_WORDS}
${upperCase([...words, 'messages'])}: Dict[${type}, Dict[str, str]] = {
${members.map(({ words, message: { en, ko } }) => `    ${type}.${upperCase(words)}: {\n        "en": ${text(en)},\n        "ko": ${text(ko)},\n    },`).join('\n')}
}


`;
  },
};
