import type { Part } from '../../evidence/responses/responses.ts';
import { wholeFix } from '../../fixes/fix.ts';
import { remove } from '../../fixes/titles.ts';
import type { Entry } from '../../model/model.ts';
import { defineCheck } from './shapeCheck.ts';

interface Data {
  /** Index of the object literal that holds both. */
  readonly object: number;
  readonly entries: readonly [error: Entry, data: Entry];
}

/** `data` and `error` in one response to NUGU. */
export const dataAndError = defineCheck<Data>({
  *find({ response: { vendor, object, parts } }) {
    const [data, error] = [parts.get('data'), parts.get('error')];
    if (vendor !== 'nugu' || !data || !error || parts.has('resultCode')) return;
    if (isWritten(data) && isWritten(error))
      yield { span: error.entry.keySpan, data: { object, entries: [error.entry, data.entry] } };
  },

  message() {
    return {
      en: 'A response has either `data` or `error`, never both. `error` is for requests that fail as a whole.',
      ko: '응답에는 `data`와 `error` 중 하나만 있어야 합니다. `error`는 요청 전체가 실패했을 때 씁니다.',
    };
  },

  fixes({ object, entries }, objects, writer) {
    const literal = objects[object];
    return entries.flatMap((entry) =>
      wholeFix(remove(entry.key), [literal && writer.removeEntry(literal, entry)], { preferred: false }),
    );
  },
});

/** A variable may hold nothing. */
function isWritten({ entry }: Part): boolean {
  return entry.value.kind === 'object' || entry.value.kind === 'list';
}
