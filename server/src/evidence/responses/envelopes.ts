import type { Catalog } from '../../catalog/catalog.ts';
import type { Vendor } from '../../catalog/types.ts';
import { isCommonplace } from '../../knowledge/numbers.ts';
import type { Entry, ObjectLiteral, Value } from '../../model/model.ts';
import type { Confidence } from '../confidence.ts';
import type { EvidenceContext } from '../file.ts';
import { isOthersSuccess } from '../legacySuccess.ts';
import { type Additions, isSentAsIs } from './additions.ts';

/** The part of a response that carries a code: NUGU's item with a `resultCode`, ThinQ's `error` object. */
export interface Envelope {
  readonly kind: 'nugu-item' | 'thinq-error';
  readonly vendor: Vendor;
  /** Index of the object literal. */
  readonly object: number;
  /** The key the code stands under, as written: the appliance page spells it `Code`. */
  readonly codeKey: string;
  readonly code: Entry;
  readonly confidence: Confidence;
  /** It stands in an answer that only the service sends: whatever is in the code's place is meant as a code. */
  readonly whole: boolean;
  /** More may be put into it elsewhere: it is changed later, or handed to something that fills or compares it. */
  readonly unfinished: boolean;
}

/** The entry with this key, in any case. */
export function entryOf(object: ObjectLiteral, key: string): Entry | undefined {
  return object.entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase());
}

/** Finds the envelopes among a file's object literals. @param additions keys that are put into responses elsewhere */
export function collectEnvelopes(context: EvidenceContext, additions: Additions): readonly Envelope[] {
  return context.model.objects.flatMap((object, index) => {
    const item = nuguItem(context, additions, object, index);
    const error = thinqError(context, object, index);
    return [...(item ? [item] : []), ...(error ? [error] : [])];
  });
}

function nuguItem(
  context: EvidenceContext,
  additions: Additions,
  object: ObjectLiteral,
  index: number,
): Envelope | undefined {
  const { model, signals, catalog } = context;
  const file = context.file.nugu;
  // Only this spelling is NUGU's: the key is looked up to the letter at the platform.
  const code = object.entries.find((entry) => entry.key === 'resultCode');
  if (!code || signals.legacy.nugu) return undefined;
  const beside = entryOf(object, 'smartHomeDevice') ?? entryOf(object, 'errorProperties');
  const word = code.value.kind === 'string' ? code.value.text : '';
  const ownWord = catalog.find('nugu', word)?.level === 'device-level' || catalog.isNearMiss(word);
  // Asked last: nearest names cost more than all the rest.
  const isMeant = (): boolean =>
    ownWord || (file === 'certain' && catalog.nearest('nugu', word, 1).length > 0 && !isOthersSuccess(word, context));
  // A row of texts under these keys may be labels.
  const isShown = beside && file && (beside.value.kind !== 'string' || isMeant());
  const confidence = isShown ? 'certain' : isMeant() ? (file ?? 'likely') : file && 'weak';
  return (
    confidence && {
      kind: 'nugu-item',
      vendor: 'nugu',
      object: index,
      codeKey: code.key,
      code,
      confidence,
      whole: Boolean(isShown),
      unfinished:
        !isSentAsIs(model.objects, index) || (additions.has('errorProperties') && !entryOf(object, 'errorProperties')),
    }
  );
}

function thinqError(
  { model, file: { thinq: file }, signals, catalog }: EvidenceContext,
  object: ObjectLiteral,
  index: number,
): Envelope | undefined {
  const code = entryOf(object, 'code');
  const message = entryOf(object, 'message');
  if (!code || !message || object.parent?.inList || signals.legacy.thinq) return undefined;
  if (object.parent && object.parent.key.toLowerCase() !== 'error') return undefined;
  const around = object.parent && model.objects[object.parent.object];
  // A whole-request error of NUGU has the same form, and so has one of JSON-RPC.
  if (around && (entryOf(around, 'requestId') ?? entryOf(around, 'jsonrpc'))) return undefined;
  const envelope = {
    kind: 'thinq-error',
    vendor: 'thinq',
    object: index,
    codeKey: code.key,
    code,
    whole: false,
    unfinished: false,
  } as const;
  const isWhole = around && entryOf(around, 'messageId') && entryOf(around, 'timestamp');
  if (isWhole && mayBeThinqs(code.value, message.value, catalog))
    return { ...envelope, whole: true, confidence: 'certain' };
  if (code.value.kind !== 'string' && code.value.kind !== 'integer') return undefined;
  if (carriesItsOwnProof(code.value, message.value, catalog)) return { ...envelope, confidence: 'certain' };
  if (object.parent) return file && { ...envelope, confidence: file };
  return file && { ...envelope, confidence: 'weak' };
}

/** Any service may send a message's id, a time and an error; only ThinQ's has four digits or one of its texts. */
function mayBeThinqs(code: Value, message: Value, catalog: Catalog): boolean {
  if (code.kind === 'string' && catalog.find('nugu', code.text)?.level === 'device-level') return true;
  if (message.kind === 'string' && catalog.byText(message.text, 'thinq').length > 0) return true;
  return code.kind === 'other' || ((code.kind === 'string' || code.kind === 'integer') && /^\d{4}$/.test(code.text));
}

/** A code as the service sends it, beside just its own text. */
function carriesItsOwnProof(code: Value, message: Value, catalog: Catalog): boolean {
  if (code.kind !== 'string' || message.kind !== 'string' || isCommonplace(code.text)) return false;
  const known = catalog.find('thinq', code.text);
  return known !== undefined && catalog.byText(message.text, 'thinq').includes(known);
}
