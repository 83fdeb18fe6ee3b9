import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Localized } from '../catalog/types.ts';
import { codeName, listed } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { codesDecidedOn, type Mapping } from '../evidence/mappings.ts';
import { wholeFix } from '../fixes/fix.ts';
import type { Wanted } from '../fixes/mappingWriter.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly mapping: Mapping;
  /** What the mapping leaves out, with what we suggest or the project has decided. */
  readonly missing: readonly Wanted[];
}

/** Codes named in a message, those nearest to what is mapped; the rest are counted. */
const NAMED = 2;

export default defineRule<Data, 'thinq'>({
  id: 'unmapped-code',
  since: '0.2.0',
  docs: {
    title: {
      en: 'A ThinQ code that a mapping to NUGU codes leaves out',
      ko: 'NUGU 코드 매핑에서 빠진 ThinQ 코드',
    },
    why: {
      en: 'A device-level code that a mapping leaves out becomes whatever the fallback says, or nothing. Which NUGU code fits is our suggestion, and the project file can decide otherwise.',
      ko: '매핑에서 빠진 기기 오류 코드는 기본 처리가 정한 코드로 바뀌거나 아무 코드로도 바뀌지 않습니다. 어떤 NUGU 코드가 맞는지는 자체 제안이며, 프로젝트 파일에서 다르게 정할 수 있습니다.',
    },
  },
  severity: { thinq: 'off' },
  cues: { shared: ['codes'] },

  *check({ analysis, catalog }) {
    if (!analysis.file.thinq && !analysis.file.nugu) return;
    for (const mapping of analysis.mappings) {
      // Something in it cannot be resolved: it may well name them all.
      if (mapping.from !== 'thinq' || mapping.site?.open || mapping.object?.open) continue;
      const missing = missingIn(mapping, analysis, catalog);
      if (missing.length > 0) yield { span: mapping.head, vendor: 'thinq', data: { mapping, missing } };
    }
  },

  message({ data: { mapping, missing } }, { catalog }) {
    const mapped = [...codesDecidedOn(mapping, catalog)];
    const nearest = catalog.mostRelated(
      mapped,
      missing.map(({ from }) => from),
      NAMED,
    );
    const named = nearest.flatMap((code) => missing.find(({ from }) => from === code) ?? []);
    const [count, isPart] = [missing.length, named.length < missing.length];
    const list = listed(named.map(({ from }) => codeName(from.code)));
    const outcome =
      mapping.site?.fallback === undefined
        ? {
            en: `Nothing is answered for ${count === 1 ? 'it' : 'them'}.`,
            ko: '이 코드가 오면 응답할 NUGU 코드가 없습니다.',
          }
        : {
            en: `Its fallback answers for ${count === 1 ? 'it' : 'them'}.`,
            ko: '이 코드가 오면 기본 처리의 코드로 응답합니다.',
          };
    const suggested = suggestionsIn(named);
    return {
      en: `This mapping leaves out ${count} device-level ThinQ ${count === 1 ? 'code' : 'codes'}${isPart ? ', such as' : ':'} ${list.en}. ${outcome.en} ${suggested.en}`,
      ko: `이 매핑에는 ${isPart ? `${list.ko} 등 ` : ''}ThinQ 기기 오류 코드 ${isPart ? `${count}개가` : `${list.ko}${particle(list.ko, '이/가')}`} 없습니다. ${outcome.ko} ${suggested.ko}`,
    };
  },

  fixes({ data: { mapping, missing } }, _context, writer) {
    const addition = writer.addMappings(mapping, missing);
    if (!addition) return [];
    const { edit, added } = addition;
    const isAll = added.length === missing.length;
    const title = isAll
      ? { en: `Add the ${added.length} missing mappings`, ko: `빠진 매핑 ${added.length}개 추가` }
      : {
          en: `Add ${added.length} of the ${missing.length} missing mappings`,
          ko: `빠진 매핑 ${missing.length}개 중 ${added.length}개 추가`,
        };
    return wholeFix(title, [edit], { preferred: isAll });
  },
});

/** What would answer for some codes, each answer once: "`NoConnectionDevice` is suggested for `1222` and `2209`." */
function suggestionsIn(wanted: readonly Wanted[]): Localized {
  const targets = [...new Set(wanted.map(({ to }) => to.code))].map((target, index) => {
    const codes = listed(wanted.filter(({ to }) => to.code === target).map(({ from }) => codeName(from.code)));
    return {
      en: `\`${target}\` ${index === 0 ? 'is suggested ' : ''}for ${codes.en}`,
      ko: `${codes.ko}에는 \`${target}\``,
    };
  });
  const list = listed(targets);
  return { en: `${list.en}.`, ko: `${list.ko}${particle(list.ko, '을/를')} 제안합니다.` };
}

/** The device-level codes, and those that the project decides on, that have an answer of a device and no arm. */
function missingIn(mapping: Mapping, { project: { mapping: decided } }: Analysis, catalog: Catalog): readonly Wanted[] {
  const decidedOn = codesDecidedOn(mapping, catalog);
  return catalog.codes.flatMap((from) => {
    const isAsked = from.judgement.deviceLevel || Object.hasOwn(decided, from.code);
    if (from.vendor !== 'thinq' || !isAsked || decidedOn.has(from)) return [];
    const to = catalog.suggestionFor(from.code, decided)?.code;
    // What answers a whole request stands in another place than what answers for a device.
    return to && to.level !== 'global-level' ? [{ from, to }] : [];
  });
}
