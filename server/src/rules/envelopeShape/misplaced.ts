import { particle } from '../../catalog/korean.ts';
import { wholeFix } from '../../fixes/fix.ts';
import type { Entry } from '../../model/model.ts';
import { defineCheck } from './shapeCheck.ts';

/** A part of ThinQ's `error` that stands beside it. */
interface Data {
  readonly key: string;
  readonly entry: Entry;
  /** Index of the object literal that it stands in. */
  readonly from: number;
  /** Index of the one that it belongs in. */
  readonly to: number;
}

/** `{ error: { message }, code }`: what belongs in the error stands outside. */
export const misplaced = defineCheck<Data>({
  *find({ response: { vendor, object, error }, objects }) {
    if (vendor !== 'thinq' || !error) return;
    for (const key of error.missing) {
      const entry = objects[object]?.entries.find((one) => one.key === key);
      if (entry) yield { span: entry.keySpan, data: { key, entry, from: object, to: error.object } };
    }
  },

  message({ key }) {
    return {
      en: `\`${key}\` belongs inside \`error\`.`,
      ko: `\`${key}\`${particle(key, '은/는')} \`error\` 안에 두어야 합니다.`,
    };
  },

  fixes({ key, entry, from, to }, objects, writer) {
    const [source, target] = [objects[from], objects[to]];
    return wholeFix(
      { en: `Move \`${key}\` into \`error\``, ko: `\`${key}\`${particle(key, '을/를')} \`error\` 안으로 옮기기` },
      [
        ...((source && writer.removeEntries(source, [entry])) ?? [undefined]),
        target && writer.addEntries(target, [[key, { kind: 'source', span: entry.value.outer }]]),
      ],
      { preferred: true },
    );
  },
});
