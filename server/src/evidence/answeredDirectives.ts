import type { Catalog } from '../catalog/catalog.ts';
import type { Directive } from '../catalog/types.ts';
import type { ObjectLiteral } from '../model/model.ts';
import type { Analysis } from './analysis.ts';
import { handlersAt } from './directives.ts';
import { type Asked, textUnder } from './requests.ts';
import { objectsAbove } from './responses/additions.ts';

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

function askedBeside({ model, requests }: Analysis, object: ObjectLiteral): readonly string[] {
  if (requests.isEmpty) return [];
  const above = [object, ...objectsAbove(model.objects, object)];
  const requestId = textUnder(above, 'requestId');
  const fits = (asked: Asked): boolean =>
    requestId === undefined || asked.requestId === undefined || asked.requestId === requestId;
  for (const { span } of above) {
    const inside = requests.inside(span);
    if (inside.length > 0) return onlyOne(inside.filter(fits));
  }
  const sameId = requestId === undefined ? [] : requests.withId(requestId);
  if (sameId.length > 0) return onlyOne(sameId);
  // In a text of data, the request stands right before its answer.
  return object.ofData ? onlyOne(requests.before(above.at(-1) ?? object).filter(fits)) : [];
}

function onlyOne(requests: readonly Asked[]): readonly string[] {
  const names = [...new Set(requests.map(({ directive }) => directive))];
  return names.length === 1 ? names : [];
}
