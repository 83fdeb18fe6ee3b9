import { dataAndError } from './envelopeShape/dataAndError.ts';
import { empty } from './envelopeShape/empty.ts';
import { misplaced } from './envelopeShape/misplaced.ts';
import { missing } from './envelopeShape/missing.ts';
import { misspelt } from './envelopeShape/misspelt.ts';
import { mistyped } from './envelopeShape/mistyped.ts';
import { type ShapeCheck, shapeOf } from './envelopeShape/shapeCheck.ts';
import { defineRule } from './rule.ts';

/** What one of the checks has found. */
interface Data {
  readonly check: ShapeCheck;
  readonly data: unknown;
}

const CHECKS: readonly ShapeCheck[] = [misspelt, missing, empty, misplaced, dataAndError, mistyped];

export default defineRule<Data>({
  id: 'envelope-shape',
  since: '0.2.0',
  docs: {
    title: { en: 'A response of another shape', ko: '형태가 다른 응답' },
    why: {
      en: 'A NUGU answer that lacks a part is dropped without a word, and a mock of a ThinQ error that no server would send makes a green test worthless.',
      ko: '필요한 부분이 빠진 NUGU 응답은 아무 알림 없이 버려지고, 서버가 보낼 리 없는 ThinQ 오류 목(mock)은 통과한 테스트를 무의미하게 만듭니다.',
    },
  },
  severity: { thinq: 'information', nugu: 'warning' },
  cues: { shared: ['responses'] },

  *check({ analysis }) {
    for (const response of analysis.responses) {
      if (response.confidence === 'weak') continue;
      const shape = shapeOf(response, analysis);
      for (const check of CHECKS)
        for (const { span, data } of check.find(shape)) yield { span, vendor: response.vendor, data: { check, data } };
    }
  },

  message({ vendor, data: { check, data } }) {
    return check.message(data, vendor);
  },

  fixes({ data: { check, data } }, { analysis }, writer) {
    return check.fixes(data, analysis.model.objects, writer);
  },
});
