import type { Catalog } from '../catalog/catalog.ts';
import { nearestName } from '../catalog/nearestNames.ts';
import type { Vendor } from '../catalog/types.ts';
import type { Entry, FileModel, ObjectLiteral, Value } from '../model/model.ts';
import type { Marks } from './marks.ts';
import type { Confidence } from './resolve.ts';

/** An entry that a response should have. */
export interface Part {
  readonly entry: Entry;
  /** Its key is plainly meant as this one, but spelt otherwise. */
  readonly isSlip: boolean;
}

export type Parts = ReadonlyMap<string, Part>;

/** One element of the `data` of a NUGU answer. */
export interface AnswerItem {
  /** Index of the object literal. */
  readonly object: number;
  readonly parts: Parts;
  /** Names that it should have, does not have, and is given nowhere else either. */
  readonly missing: readonly string[];
}

/** A whole response, as a vendor's page draws it. */
export interface Answer {
  readonly vendor: Vendor;
  /** Index of the object literal. */
  readonly object: number;
  readonly confidence: Confidence;
  readonly parts: Parts;
  /** Names that it should have, does not have, and is given nowhere else either. */
  readonly missing: readonly string[];
  /** Its `error`, where that is an object literal. */
  readonly error?: AnswerItem;
  /** The elements of its `data`; none for ThinQ. */
  readonly items: readonly AnswerItem[];
}

/** How sure it is that the file is about each vendor. */
type FileConfidence = { readonly [vendor in Vendor]: Confidence | undefined };

const NUGU_ANSWER = ['requestId', 'data', 'error', 'resultCode'];
const NUGU_ITEM = ['resultCode', 'smartHomeDevice', 'properties', 'errorProperties'];
const NUGU_ERROR = ['code', 'message'];
const THINQ_ANSWER = ['messageId', 'timestamp', 'error'];
const THINQ_ERROR = ['message', 'code'];

/** Finds the whole responses among a file's object literals. */
export function collectAnswers(
  model: FileModel,
  file: FileConfidence,
  marks: Marks,
  catalog: Catalog,
): readonly Answer[] {
  // Most files hold many objects and no response: one look at the keys tells.
  return model.objects.flatMap((object, index) =>
    object.entries.some(({ key }) => /^(?:data|error|requestid|messageid|timestamp)/i.test(key)) || mayHoldItems(object)
      ? (nuguAnswer(model, object, index, file, marks, catalog) ??
        thinqAnswer(model, object, index, file, marks, catalog) ??
        [])
      : [],
  );
}

function mayHoldItems(object: ObjectLiteral): boolean {
  return object.entries.some(({ value }) => value.kind === 'list' && value.items.some(({ kind }) => kind === 'object'));
}

function nuguAnswer(
  model: FileModel,
  object: ObjectLiteral,
  index: number,
  file: FileConfidence,
  marks: Marks,
  catalog: Catalog,
): Answer | undefined {
  if (marks.legacy.nugu || !file.nugu || has(object, 'action')) return undefined;
  const parts = partsOf(object, NUGU_ANSWER);
  const requestId = parts.get('requestId');
  const data = parts.get('data');
  const elements = data ? objectsIn(data.entry.value) : [];
  const items = elements.flatMap((element) => itemOf(model, element, NUGU_ITEM, marks) ?? []);
  const isDrawn = items.some(({ parts: own }) => [...own.values()].filter(({ isSlip }) => !isSlip).length > 1);
  const error = errorOf(model, parts, NUGU_ERROR, marks);
  const code = error?.parts.get('code')?.entry.value;
  const isWord = code?.kind === 'string' && catalog.find('nugu', code.text)?.level === 'device-level';
  const isAnswer =
    isDrawn ||
    (requestId && !requestId.isSlip && (items.length > 0 || (parts.has('error') && file.nugu === 'certain'))) ||
    isWord;
  // A word of NUGU's in an answer that is otherwise ThinQ's is another mistake.
  if (!isAnswer || (!isDrawn && (has(object, 'messageId') || has(object, 'timestamp')))) return undefined;
  return {
    vendor: 'nugu',
    object: index,
    confidence: file.nugu,
    parts: isDrawn || requestId ? parts : withoutSlips(parts),
    missing: missingIn(object, parts, ['requestId'], marks),
    items: data?.isSlip && !isDrawn ? [] : items,
    ...(error && { error }),
  };
}

function thinqAnswer(
  model: FileModel,
  object: ObjectLiteral,
  index: number,
  file: FileConfidence,
  marks: Marks,
  catalog: Catalog,
): Answer | undefined {
  if (marks.legacy.thinq || has(object, 'requestId')) return undefined;
  const parts = partsOf(object, THINQ_ANSWER);
  const exact = ['messageId', 'timestamp'].filter((key) => has(object, key));
  const known = parts.get('error');
  if (!known || exact.length === 0) return undefined;
  const error = errorOf(model, parts, THINQ_ERROR, marks);
  const code = error?.parts.get('code')?.entry.value;
  const message = error?.parts.get('message')?.entry.value;
  const entry = code?.kind === 'string' ? catalog.find('thinq', code.text) : undefined;
  const isProven =
    entry !== undefined && message?.kind === 'string' && catalog.byText(message.text, 'thinq').includes(entry);
  const isSure = isProven || (exact.length === 2 && error);
  const confidence = isSure ? 'certain' : exact.length === 2 || entry ? file.thinq : undefined;
  if (!confidence) return undefined;
  return {
    vendor: 'thinq',
    object: index,
    confidence,
    parts,
    missing: missingIn(object, parts, THINQ_ANSWER, marks),
    items: [],
    ...(error && { error }),
  };
}

function errorOf(model: FileModel, parts: Parts, names: readonly string[], marks: Marks): AnswerItem | undefined {
  const value = parts.get('error')?.entry.value;
  return value?.kind === 'object' ? itemOf(model, value.object, names, marks) : undefined;
}

function itemOf(model: FileModel, index: number, names: readonly string[], marks: Marks): AnswerItem | undefined {
  const object = model.objects[index];
  if (!object) return undefined;
  const parts = partsOf(object, names);
  return { object: index, parts, missing: isSample(model, object) ? [] : missingIn(object, parts, names, marks) };
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
function partsOf(object: ObjectLiteral, names: readonly string[]): Parts {
  const parts = new Map<string, Part>();
  for (const entry of object.entries) if (names.includes(entry.key)) parts.set(entry.key, { entry, isSlip: false });
  for (const entry of object.entries) {
    const absent = names.filter((name) => !parts.has(name));
    if (names.includes(entry.key) || absent.length === 0) continue;
    const capital = absent.find((name) => CAPITAL.has(entry.key) && name === entry.key.toLowerCase());
    const name = capital ?? nearestName(entry.key, absent);
    if (name !== undefined) parts.set(name, { entry, isSlip: capital === undefined });
  }
  return parts;
}

const CAPITAL = new Set(['Error', 'Message', 'Code']);

function withoutSlips(parts: Parts): Parts {
  return new Map([...parts].filter(([, { isSlip }]) => !isSlip));
}

/** Functions that take a body as it is, in the words of all languages; any other may add to what it gets. */
const SENDERS =
  /^(?:json\w*|\w*json|JSON\w*|send|body\w*|ok|Ok|respond|Response|jsonify|write\w*|encode|Encode|dumps|stringify|[mM]arshal\w*|serialize\w*|return)$/;

function missingIn(object: ObjectLiteral, parts: Parts, names: readonly string[], { adds }: Marks): readonly string[] {
  const { open, handedOver, givenTo, parent } = object;
  if (open || handedOver || (!parent && givenTo !== undefined && !SENDERS.test(givenTo))) return [];
  return names.filter((name) => !parts.has(name) && !adds.has(name));
}
