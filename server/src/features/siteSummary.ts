import type { Localized } from '../catalog/types.ts';
import type { ResolvedSite } from '../evidence/sites.ts';
import type { Fallback } from '../model/model.ts';

const VENDOR = { thinq: 'ThinQ', nugu: 'NUGU' } as const;

const FALLBACK: { readonly [fallback in Fallback]: Localized } = {
  arm: { en: 'the rest fall to the default', ko: '나머지는 기본 처리를 따릅니다' },
  after: { en: 'the rest fall to the code that follows', ko: '나머지는 이어지는 코드에서 처리합니다' },
  before: { en: 'every error has been dealt with before', ko: '모든 오류는 앞에서 이미 처리됩니다' },
  preset: { en: 'the rest keep the value set before', ko: '나머지는 미리 정한 값을 그대로 씁니다' },
  closed: {
    en: 'no other is possible, since every member is named',
    ko: '모든 멤버를 다루므로 다른 코드는 올 수 없습니다',
  },
  lookup: { en: 'the rest get the default of the look-up', ko: '나머지에는 조회 기본값을 씁니다' },
};

/** Says in a sentence how many of its vendor's device-level codes a site handles, and what becomes of the rest. */
export function sumUp(found: ResolvedSite): Localized {
  const { missing, conditional, toDo, total } = found.handling;
  const noted = toDo.filter(({ judgement }) => judgement.deviceLevel).length;
  const handled = total - missing.length - noted;
  const vendor = VENDOR[found.vendor];
  // An arm whose codes are not known may handle more.
  const least = found.site.open && missing.length > 0;
  const more = conditional.length;
  const rest = restOf(found);
  return {
    en: `Handles ${least ? 'at least ' : ''}${handled} of ${total} device-level ${vendor} codes${more > 0 ? `, and ${more} more under a condition` : ''}${noted > 0 ? `; ${noted} still to do` : ''}; ${rest.en}.`,
    ko: `${vendor} 기기 오류 코드 ${total}개 중 ${least ? '적어도 ' : ''}${handled}개를 처리합니다. ${more > 0 ? `${more}개는 조건이 맞을 때만 처리합니다. ` : ''}${noted > 0 ? `${noted}개는 아직 TODO입니다. ` : ''}${rest.ko}.`,
  };
}

function restOf({ site: { fallback, idleFallback }, handling: { verdict, missing } }: ResolvedSite): Localized {
  if (missing.length === 0) return { en: 'none is missing', ko: '빠진 코드가 없습니다' };
  if (fallback) return FALLBACK[fallback];
  if (verdict === 'missing' && idleFallback) {
    return { en: 'its fallback does nothing for the rest', ko: '나머지는 기본 처리가 비어 있어 처리되지 않습니다' };
  }
  if (verdict === 'missing') {
    return { en: `${missing.length} are not handled`, ko: `${missing.length}개는 처리되지 않습니다` };
  }
  return { en: 'what happens to the rest cannot be seen here', ko: '나머지가 어떻게 되는지는 여기서 알 수 없습니다' };
}
