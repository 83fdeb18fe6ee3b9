import { particle } from '../../catalog/korean.ts';
import type { Vendor } from '../../catalog/types.ts';
import { wholeFix } from '../../fixes/fix.ts';
import type { Literal } from '../../fixes/objectWriter.ts';
import { isFailureStatus } from '../../knowledge/numbers.ts';
import { isTemplate } from '../../knowledge/templates.ts';
import type { Entry } from '../../model/model.ts';
import { fitting, isoOf, type Type } from './fitting.ts';
import { defineCheck, type Section } from './shapeCheck.ts';

interface Data {
  readonly key: string;
  readonly type: Type;
  /** Index of the object literal. */
  readonly object: number;
  readonly entry: Entry;
  /** What would be right, where that can be told. */
  readonly value?: Literal;
}

/** In Korean with what a value must be, and with what it is to become. */
const TYPES: Readonly<Record<Type, { readonly en: string; readonly ko: readonly [must: string, into: string] }>> = {
  string: { en: 'a string', ko: ['문자열이어야', '문자열로'] },
  number: { en: 'a number', ko: ['숫자여야', '숫자로'] },
  object: { en: 'an object', ko: ['객체여야', '객체로'] },
  list: { en: 'an array', ko: ['배열이어야', '배열로'] },
  time: { en: 'a time in ISO 8601', ko: ['ISO 8601 시각이어야', 'ISO 8601 시각으로'] },
};

/** What the pages draw under each key. */
const DRAWN: { readonly [vendor in Vendor]: { readonly [kind in Section['kind']]: Readonly<Record<string, Type>> } } = {
  nugu: {
    response: { requestId: 'string', data: 'list', error: 'object' },
    error: { code: 'number', message: 'string' },
    item: { resultCode: 'string', smartHomeDevice: 'object', properties: 'object', errorProperties: 'object' },
  },
  thinq: {
    response: { messageId: 'string', timestamp: 'time', error: 'object' },
    error: { message: 'string' },
    item: {},
  },
};

/** A value whose type shows and is another one than the page draws. A variable may be of any type. */
export const mistyped = defineCheck<Data>({
  *find({ response: { vendor }, sections, catalog, objects }) {
    for (const { kind, object, parts } of sections) {
      for (const [key, type] of Object.entries(DRAWN[vendor][kind])) {
        const { entry, isSlip } = parts.get(key) ?? {};
        // Under a name that must change first.
        if (!entry || isSlip || !isMistyped(entry, key, type, objects[object]?.ofData === true)) continue;
        const value = fitting(entry, key, type, vendor, catalog);
        yield { span: entry.value.span, data: { key, type, object, entry, ...(value && { value }) } };
      }
    }
  },

  message({ key, type }) {
    return {
      en: `\`${key}\` must be ${TYPES[type].en}.`,
      ko: `\`${key}\`${particle(key, '은/는')} ${TYPES[type].ko[0]} 합니다.`,
    };
  },

  fixes({ type, object, entry, value }, objects, writer) {
    const literal = objects[object];
    return wholeFix(
      { en: `Make it ${TYPES[type].en}`, ko: `${TYPES[type].ko[1]} 바꾸기` },
      [literal && value && writer.replaceValue(literal, entry, value)],
      { preferred: true },
    );
  },
});

function isMistyped({ value }: Entry, key: string, type: Type, isOfData: boolean): boolean {
  if (value.kind === 'string' && isTemplate(value.text)) return false;
  const isPlain = value.kind === 'string' || value.kind === 'integer';
  switch (type) {
    case 'string':
      // An object may describe a string. A status in the place of a word is a matter of its level.
      if (value.kind === 'list') return isOfData;
      return value.kind === 'integer' && !(key === 'resultCode' && isFailureStatus(value.text));
    case 'number':
      return value.kind === 'string';
    case 'object':
      // Some languages write an empty object as they write an empty list.
      return isPlain || (value.kind === 'list' && value.items.length > 0);
    case 'list':
      return isPlain || value.kind === 'object';
    case 'time':
      // A test may put any word where nobody reads the time.
      return isPlain && !ISO_8601.test(value.text) && (value.kind === 'integer' || isoOf(value.text) !== undefined);
  }
}

const ISO_8601 = /^\d{4}-\d\d-\d\d(?:[T ]|$)|^\d{8}T/;
