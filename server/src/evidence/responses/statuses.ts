import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';
import { isHttpStatus } from '../../knowledge/numbers.ts';
import type { FileModel, ObjectLiteral, Span } from '../../model/model.ts';
import type { FileContext } from '../file.ts';
import type { ResolvedMention } from '../place.ts';
import { type Envelope, entryOf } from './envelopes.ts';

/** An HTTP status beside a ThinQ code. */
export interface StatusPair {
  readonly status: number;
  readonly span: Span;
  /** Written as a number, so that another can be put in its place. */
  readonly isNumber: boolean;
  readonly code: Code;
}

/** Finds the statuses that stand beside ThinQ codes: in the data around an error, or in the call that sends it. */
export function collectStatusPairs(
  { model, catalog }: FileContext,
  envelopes: readonly Envelope[],
  mentions: readonly (ResolvedMention | undefined)[],
): readonly StatusPair[] {
  const errors = envelopes.flatMap(({ kind, object, code, confidence, whole }) => {
    const known = code.value.kind === 'string' ? catalog.find('thinq', code.value.text) : undefined;
    if (kind !== 'thinq-error' || confidence !== 'certain' || !known) return [];
    // A service may pass the code on under a status and with a text of its own.
    const isThinqs = whole || isThinqText(model.objects[object], catalog);
    return isThinqs ? [{ object, code: known }] : [];
  });
  const inData = errors.flatMap(({ object, code }) => {
    const found = statusAround(model, object);
    return found ? [{ ...found, code }] : [];
  });
  const inCalls = model.statuses.flatMap(({ status, span, isNumber, objects, mentions: given }) => {
    // Deeper inside, it is an answer of another service's that tells of the error.
    const bodies = errors.filter(({ object }) =>
      objects.some((body) => body === object || body === model.objects[object]?.parent?.object),
    );
    const arguments_ = given.flatMap((index) => {
      const found = mentions[index];
      return found?.vendor === 'thinq' && found.code && found.confidence === 'certain' ? [{ code: found.code }] : [];
    });
    return [...bodies, ...arguments_].map(({ code }) => ({ status, span, isNumber, code }));
  });
  return [...inData, ...inCalls.filter(({ span }) => !inData.some((pair) => pair.span.start === span.start))];
}

function isThinqText(error: ObjectLiteral | undefined, catalog: Catalog): boolean {
  const message = error && entryOf(error, 'message')?.value;
  return message?.kind === 'string' && catalog.byText(message.text, 'thinq').length > 0;
}

const STATUS = /^(?:http_?)?status(?:_?code)?$/i;
/** Keys under which a response's body stands, from the inside out. */
const BODY =
  /^(?:error|(?:json|response)?_?body|json|response|data|content|payload|examples?|value|application\/json)$/i;

/** The status beside an object or beside the bodies around it. */
function statusAround(model: FileModel, index: number): Pick<StatusPair, 'status' | 'span' | 'isNumber'> | undefined {
  for (let at = index; ; ) {
    const object = model.objects[at];
    for (const { key, value } of object?.entries ?? []) {
      if (!STATUS.test(key) || value.kind !== 'integer' || !isHttpStatus(value.text)) continue;
      return { status: Number(value.text), span: value.span, isNumber: true };
    }
    const parent = object?.parent;
    if (!parent || parent.inList) return undefined;
    const around = model.objects[parent.object];
    const entry = around?.entries.find(({ key }) => key === parent.key);
    // In OpenAPI the status is the key that the response stands under.
    if (entry && isHttpStatus(parent.key) && around?.parent?.key === 'responses')
      return { status: Number(parent.key), span: entry.keySpan, isNumber: true };
    if (!BODY.test(parent.key) && !isExample(model, parent.object)) return undefined;
    at = parent.object;
  }
}

/** A named example: `examples: { offline: { value: … } }`. */
function isExample(model: FileModel, index: number): boolean {
  return model.objects[index]?.parent?.key === 'examples';
}
