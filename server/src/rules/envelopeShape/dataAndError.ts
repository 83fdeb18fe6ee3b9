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
      en: 'A response has either `data` or `error`, never both. `error` is for requests that fail as a whole.',
      ko: '응답에는 `data`와 `error` 중 하나만 있어야 합니다. `error`는 요청 전체가 실패했을 때 씁니다.',
    };
  },

  // Which of the two was meant only the author knows, and either holds what somebody wrote.
  fixes: () => [],
});

/** A variable may hold nothing. */
function isWritten({ entry }: Part): boolean {
  return entry.value.kind === 'object' || entry.value.kind === 'list';
}
