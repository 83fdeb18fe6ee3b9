import type { Members } from '../../../../model/names.ts';
import { once } from '../../../../model/once.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { CodeText } from '../constants.ts';
import type { Source } from '../source.ts';
import { readString } from '../strings.ts';

/** A set of values beside which there are no others. */
interface Enumeration extends Members {
  readonly name: string;
}

/** The enumerations of a file, and those that it has from others. */
export interface Enumerations {
  /**
   * Whether codes name every member of one of them, so that no other value can come.
   *
   * @param types those that what is decided on was declared with; empty for a part of something
   */
  allNamed(codes: readonly CodeText[], types: readonly string[]): boolean;
  /** Whether one of some types is an enumeration. */
  isAny(types: readonly string[]): boolean;
}

/** Reads a file's enumerations when somebody first asks. */
export function createEnumerations(source: Source): Enumerations {
  const all = once((): readonly Enumeration[] => [...enumerations(source), ...outsideEnumerations(source)]);
  return {
    allNamed: (codes, types) => namesAll(source, all(), codes, types),
    isAny: (types) => types.length > 0 && all().some(({ name }) => types.includes(name)),
  };
}

function namesAll(
  source: Source,
  known: readonly Enumeration[],
  codes: readonly CodeText[],
  types: readonly string[],
): boolean {
  if (!codes.some((code) => code.isMember) && types.length === 0) return false;
  return known.some((one) => {
    if (one.members.length === 0 || (one.isLoose && !types.includes(one.name))) return false;
    const named = new Set(
      codes.flatMap((code) => (one.isOfTexts ? code.text : (memberOf(source, code, one.name) ?? []))),
    );
    return one.members.every((member) => named.has(member));
  });
}

/** The member that a code is written as: `ThinqError.NOT_CONNECTED`, or without its owner. */
function memberOf(source: Source, { name, isMember, node }: CodeText, owner: string): string | undefined {
  // What is read of a member is its text, not the member itself.
  const isRead = /^\s*(?:\??\.|->|::)\s*\w/.test(source.text.slice(node.endIndex, node.endIndex + 20));
  const words = name?.split('.') ?? [];
  return isMember && !isRead && (words.length === 1 || words.at(-2) === owner) ? words.at(-1) : undefined;
}

function enumerations(source: Source): readonly Enumeration[] {
  return source.constructs.all('scope').flatMap((scope) => {
    const values = valuesOf(source, scope);
    return values ? { name: part(scope, 'name')?.text ?? '', ...values } : [];
  });
}

function outsideEnumerations({ outside }: Source): readonly Enumeration[] {
  return [...outside.names].flatMap(([name, one]) =>
    one?.kind === 'type' && one.values ? { name: name.slice(name.lastIndexOf('.') + 1), ...one.values } : [],
  );
}

/** The values of an enumeration. @returns undefined for what is none */
export function valuesOf(source: Source, scope: Construct<'scope'>): Members | undefined {
  if (!part(scope, 'closed')) return undefined;
  const texts = part(scope, 'texts');
  return {
    members: texts ? textsIn(source, texts) : parts(scope, 'member').map((member) => member.text),
    isLoose: part(scope, 'loose') !== undefined,
    isOfTexts: texts !== undefined,
  };
}

function textsIn(source: Source, node: Node): readonly string[] {
  const types = [...new Set(source.constructs.all('string').map((string) => string.node.type))];
  return node.descendantsOfType(types).flatMap((text) => (text ? (readString(source, text)?.text ?? []) : []));
}
