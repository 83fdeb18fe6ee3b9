import { particle } from '../catalog/korean.ts';
import type { Localized } from '../catalog/types.ts';
import { codeName, listed, naming } from '../catalog/wording.ts';
import { type UnansweredQuestion, unansweredQuestions } from '../evidence/responses/okProperties.ts';
import { defineRule } from './rule.ts';

/** Keys named in a message, of those that would do and of those that are there. */
const NAMED = 3;

export default defineRule<UnansweredQuestion, 'nugu'>({
  id: 'missing-property',
  since: '0.2.0',
  docs: {
    title: { en: 'An OK to a question, without the answer', ko: '질문에 값 없이 OK로만 한 응답' },
    why: {
      en: 'The answer to a directive such as `AskTemperature` is the value in `properties`. NUGU has no page that calls it required, so this is our judgement: an `OK` without it tells the user nothing.',
      ko: '`AskTemperature` 같은 디렉티브의 응답은 `properties`에 담긴 값입니다. 필수라고 적은 NUGU 문서는 없어 자체적으로 판단했으며, 값이 없는 `OK`로는 사용자에게 알려 줄 것이 없습니다.',
    },
  },
  severity: { nugu: 'information' },
  cues: { shared: ['directives', 'responses'] },

  *check({ analysis }) {
    for (const found of unansweredQuestions(analysis)) yield { span: found.span, vendor: 'nugu', data: found };
  },

  message({ data: { directives, properties, given } }) {
    const names = [...new Set(properties.map(({ name }) => name))].map((name) => codeName(name));
    const asked = listed(
      directives.slice(0, NAMED).map(({ name }) => codeName(name)),
      'or',
    );
    const first = naming(names.slice(0, NAMED), names.length, (shown) => {
      const wanted = listed(shown, 'or');
      const each = shown.length > 1 ? `${wanted.ko} 중 하나가` : `${wanted.ko}${particle(wanted.ko, '이/가')}`;
      return {
        en: `\`OK\` to ${asked.en} has no ${wanted.en} in \`properties\` (our judgement).`,
        ko: `${asked.ko}의 \`OK\` 응답에는 \`properties\`에 ${each} 있어야 합니다(자체 판단).`,
      };
    });
    // One that is still to be typed has no name.
    const instead = insteadOf(given.filter((name) => name !== ''));
    return {
      en: `${first.en}${instead.en} The value is the answer: without it NUGU has nothing to tell the user.`,
      ko: `${first.ko}${instead.ko} 값이 곧 응답이므로, 값이 없으면 NUGU가 사용자에게 알려 줄 것이 없습니다.`,
    };
  },
});

/** What stands there, behind another sentence. */
function insteadOf(given: readonly string[]): Localized {
  if (given.length === 0) return { en: '', ko: '' };
  const names = listed(given.slice(0, NAMED).map((name) => codeName(name)));
  const more = given.length > NAMED ? '…' : '';
  return { en: ` It has ${names.en}${more}.`, ko: ` 지금은 ${names.ko}${more} 값만 있습니다.` };
}
