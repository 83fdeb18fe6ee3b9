import type { Directive, DirectiveKey } from '../../catalog/types.ts';
import { hasPartOnly, isExpectation } from '../../knowledge/testing.ts';
import type { FileModel, ObjectLiteral, Span } from '../../model/model.ts';
import type { Analysis } from '../analysis.ts';
import { directivesAnswered } from '../answeredDirectives.ts';
import { handlersAt } from '../directives.ts';
import { objectsAbove } from './additions.ts';
import type { Envelope } from './envelopes.ts';

/** An `OK` that says nothing of what was asked. */
export interface UnansweredQuestion {
  readonly directives: readonly Directive[];
  /** What its answer has in the table or in the sample of the page; any one of them would do. */
  readonly properties: readonly DirectiveKey[];
  /** What stands in `properties` instead. */
  readonly given: readonly string[];
  /** Where the code stands. */
  readonly span: Span;
}

/** Directives that want to know something: `AskTemperature`, `CheckRemainingBattery`. */
const QUESTION = /^(?:Ask|Check)[A-Z]/;

/** Finds the answers to questions that say `OK` and hold none of the properties in which the answer is. */
export function unansweredQuestions(analysis: Analysis): readonly UnansweredQuestion[] {
  const joins = isJoined(analysis.model);
  return analysis.envelopes.flatMap((envelope) => measure(envelope, analysis, joins) ?? []);
}

/** @param joins somewhere in the file `properties` is put beside what comes from elsewhere */
function measure(envelope: Envelope, analysis: Analysis, joins: boolean): UnansweredQuestion | undefined {
  const { kind, confidence, code, object: index } = envelope;
  if (kind !== 'nugu-item' || confidence === 'weak' || code.value.kind !== 'string') return undefined;
  const item = analysis.model.objects[index];
  if (code.value.text !== 'OK' || !item || item.open) return undefined;
  const given = givenIn(item, envelope, analysis, joins);
  if (!given) return undefined;
  const directives = directivesAnswered(analysis, index);
  if (directives.length === 0 || !directives.every(isQuestion)) return undefined;
  const properties = directives.flatMap((directive) => directive.properties);
  const isAnswered = given.length > 0 && directives.some((directive) => mayAnswer(given, directive));
  return isAnswered ? undefined : { directives, properties, given, span: code.value.span };
}

function isQuestion({ name, properties }: Directive): boolean {
  return QUESTION.test(name) && properties.length > 0;
}

/**
 * Whether what is given may be the answer. The table of a directive of which only the sample shows keys has one without a
 * name; and who is asked for what is measured may be asked for what is set as well, as AskHumidity's text says.
 */
function mayAnswer(given: readonly string[], { properties }: Directive): boolean {
  if (properties.every(({ sources }) => sources['nugu/directive-tables'] === undefined)) return true;
  const names = new Set(properties.map(({ name }) => name));
  if (names.has('currentHumidity')) names.add('humidityLevel');
  return given.some((name) => names.has(name));
}

/**
 * The keys under `properties`, and of what lies inside.
 *
 * @returns undefined where the answer may come from elsewhere, or stands under another key
 */
function givenIn(
  item: ObjectLiteral,
  envelope: Envelope,
  analysis: Analysis,
  joins: boolean,
): readonly string[] | undefined {
  const { model, additions } = analysis;
  if (hasOtherPlace(item, model) || isPattern(item, model) || isTakenOutBelow(item, analysis)) return undefined;
  const value = item.entries.find(({ key }) => key === 'properties')?.value;
  if (!value) {
    const mayCome = envelope.unfinished || additions.has('properties') || isTyped(item, model) || joins;
    return mayCome ? undefined : [];
  }
  const properties = value.kind === 'object' ? model.objects[value.object] : undefined;
  if (!properties || properties.open || properties.handedOver || isFilledLater(item, model)) return undefined;
  return keysWithin(properties, model);
}

/** NUGU's overview has `parameters` in the place of `properties`; what stands beside an error is for another rule to move. */
function hasOtherPlace(item: ObjectLiteral, { objects }: FileModel): boolean {
  return item.entries.some(({ key, value }) => {
    if (key === 'parameters') return true;
    if (key === 'properties' || key === 'smartHomeDevice') return false;
    return value.kind === 'object' && (objects[value.object]?.entries.length ?? 0) > 0;
  });
}

/** Whether it is what a test looks for in an answer: no more than a part of it. */
function isPattern(item: ObjectLiteral, { objects }: FileModel): boolean {
  return [item, ...objectsAbove(objects, item)].some(({ givenTo }) => givenTo !== undefined && hasPartOnly(givenTo));
}

/** Something adds to the answer, or may: it is changed after it was made, or a type of the program's own says what it holds. */
function isFilledLater(item: ObjectLiteral, { objects }: FileModel): boolean {
  return [item, ...objectsAbove(objects, item)].some(
    ({ handedOver, givenTo }) => handedOver && !(givenTo !== undefined && isExpectation(givenTo)),
  );
}

/** Whether the code below takes `properties` out of something: `for (const item of data) item.properties.mode = mode`. */
function isTakenOutBelow({ span, ofData }: ObjectLiteral, { signals, directives }: Analysis): boolean {
  if (ofData) return false;
  const regions = handlersAt(directives, span.start).flatMap((handler) => handler.regions);
  const ends = regions.flatMap(({ start, end }) => (start <= span.start && span.end <= end ? end : []));
  const end = ends.length > 0 ? Math.min(...ends) : Number.POSITIVE_INFINITY;
  return signals.takesProperties.some((at) => span.end <= at && at < end);
}

function isTyped(item: ObjectLiteral, { objects }: FileModel): boolean {
  return [item, ...objectsAbove(objects, item)].some(({ typed }) => typed);
}

/** Whether somewhere in the file `properties` is put beside what comes from elsewhere: `{ ...item, properties }`. */
function isJoined({ objects }: FileModel): boolean {
  return objects.some(({ open, entries }) => open && entries.some(({ key }) => key === 'properties'));
}

function keysWithin({ entries }: ObjectLiteral, model: FileModel): readonly string[] {
  return entries.flatMap(({ key, value }) => {
    const inside = value.kind === 'object' ? model.objects[value.object] : undefined;
    return [key, ...(inside ? keysWithin(inside, model) : [])];
  });
}
