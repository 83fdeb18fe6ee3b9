import type { Code, Localized, Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { Mapping, MappingArm } from '../../evidence/mappings.ts';
import type { Mention } from '../../model/model.ts';

/** What belongs at a place in a mapping. */
export interface MappingOffer {
  readonly vendor: Vendor;
  /** 0 for what is suggested there, 1 for what fits at times, 2 for all the rest. */
  rankOf(code: Code): 0 | 1 | 2;
  /** Why a code comes first. */
  noteOn(code: Code): Localized | undefined;
}

/**
 * Whose codes belong where a mention stands in a mapping, and which of them first.
 *
 * @param index of the mention that marks the place @returns undefined where no mapping says so
 */
export function mappingOffer(analysis: Analysis, index: number): MappingOffer | undefined {
  const mention = analysis.model.mentions[index];
  if (!mention) return undefined;
  const { role, object } = mention.place;
  for (const mapping of analysis.mappings) {
    if (role === 'key' && mapping.object && analysis.model.objects[object ?? -1] === mapping.object)
      return { vendor: mapping.from, rankOf: () => 2, noteOn: () => undefined };
    const arm = mapping.arms.find((one) => isTarget(mention, one, mapping, analysis));
    if (arm) return mapping.from === 'thinq' ? nuguOffer(arm, analysis) : thinqOffer(arm, analysis);
  }
  return undefined;
}

/** Whether a mention stands where an arm has its answer: it is all that the arm gives, or stands as other arms' do. */
function isTarget({ place, span }: Mention, { body, keys }: MappingArm, mapping: Mapping, analysis: Analysis) {
  if (keys.length === 0 || span.start < body.start || body.end < span.end) return false;
  if (place.role !== 'produced' && place.role !== 'argument' && place.role !== 'listed') return false;
  if (span.start - body.start <= 1 && body.end - span.end <= 1) return true;
  const own = place.path.at(-1);
  return mapping.pairs.some(({ from, to }) => {
    const other = analysis.model.mentions[to.mention ?? -1]?.place;
    const last = other?.path.at(-1);
    const isUnderKey = last === from.code.code && keys.some((key) => key.code.code === own);
    return other?.role === place.role && (last === own || isUnderKey);
  });
}

function nuguOffer({ keys }: MappingArm, { catalog, project }: Analysis): MappingOffer {
  const found = keys.flatMap(({ code }) => catalog.suggestionFor(code.code, project.mapping) ?? []);
  const suggested = (code: Code) => found.find((one) => one.code === code);
  const otherwise = (code: Code) =>
    found.flatMap((one) =>
      one.alternatives.filter((other) => other.code === code).map(({ when }) => ({ one, when })),
    )[0];
  return {
    vendor: 'nugu',
    rankOf: (code) => (suggested(code) ? 0 : otherwise(code) ? 1 : 2),
    noteOn(code) {
      const target = suggested(code);
      if (target) {
        const { from, basis } = target;
        return basis === 'project'
          ? { en: `this project's answer for ${from.code}`, ko: `이 프로젝트의 ${from.code} 응답` }
          : { en: `suggested for ${from.code}`, ko: `${from.code}에 대한 제안` };
      }
      const other = otherwise(code);
      return (
        other && { en: `for ${other.one.from.code} ${other.when.en}`, ko: `${other.one.from.code}: ${other.when.ko}` }
      );
    },
  };
}

function thinqOffer({ keys }: MappingArm, { catalog, project }: Analysis): MappingOffer {
  const nameOf = (code: Code) =>
    keys.find((key) => catalog.thinqCodesFor(key.code.code, project.mapping).includes(code))?.code.code;
  return {
    vendor: 'thinq',
    rankOf: (code) => (nameOf(code) === undefined ? 2 : 0),
    noteOn(code) {
      const name = nameOf(code);
      return name === undefined ? undefined : { en: `suggested for ${name}`, ko: `${name}에 대한 제안` };
    },
  };
}
