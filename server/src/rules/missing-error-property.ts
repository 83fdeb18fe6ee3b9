import { particle } from '../catalog/korean.ts';
import type { ErrorProperty, Localized } from '../catalog/types.ts';
import { codeName, listed } from '../catalog/wording.ts';
import type { ErrorProperties } from '../evidence/responses/errorProperties.ts';
import { blankProperty } from '../fixes/errorProperties.ts';
import { type Edit, type Fix, wholeFix } from '../fixes/fix.ts';
import type { FixWriter } from '../fixes/fixWriter.ts';
import type { NewEntry } from '../fixes/objectWriter.ts';
import { renameTo } from '../fixes/titles.ts';
import type { Entry, ObjectLiteral } from '../model/model.ts';
import { defineRule } from './rule.ts';

export default defineRule<ErrorProperties, 'nugu'>({
  id: 'missing-error-property',
  since: '0.1.0',
  docs: {
    title: { en: 'A NUGU error without the values that it needs', ko: '필요한 값이 빠진 NUGU 오류' },
    why: {
      en: "NUGU's page asks for `errorProperties` with four codes. Without them the speaker cannot tell the user the range or the mode.",
      ko: 'NUGU 문서는 네 코드에 `errorProperties`를 요구합니다. 없으면 스피커가 사용자에게 범위나 모드를 안내할 수 없습니다.',
    },
  },
  severity: { nugu: 'warning' },
  cues: { shared: ['codes', 'responses'] },

  *check({ analysis }) {
    for (const found of analysis.errorProperties) {
      if (found.missing.length + found.misspelt.length > 0) yield { span: found.span, vendor: 'nugu', data: found };
    }
  },

  message({ data }) {
    const sentences = [...(data.missing.length > 0 ? [lackIn(data)] : []), ...slipsIn(data), outcomeOf(data)];
    return { en: sentences.map(({ en }) => en).join(' '), ko: sentences.map(({ ko }) => ko).join(' ') };
  },

  fixes({ data: { item, object, missing, misspelt } }, { analysis: { model }, catalog }, writer) {
    const [whole, properties] = [model.objects[item], model.objects[object]];
    if (!whole || !properties) return [];
    const renamed = misspelt.map(({ entry, property }) => writer.renameKey(entry, property.name));
    const names = listed([...misspelt.map(({ property }) => property), ...missing].map(({ name }) => codeName(name)));
    if (missing.length === 0) return wholeFix(renameTo(names), renamed, { preferred: true, safe: writer.isOfData });
    const strays = straysOf(whole, missing, model.objects);
    if (strays.length > 0) return moved(strays, whole, missing, renamed, model.objects, writer);
    const blanks = missing.map((property) => blankProperty(property, catalog));
    return wholeFix(
      { en: `Add ${names.en} to \`errorProperties\``, ko: `\`errorProperties\`에 ${names.ko} 추가` },
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
  const names = listed(entries.map(([name]) => codeName(name)));
  return wholeFix(
    {
      en: `Move ${names.en} into \`errorProperties\``,
      ko: `${names.ko}${particle(names.ko, '을/를')} \`errorProperties\` 안으로 옮기기`,
    },
    [...renamed, ...removals, writer.addInto(item, 'errorProperties', entries)],
    { preferred: strays.length === missing.length },
  );
}

/** What is missing next to what is there. */
function lackIn({ code, missing, misspelt }: ErrorProperties): Localized {
  const absent = [...missing, ...misspelt.map(({ property }) => property)];
  const given = listed(code.errorProperties.flatMap((one) => (absent.includes(one) ? [] : codeName(one.name))));
  const wanted = listed(missing.map(({ name }) => codeName(name)));
  return given.en === ''
    ? {
        en: `\`${code.code}\` needs ${wanted.en} in \`errorProperties\`.`,
        ko: `\`${code.code}\` 응답의 \`errorProperties\`에 ${wanted.ko}${particle(wanted.ko, '이/가')} 있어야 합니다.`,
      }
    : {
        en: `\`${code.code}\` has ${given.en} in \`errorProperties\`, but not ${wanted.en}.`,
        ko: `\`${code.code}\`의 \`errorProperties\`에 ${given.ko}만 있고 ${wanted.ko}${particle(wanted.ko, '이/가')} 없습니다.`,
      };
}

function slipsIn({ misspelt }: ErrorProperties): readonly Localized[] {
  return misspelt.map(({ property: { name }, entry }) => {
    const written = codeName(entry.key).en;
    return {
      en: `${written} must be spelt \`${name}\`.`,
      ko: `${written}${particle(written, '은/는')} \`${name}\`${particle(name, '으로/로')} 써야 합니다.`,
    };
  });
}

/** What the user is not told. Limits are numbers, a mode is none. */
function outcomeOf({ missing, misspelt }: ErrorProperties): Localized {
  const absent = [...missing, ...misspelt.map(({ property }) => property)];
  const what = absent.some(({ type }) => type === 'number')
    ? { en: 'the range', ko: '범위를' }
    : { en: 'the mode', ko: '모드를' };
  return {
    en: `Without ${absent.length > 1 ? 'them' : 'it'} NUGU cannot tell the user ${what.en}.`,
    ko: `이 값이 없으면 NUGU가 사용자에게 ${what.ko} 안내할 수 없습니다.`,
  };
}
