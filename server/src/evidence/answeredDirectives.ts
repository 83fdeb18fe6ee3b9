import type { Catalog } from '../catalog/catalog.ts';
import type { Directive } from '../catalog/types.ts';
import type { FileModel, ObjectLiteral, Span } from '../model/model.ts';
import type { Analysis } from './analysis.ts';
import { handlersAt } from './directives.ts';
import { objectsAbove } from './responses/additions.ts';

/** A request in data or in a test, as far as it says what is asked for. */
interface Asked {
  readonly directive: string;
  readonly span: Span;
  /** Index of the outermost object literal that it stands in. */
  readonly root: number;
  readonly requestId?: string;
}

/**
 * The directives that an object literal in an answer is for: those that the code around it serves, or the one that a
 * request asks for which stands beside the answer: in the same literal, under the same `requestId`, or, in a text of data,
 * right before it.
 *
 * @param index of the object literal @returns nothing where that cannot be told
 */
export function directivesAnswered(analysis: Analysis, index: number): readonly Directive[] {
  const { catalog, directives, model } = analysis;
  const object = model.objects[index];
  if (!object) return [];
  const served = handlersAt(directives, object.span.start).map(({ directive }) => directive);
  return known(served.length > 0 ? served : askedBeside(analysis, object), catalog);
}

function known(names: readonly string[], catalog: Catalog): readonly Directive[] {
  const found = [...new Set(names)].map((name) => catalog.directive(name));
  // One that nobody knows may want anything.
  return found.every((one) => one !== undefined) ? found : [];
}

function askedBeside({ model }: Analysis, object: ObjectLiteral): readonly string[] {
  const requests = requestsIn(model);
  if (requests.length === 0) return [];
  const above = [object, ...objectsAbove(model.objects, object)];
  const requestId = textUnder(above, 'requestId');
  const fits = (asked: Asked): boolean =>
    requestId === undefined || asked.requestId === undefined || asked.requestId === requestId;
  for (const { span } of above) {
    const inside = requests.filter((asked) => span.start <= asked.span.start && asked.span.end <= span.end);
    if (inside.length > 0) return onlyOne(inside.filter(fits));
  }
  const sameId = requests.filter((asked) => requestId !== undefined && asked.requestId === requestId);
  if (sameId.length > 0) return onlyOne(sameId);
  return object.ofData ? onlyOne(rightBefore(above.at(-1), requests, model).filter(fits)) : [];
}

function requestsIn(model: FileModel): readonly Asked[] {
  return model.objects.flatMap((object): readonly Asked[] => {
    const value = object.entries.find(({ key }) => key === 'smartHomeDirective')?.value;
    if (value?.kind !== 'string') return [];
    const above = [object, ...objectsAbove(model.objects, object)];
    const requestId = textUnder(above, 'requestId');
    const root = model.objects.indexOf(above.at(-1) ?? object);
    return [{ directive: value.text, span: value.span, root, ...(requestId !== undefined && { requestId }) }];
  });
}

/** The requests in the literal that stands before another, with nothing between them. */
function rightBefore(
  root: ObjectLiteral | undefined,
  requests: readonly Asked[],
  { objects }: FileModel,
): readonly Asked[] {
  const roots = objects.flatMap((one, index) => (one.parent ? [] : [{ index, start: one.span.start }]));
  const before = roots.filter(({ start }) => root !== undefined && start < root.span.start);
  const last = before.reduce<number | undefined>((latest, { index, start }) => {
    const other = latest === undefined ? undefined : objects[latest];
    return other === undefined || other.span.start < start ? index : latest;
  }, undefined);
  return requests.filter((asked) => asked.root === last);
}

function onlyOne(requests: readonly Asked[]): readonly string[] {
  const names = [...new Set(requests.map(({ directive }) => directive))];
  return names.length === 1 ? names : [];
}

/** The text under a key of some object literals, the innermost first. */
function textUnder(objects: readonly ObjectLiteral[], key: string): string | undefined {
  for (const { entries } of objects) {
    const value = entries.find((entry) => entry.key === key)?.value;
    if (value?.kind === 'string') return value.text;
  }
  return undefined;
}
