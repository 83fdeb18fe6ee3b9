import { handsFailureOn } from '../../../knowledge/channels.ts';
import { isRequestHelper, sends } from '../../../knowledge/clients.ts';
import { PATHLESS } from '../../../knowledge/keywords.ts';
import { isThinqRequest } from '../../../knowledge/vendors.ts';
import type { Span } from '../../../model/model.ts';
import type { Alias, Constant } from '../../../model/names.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import { librariesOf } from '../query/libraries.ts';
import type { Node } from '../syntax/node.ts';
import { addressesIn } from './addresses.ts';
import { protectedBody } from './handlers/attempts.ts';
import { readsCodeIn } from './handlers/names.ts';
import { outcomeOf } from './handlers/outcome.ts';
import { throwsIn } from './handlers/shows.ts';
import { type Placed, placed, within } from './placed.ts';
import { namedFunctions } from './requestHelpers.ts';
import { calledName, calleePath, type Source, spanOf } from './source.ts';

/** What the functions of a file send requests to, as far as the file tells by itself. */
export interface SentRequests {
  /** What may be an address that a function sends requests to, or the name of something that does; nothing where it sends none. */
  of(span: Span): readonly (Constant | Alias)[];
  /** The same of the functions that an object holds: `{ list: () => http.get("/devices") }`. */
  ofFunctionsIn(object: Construct<'object'>): readonly (Constant | Alias)[];
}

/** What may be an address or a name of one function. */
const MOST_NAMES = 6;
/** UTF-16 units of what a request is sent with in which names are looked for: where it goes comes first. */
const GIVEN_LIMIT_UNITS = 120;
/** UTF-16 units of the longest name of what a request is sent through. */
const RECEIVER_LIMIT_UNITS = 160;
/** How far a function may be from the one that sends the request. */
const MOST_STEPS = 3;
/** A dotted name, and what stands for the object at hand in front of it. */
const RECEIVER = /^(?:[\p{L}_$][\p{L}\p{N}_$]*\.)*[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** Reads what functions send requests to; the work is done when somebody asks. */
export function createSentRequests(source: Source): SentRequests {
  let calls: readonly Placed<'call'>[] | undefined;
  let functions: ReadonlyMap<string, Span> | undefined;
  let nodes: ReadonlyMap<number, Node> | undefined;
  const known = new Map<number, readonly (Constant | Alias)[]>();

  const read = (span: Span, steps: number): readonly (Constant | Alias)[] => {
    const found = known.get(span.start);
    if (found) return found;
    // Whoever calls itself, in however many steps, adds nothing.
    known.set(span.start, []);
    calls ??= placed(source, 'call');
    functions ??= namedFunctions(source);
    nodes ??= new Map(source.constructs.all('function').map(({ node }) => [node.startIndex, node]));
    const node = nodes.get(span.start);
    const inside = within(calls, span).map(({ construct }) => construct);
    const sending = inside.filter((call) => sends(calledName(call)));
    const asked = inside.filter((call) => !part(call, 'receiver') && asks(calledName(call))).map(calledName);
    const own = inside.flatMap((call) => {
      const other = steps > 0 && !part(call, 'receiver') ? functions?.get(calledName(call)) : undefined;
      return other && other.start !== span.start ? read(other, steps - 1) : [];
    });
    const made = [
      ...(sending.length > 0 ? addressesIn(source, span) : []),
      ...[...sending.flatMap((call) => [receiverOf(call) ?? [], namesGivenTo(source, call)].flat()), ...asked].map(
        (of): Alias => ({ kind: 'alias', of }),
      ),
      ...own,
    ];
    const talks = made.length > 0 && !hidesFailures(source, [span]) && !(node && answersWithCode(source, node, inside));
    const all = talks ? distinct(made).slice(0, MOST_NAMES) : [];
    known.set(span.start, all);
    return all;
  };

  return {
    of: (span) => read(span, MOST_STEPS),
    ofFunctionsIn(object) {
      const own = spanOf(object.node);
      // A table of functions by codes sends nothing: one of them is called.
      if (parts(object, 'pair').some((pair) => /^["'`\d]/.test(pair.text))) return [];
      const inside = source.constructs.all('function').filter(({ node }) => isIn(node, [own]));
      const all = inside.flatMap(({ node }) => read(spanOf(node), MOST_STEPS));
      return hidesFailures(source, [own]) ? [] : distinct(all).slice(0, MOST_NAMES);
    },
  };
}

/** Whether a function by this name asks a service for something, wherever it stands. */
function asks(name: string): boolean {
  return isRequestHelper(name) || isThinqRequest(name);
}

/** The dotted name of what a request is sent through: `http` in `http.get(path)`. */
function receiverOf(call: Construct<'call'>): string | undefined {
  const [receiver, callee] = [part(call, 'receiver'), part(call, 'callee')];
  const node = receiver ?? callee;
  // What is longer is a chain of calls, and no name.
  if (!node || node.endIndex - node.startIndex > RECEIVER_LIMIT_UNITS) return undefined;
  const written = receiver
    ? receiver.text
    : node.text.replace(/<[^<>]*>$/, '').replace(/(?:[?!]{0,2}\.|->|::)?[\p{L}\p{N}_]{1,80}$/u, '');
  const words = written.replace(/[?!]{0,2}\.|->|::/g, '.').replace(/^[$@]+/, '');
  return RECEIVER.test(words) && !PATHLESS.includes(words.split('.', 1)[0] ?? '') ? words : undefined;
}

/** The names of constants in what a request is sent with: `API` in `fetch(`${API}/devices`)`. */
function namesGivenTo({ text }: Source, call: Construct<'call'>): readonly string[] {
  const start = part(call, 'callee')?.endIndex ?? call.node.startIndex;
  const given = text.slice(start, Math.min(call.node.endIndex, start + GIVEN_LIMIT_UNITS));
  return given.match(/(?<![\p{L}\p{N}_.'"/-])[A-Z][A-Z\d_]+(?![\p{L}\p{N}_])/gu) ?? [];
}

/** Whether code deals with failures itself, so that its callers see no errors of the service. */
export function hidesFailures(source: Source, spans: readonly Span[]): boolean {
  return source.constructs.all('catch').some((one) => {
    // What goes on with an answer looks like what catches its error.
    return isIn(one.node, spans) && protectedBody(source, one) !== undefined && outcomeOf(source, one) !== 'passed';
  });
}

/** Whether a function reads the code and fails for nobody: its callers get it as a value. @param calls in it */
function answersWithCode(source: Source, node: Node, calls: readonly Construct<'call'>[]): boolean {
  const fails =
    throwsIn(source, node.text).length > 0 ||
    calls.some((call) => handsFailureOn(calleePath(call), librariesOf(source.description)));
  return !fails && readsCodeIn(source, node);
}

export function isIn({ startIndex, endIndex }: Node, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start <= startIndex && endIndex <= end);
}

function distinct(all: readonly (Constant | Alias)[]): readonly (Constant | Alias)[] {
  const known = new Map(all.map((one) => [one.kind === 'alias' ? `=${one.of}` : one.text, one]));
  return [...known.values()];
}
