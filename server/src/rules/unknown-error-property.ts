import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import type { Entry } from '../model/model.ts';
import { defineRule } from './rule.ts';
import { asCode } from './wording.ts';

interface Data {
  readonly code: Code;
  readonly entry: Entry;
}

export default defineRule<Data, 'nugu'>({
  id: 'unknown-error-property',
  since: '0.2.0',
  docs: {
    title: { en: 'An error property that the code does not have', ko: '해당 코드에 없는 오류 속성' },
    why: {
      en: 'The NUGU page lists which `errorProperties` go with a code. Any other is read by nobody: what it was to tell the user is not told.',
      ko: 'NUGU 문서는 코드마다 어떤 `errorProperties`가 있는지 적고 있습니다. 다른 속성은 아무도 읽지 않으므로 전하려던 내용이 사용자에게 닿지 않습니다.',
    },
  },
  severity: { nugu: 'hint' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis }) {
    for (const { code, unknown } of analysis.errorProperties) {
      for (const entry of unknown) yield { span: entry.keySpan, vendor: 'nugu', data: { code, entry } };
    }
  },

  message({ data: { code, entry } }) {
    const names = asCode(code.errorProperties.map(({ name }) => name));
    return names === ''
      ? {
          en: `The NUGU page gives \`${code.code}\` no error properties; \`${entry.key}\` is read by nobody.`,
          ko: `NUGU 문서에서 \`${code.code}\`에는 오류 속성이 없습니다. \`${entry.key}\`${particle(entry.key, '은/는')} 아무도 읽지 않습니다.`,
        }
      : {
          en: `\`${code.code}\` has ${names}; \`${entry.key}\` is read by nobody.`,
          ko: `\`${code.code}\`의 오류 속성은 ${names}입니다. \`${entry.key}\`${particle(entry.key, '은/는')} 아무도 읽지 않습니다.`,
        };
  },
});
