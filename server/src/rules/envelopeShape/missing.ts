import { particle } from '../../catalog/korean.ts';
import { wholeFix } from '../../fixes/fix.ts';
import type { Entry, ObjectLiteral } from '../../model/model.ts';
import { blankFill, codesBeside, type Fill, meantCodes, textFill } from './fills.ts';
import { defineCheck, type Flaw, type Section, type Shape } from './shapeCheck.ts';

interface Data {
  readonly key: string;
  readonly place: keyof typeof PLACES;
  /** Index of the object literal that lacks it. */
  readonly object: number;
  readonly fills: readonly Fill[];
}

const PLACES = {
  response: { en: 'the response', ko: '응답' },
  item: { en: 'an item of `data`', ko: '`data`의 항목' },
  error: { en: '`error`', ko: '`error`' },
} as const;

/** A key without which a platform drops a response, or that its own never lack. */
export const missing = defineCheck<Data>({
  *find(shape) {
    for (const section of shape.sections) {
      if (section.kind === 'item') yield* inItem(section, shape.objects);
      else if (section.kind === 'response') yield* inResponse(section, shape);
      else if (shape.response.vendor === 'thinq') yield* inThinqError(section, shape);
    }
  },

  message({ key, place }, vendor) {
    const outcome =
      vendor === 'nugu'
        ? { en: 'NUGU silently ignores a response without it.', ko: 'NUGU는 이런 응답을 아무 알림 없이 무시합니다.' }
        : { en: 'ThinQ always sends it.', ko: 'ThinQ가 항상 보내는 키입니다.' };
    return {
      en: `\`${key}\` is missing from ${PLACES[place].en}. ${outcome.en}`,
      ko: `${PLACES[place].ko}에 \`${key}\`${particle(key, '이/가')} 없습니다. ${outcome.ko}`,
    };
  },

  fixes({ key, object, fills }, objects, writer) {
    const literal = objects[object];
    return fills.flatMap(({ name, entry }) => {
      const shown = fills.length > 1 || key === 'resultCode' ? `\`${key}\`: ${name}` : `\`${key}\``;
      const value = entry[1];
      const known = value.kind === 'blank' && literal ? writer.inSight(literal, key) : undefined;
      return wholeFix(
        { en: `Add ${shown}`, ko: `${shown} 추가` },
        [literal && writer.addEntries(literal, [[key, known ?? value]])],
        { preferred: fills.length === 1 },
      );
    });
  },
});

function* inResponse({ object, parts, missing: absent }: Section, { response }: Shape): Generator<Flaw<Data>> {
  const [data, error] = [parts.get('data')?.entry, parts.get('error')?.entry];
  if (response.vendor === 'thinq') {
    for (const key of ['messageId', 'timestamp'] as const)
      if (absent.includes(key)) yield gap(error, key, 'response', object, [blankFill(key)]);
  } else if (absent.includes('requestId') && (data || error)) {
    yield gap(data ?? error, 'requestId', 'response', object, [blankFill('requestId')]);
  }
}

function* inItem(
  { object, parts, missing: absent }: Section,
  objects: readonly ObjectLiteral[],
): Generator<Flaw<Data>> {
  const code = parts.get('resultCode')?.entry;
  if (absent.includes('resultCode'))
    yield gap(objects[object]?.entries[0], 'resultCode', 'item', object, meantCodes(parts, objects));
  if (absent.includes('smartHomeDevice') && code) {
    const device: Fill = { name: 'smartHomeDevice', entry: ['smartHomeDevice', { kind: 'object', entries: [] }] };
    yield gap(code, 'smartHomeDevice', 'item', object, [device]);
  }
}

function* inThinqError(section: Section, { response, objects, catalog }: Shape): Generator<Flaw<Data>> {
  const { object, parts, missing: absent } = section;
  if (parts.size === 0) return;
  for (const key of absent) {
    // What stands beside the error is not missing but misplaced.
    if (objects[response.object]?.entries.some((entry) => entry.key === key)) continue;
    const fills = codesBeside(parts, catalog).map((code) =>
      textFill(key, key === 'code' ? code.code : catalog.textOf(code)),
    );
    yield gap(response.parts.get('error')?.entry, key, 'error', object, fills);
  }
}

function gap(
  at: Entry | undefined,
  key: string,
  place: Data['place'],
  object: number,
  fills: readonly Fill[],
): Flaw<Data> {
  return { span: at?.keySpan ?? { start: 0, end: 0 }, data: { key, place, object, fills } };
}
