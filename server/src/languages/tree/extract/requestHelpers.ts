import { sends } from '../../../knowledge/clients.ts';
import { beginsProgram } from '../../../knowledge/names.ts';
import { holdsThinqAddress, isThinqClient, isThinqRequest, SIGNS } from '../../../knowledge/vendors.ts';
import type { Span } from '../../../model/model.ts';
import { part } from '../query/constructs.ts';
import { bareName, type Source, spanOf, unwrap } from './source.ts';
import type { Types } from './types.ts';

/** UTF-16 units of the longest function that may be there to send a request for others: a longer one does more. */
const FUNCTION_LIMIT_UNITS = 4000;
/** UTF-16 units of a value in which an address is looked for. */
const VALUE_LIMIT_UNITS = 400;
/** How far a function may be from the one that sends the request. */
const MOST_STEPS = 3;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** The functions of a file by their names; a name that several have is left out. */
export function namedFunctions(source: Source): ReadonlyMap<string, Span> {
  const found = new Map<string, Span | undefined>();
  const add = (name: string | undefined, span: Span): void => {
    if (name === undefined || span.end - span.start > FUNCTION_LIMIT_UNITS || beginsProgram(name)) return;
    found.set(name, found.has(name) && found.get(name)?.start !== span.start ? undefined : span);
  };
  for (const one of source.constructs.all('function')) add(part(one, 'name')?.text, spanOf(one.node));
  for (const kind of ['constant', 'binding'] as const) {
    for (const one of source.constructs.all(kind)) {
      const written = part(one, 'value');
      const value = written && unwrap(source, written);
      if (value && source.constructs.at(value, 'function')) add(bareName(part(one, 'name')), spanOf(value));
    }
  }
  return new Map([...found].flatMap(([name, span]) => (span ? [[name, span] as const] : [])));
}

/**
 * The names of functions that send requests to the service for others: a handler around a call of one deals with what the
 * service says, although nothing there names it.
 */
export function requestHelpers(source: Source, types: Types): readonly string[] {
  const functions = namedFunctions(source);
  if (functions.size === 0) return [];
  const addresses = namesOfAddresses(source);
  const clients = [...types].filter(([, words]) => words.some(isThinqClient)).map(([name]) => name);
  const telling = new Set([...addresses, ...clients].map((name) => name.replace(/^.*[.>:@$]/, '')));
  const words = new Map(
    [...functions].map(([name, { start, end }]) => [name, wordsOf(source.text.slice(start, end))] as const),
  );
  const helpers = new Set<string>();
  for (let step = 0; step < MOST_STEPS; step++) {
    const added = [...functions].flatMap(([name, { start, end }]) => {
      const own = words.get(name);
      if (helpers.has(name) || !own) return [];
      const isNear = [...own].some((word) => word !== name && helpers.has(word));
      const sendsItself = (): boolean =>
        [name, ...own].some(isThinqRequest) ||
        ([...own].some(sends) &&
          ([...own].some((word) => telling.has(word)) || namesService(source.text.slice(start, end))));
      return isNear || (step === 0 && sendsItself()) ? name : [];
    });
    if (added.length === 0) break;
    for (const name of added) helpers.add(name);
  }
  return [...helpers];
}

/** What is given an address of the service, or a text with one in it. */
function namesOfAddresses(source: Source): readonly string[] {
  return (['constant', 'binding'] as const).flatMap((kind) =>
    source.constructs.all(kind).flatMap((one) => {
      const [name, value] = [part(one, 'name'), part(one, 'value')];
      if (!name || !value) return [];
      const end = Math.min(value.endIndex, value.startIndex + VALUE_LIMIT_UNITS);
      return holdsThinqAddress(source.text.slice(value.startIndex, end)) ? name.text : [];
    }),
  );
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(WORD) ?? []);
}

function namesService(text: string): boolean {
  return text.search(SIGNS.thinq) >= 0;
}
