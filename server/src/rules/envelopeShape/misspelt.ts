import { particle } from '../../catalog/korean.ts';
import { wholeFix } from '../../fixes/fix.ts';
import { renameTo } from '../../fixes/titles.ts';
import type { Entry } from '../../model/model.ts';
import { defineCheck } from './shapeCheck.ts';

/** A key that is plainly meant as another one: `request_id` for `requestId`. */
export const misspelt = defineCheck<{ readonly key: string; readonly entry: Entry }>({
  *find({ sections }) {
    for (const { parts } of sections)
      for (const [key, { entry, isSlip }] of parts) if (isSlip) yield { span: entry.keySpan, data: { key, entry } };
  },

  message({ key, entry }, vendor) {
    const whose = vendor === 'nugu' ? 'NUGU' : 'ThinQ';
    return {
      en: `${whose} calls this \`${key}\`, not \`${entry.key}\`.`,
      ko: `${whose}에서 쓰는 이름은 \`${entry.key}\`${particle(entry.key, '이/가')} 아니라 \`${key}\`입니다.`,
    };
  },

  fixes({ key, entry }, _objects, writer) {
    return wholeFix(renameTo(`\`${key}\``), [writer.renameKey(entry, key)], { preferred: true, safe: writer.isOfData });
  },
});
