import type { Part } from '../../evidence/responses/responses.ts';
import { defineCheck } from './shapeCheck.ts';

/** `data` and `error` in one response to NUGU. */
export const dataAndError = defineCheck<undefined>({
  *find({ response: { vendor, parts } }) {
    const [data, error] = [parts.get('data'), parts.get('error')];
    if (vendor !== 'nugu' || !data || !error || parts.has('resultCode')) return;
    if (isWritten(data) && isWritten(error)) yield { span: error.entry.keySpan, data: undefined };
  },

  message() {
    return {
      en: 'An answer has either `data` or, where the whole request failed, `error`; never both.',
      ko: '응답에는 `data`와 요청 전체가 실패했을 때의 `error` 가운데 하나만 있어야 합니다.',
    };
  },

  // Which of the two was meant only the author knows, and either holds what somebody wrote.
  fixes: () => [],
});

/** A variable may hold nothing. */
function isWritten({ entry }: Part): boolean {
  return entry.value.kind === 'object' || entry.value.kind === 'list';
}
