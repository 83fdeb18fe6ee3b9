import { answersWith, keepsBody } from '../../knowledge/frameworks.ts';
import type { FileModel, ObjectLiteral } from '../../model/model.ts';
import type { Signals } from '../text/signals.ts';

/** Keys that the file puts into responses after these were made. */
export type Additions = ReadonlySet<string>;

/** Keys of a response by what they stand in. One that stands by itself is on its way into another literal. */
const LEVELS = [
  ['requestId', 'data', 'error', 'resultCode'],
  ['resultCode', 'smartHomeDevice', 'properties', 'errorProperties'],
  ['messageId', 'timestamp', 'error'],
];

/** Collects what is written to responses elsewhere: by assignments and calls, or from literals that hold just that. */
export function collectAdditions({ objects }: FileModel, { adds }: Signals): Additions {
  const inLiterals = new Set(objects.flatMap(({ entries }) => entries.map(({ keySpan }) => keySpan.start)));
  const written = adds.flatMap(({ key, start }) => (inLiterals.has(start) ? [] : key));
  const apart = objects.flatMap(({ entries }) =>
    LEVELS.flatMap((level) => {
      const keys = entries.flatMap(({ key }) => (level.includes(key) ? key : []));
      return keys.length === 1 && ALONE.has(keys[0] ?? '') ? keys : [];
    }),
  );
  return new Set([...written, ...apart]);
}

/** Keys that mean nothing by themselves but as a part of a response. */
const ALONE = new Set(['requestId', 'smartHomeDevice', 'errorProperties', 'messageId', 'timestamp']);

/** Object literals around one that are looked at: responses are not as deep, but broken data is. */
const MOST_ABOVE = 60;

/** The object literals that one stands in, from the inside out, as far as these matter. */
export function objectsAbove(objects: readonly ObjectLiteral[], { parent }: ObjectLiteral): readonly ObjectLiteral[] {
  const above: ObjectLiteral[] = [];
  for (
    let at = parent && objects[parent.object];
    at && above.length < MOST_ABOVE;
    at = at.parent && objects[at.parent.object]
  )
    above.push(at);
  return above;
}

/** Whether an object literal is what a function gives to its caller, who may put more into it before it is sent. */
export function isLeftToCaller({ objects, routes }: FileModel, index: number, { wrapsAnswers }: Signals): boolean {
  const object = objects[index];
  if (!object?.returned || (object.givenTo !== undefined && answersWith(object.givenTo))) return false;
  // What serves a path answers for itself, unless something stands between it and who asked.
  const serves = routes.some(({ handlers }) =>
    handlers.some(({ start, end }) => start <= object.span.start && object.span.end <= end),
  );
  return !serves || wrapsAnswers;
}

/** Whether an object literal is a response, or stands in one, that goes out as it is written there. */
export function isSentAsIs(objects: readonly ObjectLiteral[], index: number): boolean {
  const object = objects[index];
  if (!object) return false;
  const around = [object, ...objectsAbove(objects, object)];
  const outermost = around.at(-1);
  if (!outermost || outermost.parent || around.some(({ handedOver }) => handedOver)) return false;
  return outermost.givenTo === undefined || keepsBody(outermost.givenTo);
}
