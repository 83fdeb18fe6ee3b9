import type { Vendor } from '../../catalog/types.ts';
import type { Entry, ObjectLiteral, Span, Value } from '../../model/model.ts';
import type { EvidenceContext } from '../file.ts';
import { type Envelope, entryOf } from './envelopes.ts';
import type { ResponseLiteral } from './responses.ts';

/** A key of a response, in a place that is surely one. */
export interface ResponseKey {
  readonly vendor: Vendor;
  /** The paths that it may have in a response, as the catalog writes them, the likeliest first: `data[].resultCode`. */
  readonly paths: readonly string[];
  /** As written, without quotes. */
  readonly text: string;
  readonly span: Span;
  readonly value: Value;
}

/** What an object literal is of a response. */
interface Part {
  readonly vendor: Vendor;
  /** What stands before a key in its path; several where it may be one thing or another. */
  readonly before: readonly string[];
  /** What an entry was meant as where its key is misspelt. */
  meant(entry: Entry): string | undefined;
}

/** A file's responses, as evidence has found them. */
interface Found {
  readonly responses: readonly ResponseLiteral[];
  readonly envelopes: readonly Envelope[];
}

/** Finds the keys of responses, whole or in part, of which it is rather sure whose they are; in the order of the objects. */
export function collectResponseKeys(context: EvidenceContext, { responses, envelopes }: Found): readonly ResponseKey[] {
  const { objects } = context.model;
  const parts = new Map<number, Part>();
  // What says more of an object takes the place of what says less.
  for (const [index, object] of objects.entries()) {
    const part = partOfNuguError(context, index) ?? partOfSuccess(context, object);
    if (part) parts.set(index, part);
  }
  for (const envelope of envelopes)
    for (const [index, part] of partsOfEnvelope(envelope, objects)) parts.set(index, part);
  for (const response of responses) for (const [index, part] of partsOfWhole(response)) parts.set(index, part);
  return [...parts]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, part]) => objects[index]?.entries.map((entry) => keyOf(entry, part)) ?? []);
}

function keyOf(entry: Entry, { vendor, before, meant }: Part): ResponseKey {
  const name = meant(entry) ?? entry.key;
  return { vendor, paths: before.map((path) => path + name), text: entry.key, span: entry.keySpan, value: entry.value };
}

function* partsOfWhole(response: ResponseLiteral): Generator<readonly [number, Part]> {
  const { confidence, vendor, object, parts, error, items } = response;
  if (confidence === 'weak') return;
  const inside = [
    { object, parts, before: '' },
    ...(error ? [{ ...error, before: 'error.' }] : []),
    ...items.map((item) => ({ ...item, before: 'data[].' })),
  ];
  for (const one of inside) {
    const slips = [...one.parts].filter(([, { isSlip }]) => isSlip);
    const meant = (entry: Entry): string | undefined => slips.find(([, part]) => part.entry === entry)?.[0];
    yield [one.object, { vendor, before: [one.before], meant }];
  }
}

/** A part that carries a code proves itself, and what it stands in. */
function* partsOfEnvelope(
  { object, vendor, kind, confidence }: Envelope,
  objects: readonly ObjectLiteral[],
): Generator<readonly [number, Part]> {
  if (confidence === 'weak') return;
  const parent = objects[object]?.parent;
  const [own, holder] = kind === 'thinq-error' ? ['error.', 'error'] : ['data[].', 'data'];
  // NUGU's overview has no data: its keys stand beside those of the response.
  yield [object, plain(vendor, parent ? [own] : [own, ''])];
  if (parent?.key.toLowerCase() === holder) yield [parent.object, plain(vendor, [''])];
}

/** NUGU's sample of an error of the whole request, to the letter: any service may have the like. */
function partOfNuguError({ model, catalog, signals }: EvidenceContext, index: number): Part | undefined {
  const isError = ({ parent, entries }: ObjectLiteral): boolean => {
    const [code, message] = ['code', 'message'].map((key) => entries.find((entry) => entry.key === key)?.value);
    if (parent?.key !== 'error' || (code?.kind !== 'integer' && code?.kind !== 'string')) return false;
    const known = catalog.find('nugu', code.text);
    const around = model.objects[parent.object];
    return known?.level === 'global-level' && message?.kind === 'string' && message.text === catalog.textOf(known)
      ? around !== undefined && entryOf(around, 'requestId') !== undefined
      : false;
  };
  const own = model.objects[index];
  if (!own || signals.legacy.nugu) return undefined;
  if (isError(own)) return plain('nugu', ['error.']);
  const inside = entryOf(own, 'error')?.value;
  const error = inside?.kind === 'object' ? model.objects[inside.object] : undefined;
  return error && isError(error) ? plain('nugu', ['']) : undefined;
}

/** A response without an error names nothing that only ThinQ has: it takes a file about ThinQ. */
function partOfSuccess({ file, signals }: EvidenceContext, object: ObjectLiteral): Part | undefined {
  const isAbout = file.thinq !== undefined && file.thinq !== 'weak' && !signals.foreign;
  return isAbout && isSuccess(object) ? plain('thinq', ['']) : undefined;
}

function isSuccess({ entries }: ObjectLiteral): boolean {
  const keys = new Set(entries.map(({ key }) => key));
  if (!keys.has('messageId') || !keys.has('timestamp')) return false;
  return keys.size === 2 || keys.has('response') || keys.has('error');
}

function plain(vendor: Vendor, before: readonly string[]): Part {
  return { vendor, before, meant: () => undefined };
}
