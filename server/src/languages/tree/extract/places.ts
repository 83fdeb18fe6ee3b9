import type { Place } from '../../../model/model.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Constants } from './constants.ts';
import { itemsOf, listBehind, patternsOf } from './lists.ts';
import { createParameters, type Parameters } from './parameters.ts';
import { placeSearches, valuesOf } from './searches.ts';
import { calleePath, isReference, pathOf, type Source, unwrap } from './source.ts';
import { subjectPlace, switchSubject } from './subjects.ts';
import { takenApart } from './takenApart.ts';
import type { Types } from './types.ts';

/** Where the strings, numbers and references of a file stand, by node id. */
export type Places = ReadonlyMap<number, { readonly node: Node; readonly place: Place }>;

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
  const collector = new PlaceCollector(source, constants, types);
  collector.placeArguments();
  collector.placeLists();
  collector.placeDeclarations();
  collector.placeEntries(objectIndex);
  collector.placeNamedArguments();
  collector.placeComparisons();
  collector.placeMembershipTests();
  collector.placeBeginnings();
  placeSearches(source, types, (node, place) => collector.putOnce(node, place));
  collector.placeFits();
  collector.placeSought();
  collector.placeDefaults(objectIndex);
  collector.placeResults();
  collector.placeArms();
  return collector.places;
}

const GIVEN: Place = { role: 'argument', path: [] };

class PlaceCollector {
  readonly places = new Map<number, { readonly node: Node; readonly place: Place }>();
  private groups = 0;
  /** The group of an owner's constants, by the id of its node. */
  private readonly groupOfOwner = new Map<number, number>();
  private readonly parameters: Parameters;

  constructor(
    private readonly source: Source,
    private readonly constants: Constants,
    private readonly types: Types,
  ) {
    this.parameters = createParameters(source);
  }

  placeArguments(): void {
    for (const call of this.source.constructs.all('call')) {
      if (!part(call, 'callee')) continue;
      const path = calleePath(call);
      const parameterOf = this.parameters.of(call);
      for (const argument of parts(call, 'argument')) {
        const parameter = parameterOf(argument);
        this.put(argument, { role: 'argument', path, ...(parameter !== undefined && { parameter }) });
      }
    }
  }

  /** What a function puts under a key stands there, whatever the parameter is called. */
  placeNamedArguments(): void {
    for (const call of this.source.constructs.all('call'))
      for (const { value, key } of this.parameters.named(call)) this.put(value, { role: 'produced', path: [key] });
  }

  placeLists(): void {
    for (const { node } of this.source.constructs.all('list')) this.putItems(node, { role: 'listed', path: [] });
  }

  placeDeclarations(): void {
    for (const kind of ['binding', 'constant'] as const) {
      for (const declaration of this.source.constructs.all(kind)) {
        const [name, value] = [part(declaration, 'name'), part(declaration, 'value')];
        if (name && value) this.placeDeclared(name, value);
      }
    }
  }

  private placeDeclared(name: Node, value: Node): void {
    const inner = unwrap(this.source, value);
    if (this.source.constructs.at(inner, 'list')) {
      this.putItems(inner, { role: 'listed', path: pathOf(name) });
      return;
    }
    const owner = this.constants.nameOf(inner)?.owner;
    if (owner && !this.groupOfOwner.has(owner.id)) this.groupOfOwner.set(owner.id, this.groups++);
    this.put(value, { role: 'produced', path: pathOf(name), ...this.groupOf(inner) });
  }

  placeEntries(objectIndex: ReadonlyMap<number, number>): void {
    for (const object of this.source.constructs.all('object')) {
      const index = objectIndex.get(object.node.id);
      if (index === undefined) continue;
      for (const node of parts(object, 'pair')) {
        const pair = this.source.constructs.at(node, 'pair');
        if (pair) this.placeEntry(pair, index);
      }
    }
  }

  private placeEntry(pair: Construct<'pair'>, object: number): void {
    const [key, value] = [part(pair, 'key') ?? part(pair, 'name'), part(pair, 'value')];
    if (!key) return;
    this.put(key, { role: 'key', path: [], object });
    if (!value) return;
    const group = this.groupOf(unwrap(this.source, value));
    this.put(value, { role: 'produced', path: pathOf(key), object, ...group });
  }

  placeComparisons(): void {
    for (const kind of ['equals', 'differs'] as const) {
      for (const test of this.source.constructs.all(kind)) {
        const [left, right] = [part(test, 'left'), part(test, 'right')];
        if (!left || !right) continue;
        const loose = looseness(part(test, 'loose'));
        this.put(right, { ...subjectPlace(this.source, this.types, 'compared', left), ...loose });
        this.put(left, { ...subjectPlace(this.source, this.types, 'compared', right), ...loose });
      }
    }
  }

  placeMembershipTests(): void {
    for (const test of this.source.constructs.all('contains')) {
      const [item, list, options] = [part(test, 'item'), part(test, 'list'), parts(test, 'option')];
      if (item && options.length > 0) this.placeOptions(item, options);
      if (item && list) this.placeMembership(item, list, looseness(part(test, 'loose')));
    }
    for (const test of this.source.constructs.all('lacks')) {
      const [item, list] = [part(test, 'item'), part(test, 'list')];
      if (item && list) this.placeMembership(item, list);
    }
  }

  /** Beginnings of messages; those of codes are ranges. */
  placeBeginnings(): void {
    for (const test of this.source.constructs.all('prefix')) {
      const [subject, text] = [part(test, 'subject'), part(test, 'text')];
      if (!subject || !text || !/[A-Za-z]{3}/.test(text.text)) continue;
      this.put(text, { ...subjectPlace(this.source, this.types, 'compared', subject), inText: true });
    }
  }

  /** What is looked up in a map is told of its keys: `TEXTS[error.message]`. */
  placeSought(): void {
    for (const lookup of this.source.constructs.all('lookup')) {
      const [map, key] = [part(lookup, 'map'), part(lookup, 'key')];
      const literal = map && key && this.constants.literalOf(pathOf(map).at(-1) ?? '');
      const object = literal && this.source.constructs.at(literal, 'object');
      if (!object || !key) continue;
      const { path, types, counterpart } = subjectPlace(this.source, this.types, 'compared', key);
      const sought = { path, ...(types && { types }), ...(counterpart && { counterpart }) };
      for (const pair of parts(object, 'pair')) {
        const construct = this.source.constructs.at(pair, 'pair');
        const entry = construct && part(construct, 'key');
        const known = entry && this.places.get(unwrap(this.source, entry).id);
        if (known && !known.place.sought)
          this.places.set(known.node.id, { ...known, place: { ...known.place, sought } });
      }
    }
  }

  /** What a look-up gives for what it does not find stands among the values: `WORDS[code] ?? 'NoControlAuthority'`. */
  placeDefaults(objectIndex: ReadonlyMap<number, number>): void {
    const { constructs } = this.source;
    const place = (map: Node | undefined, values: readonly Node[]): void => {
      const literal = map && this.constants.literalOf(pathOf(map).at(-1) ?? '');
      const object = literal && objectIndex.get(literal.id);
      if (object !== undefined) for (const value of values) this.put(value, { ...GIVEN, object });
    };
    for (const lookup of constructs.all('lookup')) place(part(lookup, 'map'), parts(lookup, 'default'));
    for (const choice of constructs.all('default')) {
      const of = part(choice, 'of');
      const lookup = of && constructs.at(unwrap(this.source, of), 'lookup');
      if (lookup) place(part(lookup, 'map'), parts(choice, 'value'));
    }
  }

  /** Items that stand in the test itself. */
  private placeOptions(item: Node, options: readonly Node[]): void {
    const place = { ...subjectPlace(this.source, this.types, 'compared', item), group: this.groups++ };
    for (const option of options) this.put(option, place);
  }

  private placeMembership(item: Node, list: Node, loose: Pick<Place, 'loose'> = {}): void {
    const { source, types } = this;
    const literal = listBehind(source, this.constants, list);
    if (literal) {
      const place = { ...subjectPlace(source, types, 'compared', item), ...loose };
      this.putItems(literal, { ...place, ...isApartFrom(literal, list) });
    }
    // What no list stands behind may be a text that is looked through.
    const sought = { ...subjectPlace(source, types, 'compared', list), ...(!literal && { inText: true }) };
    const each = literal ? undefined : valuesOf(source, this.constants, item);
    if (each) this.putItems(each, { ...sought, isApart: true });
    else this.put(item, sought);
  }

  /** Places a value that a search looks for; a test of the language's own that has placed it already knows more. */
  putOnce(node: Node, place: Place): void {
    const known = this.places.get(unwrap(this.source, node).id)?.place.role;
    // A pattern that only got a name is looked for by that.
    const isFree = known === 'produced' && place.isApart === true;
    if (known === undefined || known === 'argument' || known === 'listed' || isFree) this.put(node, place);
  }

  /** What is given back by name, as a text would be. */
  placeResults(): void {
    for (const { node } of this.source.constructs.all('leave')) this.putName(node.namedChildren);
    for (const arm of this.source.constructs.all('arm')) this.putName(parts(arm, 'body'));
  }

  placeArms(): void {
    for (const dispatch of this.source.constructs.all('switch')) {
      const subject = switchSubject(this.source, dispatch);
      if (!subject) continue;
      const place = { ...subjectPlace(this.source, this.types, 'arm', subject), ...looseness(part(dispatch, 'loose')) };
      const arms = parts(dispatch, 'arm').flatMap((node) => this.source.constructs.at(node, 'arm') ?? []);
      const patterns = arms.flatMap((arm) => parts(arm, 'pattern'));
      for (const pattern of patterns.flatMap((one) => patternsOf(this.source, this.constants, one)))
        this.placePattern(pattern, place);
    }
  }

  /** What is asked of values outside of a switch: `error is { Code: "1222" }`. */
  placeFits(): void {
    for (const test of this.source.constructs.all('fits')) {
      const subject = part(test, 'subject');
      if (!subject) continue;
      const place = subjectPlace(this.source, this.types, 'compared', subject);
      for (const pattern of parts(test, 'pattern')) this.placePattern(pattern, place);
    }
  }

  /** Places a pattern, or what it asks of members. @param place what is compared with it */
  private placePattern(pattern: Node, place: Place): void {
    const apart = takenApart(this.source, pattern);
    if (!apart) {
      this.put(pattern, place);
      return;
    }
    const types = [...(place.types ?? []), ...(apart.type?.match(/\w+/g) ?? [])];
    for (const { path, values } of apart.members) {
      const own = { ...place, path: [...place.path, ...path], ...(types.length > 0 && { types }) };
      for (const value of values.flatMap((one) => patternsOf(this.source, this.constants, one))) this.put(value, own);
    }
  }

  /** The group of an owner's constants, where a value is that of one. */
  private groupOf(value: Node): Pick<Place, 'group'> {
    const owner = this.constants.nameOf(value)?.owner;
    const group = owner && this.groupOfOwner.get(owner.id);
    return group === undefined ? {} : { group };
  }

  /** Places a value; of one that is chosen among several, each of these. */
  private put(written: Node, place: Place): void {
    const { constructs } = this.source;
    const node = unwrap(this.source, written);
    const branches = branchesOf(constructs.at(node, 'choice') ?? constructs.at(node, 'default'));
    if (branches) for (const branch of branches) this.put(branch, place);
    else this.places.set(node.id, { node, place });
  }

  private putItems(list: Node, place: Place): void {
    const group = this.groups++;
    for (const item of itemsOf(this.source, list)) this.put(item, { ...place, group });
  }

  /** Places a constant's name that is all of something and has no place yet. */
  private putName([written, ...others]: readonly Node[]): void {
    if (!written || others.length > 0) return;
    const node = unwrap(this.source, written);
    if (isReference(this.source, node) && !this.places.has(node.id)) this.places.set(node.id, { node, place: GIVEN });
  }
}

/** @param written what stands in the place of a list */
function isApartFrom(list: Node, written: Node): Pick<Place, 'isApart'> {
  return list.startIndex < written.startIndex || written.endIndex < list.endIndex ? { isApart: true } : {};
}

/** @param sign what says that a number is the same as its text there, if anything does */
function looseness(sign: Node | undefined): Pick<Place, 'loose'> {
  return sign ? { loose: true } : {};
}

/** The values of which an expression gives one. */
function branchesOf(choice: Construct<'choice'> | Construct<'default'> | undefined): readonly Node[] | undefined {
  if (!choice) return undefined;
  if (choice.kind === 'choice') return parts(choice, 'branch');
  return [...parts(choice, 'of'), ...parts(choice, 'value')];
}
