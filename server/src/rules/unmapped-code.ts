import type { Catalog } from '../catalog/catalog.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { codesDecidedOn, type Mapping } from '../evidence/mappings.ts';
import { wholeFix } from '../fixes/fix.ts';
import type { Wanted } from '../fixes/mappingWriter.ts';
import { defineRule } from './rule.ts';
import { firstOf } from './wording.ts';

interface Data {
  readonly mapping: Mapping;
  /** What the mapping leaves out, with what we suggest or the project has decided. */
  readonly missing: readonly Wanted[];
}

/** Codes named in a message, over all answers; the rest are counted. */
const NAMED = 8;

export default defineRule<Data, 'thinq'>({
  id: 'unmapped-code',
  since: '0.2.0',
  docs: {
    title: {
      en: 'A ThinQ code for which a mapping has no NUGU answer',
      ko: '매핑에 NUGU 응답이 없는 ThinQ 코드',
    },
    why: {
      en: 'Where ThinQ codes become NUGU answers, a device-level code that is left out ends in whatever the fallback says, or in nothing. Which answer fits is our suggestion; a project file may decide otherwise.',
      ko: 'ThinQ 코드를 NUGU 응답으로 바꾸는 곳에서 빠진 기기 오류 코드는 기본 처리가 정한 응답이 되거나 아무 응답도 되지 않습니다. 어떤 응답이 맞는지는 자체 제안이며, 프로젝트 파일에서 다르게 정할 수 있습니다.',
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

  message({ data: { mapping, missing } }) {
    const targets = [...new Set(missing.map(({ to }) => to.code))];
    const perTarget = Math.max(1, Math.floor(NAMED / targets.length));
    const list = targets
      .map((target) => {
        const codes = missing.filter(({ to }) => to.code === target).map(({ from }) => from.code);
        return `${firstOf(codes, perTarget)} → \`${target}\``;
      })
      .join('; ');
    const isTaken = mapping.site?.fallback !== undefined;
    return {
      en: `This mapping leaves out ${missing.length} device-level ThinQ ${missing.length === 1 ? 'code' : 'codes'}${isTaken ? ', which its fallback takes' : ''}. Suggested: ${list}.`,
      ko: `이 매핑에는 ThinQ 기기 오류 코드 ${missing.length}개가 빠져 있습니다${isTaken ? '(기본 처리가 받음)' : ''}. 제안: ${list}.`,
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
