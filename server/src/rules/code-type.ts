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
    title: { en: 'A ThinQ code written as a number', ko: '숫자로 적은 ThinQ 코드' },
    why: {
      en: 'The API sends codes as strings. A strict comparison with a number fails, a mock with one shows a response that is never sent, and `0000` is the number zero, or an octal one.',
      ko: 'API는 코드를 문자열로 보냅니다. 숫자와 엄격하게 비교하면 같지 않고, 숫자를 담은 목(mock) 응답은 실제로 오지 않으며, `0000`은 그저 0이거나 8진수입니다.',
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
        en: `The type declares this member as a number, but ThinQ sends the string "${code.code}": declare it as a string.`,
        ko: `타입은 이 멤버를 숫자로 선언하지만, ThinQ는 문자열 "${code.code}"${particle(code.code, '을/를')} 보냅니다. 문자열로 선언하세요.`,
      };
    const padded = code.code.startsWith('0');
    return {
      en: `ThinQ sends this code as the string "${code.code}", not as a number.${padded ? ' The leading zeros do not survive in a number.' : ''}`,
      ko: `ThinQ는 이 코드를 숫자가 아니라 문자열 "${code.code}"${particle(code.code, '으로/로')} 보냅니다.${padded ? ' 숫자에서는 앞의 0이 사라집니다.' : ''}`,
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
