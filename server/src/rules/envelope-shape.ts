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
    title: { en: 'A response of the wrong shape', ko: '형식이 잘못된 응답' },
    why: {
      thinq: {
        en: 'A mock of an error that ThinQ would never send in this shape makes a green test worthless.',
        ko: 'ThinQ가 보낼 리 없는 형식의 오류를 목(mock)으로 쓰면 테스트를 통과해도 의미가 없습니다.',
      },
      nugu: {
        en: 'NUGU ignores a response that lacks a part, without a word.',
        ko: '필요한 부분이 빠진 응답은 NUGU가 아무 알림 없이 무시합니다.',
      },
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
