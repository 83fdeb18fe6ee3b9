import type { Catalog } from '../../catalog/catalog.ts';
import type { Vendor } from '../../catalog/types.ts';
import type { Literal } from '../../fixes/objectWriter.ts';
import type { Entry } from '../../model/model.ts';

/** The types that the pages draw; `time` is a string in ISO 8601. */
export type Type = 'string' | 'number' | 'object' | 'list' | 'time';

/** The value of the right type that says the same, where that can be told. */
export function fitting(
  { value }: Entry,
  key: string,
  type: Type,
  vendor: Vendor,
  catalog: Catalog,
): Literal | undefined {
  if (type === 'list' && value.kind === 'object')
    return { kind: 'list', items: [{ kind: 'source', span: value.outer }] };
  if (value.kind !== 'string' && value.kind !== 'integer') return undefined;
  const { text } = value;
  switch (type) {
    case 'string':
      // No word is meant by a number.
      return key === 'resultCode' ? undefined : { kind: 'string', text };
    case 'number':
      return /^\d+$/.test(text) ? { kind: 'number', text } : undefined;
    case 'time': {
      const time = isoOf(text);
      return time === undefined ? { kind: 'blank' } : { kind: 'string', text: time };
    }
    case 'object':
      return vendor === 'thinq' ? errorOf(text, catalog) : undefined;
    case 'list':
      return undefined;
  }
}

/** ThinQ's `error` with a code. */
function errorOf(text: string, catalog: Catalog): Literal | undefined {
  const code = catalog.find('thinq', text);
  if (!code) return undefined;
  return {
    kind: 'object',
    entries: [
      ['message', { kind: 'string', text: catalog.textOf(code) }],
      ['code', { kind: 'string', text: code.code }],
    ],
  };
}

/** Seconds or milliseconds since 1970, or a date in words, as ISO 8601. */
export function isoOf(text: string): string | undefined {
  const number = /^\d{9,13}$/.test(text) ? Number(text) * (text.length < 12 ? 1000 : 1) : Date.parse(text);
  return Number.isNaN(number) ? undefined : new Date(number).toISOString();
}
