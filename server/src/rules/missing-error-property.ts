import { particle } from '../catalog/korean.ts';
import type { ErrorProperties } from '../evidence/responses/errorProperties.ts';
import { wholeFix } from '../fixes/fix.ts';
import { renameTo } from '../fixes/titles.ts';
import { defineRule } from './rule.ts';
import { asCode } from './wording.ts';

export default defineRule<ErrorProperties, 'nugu'>({
  id: 'missing-error-property',
  since: '0.1.0',
  docs: {
    title: { en: 'A NUGU error without the values it must carry', ko: '필수 부가 정보가 빠진 NUGU 오류' },
    why: {
      en: 'For four codes the NUGU page asks for `errorProperties`; without them the speaker cannot tell the user the range or the mode.',
      ko: 'NUGU 문서는 네 코드에 `errorProperties`를 요구합니다. 빠지면 스피커가 사용자에게 범위나 모드를 알려 줄 수 없습니다.',
    },
  },
  severity: { nugu: 'warning' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis }) {
    for (const found of analysis.errorProperties) {
      if (found.missing.length + found.misspelt.length > 0) yield { span: found.span, vendor: 'nugu', data: found };
    }
  },

  message({ data: { code, missing, misspelt } }) {
    const properties = [...missing, ...misspelt.map(({ property }) => property)];
    const names = asCode(properties.map(({ name }) => name));
    const slips = asCode(misspelt.map(({ entry }) => entry.key));
    return {
      en: `\`${code.code}\` must be answered with ${names} in \`errorProperties\`.${slips && ` ${slips} is another name.`}`,
      ko: `\`${code.code}\` 응답에는 \`errorProperties\`에 ${names}${particle(names, '이/가')} 있어야 합니다.${slips && ` ${slips}${particle(slips, '은/는')} 다른 이름입니다.`}`,
    };
  },

  fixes({ data: { item, object, missing, misspelt } }, { analysis }, writer) {
    const [whole, properties] = [analysis.model.objects[item], analysis.model.objects[object]];
    if (!whole || !properties) return [];
    const renamed = misspelt.map(({ entry, property }) => writer.renameKey(entry, property.name));
    const added = missing.length > 0 ? [writer.addProperties(whole, 'errorProperties', missing)] : [];
    const names = asCode([...misspelt.map(({ property }) => property), ...missing].map(({ name }) => name));
    const title =
      missing.length === 0
        ? renameTo(names)
        : { en: `Add ${names} to \`errorProperties\``, ko: `\`errorProperties\`에 ${names} 추가` };
    return wholeFix(title, [...renamed, ...added], { preferred: true, safe: missing.length === 0 });
  },
});
