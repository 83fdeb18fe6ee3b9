import { LIMIT_STATUSES } from '../knowledge/statuses.ts';
import type { StatusTest } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly test: StatusTest;
}

/** What other services say where there were too many requests, and what ThinQ's pages have for it. */
const [TOO_MANY_REQUESTS, UNAUTHORIZED] = [429, 401];
/** The codes for the limit: the documented one, and the one that was seen in its place. */
const LIMIT_CODES = ['1306', '1314'];

export default defineRule<Data, 'thinq'>({
  id: 'rate-limit-status',
  since: '0.2.0',
  docs: {
    title: { en: 'A limit on calls that is looked for under 429', ko: '429로만 확인하는 호출 한도' },
    why: {
      en: 'The pages have HTTP 401 and `1306` for too many calls, and `1314` was seen in its place. A program that waits for 429 never slows down, and takes the limit for an expired token.',
      ko: '문서에 따르면 호출 한도를 넘으면 HTTP 401과 `1306`으로 응답하며, `1314`가 대신 온 것도 확인되었습니다. 429만 확인하면 호출을 줄이지 못하고 토큰이 만료된 것으로 오해합니다.',
    },
  },
  severity: { thinq: 'hint' },
  cues: { shared: ['codes', 'vendors'], inFunctions: LIMIT_STATUSES },

  *check({ analysis }) {
    const { file, model, signals } = analysis;
    // NUGU has a 429 of its own, and so may LG's API for businesses.
    if (file.thinq !== 'certain' || file.nugu || signals.business) return;
    const { statusTests, mentions } = model;
    if (statusTests.some(({ status }) => status === UNAUTHORIZED)) return;
    if (mentions.some(({ text }) => LIMIT_CODES.some((code) => text.includes(code)))) return;
    for (const test of statusTests) {
      if (test.status === TOO_MANY_REQUESTS) yield { span: test.span, vendor: 'thinq', data: { test } };
    }
  },

  message() {
    return {
      en: 'ThinQ has 401 and `1306` for too many calls, not 429, and `1314` was seen in its place. Read the error code, and wait for both.',
      ko: '호출 한도를 넘으면 ThinQ는 429가 아니라 401과 `1306`으로 응답하며, `1314`가 대신 온 것도 확인되었습니다. 오류 코드를 읽고 두 코드에서 모두 기다리세요.',
    };
  },
});
