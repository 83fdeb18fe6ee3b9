import type { Code, ErrorProperty } from '../catalog/types.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly code: Code;
  readonly object: number;
  readonly missing: readonly ErrorProperty[];
}

export default defineRule<Data>({
  id: 'missing-error-property',
  since: '0.1.0',
  docs: {
    title: { en: 'A NUGU error without the values it must carry', ko: '필수 부가 정보가 빠진 NUGU 오류' },
    why: {
      en: 'For four codes the NUGU page asks for `errorProperties`; without them the speaker cannot tell the user the range or the mode.',
      ko: 'NUGU 문서는 네 코드에 `errorProperties`를 요구합니다. 빠지면 스피커가 사용자에게 범위나 모드를 알려 줄 수 없습니다.',
    },
  },
  severity: { thinq: 'off', nugu: 'warning' },

  *check({ resolved, catalog }) {
    const { objects } = resolved.model;
    for (const envelope of resolved.envelopes) {
      if (envelope.kind !== 'nugu-item' || envelope.confidence === 'weak' || envelope.unfinished) continue;
      const { value } = envelope.code;
      const code = value.kind === 'string' ? catalog.find('nugu', value.text) : undefined;
      const object = objects[envelope.object];
      if (!code || !object || object.open) continue;
      const given = object.entries.find((entry) => entry.key === 'errorProperties');
      if (given && given.value.kind !== 'object') continue;
      const properties = given?.value.kind === 'object' ? objects[given.value.object] : undefined;
      if (properties?.open) continue;
      const missing = code.errorProperties.filter(
        ({ name }) => !properties?.entries.some((entry) => entry.key === name),
      );
      if (missing.length > 0)
        yield { span: value.span, vendor: 'nugu', data: { code, object: envelope.object, missing } };
    }
  },

  message({ data: { code, missing } }) {
    const names = missing.map(({ name }) => `\`${name}\``).join(', ');
    return {
      en: `\`${code.code}\` must be answered with ${names} in \`errorProperties\`.`,
      ko: `\`${code.code}\` 응답에는 \`errorProperties\`에 ${names}이(가) 있어야 합니다.`,
    };
  },

  fixes({ data: { object, missing } }, { resolved }, writer) {
    const literal = resolved.model.objects[object];
    const edit = literal && writer.addProperties(literal, 'errorProperties', missing);
    if (!edit) return [];
    const names = missing.map(({ name }) => `\`${name}\``).join(', ');
    return [
      {
        title: { en: `Add ${names} to \`errorProperties\``, ko: `\`errorProperties\`에 ${names} 추가` },
        edits: [edit],
        preferred: true,
        safe: false,
      },
    ];
  },
});
