import { particle } from '../catalog/korean.ts';
import type { ErrorProperty } from '../catalog/types.ts';
import type { ErrorProperties } from '../evidence/responses/errorProperties.ts';
import { blankProperty } from '../fixes/errorProperties.ts';
import { type Edit, type Fix, wholeFix } from '../fixes/fix.ts';
import type { FixWriter } from '../fixes/fixWriter.ts';
import type { NewEntry } from '../fixes/objectWriter.ts';
import { renameTo } from '../fixes/titles.ts';
import type { Entry, ObjectLiteral } from '../model/model.ts';
import { defineRule } from './rule.ts';
import { asCode } from './wording.ts';

export default defineRule<ErrorProperties, 'nugu'>({
  id: 'missing-error-property',
  since: '0.1.0',
  docs: {
    title: { en: 'A NUGU error without the values it must carry', ko: '필수 부가 정보가 빠진 NUGU 오류' },
    why: {
      en: 'For four codes the NUGU page asks for `errorProperties`; without them the speaker cannot tell the user the range or the mode.',
      ko: 'NUGU 문서는 네 코드에 `errorProperties`를 요구합니다. 빠지면 스피커가 사용자에게 범위나 모드를 알려 줄 수 없습니다.',
    },
  },
  severity: { nugu: 'warning' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis }) {
    for (const found of analysis.errorProperties) {
      if (found.missing.length + found.misspelt.length > 0) yield { span: found.span, vendor: 'nugu', data: found };
    }
  },

  message({ data: { code, missing, misspelt } }) {
    const properties = [...missing, ...misspelt.map(({ property }) => property)];
    const names = asCode(properties.map(({ name }) => name));
    const slips = asCode(misspelt.map(({ entry }) => entry.key));
    return {
      en: `\`${code.code}\` must be answered with ${names} in \`errorProperties\`.${slips && ` ${slips} is another name.`}`,
      ko: `\`${code.code}\` 응답에는 \`errorProperties\`에 ${names}${particle(names, '이/가')} 있어야 합니다.${slips && ` ${slips}${particle(slips, '은/는')} 다른 이름입니다.`}`,
    };
  },

  fixes({ data: { item, object, missing, misspelt } }, { analysis: { model }, catalog }, writer) {
    const [whole, properties] = [model.objects[item], model.objects[object]];
    if (!whole || !properties) return [];
    const renamed = misspelt.map(({ entry, property }) => writer.renameKey(entry, property.name));
    const names = asCode([...misspelt.map(({ property }) => property), ...missing].map(({ name }) => name));
    if (missing.length === 0) return wholeFix(renameTo(names), renamed, { preferred: true, safe: writer.isOfData });
    const strays = straysOf(whole, missing, model.objects);
    if (strays.length > 0) return moved(strays, whole, missing, renamed, model.objects, writer);
    const blanks = missing.map((property) => blankProperty(property, catalog));
    return wholeFix(
      { en: `Add ${names} to \`errorProperties\``, ko: `\`errorProperties\`에 ${names} 추가` },
      [...renamed, writer.addInto(whole, 'errorProperties', blanks)],
      { preferred: true },
    );
  },
});

/** An entry that bears the name of a property, and stands where nobody reads it. */
interface Stray {
  readonly entry: Entry;
  readonly from: ObjectLiteral;
}

/** What is missing in its place, but stands in another: in the item itself, in its device, or in what is around it. */
function straysOf(
  item: ObjectLiteral,
  missing: readonly ErrorProperty[],
  objects: readonly ObjectLiteral[],
): readonly Stray[] {
  const around = item.parent ? [objects[item.parent.object]] : [];
  const owners = [item, ...around].flatMap((owner) => owner ?? []);
  const inside = owners.flatMap(({ entries }) =>
    entries.flatMap(({ value }) => (value.kind === 'object' ? (objects[value.object] ?? []) : [])),
  );
  const places = [...owners, ...inside.filter((one) => one !== item)];
  return missing.flatMap(({ name }) => {
    const from = places.find(({ entries }) => entries.some(({ key }) => key === name));
    const entry = from?.entries.find(({ key }) => key === name);
    return from && entry ? [{ entry, from }] : [];
  });
}

/** Moves what stands elsewhere; what stands nowhere is another finding then. */
function moved(
  strays: readonly Stray[],
  item: ObjectLiteral,
  missing: readonly ErrorProperty[],
  renamed: readonly (Edit | undefined)[],
  objects: readonly ObjectLiteral[],
  writer: FixWriter,
): readonly Fix[] {
  const sources = objects.filter((object) => strays.some(({ from }) => from === object));
  const removals = sources.flatMap((object): readonly (Edit | undefined)[] => {
    const entries = strays.flatMap(({ from, entry }) => (from === object ? entry : []));
    return writer.removeEntries(object, entries) ?? [undefined];
  });
  const entries = strays.map(({ entry }): NewEntry => [entry.key, { kind: 'source', span: entry.value.outer }]);
  const names = asCode(entries.map(([name]) => name));
  return wholeFix(
    {
      en: `Move ${names} into \`errorProperties\``,
      ko: `${names}${particle(names, '을/를')} \`errorProperties\` 안으로 옮기기`,
    },
    [...renamed, ...removals, writer.addInto(item, 'errorProperties', entries)],
    { preferred: strays.length === missing.length },
  );
}
