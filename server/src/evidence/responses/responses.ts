import type { Catalog } from '../../catalog/catalog.ts';
import { isSameName, misspeltName } from '../../catalog/nearestName.ts';
import type { Vendor } from '../../catalog/types.ts';
import { isFailureStatus } from '../../knowledge/numbers.ts';
import type { Entry, FileModel, ObjectLiteral, Value } from '../../model/model.ts';
import type { Confidence } from '../confidence.ts';
import type { EvidenceContext } from '../file.ts';
import type { Signals } from '../text/signals.ts';
import { type Additions, isLeftToCaller, isSentAsIs, objectsAbove } from './additions.ts';

/** An entry that a response should have. */
export interface Part {
  readonly entry: Entry;
  /** Its key is plainly meant as this one, but spelt otherwise; not where a type of the program's own spells it so. */
  readonly isSlip: boolean;
}

export type Parts = ReadonlyMap<string, Part>;

/** One element of the `data` of a NUGU answer. */
export interface ResponseItem {
  /** Index of the object literal. */
  readonly object: number;
  readonly parts: Parts;
  /** Names that it should have, does not have, and is given nowhere else either. */
  readonly missing: readonly string[];
}

/** A whole response, as a vendor's page draws it. */
export interface ResponseLiteral {
  readonly vendor: Vendor;
  /** Index of the object literal. */
  readonly object: number;
  readonly confidence: Confidence;
  readonly parts: Parts;
  /** Names that it should have, does not have, and is given nowhere else either. */
  readonly missing: readonly string[];
  /** Its `error`, where that is an object literal. */
  readonly error?: ResponseItem;
  /** The elements of its `data`; none for ThinQ. */
  readonly items: readonly ResponseItem[];
}

const NUGU_RESPONSE = ['requestId', 'data', 'error', 'resultCode'];
const NUGU_ITEM = ['resultCode', 'smartHomeDevice', 'properties', 'errorProperties'];
const NUGU_ERROR = ['code', 'message'];
const THINQ_RESPONSE = ['messageId', 'timestamp', 'error'];
const THINQ_ERROR = ['message', 'code'];

/** Finds the whole responses among a file's object literals. @param additions keys that are put into responses elsewhere */
export function collectResponses(context: EvidenceContext, additions: Additions): readonly ResponseLiteral[] {
  // Most files hold many objects and no response: one look at the keys tells.
  return context.model.objects.flatMap((object, index) =>
    object.entries.some(({ key }) => /^(?:data|error|requestid|messageid|timestamp)/i.test(key)) || mayHoldItems(object)
      ? (nuguResponse(context, additions, object, index) ?? thinqResponse(context, additions, object, index) ?? [])
      : [],
  );
}

function mayHoldItems(object: ObjectLiteral): boolean {
  return object.entries.some(({ value }) => value.kind === 'list' && value.items.some(({ kind }) => kind === 'object'));
}

function nuguResponse(
  { model, file, signals, catalog }: EvidenceContext,
  additions: Additions,
  object: ObjectLiteral,
  index: number,
): ResponseLiteral | undefined {
  if (signals.legacy.nugu || has(object, 'action')) return undefined;
  const parts = partsOf(model, object, NUGU_RESPONSE);
  const requestId = parts.get('requestId');
  const data = parts.get('data')?.entry.value;
  const elements = data ? objectsIn(data) : [];
  const items = elements.flatMap((element) => itemOf(model, element, NUGU_ITEM, additions) ?? []);
  const error = errorOf(model, parts, NUGU_ERROR, additions);
  const isSpelt = requestId !== undefined && isSameName(requestId.entry.key, 'requestId');
  const isRespelt = object.ofData && isSpelt && items.some((item) => isRespeltItem(item, catalog));
  const hasMore = object.entries.length > parts.size;
  // A word of NUGU's beside a `requestId` is nobody else's, whatever the file is about.
  const isLone = requestId?.isSlip === false && !data && error !== undefined && holdsWord(error, catalog);
  const confidence = file.nugu ?? ((isRespelt || isLone) && 'likely');
  if (!confidence) return undefined;
  const isResponse =
    isRespelt || items.some((item) => isDrawn(item, model.objects))
      ? // By itself, `data` is also what libraries call the body of a response, of one item or with more beside it.
        requestId || (data?.kind === 'list' && !hasMore && !parts.has('error'))
      : requestId && !requestId.isSlip && !data && error && isFailure(error, hasMore, model.objects, catalog);
  if (!isResponse) return undefined;
  return {
    vendor: 'nugu',
    object: index,
    confidence,
    parts,
    missing: isCompletedAround(model, index, signals) ? [] : missingIn(model, index, parts, ['requestId'], additions),
    items,
    ...(error && { error }),
  };
}

/** Whether what is around an object adds what it lacks: a caller, or a literal that it is the inside of. */
function isCompletedAround(model: FileModel, index: number, signals: Signals): boolean {
  if (isLeftToCaller(model, index, signals)) return true;
  // `{ data: { data: [ … ] } }` is an answer with whatever a library has put around it.
  if (model.objects[index]?.parent?.key === 'data') return true;
  const object = model.objects[index];
  return object !== undefined && objectsAbove(model.objects, object).some((around) => has(around, 'requestId'));
}

/** Whether an item of data says a code of NUGU's under names that are its own but for separators and case. */
function isRespeltItem({ parts }: ResponseItem, catalog: Catalog): boolean {
  const isSpelt = (name: string): boolean => {
    const key = parts.get(name)?.entry.key;
    return key !== undefined && isSameName(key, name);
  };
  const code = parts.get('resultCode')?.entry.value;
  return (
    isSpelt('resultCode') &&
    (isSpelt('smartHomeDevice') || isSpelt('errorProperties')) &&
    code?.kind === 'string' &&
    catalog.find('nugu', code.text)?.level === 'device-level'
  );
}

/** Whether an item has one of the names that only NUGU has, and another that it is known by. */
function isDrawn({ object, parts }: ResponseItem, objects: readonly ObjectLiteral[]): boolean {
  const exact = [...parts].flatMap(([name, { entry }]) => (entry.key === name ? name : []));
  const known = [...parts].filter(([name, { entry }]) => objects[object]?.ofData && isSameName(entry.key, name));
  const failure = objects[object]?.entries.some(({ key }) => key === 'error');
  // Requests list `smartHomeDevices`, but have no `resultCode` beside them.
  const isListed = parts.get('smartHomeDevice')?.entry.key === 'smartHomeDevices';
  if (isListed && exact.includes('resultCode')) return true;
  return (
    exact.some((name) => /^(?:smartHomeDevice|errorProperties)$/.test(name)) &&
    (exact.length > 1 || known.length > 1 || failure === true)
  );
}

/** Whether an `error` holds a word that belongs in an item. */
function holdsWord({ parts }: Pick<ResponseItem, 'parts'>, catalog: Catalog): boolean {
  const code = parts.get('code')?.entry.value;
  return code?.kind === 'string' && catalog.find('nugu', code.text)?.level === 'device-level';
}

/** Whether an `error` is NUGU's: any service may have one beside a `requestId`. */
function isFailure(
  { object, parts }: ResponseItem,
  hasMore: boolean,
  objects: readonly ObjectLiteral[],
  catalog: Catalog,
): boolean {
  const code = parts.get('code')?.entry.value;
  if (code?.kind !== 'string' && code?.kind !== 'integer') return false;
  if (holdsWord({ parts }, catalog)) return true;
  return isFailureStatus(code.text) && !hasMore && objects[object]?.entries.length === parts.size;
}

function thinqResponse(
  { model, file, signals, catalog }: EvidenceContext,
  additions: Additions,
  object: ObjectLiteral,
  index: number,
): ResponseLiteral | undefined {
  if (signals.legacy.thinq || has(object, 'requestId')) return undefined;
  const parts = partsOf(model, object, THINQ_RESPONSE);
  const exact = ['messageId', 'timestamp'].filter((key) => has(object, key));
  const known = parts.get('error')?.entry.value;
  if (!known || exact.length === 0) return undefined;
  const error = errorOf(model, parts, THINQ_ERROR, additions);
  const code = error ? error.parts.get('code')?.entry.value : known;
  const message = error?.parts.get('message')?.entry.value;
  const entry = code?.kind === 'string' || code?.kind === 'integer' ? catalog.find('thinq', code.text) : undefined;
  const owners = message?.kind === 'string' ? catalog.byText(message.text, 'thinq') : [];
  // Queues, sockets and logs call their parts by the same names: it takes a code or a text of ThinQ's.
  const isProven = error && (exact.length === 2 ? entry || owners.length > 0 : entry && owners.includes(entry));
  const confidence = isProven ? 'certain' : entry && file.thinq;
  if (!confidence) return undefined;
  return {
    vendor: 'thinq',
    object: index,
    confidence,
    parts,
    missing: missingIn(model, index, parts, THINQ_RESPONSE, additions),
    items: [],
    ...(error && { error }),
  };
}

function errorOf(
  model: FileModel,
  parts: Parts,
  names: readonly string[],
  additions: Additions,
): ResponseItem | undefined {
  const value = parts.get('error')?.entry.value;
  return value?.kind === 'object' ? itemOf(model, value.object, names, additions) : undefined;
}

function itemOf(
  model: FileModel,
  index: number,
  names: readonly string[],
  additions: Additions,
): ResponseItem | undefined {
  const object = model.objects[index];
  if (!object) return undefined;
  const parts = partsOf(model, object, names);
  return {
    object: index,
    parts,
    missing: isSample(model, object) ? [] : missingIn(model, index, parts, names, additions),
  };
}

/** One that leaves things out inside, as `{ ... }` does in the samples of the pages, may leave out its own as well. */
function isSample(model: FileModel, object: ObjectLiteral): boolean {
  return object.entries.some(({ value }) => value.kind === 'object' && model.objects[value.object]?.open);
}

function objectsIn(value: Value): readonly number[] {
  if (value.kind === 'object') return [value.object];
  return value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'object' ? item.object : [])) : [];
}

function has(object: ObjectLiteral, key: string): boolean {
  return object.entries.some((entry) => entry.key === key);
}

/** The entries by the names they were meant to have. The appliance page writes names with a capital: that is no slip. */
function partsOf({ objects }: FileModel, object: ObjectLiteral, names: readonly string[]): Parts {
  const parts = new Map<string, Part>();
  const isTyped = (): boolean => [object, ...objectsAbove(objects, object)].some(({ typed }) => typed);
  for (const entry of object.entries) if (names.includes(entry.key)) parts.set(entry.key, { entry, isSlip: false });
  for (const entry of object.entries) {
    const absent = names.filter((name) => !parts.has(name));
    if (names.includes(entry.key) || absent.length === 0) continue;
    const capital = absent.find((name) => CAPITAL.has(entry.key) && name === entry.key.toLowerCase());
    const name = capital ?? misspeltName(entry.key, absent);
    if (name !== undefined && (isSameName(entry.key, name) || holds(entry.value, name)))
      parts.set(name, { entry, isSlip: !capital && !entry.declared && !isTyped() });
  }
  return parts;
}

const CAPITAL = new Set(['Error', 'Message', 'Code']);

/** Whether a value is of the sort that stands under a name: `date` is another word than `data`, `mode` than `code`. */
function holds(value: Value, name: string): boolean {
  switch (name) {
    case 'data':
      return value.kind === 'list' || value.kind === 'object';
    case 'error':
      return value.kind === 'object';
    case 'code':
      return (value.kind === 'string' || value.kind === 'integer') && /^\d+$/.test(value.text);
    case 'smartHomeDevice':
      // `smartHomeDevices` lists them in requests.
      return value.kind === 'object' || value.kind === 'other' || value.kind === 'list';
    case 'properties':
    case 'errorProperties':
      return value.kind === 'object' || value.kind === 'other';
    case 'timestamp':
      return value.kind !== 'object' && value.kind !== 'list';
    default:
      return value.kind === 'string' || value.kind === 'other';
  }
}

function missingIn(
  model: FileModel,
  index: number,
  parts: Parts,
  names: readonly string[],
  additions: Additions,
): readonly string[] {
  if (model.objects[index]?.open || !isSentAsIs(model.objects, index)) return [];
  return names.filter((name) => !parts.has(name) && !additions.has(name));
}
