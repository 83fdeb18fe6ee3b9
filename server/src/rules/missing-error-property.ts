import { particle } from '../catalog/korean.ts';
import type { Localized } from '../catalog/types.ts';
import { codeName, listed } from '../catalog/wording.ts';
import type { ErrorProperties } from '../evidence/responses/errorProperties.ts';
import { wholeFix } from '../fixes/fix.ts';
import { renameTo } from '../fixes/titles.ts';
import { defineRule } from './rule.ts';

export default defineRule<ErrorProperties, 'nugu'>({
  id: 'missing-error-property',
  since: '0.1.0',
  docs: {
    title: { en: 'A NUGU error without the values that it needs', ko: '필요한 값이 빠진 NUGU 오류' },
    why: {
      en: "NUGU's page asks for `errorProperties` with four codes. Without them the speaker cannot tell the user the range or the mode.",
      ko: 'NUGU 문서는 네 코드에 `errorProperties`를 요구합니다. 없으면 스피커가 사용자에게 범위나 모드를 안내할 수 없습니다.',
    },
  },
  severity: { nugu: 'warning' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis }) {
    for (const found of analysis.errorProperties) {
      if (found.missing.length + found.misspelt.length > 0) yield { span: found.span, vendor: 'nugu', data: found };
    }
  },

  message({ data }) {
    const sentences = [...(data.missing.length > 0 ? [lackIn(data)] : []), ...slipsIn(data), outcomeOf(data)];
    return { en: sentences.map(({ en }) => en).join(' '), ko: sentences.map(({ ko }) => ko).join(' ') };
  },

  fixes({ data: { item, object, missing, misspelt } }, { analysis }, writer) {
    const [whole, properties] = [analysis.model.objects[item], analysis.model.objects[object]];
    if (!whole || !properties) return [];
    const renamed = misspelt.map(({ entry, property }) => writer.renameKey(entry, property.name));
    const added = missing.length > 0 ? [writer.addProperties(whole, 'errorProperties', missing)] : [];
    const names = listed([...misspelt.map(({ property }) => property), ...missing].map(({ name }) => codeName(name)));
    const title =
      missing.length === 0
        ? renameTo(names)
        : { en: `Add ${names.en} to \`errorProperties\``, ko: `\`errorProperties\`에 ${names.ko} 추가` };
    return wholeFix(title, [...renamed, ...added], { preferred: true, safe: missing.length === 0 });
  },
});

/** What is missing next to what is there. */
function lackIn({ code, missing, misspelt }: ErrorProperties): Localized {
  const absent = [...missing, ...misspelt.map(({ property }) => property)];
  const given = listed(code.errorProperties.flatMap((one) => (absent.includes(one) ? [] : codeName(one.name))));
  const wanted = listed(missing.map(({ name }) => codeName(name)));
  return given.en === ''
    ? {
        en: `\`${code.code}\` needs ${wanted.en} in \`errorProperties\`.`,
        ko: `\`${code.code}\` 응답의 \`errorProperties\`에 ${wanted.ko}${particle(wanted.ko, '이/가')} 있어야 합니다.`,
      }
    : {
        en: `\`${code.code}\` has ${given.en} in \`errorProperties\`, but not ${wanted.en}.`,
        ko: `\`${code.code}\`의 \`errorProperties\`에 ${given.ko}만 있고 ${wanted.ko}${particle(wanted.ko, '이/가')} 없습니다.`,
      };
}

function slipsIn({ misspelt }: ErrorProperties): readonly Localized[] {
  return misspelt.map(({ property: { name }, entry }) => {
    const written = codeName(entry.key).en;
    return {
      en: `${written} must be spelt \`${name}\`.`,
      ko: `${written}${particle(written, '은/는')} \`${name}\`${particle(name, '으로/로')} 써야 합니다.`,
    };
  });
}

/** What the user is not told. Limits are numbers, a mode is none. */
function outcomeOf({ missing, misspelt }: ErrorProperties): Localized {
  const absent = [...missing, ...misspelt.map(({ property }) => property)];
  const what = absent.some(({ type }) => type === 'number')
    ? { en: 'the range', ko: '범위를' }
    : { en: 'the mode', ko: '모드를' };
  return {
    en: `Without ${absent.length > 1 ? 'them' : 'it'} NUGU cannot tell the user ${what.en}.`,
    ko: `이 값이 없으면 NUGU가 사용자에게 ${what.ko} 안내할 수 없습니다.`,
  };
}
