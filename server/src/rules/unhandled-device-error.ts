import type { Code, Localized, RetryClass, Vendor } from '../catalog/types.ts';
import { handlingOf } from '../evidence/handling.ts';
import type { ResolvedSite } from '../evidence/resolve.ts';
import type { DispatchSite } from '../model/model.ts';
import { defineRule, type Fix } from './rule.ts';

interface Data {
  readonly site: DispatchSite;
  readonly vendor: Vendor;
  readonly missing: readonly Code[];
}

/** Codes named in a message; the rest are counted. */
const NAMED = 5;

export default defineRule<Data>({
  id: 'unhandled-device-error',
  since: '0.1.0',
  docs: {
    title: { en: 'Device-level errors that nobody handles', ko: '처리되지 않는 기기 오류' },
    why: {
      en: 'A correct program meets these at run time: the appliance is offline, busy, in another mode. Where no arm and no fallback takes them, the user hears nothing.',
      ko: '올바른 프로그램도 실행 중에 만나는 오류입니다. 기기가 꺼져 있거나, 사용 중이거나, 다른 모드일 수 있습니다. 받아 주는 분기도 기본 처리도 없으면 사용자는 아무 안내도 받지 못합니다.',
    },
  },
  severity: { thinq: 'warning', nugu: 'warning' },

  *check({ resolved, catalog }) {
    for (const found of resolved.sites) {
      // ThinQ and NUGU send strings: a dispatch on numbers is about something else, or has the wrong type.
      if (found.confidence === 'weak' || found.site.value === 'integer' || isTooThin(found)) continue;
      const handling = handlingOf(found, catalog);
      if (handling.answer !== 'missing') continue;
      yield {
        span: found.site.head,
        vendor: found.vendor,
        data: { site: found.site, vendor: found.vendor, missing: handling.missing },
      };
    }
  },

  message({ vendor, data: { missing, site } }, { catalog }) {
    const named = missing
      .slice(0, NAMED)
      .map((code) => (vendor === 'thinq' ? `${code.code} ${catalog.textOf(code)}` : code.code));
    const rest = missing.length - named.length;
    const what = site.kind === 'map' ? { en: 'This map', ko: '이 맵' } : { en: 'This dispatch', ko: '이 분기' };
    return {
      en: `${what.en} has no fallback and leaves ${missing.length} device-level ${missing.length === 1 ? 'code' : 'codes'} unhandled: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
      ko: `${what.ko}에는 기본 처리가 없어 기기 오류 코드 ${missing.length}개가 처리되지 않습니다: ${named.join(', ')}${rest > 0 ? ` 외 ${rest}개` : ''}.`,
    };
  },

  fixes({ data: { site, missing } }, _context, writer) {
    const fixes: Fix[] = [];
    const fallback = writer.addFallback(site, 'TODO: handle every other code');
    if (fallback) {
      fixes.push({
        title: { en: 'Add a fallback', ko: '기본 처리 추가' },
        edits: [fallback],
        preferred: true,
        safe: false,
      });
    }
    const groups = groupByAdvice(missing);
    const all = writer.addArms(
      site,
      missing.map((code) => code.code),
      'TODO: handle the device-level errors',
    );
    if (all) {
      fixes.push({
        title: { en: `Add the ${missing.length} missing codes`, ko: `빠진 코드 ${missing.length}개 추가` },
        edits: [all],
        preferred: fixes.length === 0,
        safe: false,
      });
    }
    if (groups.length < 2) return fixes;
    for (const [retry, codes] of groups) {
      const edit = writer.addArms(
        site,
        codes.map((code) => code.code),
        `TODO: ${RETRY[retry].en}`,
      );
      if (!edit) continue;
      fixes.push({
        title: {
          en: `Add the ${codes.length} to ${RETRY[retry].en}`,
          ko: `${RETRY[retry].ko} 코드 ${codes.length}개 추가`,
        },
        edits: [edit],
        preferred: false,
        safe: false,
      });
    }
    return fixes;
  },
});

/** One arm over numbers that anything could use says too little; a code name or a second code must back it. */
function isTooThin({ site, handled, confidence }: ResolvedSite): boolean {
  return site.kind === 'map' ? handled.length < 2 : confidence === 'likely' && handled.length < 2;
}

const RETRY: { readonly [retry in RetryClass]: Localized } = {
  retry: { en: 'retry', ko: '다시 시도할' },
  'back-off': { en: 'retry later', ko: '나중에 다시 시도할' },
  're-authenticate': { en: 'sign in again', ko: '다시 인증할' },
  'fix-request': { en: 'fix in the request', ko: '요청을 고칠' },
  'tell-user': { en: 'tell the user', ko: '사용자에게 알릴' },
  'give-up': { en: 'give up on', ko: '포기할' },
  none: { en: 'leave alone', ko: '그대로 둘' },
};

function groupByAdvice(codes: readonly Code[]): readonly (readonly [RetryClass, readonly Code[]])[] {
  const groups = new Map<RetryClass, Code[]>();
  for (const code of codes) {
    const group = groups.get(code.judgement.retry);
    if (group) group.push(code);
    else groups.set(code.judgement.retry, [code]);
  }
  return [...groups];
}
