import { isConstructor, isSelf } from '../../../knowledge/keywords.ts';
import { isExpectation } from '../../../knowledge/testing.ts';
import { type Construct, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { argumentsOf } from './arguments.ts';
import { around, bareName, calledName, calleePath, pathOf, type Source, unwrap } from './source.ts';
import { readString } from './strings.ts';

/** Names of what holds codes are the only ones that anybody asks for. */
const OF_A_CODE = /code$/i;

/**
 * Says what an argument of a call is given to:
 *
 * - the parameter of a function of the file: `fail(device, 'NoConnectionDevice')` beside `function fail(device, resultCode)`
 * - the key in front of it: `item.set('resultCode', 'OK')`
 * - what a test expects it to be: `assertEquals("OK", item.getResultCode())`, `expect(item.resultCode).toBe('OK')`
 */
export function createParameters(source: Source, call: Construct<'call'>): (argument: Node) => string | undefined {
  const called = calledName(call);
  const outer = call.node.parent ? around(source, call.node.parent, 'call') : undefined;
  const given = argumentsOf(source, call).map(({ value }) => value);
  const names = calleePath(call).some(isExpectation) ? undefined : parametersOf(source, called);
  return (argument) => {
    const at = given.findIndex(
      ({ startIndex, endIndex }) => startIndex <= argument.startIndex && argument.endIndex <= endIndex,
    );
    if (at < 0) return undefined;
    if (!names)
      return expected(
        source,
        call,
        given.filter((_, index) => index !== at),
      );
    const before = given[at - 1];
    const key =
      before && source.constructs.at(unwrap(source, before), 'string') && readString(source, unwrap(source, before));
    const name = key ? key.text : names[at];
    if (name !== undefined && OF_A_CODE.test(name)) return name;
    // expect(item.resultCode).to eq('OK')
    return outer && given.length === 1 && calleePath(outer).some(isExpectation)
      ? expected(source, outer, [])
      : undefined;
  };
}

/** What an expectation looks at, among its other arguments or in front of it. */
function expected(source: Source, call: Construct<'call'>, others: readonly Node[]): string | undefined {
  const words = [
    ...others.flatMap((one) => pathOf(unwrap(source, one)).at(-1) ?? []),
    ...calleePath(call).slice(0, -1),
  ];
  return words.map((word) => word.replace(/^get(?=[A-Z])/, '')).find((word) => OF_A_CODE.test(word));
}

/** The parameters of the one function of the file that has a name. */
function parametersOf({ constructs }: Source, name: string): readonly string[] {
  if (name === '') return [];
  const found = constructs.all('function').filter((one) => parts(one, 'name').some((node) => node.text === name));
  const given = (['constant', 'binding'] as const).flatMap((kind) =>
    constructs.all(kind).flatMap((one) => {
      const value = bareName(parts(one, 'name')[0]) === name ? parts(one, 'value')[0] : undefined;
      return (value && constructs.at(value, 'function')) ?? [];
    }),
  );
  const [only, ...others] = [...found, ...given];
  if (!only) return parametersOfMade(constructs, name);
  if (others.length > 0) return [];
  const names = namesOf(constructs, only);
  return isSelf(names[0] ?? '') ? names.slice(1) : names;
}

/** What the one class by a name is made with: the parameters of its constructor, or of the class itself. */
function parametersOfMade(constructs: Source['constructs'], name: string): readonly string[] {
  const [only, ...others] = constructs.all('scope').filter((one) => parts(one, 'name')[0]?.text === name);
  if (!only || others.length > 0) return [];
  const isInside = (node: Node): boolean =>
    only.node.startIndex < node.startIndex && node.endIndex <= only.node.endIndex;
  const functions = constructs.all('function').filter(({ node }) => isInside(node));
  const makers = functions.filter((one) => isConstructor(parts(one, 'name')[0]?.text ?? '', name));
  if (makers.length > 0) {
    const names = makers.length === 1 && makers[0] ? namesOf(constructs, makers[0]) : [];
    return isSelf(names[0] ?? '') ? names.slice(1) : names;
  }
  // record Item(string ResultCode, object Device)
  return parts(only, 'parameter').map((node) => bareName(node) ?? '');
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
