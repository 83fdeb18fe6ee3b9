import { isConstructor, isSelf } from '../../../knowledge/keywords.ts';
import { isExpectation } from '../../../knowledge/testing.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { argumentsOf } from './arguments.ts';
import { placed, within } from './placed.ts';
import { bareName, calledName, calleePath, pathOf, type Source, spanOf, unwrap } from './source.ts';
import { readString } from './strings.ts';

/** Names of what holds codes are the only ones that anybody asks for. */
const OF_A_CODE = /code$/i;

/** The name of what an argument is given to. */
type ParameterOf = (argument: Node) => string | undefined;

/** A parameter of a function. */
interface Parameter {
  readonly name: string;
  /** What the function puts it under as it is. */
  readonly givenTo?: string;
}

/** Says of calls what their arguments are given to. */
export interface Parameters {
  of(call: Construct<'call'>): ParameterOf;
  /** The arguments that are given by a name, where the function puts them under another: `fail(device, why: 'OK')`. */
  named(call: Construct<'call'>): readonly { readonly value: Node; readonly key: string }[];
}

/** More than a function that is given a code has. */
const MOST_ARGUMENTS = 12;
/** UTF-16 units of a function that puts what it is given under a key: it is a short one, and may stand in others. */
const HELPER_LIMIT_UNITS = 4000;
/** How many nodes a call is above the one that is its argument. */
const MOST_STEPS = 3;

/**
 * Says what an argument of a call is given to:
 *
 * - the parameter of a function of the file: `fail(device, 'NoConnectionDevice')` beside `function fail(device, resultCode)`,
 *   or what that puts it under: `function fail(device, word) { return { resultCode: word, device } }`
 * - the key in front of it: `item.set('resultCode', 'OK')`
 * - what a test expects it to be: `assertEquals("OK", item.getResultCode())`, `expect(item.resultCode).toBe('OK')`
 */
export function createParameters(source: Source): Parameters {
  const parametersOf = createFunctions(source);
  const of = (call: Construct<'call'>): ParameterOf => {
    const given = argumentsOf(source, call).map(({ value }) => value);
    if (given.length === 0 || given.length > MOST_ARGUMENTS) return () => undefined;
    const isExpected = calleePath(call).some(isExpectation);
    return (argument) => {
      const at = given.findIndex((one) => one.startIndex <= argument.startIndex && argument.endIndex <= one.endIndex);
      if (at < 0) return undefined;
      if (isExpected)
        return expected(
          source,
          call,
          given.filter((_, index) => index !== at),
        );
      const parameter = parametersOf(calledName(call))[at];
      const name = keyBefore(source, given[at - 1]) ?? parameter?.givenTo ?? parameter?.name;
      if (name !== undefined && OF_A_CODE.test(name)) return name;
      return given.length === 1 ? expectedAround(source, call) : undefined;
    };
  };
  const named: Parameters['named'] = (call) => {
    const given = argumentsOf(source, call);
    if (given.length > MOST_ARGUMENTS || !given.some(({ label }) => label)) return [];
    const parameters = parametersOf(calledName(call));
    return given.flatMap(({ label, value }, at) => {
      const name = label && /[\p{L}_][\p{L}\p{N}_]*/u.exec(label.text)?.[0];
      // Swift has labels apart from names.
      const own = parameters.find((one) => one.name === name) ?? parameters[at];
      return name !== undefined && own?.givenTo !== undefined ? [{ value, key: own.givenTo }] : [];
    });
  };
  return { of, named };
}

/** The text in front of a value: `item.set('resultCode', 'OK')`. */
function keyBefore(source: Source, before: Node | undefined): string | undefined {
  const node = before && unwrap(source, before);
  return node && source.constructs.at(node, 'string') ? readString(source, node)?.text : undefined;
}

/** expect(item.resultCode).to eq('OK') */
function expectedAround(source: Source, { node }: Construct<'call'>): string | undefined {
  let at = node.parent;
  for (let step = 0; at && step < MOST_STEPS; step++, at = at.parent) {
    const outer = source.constructs.at(at, 'call');
    if (outer) return calleePath(outer).some(isExpectation) ? expected(source, outer, []) : undefined;
  }
  return undefined;
}

/** What an expectation looks at, among its other arguments or in front of it. */
function expected(source: Source, call: Construct<'call'>, others: readonly Node[]): string | undefined {
  const words = [
    ...others.flatMap((one) => pathOf(unwrap(source, one)).at(-1) ?? []),
    ...calleePath(call).slice(0, -1),
  ];
  return words.map((word) => word.replace(/^get(?=[A-Z])/, '')).find((word) => OF_A_CODE.test(word));
}

/** Says what the parameters of the one function, or of the one class, are that has a name; found once for a file. */
function createFunctions(source: Source): (name: string) => readonly Parameter[] {
  const givenOnTo = createGivenOn(source);
  let functions: ReadonlyMap<string, readonly Construct<'function'>[]> | undefined;
  const known = new Map<string, readonly Parameter[]>();
  return (name) => {
    functions ??= functionsByName(source);
    const told = known.get(name) ?? parametersOf(source, functions.get(name) ?? [], name, givenOnTo);
    known.set(name, told);
    return told;
  };
}

function functionsByName({ constructs }: Source): ReadonlyMap<string, readonly Construct<'function'>[]> {
  const byName = new Map<string, Construct<'function'>[]>();
  const add = (name: string | undefined, one: Construct<'function'> | undefined): void => {
    if (name === undefined || !one) return;
    const others = byName.get(name);
    if (others) others.push(one);
    else byName.set(name, [one]);
  };
  for (const one of constructs.all('function')) add(part(one, 'name')?.text, one);
  for (const kind of ['constant', 'binding'] as const) {
    for (const one of constructs.all(kind)) {
      const value = part(one, 'value');
      add(bareName(part(one, 'name')), value && constructs.at(value, 'function'));
    }
  }
  return byName;
}

function parametersOf(
  { constructs }: Source,
  found: readonly Construct<'function'>[],
  name: string,
  givenOnTo: GivenOnTo,
): readonly Parameter[] {
  const [only, ...others] = found;
  if (!only) return parametersOfMade(constructs, name, givenOnTo);
  return others.length > 0 ? [] : namesOfOne(constructs, only, givenOnTo);
}

/** What the parameters of a function are, without the object that a method is called on. */
function namesOfOne(
  constructs: Source['constructs'],
  one: Construct<'function'>,
  givenOnTo: GivenOnTo,
): readonly Parameter[] {
  const names = namesOf(constructs, one);
  return (isSelf(names[0] ?? '') ? names.slice(1) : names).map((name) => {
    const givenTo = givenOnTo(one, name);
    return { name, ...(givenTo !== undefined && { givenTo }) };
  });
}

/** What a function puts a parameter under as it is. @returns undefined where it does something else with it */
type GivenOnTo = (one: Construct<'function'>, parameter: string) => string | undefined;

/** Says what functions put their parameters under: `{ resultCode: word }`, `item.resultCode = word`, `Item(resultCode = word)`. */
function createGivenOn(source: Source): GivenOnTo {
  let entries: ReturnType<typeof placed<'pair' | 'binding' | 'constant'>> | undefined;
  return (one, parameter) => {
    if (one.node.endIndex - one.node.startIndex > HELPER_LIMIT_UNITS) return undefined;
    entries ??= placed(source, 'pair', 'binding', 'constant');
    const body = part(one, 'body')?.startIndex ?? one.node.endIndex;
    const inside = within(entries, spanOf(one.node));
    const nameIn = ({ construct }: (typeof inside)[number]): Node | undefined =>
      construct.kind === 'pair' ? (part(construct, 'key') ?? part(construct, 'name')) : part(construct, 'name');
    // What is changed on the way may have been another thing before.
    const isChanged = inside.some(
      (entry) => entry.construct.kind !== 'pair' && entry.start >= body && bareName(nameIn(entry)) === parameter,
    );
    if (isChanged) return undefined;
    const keys = inside.flatMap((entry) => {
      const [key, value] = [nameIn(entry), part(entry.construct, 'value')];
      const isWhole = key && value && bareName(unwrap(source, value)) === parameter;
      return isWhole ? (pathOf(key).at(-1) ?? []) : [];
    });
    return keys.find((key) => OF_A_CODE.test(key));
  };
}

/** What the one class by a name is made with: the parameters of its constructor, or of the class itself. */
function parametersOfMade(constructs: Source['constructs'], name: string, givenOnTo: GivenOnTo): readonly Parameter[] {
  const [only, ...others] = constructs.all('scope').filter((one) => parts(one, 'name')[0]?.text === name);
  if (!only || others.length > 0) return [];
  const isInside = (node: Node): boolean =>
    only.node.startIndex < node.startIndex && node.endIndex <= only.node.endIndex;
  const functions = constructs.all('function').filter(({ node }) => isInside(node));
  const makers = functions.filter((one) => isConstructor(parts(one, 'name')[0]?.text ?? '', name));
  if (makers.length > 0) return makers.length === 1 && makers[0] ? namesOfOne(constructs, makers[0], givenOnTo) : [];
  // record Item(string ResultCode, object Device)
  return parts(only, 'parameter').map((node) => ({ name: bareName(node) ?? '' }));
}

/** The names of a function's parameters; where the language tells them of functions without a name only, those of its head. */
function namesOf(constructs: Source['constructs'], one: Construct<'function'>): readonly string[] {
  const told = parts(one, 'parameter');
  if (told.length > 0) return told.map((node) => bareName(node) ?? '');
  const [from, to] = [parts(one, 'name')[0]?.endIndex, parts(one, 'body')[0]?.startIndex];
  if (from === undefined || to === undefined) return [];
  const inHead = constructs.all('local').flatMap((local) => parts(local, 'name'));
  return inHead
    .filter(({ startIndex }) => from <= startIndex && startIndex < to)
    .sort((a, b) => a.startIndex - b.startIndex)
    .map((node) => bareName(node) ?? '');
}
