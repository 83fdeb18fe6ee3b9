import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName, listed } from '../catalog/wording.ts';
import type { Entry } from '../model/model.ts';
import { defineRule } from './rule.ts';

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
      en: "NUGU's page lists which `errorProperties` go with a code. Nobody reads any other, so the user is not told what it says.",
      ko: 'NUGU 문서에는 코드마다 어떤 `errorProperties`가 있는지 나와 있습니다. 다른 속성은 아무도 읽지 않아 사용자에게 전해지지 않습니다.',
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
    const { en: key } = codeName(entry.key);
    const names = listed(code.errorProperties.map(({ name }) => codeName(name)));
    const known =
      names.en === ''
        ? { en: "NUGU's page lists none for it.", ko: 'NUGU 문서에서 이 코드에는 오류 속성이 없습니다.' }
        : { en: `NUGU's page lists ${names.en}.`, ko: `NUGU 문서에 있는 속성은 ${names.ko}입니다.` };
    return {
      en: `${key} is not an error property of \`${code.code}\`, so nobody reads it. ${known.en}`,
      ko: `${key}${particle(key, '은/는')} \`${code.code}\`의 오류 속성이 아니어서 아무도 읽지 않습니다. ${known.ko}`,
    };
  },
});
