import { particle } from '../../catalog/korean.ts';
import { codeName } from '../../catalog/wording.ts';
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
    const { en: written } = codeName(entry.key);
    const whose = vendor === 'nugu' ? 'NUGU' : 'ThinQ';
    return {
      en: `${whose} calls this \`${key}\`, not ${written}.`,
      ko: `${whose}에서 쓰는 이름은 ${written}${particle(written, '이/가')} 아니라 \`${key}\`입니다.`,
    };
  },

  fixes({ key, entry }, _objects, writer) {
    return wholeFix(renameTo(codeName(key)), [writer.renameKey(entry, key)], {
      preferred: true,
      safe: writer.isOfData,
    });
  },
});
