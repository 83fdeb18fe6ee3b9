import { particle } from '../catalog/korean.ts';
import type { StatusPair } from '../evidence/responses/statuses.ts';
import { defineRule } from './rule.ts';

interface Data extends StatusPair {
  /** What the sources give for the code. */
  readonly documented: readonly number[];
}

export default defineRule<Data, 'thinq'>({
  id: 'http-status-mismatch',
  since: '0.2.0',
  docs: {
    title: { en: 'An HTTP status that is not documented for the code', ko: '문서에 없는 HTTP 상태와 코드의 조합' },
    why: {
      en: 'The pages give the HTTP status of each ThinQ code. A mock with another one tests a response that is not documented. The live service differs in places, so this is only a hint.',
      ko: '문서에는 ThinQ 코드마다 HTTP 상태가 나와 있습니다. 다른 상태를 쓴 목(mock)은 문서에 없는 응답을 테스트합니다. 실제 서비스가 문서와 다른 경우도 있어 힌트로만 알립니다.',
    },
  },
  severity: { thinq: 'hint' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis, catalog }) {
    for (const pair of analysis.statuses) {
      const documented = catalog.httpOf(pair.code);
      // What was only seen in the field may come with any status.
      if (pair.code.layer !== 'documented' || documented.length === 0 || documented.includes(pair.status)) continue;
      yield { span: pair.span, vendor: 'thinq', data: { ...pair, documented } };
    }
  },

  message({ data: { status, code, documented } }) {
    const known = documented.join(' 또는 ');
    return {
      en: `\`${code.code}\` is documented with HTTP ${documented.join(' or ')}, not ${status}.`,
      ko: `문서에 따르면 \`${code.code}\`${particle(code.code, '은/는')} HTTP ${status}${particle(String(status), '이/가')} 아니라 ${known}${particle(known, '으로/로')} 옵니다.`,
    };
  },

  fixes({ data: { span, isNumber, documented } }) {
    if (!isNumber) return [];
    return documented.map((status, index) => ({
      title: { en: `Change to ${status}`, ko: `${status}${particle(String(status), '으로/로')} 바꾸기` },
      edits: [{ span, text: String(status) }],
      preferred: index === 0 && documented.length === 1,
      safe: false,
    }));
  },
});
