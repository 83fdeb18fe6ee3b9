import { KEYWORD } from '../../../knowledge/keywords.ts';
import type { Place, Role } from '../../../model/model.ts';
import { part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Constants } from './constants.ts';
import { bareName, calleePath, isConverted, isReference, pathOf, type Source, unwrap } from './source.ts';

/** Where the strings, numbers and references of a file stand, by node id. */
export type Places = ReadonlyMap<number, { readonly node: Node; readonly place: Place }>;

/** The types that names were declared, tested or caught with. */
export type Types = ReadonlyMap<string, readonly string[]>;

/** What a value is made with: `ThinQApi(…)`, `await new thinq.Api({ … })`. */
const MADE = new RegExp(
  `^(?:${KEYWORD.waits}\\s+)?(?:${KEYWORD.makes}\\s+)?\\\\?((?:\\w+(?:\\.|::|\\\\))*[A-Z]\\w*)\\s*[({.]`,
);

/**
 * Collects what `@typed` says, and what names are made with (`api = ThinQApi(…)`). A name's types are all that any
 * place in the file gives it.
 */
export function collectTypes(source: Source): Types {
  const types = new Map<string, string[]>();
  // A type that any error has says nothing.
  const saysSomething = (word: string): boolean => !source.description.words?.anyError.test(word);
  for (const binding of [...source.constructs.all('binding'), ...source.constructs.all('constant')]) {
    const name = bareName(part(binding, 'name'));
    const value = part(binding, 'value');
    if (!name || !value) continue;
    const start = source.text.slice(value.startIndex, Math.min(value.endIndex, value.startIndex + 80));
    const made = MADE.exec(start)?.[1];
    const words = made?.match(/\b[A-Z]\w*/g)?.filter(saysSomething) ?? [];
    if (words.length > 0) types.set(name, [...(types.get(name) ?? []), ...words]);
  }
  for (const typed of source.constructs.all('typed')) {
    const name = bareName(part(typed, 'name'));
    const written = part(typed, 'type')?.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
    const words = written.filter(saysSomething);
    if (!name || words.length === 0) continue;
    const known = types.get(name);
    if (known) known.push(...words);
    else types.set(name, [...words]);
  }
  return types;
}

/** What a code is compared with or decided on. */
export function subjectPlace(source: Source, types: Types, role: Role, subject: Node): Place {
  const path = pathOf(unwrap(source, subject)).map((word, index) => (index === 0 ? word : withoutGet(word)));
  const known = path[0] === undefined ? undefined : types.get(path[0]);
  return {
    role,
    path,
    counterpart: { start: subject.startIndex, end: subject.endIndex },
    ...(known && { types: known }),
    ...(isConverted(source, subject) && { converted: true }),
  };
}

/** A property's name, where a method reads it: `getCode` → `code`. */
function withoutGet(word: string): string {
  return /^get[A-Z]/.test(word) ? word.charAt(3).toLowerCase() + word.slice(4) : word;
}

const GIVEN: Place = { role: 'argument', path: [] };

/**
 * Gives every value that could be a code its place. Later passes know more than earlier ones and overrule them:
 * a string in a list is `listed` until a membership test over that list makes it `compared`.
 */
export function collectPlaces(
  source: Source,
  constants: Constants,
  types: Types,
  objectIndex: ReadonlyMap<number, number>,
): Places {
  const places = new Map<number, { node: Node; place: Place }>();
  let groups = 0;

  const put = (written: Node, place: Place): void => {
    const node = unwrap(source, written);
    const choice = source.constructs.at(node, 'choice') ?? source.constructs.at(node, 'default');
    if (choice) {
      for (const branch of (['branch', 'of', 'value'] as const).flatMap((name) => parts(choice, name)))
        put(branch, place);
      return;
    }
    places.set(node.id, { node, place });
  };
  /** A constant's name that is given back, as a text would be. */
  const putName = (written: Node): void => {
    const node = unwrap(source, written);
    if (isReference(source, node) && !places.has(node.id)) places.set(node.id, { node, place: GIVEN });
  };
  const putItems = (list: Node, place: Place): void => {
    const group = groups++;
    for (const item of itemsOf(source, list)) put(item, { ...place, group });
  };

  for (const call of source.constructs.all('call')) {
    if (!part(call, 'callee')) continue;
    const path = calleePath(call);
    for (const argument of parts(call, 'argument')) put(argument, { role: 'argument', path });
  }
  for (const list of source.constructs.all('list')) putItems(list.node, { role: 'listed', path: [] });

  const groupOfOwner = new Map<number, number>();
  for (const kind of ['binding', 'constant'] as const) {
    for (const binding of source.constructs.all(kind)) {
      const name = part(binding, 'name');
      const value = part(binding, 'value');
      if (!name || !value) continue;
      const inner = unwrap(source, value);
      if (source.constructs.at(inner, 'list')) {
        putItems(inner, { role: 'listed', path: pathOf(name) });
        continue;
      }
      const declared = constants.nameOf(inner);
      let group: number | undefined;
      if (declared?.owner) {
        group = groupOfOwner.get(declared.owner.id) ?? groups++;
        groupOfOwner.set(declared.owner.id, group);
      }
      put(value, { role: 'produced', path: pathOf(name), ...(group !== undefined && { group }) });
    }
  }

  for (const object of source.constructs.all('object')) {
    const index = objectIndex.get(object.node.id);
    if (index === undefined) continue;
    for (const pairNode of parts(object, 'pair')) {
      const pair = source.constructs.at(pairNode, 'pair');
      const key = pair && (part(pair, 'key') ?? part(pair, 'name'));
      if (!pair || !key) continue;
      put(key, { role: 'key', path: [], object: index });
      const value = part(pair, 'value');
      if (!value) continue;
      const declared = constants.nameOf(unwrap(source, value));
      const group = declared?.owner && groupOfOwner.get(declared.owner.id);
      put(value, { role: 'produced', path: pathOf(key), object: index, ...(group !== undefined && { group }) });
    }
  }

  for (const kind of ['equals', 'differs'] as const) {
    for (const test of source.constructs.all(kind)) {
      const left = part(test, 'left');
      const right = part(test, 'right');
      if (!left || !right) continue;
      put(right, subjectPlace(source, types, 'compared', left));
      put(left, subjectPlace(source, types, 'compared', right));
    }
  }
  for (const kind of ['contains', 'lacks'] as const) {
    for (const test of source.constructs.all(kind)) {
      const item = part(test, 'item');
      const list = part(test, 'list');
      const options = parts(test, 'option');
      if (item && options.length > 0) {
        const place = { ...subjectPlace(source, types, 'compared', item), group: groups++ };
        for (const option of options) put(option, place);
      }
      if (!item || !list) continue;
      const literal = listBehind(source, constants, list);
      if (literal) putItems(literal, subjectPlace(source, types, 'compared', item));
      put(item, { ...subjectPlace(source, types, 'compared', list), ...(!literal && { inText: true }) });
    }
  }
  for (const { node } of source.constructs.all('leave')) {
    const [value, ...others] = node.namedChildren;
    if (value && others.length === 0) putName(value);
  }
  for (const arm of source.constructs.all('arm')) {
    const [body, ...others] = parts(arm, 'body');
    if (body && others.length === 0) putName(body);
  }
  for (const dispatch of source.constructs.all('switch')) {
    const subject = part(dispatch, 'subject');
    if (!subject) continue;
    const place = subjectPlace(source, types, 'arm', subject);
    for (const armNode of parts(dispatch, 'arm')) {
      const arm = source.constructs.at(armNode, 'arm');
      if (arm)
        for (const one of parts(arm, 'pattern').flatMap((pattern) => patternsOf(source, constants, pattern)))
          put(one, place);
    }
  }
  return places;
}

/** The values of a list literal, or the alternatives of a pattern that stands in its place. */
export function itemsOf(source: Source, list: Node): readonly Node[] {
  if (source.constructs.at(list, 'alternatives')) return alternatives(source, list);
  const construct = source.constructs.at(list, 'list');
  const items = construct ? parts(construct, 'item') : [];
  if (items.length > 0) return items;
  return list.namedChildren.filter((child): child is Node => child !== null && !source.constructs.at(child, 'comment'));
}

/** The list literal that a membership test looks in: written there, or under a constant's name. */
export function listBehind(source: Source, constants: Constants, written: Node): Node | undefined {
  const node = unwrap(source, written);
  if (source.constructs.at(node, 'list') ?? source.constructs.at(node, 'alternatives')) return node;
  if (!isReference(source, node)) return undefined;
  const literal = constants.literalOf(pathOf(node).at(-1) ?? '');
  return literal && source.constructs.at(literal, 'list') ? literal : undefined;
}

/** The single patterns of an arm's pattern: itself, or its alternatives. */
export function alternatives(source: Source, pattern: Node): readonly Node[] {
  const several = source.constructs.at(unwrap(source, pattern), 'alternatives');
  return several ? parts(several, 'pattern').flatMap((one) => alternatives(source, one)) : [pattern];
}

/** The same, with the values of a list in the place of its name where a pattern spreads one. */
export function patternsOf(source: Source, constants: Constants, pattern: Node): readonly Node[] {
  return alternatives(source, pattern).flatMap((one) => {
    const list = constants.codeOf(one) ? undefined : listBehind(source, constants, one);
    return list ? itemsOf(source, list) : [one];
  });
}
