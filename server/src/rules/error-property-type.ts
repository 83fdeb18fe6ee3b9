import { particle } from '../catalog/korean.ts';
import type { Code, ErrorProperty } from '../catalog/types.ts';
import { wholeFix } from '../fixes/fix.ts';
import type { Entry } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  /** What is the matter: its type, or that it is above the limit that it should be below. */
  readonly kind: 'type' | 'reversed';
  readonly code: Code;
  readonly object: number;
  readonly property: ErrorProperty;
  readonly entry: Entry;
  /** The upper limit that it is above. */
  readonly other?: Entry;
}

export default defineRule<Data, 'nugu'>({
  id: 'error-property-type',
  since: '0.2.0',
  docs: {
    title: { en: 'An error property of the wrong type', ko: '타입이 맞지 않는 오류 속성' },
    why: {
      en: "The limits of a range are numbers, which NUGU's samples write as strings, and a mode is a word. NUGU's page gives no types, so this is our judgement.",
      ko: '범위의 최솟값과 최댓값은 숫자이고(예제에서는 문자열로 씁니다), 모드는 단어입니다. NUGU 문서에 타입이 나와 있지 않아 자체적으로 판단했습니다.',
    },
  },
  severity: { nugu: 'information' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis }) {
    for (const { code, object, mistyped, reversed } of analysis.errorProperties) {
      for (const { property, entry } of mistyped)
        yield { span: entry.value.span, vendor: 'nugu', data: { kind: 'type', code, object, property, entry } };
      const lower = reversed && code.errorProperties.find(({ name }) => name === reversed.lower.key);
      if (reversed && lower) {
        const data: Data = {
          kind: 'reversed',
          code,
          object,
          property: lower,
          entry: reversed.lower,
          other: reversed.upper,
        };
        yield { span: reversed.lower.value.span, vendor: 'nugu', data };
      }
    }
  },

  message({ data: { code, property, entry, other } }) {
    if (other)
      return {
        en: `\`${property.name}\` of \`${code.code}\` is above \`${other.key}\`, so the range holds nothing.`,
        ko: `\`${code.code}\`의 \`${property.name}\`${particle(property.name, '이/가')} \`${other.key}\`보다 커서 범위가 성립하지 않습니다.`,
      };
    if (entry.value.kind === 'string' && entry.value.text === '')
      return {
        en: `\`${property.name}\` of \`${code.code}\` is empty: fill it in.`,
        ko: `\`${code.code}\`의 \`${property.name}\`${particle(property.name, '이/가')} 비어 있습니다. 값을 채우세요.`,
      };
    return property.type === 'number'
      ? {
          en: `\`${property.name}\` of \`${code.code}\` must be a number, or a string that holds one (our judgement).`,
          ko: `\`${code.code}\`의 \`${property.name}\`${particle(property.name, '은/는')} 숫자이거나 숫자로 된 문자열이어야 합니다(자체 판단).`,
        }
      : {
          en: `\`${property.name}\` of \`${code.code}\` must be a string (our judgement).`,
          ko: `\`${code.code}\`의 \`${property.name}\`${particle(property.name, '은/는')} 문자열이어야 합니다(자체 판단).`,
        };
  },

  fixes({ data: { kind, object, property, entry } }, { analysis }, writer) {
    // Which of two limits is wrong, nobody can tell.
    if (kind === 'reversed') return [];
    const literal = analysis.model.objects[object];
    const { value } = entry;
    if (property.type !== 'string' || value.kind !== 'integer') return [];
    return wholeFix(
      { en: 'Write it as a string', ko: '문자열로 쓰기' },
      [literal && writer.replaceValue(literal, entry, { kind: 'string', text: value.text })],
      { preferred: true, safe: writer.isOfData },
    );
  },
});
