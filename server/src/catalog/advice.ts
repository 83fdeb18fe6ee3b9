import type { Code, Localized, RetryClass } from './types.ts';

/** What to do about a code, in two or three words, for lists and titles. Our own judgement. */
export const ADVICE: { readonly [retry in RetryClass]: Localized } = {
  none: { en: 'nothing to repair', ko: '조치 없음' },
  retry: { en: 'retry', ko: '재시도' },
  'back-off': { en: 'back off, then retry', ko: '간격을 두고 재시도' },
  're-authenticate': { en: 're-authenticate', ko: '재인증' },
  'fix-request': { en: 'fix the request', ko: '요청 수정' },
  'tell-user': { en: 'tell the user', ko: '사용자에게 안내' },
  'give-up': { en: 'do not retry', ko: '재시도하지 않음' },
};

/** Codes by what to do about them, in the order in which they are met. */
export function groupByAdvice(codes: readonly Code[]): readonly (readonly [RetryClass, readonly Code[]])[] {
  const groups = new Map<RetryClass, Code[]>();
  for (const code of codes) {
    const group = groups.get(code.judgement.retry);
    if (group) group.push(code);
    else groups.set(code.judgement.retry, [code]);
  }
  return [...groups];
}
