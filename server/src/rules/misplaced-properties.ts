import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName } from '../catalog/wording.ts';
import { wholeFix } from '../fixes/fix.ts';
import type { NewEntry } from '../fixes/objectWriter.ts';
import { renameTo } from '../fixes/titles.ts';
import type { Entry } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly code: Code;
  readonly object: number;
  readonly entry: Entry;
  readonly key: string;
  /** Nothing is to stand under the right key, or something does already. */
  readonly isIdle: boolean;
}

export default defineRule<Data, 'nugu'>({
  id: 'misplaced-properties',
  since: '0.2.0',
  docs: {
    title: { en: 'Properties under the wrong key', ko: '잘못된 키에 둔 속성' },
    why: {
      en: 'In a NUGU response `properties` goes with `OK` and `errorProperties` with an error. Nobody looks under the other key.',
      ko: 'NUGU 응답에서 `OK`에는 `properties`를, 오류에는 `errorProperties`를 씁니다. 다른 키에 둔 값은 아무도 읽지 않습니다.',
    },
  },
  severity: { nugu: 'warning' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis, catalog }) {
    const { objects } = analysis.model;
    for (const { kind, confidence, whole, code, object: index } of analysis.envelopes) {
      if (kind !== 'nugu-item' || confidence === 'weak' || code.value.kind !== 'string') continue;
      const known = catalog.find('nugu', code.value.text);
      const object = objects[index];
      if (!known || known.level === 'global-level' || !object) continue;
      const [wrong, right] = known.level === 'success' ? ERROR_FIRST : ERROR_FIRST.toReversed();
      const entry = object.entries.find(({ key }) => key === wrong);
      // An empty object says nothing, whatever key it stands under; `properties` alone is anybody's word.
      if (entry?.value.kind !== 'object' || objects[entry.value.object]?.entries.length === 0 || !right) continue;
      if (!whole && wrong === 'properties') continue;
      const isIdle =
        object.entries.some(({ key }) => key === right) ||
        (wrong === 'properties' && known.errorProperties.length === 0);
      yield { span: entry.keySpan, vendor: 'nugu', data: { code: known, object: index, entry, key: right, isIdle } };
    }
  },

  message({ data: { code, entry, key } }) {
    return {
      en: `\`${entry.key}\` is not read beside \`${code.code}\`. NUGU's page puts such values under \`${key}\`.`,
      ko: `\`${code.code}\` 옆의 \`${entry.key}\`${particle(entry.key, '은/는')} 아무도 읽지 않습니다. NUGU 문서에서는 이런 값을 \`${key}\`에 둡니다.`,
    };
  },

  fixes({ data: { object, entry, key, isIdle } }, { analysis: { model } }, writer) {
    const literal = model.objects[object];
    // Values that belong nowhere are for their author to take out.
    if (!literal || (isIdle && !literal.entries.some((one) => one.key === key))) return [];
    if (!isIdle) return wholeFix(renameTo(codeName(key)), [writer.renameKey(entry, key)], { preferred: true });
    const moved = entry.value.kind === 'object' ? (model.objects[entry.value.object]?.entries ?? []) : [];
    const target = literal.entries.find((one) => one.key === key)?.value;
    const taken = target?.kind === 'object' ? (model.objects[target.object]?.entries ?? []) : [];
    if (moved.some((one) => taken.some((other) => other.key === one.key))) return [];
    const entries = moved.map((one): NewEntry => [one.key, { kind: 'source', span: one.value.outer }]);
    const removals = writer.removeEntries(literal, [entry]);
    return wholeFix(
      {
        en: `Move what stands there into \`${key}\``,
        ko: `그 값을 \`${key}\`${particle(key, '으로/로')} 옮기기`,
      },
      [...(removals ?? [undefined]), writer.addInto(literal, key, entries)],
      { preferred: true },
    );
  },
});

const ERROR_FIRST = ['errorProperties', 'properties'] as const;
