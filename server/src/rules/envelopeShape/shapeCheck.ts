import type { Catalog } from '../../catalog/catalog.ts';
import type { Localized, Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { Additions } from '../../evidence/responses/additions.ts';
import type { Parts, ResponseItem, ResponseLiteral } from '../../evidence/responses/responses.ts';
import type { Fix } from '../../fixes/fix.ts';
import type { FixWriter } from '../../fixes/fixWriter.ts';
import type { ObjectLiteral, Span } from '../../model/model.ts';

/** One question about the shape of a response. Like a rule, it finds data, of which message and fixes are made later. */
export interface ShapeCheck<Data = unknown> {
  find(shape: Shape): Iterable<Flaw<Data>>;
  message(data: Data, vendor: Vendor): Localized;
  /** @param objects the object literals of the file */
  fixes(data: Data, objects: readonly ObjectLiteral[], writer: FixWriter): readonly Fix[];
}

/** One thing in which a response is not what a platform sends or takes. */
export interface Flaw<Data> {
  readonly span: Span;
  readonly data: Data;
}

/** A response, and whatever its shape is judged by. */
export interface Shape {
  readonly response: ResponseLiteral;
  readonly sections: readonly Section[];
  /** The object literals of the file. */
  readonly objects: readonly ObjectLiteral[];
  readonly catalog: Catalog;
  /** Keys that the file puts into responses after these were made. */
  readonly additions: Additions;
}

/** An object whose keys and types a vendor's page draws: the whole response, its `error`, or an item of its `data`. */
export interface Section extends ResponseItem {
  readonly kind: 'response' | 'error' | 'item';
}

/** Keeps a check's own type of data while it is written, and hides it from the rule. */
export function defineCheck<Data>(check: ShapeCheck<Data>): ShapeCheck {
  return check as unknown as ShapeCheck;
}

/** A response with those of its objects that are to be judged, from the outside in. */
export function shapeOf(response: ResponseLiteral, { model, catalog, additions }: Analysis): Shape {
  const { objects } = model;
  const { object, parts, missing, error, items } = response;
  const isJudged = error && !(response.vendor === 'nugu' && isWord(error.parts, catalog));
  const sections: readonly Section[] = [
    { kind: 'response', object, parts, missing },
    ...(isJudged ? [{ kind: 'error' as const, ...error }] : []),
    ...items.filter((item) => isItem(item, objects)).map((item) => ({ kind: 'item' as const, ...item })),
  ];
  return { response, sections, objects, catalog, additions };
}

/** A word in the place of a status is a matter of its level, not of its type. */
function isWord(parts: Parts, catalog: Catalog): boolean {
  const value = parts.get('code')?.entry.value;
  return value?.kind === 'string' && catalog.find('nugu', value.text)?.level === 'device-level';
}

/** What holds no word of an item may be anything that a platform lists, and an error is on another level. */
function isItem({ object, parts }: ResponseItem, objects: readonly ObjectLiteral[]): boolean {
  const isNamed =
    parts.has('resultCode') ||
    (parts.has('smartHomeDevice') && (parts.has('properties') || parts.has('errorProperties')));
  return isNamed && !objects[object]?.entries.some(({ key }) => key === 'error');
}
