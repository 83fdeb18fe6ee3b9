import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Localized, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { Part, Parts, ResponseItem, ResponseLiteral } from '../evidence/responses/responses.ts';
import type { Edit, Fix } from '../fixes/fix.ts';
import type { FixWriter } from '../fixes/fixWriter.ts';
import type { Literal, NewEntry } from '../fixes/objectWriter.ts';
import { isFailureStatus } from '../knowledge/numbers.ts';
import type { Entry, ObjectLiteral, Span } from '../model/model.ts';
import { defineRule } from './rule.ts';

/** One way in which a response is not what a platform sends or takes. */
type Data =
  | {
      readonly kind: 'missing';
      readonly key: string;
      readonly in: string;
      readonly object: number;
      readonly fills: readonly Fill[];
    }
  | { readonly kind: 'misspelt'; readonly key: string; readonly entry: Entry }
  | {
      readonly kind: 'misplaced';
      readonly key: string;
      readonly entry: Entry;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'both'; readonly object: number; readonly entries: readonly [Entry, Entry] }
  | {
      readonly kind: 'mistyped';
      readonly key: string;
      readonly type: Type;
      readonly object: number;
      readonly entry: Entry;
      readonly value?: Literal;
    };

/** Entries that would fill a gap. */
interface Fill {
  readonly name: string;
  readonly entries: readonly NewEntry[];
}

type Type = 'string' | 'number' | 'object' | 'list' | 'time';

/** In Korean with what a value must be, and with what it is to become. */
const TYPES: Readonly<Record<Type, { readonly en: string; readonly ko: readonly [must: string, into: string] }>> = {
  string: { en: 'a string', ko: ['문자열이어야', '문자열로'] },
  number: { en: 'a number', ko: ['숫자여야', '숫자로'] },
  object: { en: 'an object', ko: ['객체여야', '객체로'] },
  list: { en: 'a list', ko: ['배열이어야', '배열로'] },
  time: { en: 'a time in ISO 8601', ko: ['ISO 8601 시각이어야', 'ISO 8601 시각으로'] },
};

export default defineRule<Data>({
  id: 'envelope-shape',
  since: '0.1.0',
  docs: {
    title: { en: 'A response of another shape', ko: '형태가 다른 응답' },
    why: {
      en: 'A NUGU answer that lacks a part is dropped without a word, and a mock of a ThinQ error that no server would send makes a green test worthless.',
      ko: '필요한 부분이 빠진 NUGU 응답은 아무 알림 없이 버려지고, 서버가 보낼 리 없는 ThinQ 오류 목(mock)은 통과한 테스트를 무의미하게 만듭니다.',
    },
  },
  severity: { thinq: 'information', nugu: 'warning' },
  cues: { shared: ['responses'] },

  *check({ analysis, catalog }) {
    for (const response of analysis.responses) {
      if (response.confidence === 'weak') continue;
      const found =
        response.vendor === 'nugu' ? inNugu(response, analysis, catalog) : inThinq(response, analysis, catalog);
      for (const { span, data } of found) yield { span, vendor: response.vendor, data };
    }
  },

  message({ vendor, data }) {
    return messageOf(data, vendor);
  },

  fixes({ data }, { analysis }, writer) {
    return fixesOf(data, analysis.model.objects, writer);
  },
});

interface Found {
  readonly span: Span;
  readonly data: Data;
}

function* inNugu(response: ResponseLiteral, { model: { objects } }: Analysis, catalog: Catalog): Generator<Found> {
  const { object, parts, missing, items, error } = response;
  const [data, failure, single] = [parts.get('data'), parts.get('error'), parts.get('resultCode')];
  yield* misspelt(parts);
  if (missing.includes('requestId') && (data || failure))
    yield gap((data ?? failure)?.entry, 'requestId', 'the answer', object, [string('requestId', SAMPLES.requestId)]);
  yield* mistyped(object, parts, 'requestId', 'string');
  if (data && failure && !single && isWritten(data) && isWritten(failure))
    yield { span: failure.entry.keySpan, data: { kind: 'both', object, entries: [failure.entry, data.entry] } };
  if (data?.entry.value.kind === 'object') {
    const value: Literal = { kind: 'list', items: [{ kind: 'source', span: data.entry.value.outer }] };
    yield wrongType(object, data.entry, 'data', 'list', value);
  } else yield* mistyped(object, parts, 'data', 'list');
  yield* mistyped(object, parts, 'error', 'object');
  if (error && !isWord(error.parts, catalog)) {
    yield* misspelt(error.parts);
    yield* mistyped(error.object, error.parts, 'code', 'number');
    yield* mistyped(error.object, error.parts, 'message', 'string');
  }
  for (const item of items) yield* inItem(item, objects);
}

/** A variable may hold nothing. */
function isWritten({ entry }: Part): boolean {
  return entry.value.kind === 'object' || entry.value.kind === 'list';
}

/** A word in the place of a status is a matter of its level, not of its type. */
function isWord(parts: Parts, catalog: Catalog): boolean {
  const value = parts.get('code')?.entry.value;
  return value?.kind === 'string' && catalog.find('nugu', value.text)?.level === 'device-level';
}

function* inItem({ object, parts, missing }: ResponseItem, objects: readonly ObjectLiteral[]): Generator<Found> {
  const [code, device] = [parts.get('resultCode'), parts.get('smartHomeDevice')];
  // What holds no word of an item may be anything that a platform lists, and an error is on another level.
  const isItem = code || (device && (parts.has('properties') || parts.has('errorProperties')));
  const literal = objects[object];
  if (!isItem || literal?.entries.some(({ key }) => key === 'error')) return;
  yield* misspelt(parts);
  const [first] = literal?.entries ?? [];
  if (missing.includes('resultCode')) yield gap(first, 'resultCode', 'the item', object, codesFor(parts, objects));
  if (missing.includes('smartHomeDevice') && code) {
    const device_: Fill = { name: 'smartHomeDevice', entries: [['smartHomeDevice', { kind: 'object', entries: [] }]] };
    yield gap(code.entry, 'smartHomeDevice', 'the item', object, [device_]);
  }
  const value = code?.entry.value;
  if (value?.kind === 'integer' && code && !isFailureStatus(value.text))
    yield wrongType(object, code.entry, 'resultCode', 'string');
  for (const key of ['smartHomeDevice', 'properties', 'errorProperties']) yield* mistyped(object, parts, key, 'object');
}

function* inThinq(response: ResponseLiteral, { model: { objects } }: Analysis, catalog: Catalog): Generator<Found> {
  const { object, parts, missing, error } = response;
  yield* misspelt(parts);
  const failure = parts.get('error')?.entry;
  for (const key of ['messageId', 'timestamp'] as const)
    if (missing.includes(key)) yield gap(failure, key, 'the answer', object, [string(key, SAMPLES[key])]);
  yield* mistyped(object, parts, 'messageId', 'string');
  yield* time(object, parts);
  yield* mistyped(object, parts, 'error', 'object', catalog);
  if (!error || !failure) return;
  yield* misspelt(error.parts);
  yield* mistyped(error.object, error.parts, 'message', 'string');
  for (const key of error.missing) {
    const outside = objects[object]?.entries.find((entry) => entry.key === key);
    if (outside) {
      yield { span: outside.keySpan, data: { kind: 'misplaced', key, entry: outside, from: object, to: error.object } };
    } else if (error.parts.size > 0) {
      const known = codesBeside(error.parts, catalog);
      const fills = known.map((code) => string(key, key === 'code' ? code.code : catalog.textOf(code)));
      yield gap(failure, key, '`error`', error.object, fills);
    }
  }
}

/** The codes that an error without one of its two halves stands for. */
function codesBeside(parts: Parts, catalog: Catalog): readonly Code[] {
  const [code, message] = [parts.get('code')?.entry.value, parts.get('message')?.entry.value];
  if (code?.kind === 'string') return [catalog.find('thinq', code.text)].flatMap((known) => known ?? []);
  return message?.kind === 'string' ? catalog.byText(message.text, 'thinq').slice(0, 3) : [];
}

/** What an item without a code may have been meant to say, from the properties it has. */
function codesFor(parts: Parts, objects: readonly ObjectLiteral[]): readonly Fill[] {
  if (!parts.has('errorProperties')) return parts.has('properties') ? [string('resultCode', 'OK')] : [];
  const value = parts.get('errorProperties')?.entry.value;
  const keys = value?.kind === 'object' ? (objects[value.object]?.entries.map(({ key }) => key) ?? []) : [];
  const codes = Object.entries(CODES_BY_PROPERTY).flatMap(([key, words]) => (keys.includes(key) ? words : []));
  return codes.map((code) => string('resultCode', code));
}

const CODES_BY_PROPERTY = {
  minTemperature: ['TemperatureOutofRange'],
  minHumidity: ['HumidityOutofRange'],
  mode: ['NotSupportedInCurrentMode', 'NotInAvailableMode'],
};

/** Values to be replaced by the author. */
const SAMPLES = {
  requestId: 'request-id',
  messageId: 'message-id',
  timestamp: '2026-01-01T00:00:00.000Z',
} as const;

function string(key: string, text: string): Fill {
  return { name: text, entries: [[key, { kind: 'string', text }]] };
}

function gap(at: Entry | undefined, key: string, within: string, object: number, fills: readonly Fill[]): Found {
  return { span: at?.keySpan ?? { start: 0, end: 0 }, data: { kind: 'missing', key, in: within, object, fills } };
}

function* misspelt(parts: Parts): Generator<Found> {
  for (const [key, { entry, isSlip }] of parts)
    if (isSlip) yield { span: entry.keySpan, data: { kind: 'misspelt', key, entry } };
}

/** Values whose type shows and is another one; a variable may be of any type, and an object may describe a string. */
function* mistyped(object: number, parts: Parts, key: string, type: Type, catalog?: Catalog): Generator<Found> {
  const entry = parts.get(key)?.entry;
  if (!entry || entry.value.kind === 'other' || entry.value.kind === SHOWS[type]) return;
  const { kind } = entry.value;
  if ((type === 'string' || type === 'number') && kind !== 'string' && kind !== 'integer') return;
  // Some languages write an empty object as they write an empty list.
  if (type === 'object' && entry.value.kind === 'list' && entry.value.items.length === 0) return;
  yield wrongType(object, entry, key, type, fitting(entry, type, catalog));
}

const SHOWS = { string: 'string', time: 'string', number: 'integer', object: 'object', list: 'list' } as const;

function wrongType(object: number, entry: Entry, key: string, type: Type, value?: Literal): Found {
  return { span: entry.value.span, data: { kind: 'mistyped', key, type, object, entry, ...(value && { value }) } };
}

function fitting({ value }: Entry, type: Type, catalog?: Catalog): Literal | undefined {
  if (value.kind !== 'string' && value.kind !== 'integer') return undefined;
  if (type === 'string') return { kind: 'string', text: value.text };
  if (type === 'number') return /^\d+$/.test(value.text) ? { kind: 'number', text: value.text } : undefined;
  const code = type === 'object' ? catalog?.find('thinq', value.text) : undefined;
  if (!code || !catalog) return undefined;
  return {
    kind: 'object',
    entries: [
      ['message', { kind: 'string', text: catalog.textOf(code) }],
      ['code', { kind: 'string', text: code.code }],
    ],
  };
}

const ISO_8601 = /^\d{4}-\d\d-\d\d(?:[T ]|$)|^\d{8}T/;

function* time(object: number, parts: Parts): Generator<Found> {
  const entry = parts.get('timestamp')?.entry;
  if (!entry) return;
  const { value } = entry;
  if ((value.kind !== 'string' && value.kind !== 'integer') || ISO_8601.test(value.text)) return;
  // A test may put any word where nobody reads the time.
  const text = isoOf(value.text);
  if (value.kind === 'string' && text === undefined) return;
  yield wrongType(object, entry, 'timestamp', 'time', { kind: 'string', text: text ?? SAMPLES.timestamp });
}

/** Seconds or milliseconds since 1970, or a date in words, as ISO 8601. */
function isoOf(text: string): string | undefined {
  const number = /^\d{9,13}$/.test(text) ? Number(text) * (text.length < 12 ? 1000 : 1) : Date.parse(text);
  return Number.isNaN(number) ? undefined : new Date(number).toISOString();
}

function messageOf(data: Data, vendor: Vendor): Localized {
  const whose = vendor === 'nugu' ? 'NUGU' : 'ThinQ';
  switch (data.kind) {
    case 'missing':
      return {
        en: `\`${data.key}\` is missing from ${data.in}.`,
        ko: `${PLACES[data.in] ?? data.in}에 \`${data.key}\`이(가) 없습니다.`,
      };
    case 'misspelt':
      return {
        en: `${whose} calls this \`${data.key}\`, not \`${data.entry.key}\`.`,
        ko: `${whose}에서 쓰는 이름은 \`${data.entry.key}\`이(가) 아니라 \`${data.key}\`입니다.`,
      };
    case 'misplaced':
      return {
        en: `\`${data.key}\` belongs in \`error\`.`,
        ko: `\`${data.key}\`은(는) \`error\` 안에 두어야 합니다.`,
      };
    case 'both':
      return {
        en: 'An answer has either `data` or, where the whole request failed, `error`; never both.',
        ko: '응답에는 `data`와 요청 전체가 실패했을 때의 `error` 가운데 하나만 있어야 합니다.',
      };
    case 'mistyped':
      return {
        en: `\`${data.key}\` must be ${TYPES[data.type].en}.`,
        ko: `\`${data.key}\`은(는) ${TYPES[data.type].ko[0]} 합니다.`,
      };
  }
}

const PLACES: Readonly<Record<string, string>> = { 'the answer': '응답', 'the item': '항목' };

function fixesOf(data: Data, objects: readonly ObjectLiteral[], writer: FixWriter): readonly Fix[] {
  const fix = (
    en: string,
    ko: string,
    edits: readonly (Edit | undefined)[],
    preferred: boolean,
    safe = false,
  ): readonly Fix[] => {
    const whole = edits.flatMap((edit) => edit ?? []);
    return whole.length < edits.length ? [] : [{ title: { en, ko }, edits: whole, preferred, safe }];
  };
  const object = (index: number): ObjectLiteral => objects[index] as ObjectLiteral;
  switch (data.kind) {
    case 'missing':
      return data.fills.flatMap(({ name, entries }) => {
        const shown =
          data.fills.length > 1 || data.key === 'resultCode' ? `\`${data.key}\`: ${name}` : `\`${data.key}\``;
        const edit = writer.addEntries(object(data.object), entries);
        return fix(`Add ${shown}`, `${shown} 추가`, [edit], data.fills.length === 1);
      });
    case 'misspelt':
      return fix(
        `Rename to \`${data.key}\``,
        `\`${data.key}\`(으)로 이름 바꾸기`,
        [writer.renameKey(data.entry, data.key)],
        true,
        true,
      );
    case 'misplaced': {
      const value: Literal = { kind: 'source', span: data.entry.value.outer };
      const edits = [
        writer.removeEntry(object(data.from), data.entry),
        writer.addEntries(object(data.to), [[data.key, value]]),
      ];
      return fix(`Move \`${data.key}\` into \`error\``, `\`${data.key}\`을(를) \`error\` 안으로 옮기기`, edits, true);
    }
    case 'both':
      return data.entries.flatMap((entry) =>
        fix(
          `Remove \`${entry.key}\``,
          `\`${entry.key}\` 제거`,
          [writer.removeEntry(object(data.object), entry)],
          false,
        ),
      );
    case 'mistyped': {
      const edit = data.value && writer.replaceValue(object(data.object), data.entry, data.value);
      return fix(`Make it ${TYPES[data.type].en}`, `${TYPES[data.type].ko[1]} 바꾸기`, [edit], true);
    }
  }
}
