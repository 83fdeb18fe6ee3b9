import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';
import type { Parts } from '../../evidence/responses/responses.ts';
import { MOST_SUGGESTIONS } from '../../fixes/fix.ts';
import type { NewEntry } from '../../fixes/objectWriter.ts';
import type { ObjectLiteral } from '../../model/model.ts';

/** What would fill a gap, and what it is called among others. */
export interface Fill {
  readonly name: string;
  readonly entry: NewEntry;
}

/** An entry whose value only the program or its author knows. */
export function blankFill(key: string): Fill {
  return { name: '', entry: [key, { kind: 'blank' }] };
}

/** An entry with a text, called by that text. */
export function textFill(key: string, value: string): Fill {
  return { name: value, entry: [key, { kind: 'string', text: value }] };
}

/** The codes that an error without one of its two halves stands for. */
export function codesBeside(parts: Parts, catalog: Catalog): readonly Code[] {
  const [code, message] = [parts.get('code')?.entry.value, parts.get('message')?.entry.value];
  if (code?.kind === 'string') return [catalog.find('thinq', code.text)].flatMap((known) => known ?? []);
  return message?.kind === 'string' ? catalog.byText(message.text, 'thinq').slice(0, MOST_SUGGESTIONS) : [];
}

/** What an item without a code may have been meant to say, from the properties it has. */
export function meantCodes(parts: Parts, objects: readonly ObjectLiteral[]): readonly Fill[] {
  if (!parts.has('errorProperties')) return parts.has('properties') ? [textFill('resultCode', 'OK')] : [];
  const value = parts.get('errorProperties')?.entry.value;
  const keys = value?.kind === 'object' ? (objects[value.object]?.entries.map(({ key }) => key) ?? []) : [];
  const codes = Object.entries(CODES_BY_PROPERTY).flatMap(([key, words]) => (keys.includes(key) ? words : []));
  return codes.map((code) => textFill('resultCode', code));
}

const CODES_BY_PROPERTY = {
  minTemperature: ['TemperatureOutofRange'],
  minHumidity: ['HumidityOutofRange'],
  mode: ['NotSupportedInCurrentMode', 'NotInAvailableMode'],
};
