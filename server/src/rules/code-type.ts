import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { isReadFromTheWire } from '../evidence/expectation.ts';
import { wholeFix } from '../fixes/fix.ts';
import { NUMBER_CODE } from '../knowledge/numberTypes.ts';
import type { Mention } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly code: Code;
  readonly mention: Mention;
}

export default defineRule<Data, 'thinq'>({
  id: 'code-type',
  since: '0.1.0',
  docs: {
    title: { en: 'A ThinQ code written as a number', ko: '숫자로 쓴 ThinQ 코드' },
    why: {
      en: 'ThinQ sends codes as strings. A strict comparison with a number fails, a mock with a number tests a response that never comes, and `0000` becomes 0.',
      ko: 'ThinQ는 코드를 문자열로 보냅니다. 숫자와 엄격하게 비교하면 같지 않고, 숫자를 담은 목(mock)은 실제로 오지 않는 응답이며, `0000`은 0이 됩니다.',
    },
  },
  severity: { thinq: 'warning' },
  cues: { shared: ['codes'], inFunctions: NUMBER_CODE },

  *check({ analysis }) {
    for (const { claim: found, why } of analysis.judgements) {
      // What a hover takes for a quantity is not underlined either.
      if (why === 'quantity') continue;
      // Codes seen in the field are too uncertain, and as numbers too common, to correct anybody by.
      if (found?.code?.layer !== 'documented' || found.vendor !== 'thinq' || found.confidence !== 'certain') continue;
      if (found.mention.value === 'integer' && isReadFromTheWire(found, analysis)) {
        yield { span: found.mention.span, vendor: 'thinq', data: { code: found.code, mention: found.mention } };
      }
    }
  },

  message({ data: { code, mention } }) {
    if (mention.place.memberIsNumber === 'claimed')
      return {
        en: `The type declares this member as a number, but ThinQ sends the string "${code.code}". Declare it as a string.`,
        ko: `타입에는 이 멤버가 숫자로 선언되어 있지만, ThinQ는 문자열 "${code.code}"${particle(code.code, '을/를')} 보냅니다. 문자열로 선언하세요.`,
      };
    const padded = code.code.startsWith('0');
    return {
      en: `ThinQ sends this code as the string "${code.code}", not as a number.${padded ? ' A number loses the leading zeros.' : ''}`,
      ko: `ThinQ는 이 코드를 숫자가 아니라 문자열 "${code.code}"${particle(code.code, '으로/로')} 보냅니다.${padded ? ' 숫자로 쓰면 앞의 0이 사라집니다.' : ''}`,
    };
  },

  fixes({ data: { code, mention } }, _context, writer) {
    // A text in this place would not even compile: the declaration is at fault.
    if (mention.place.memberIsNumber === 'claimed') return [];
    // Elsewhere in a program, something of another file may be a number by its type, or be made one.
    const safe = writer.isOfData || mention.place.ofParsed === true;
    return wholeFix(
      { en: `Write "${code.code}" as a string`, ko: `문자열 "${code.code}"${particle(code.code, '으로/로')} 쓰기` },
      [writer.quote(mention, code.code)],
      { preferred: safe, safe },
    );
  },
});
