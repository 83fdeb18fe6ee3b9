import { callsDeserializer } from '../../../knowledge/functions.ts';
import { namesType } from '../../../knowledge/keywords.ts';
import { hasNumberedCode } from '../../../knowledge/numberTypes.ts';
import type { Mention, Place, Span } from '../../../model/model.ts';
import type { Node } from '../syntax/node.ts';
import { type BesideOf, createBesideOf } from './besides.ts';
import type { CodeText, Constants } from './constants.ts';
import { collectNumberMembers, memberName, type NumberMembers } from './numberMembers.ts';
import { createOrigins, wordsOf } from './origins.ts';
import type { Places } from './places.ts';
import { isReference, type Source, spanOf } from './source.ts';
import { ownerOf } from './standing.ts';
import { readString } from './strings.ts';
import { collectTypes, type Types } from './types.ts';

/** Mentions in text order, and which node each one came from. */
export interface MentionTable {
  readonly mentions: readonly Mention[];
  indexOf(node: Node): number | undefined;
}

const PROSE: Place = { role: 'prose', path: [] };
const CODE_LIMIT_UNITS = 64;
/** UTF-16 units of what is looked for in a text, at most. */
const SOUGHT_LIMIT_UNITS = 200;
/** UTF-16 units of an expression that reads data, at most: a longer one does more with it. */
const PARSED_LIMIT_UNITS = 240;

/** Turns literals and resolved references into mentions, where they name or may name a code. */
export function collectMentions(source: Source, constants: Constants, places: Places): MentionTable {
  const found: { mention: Mention; id: number }[] = [];
  const partOfText = new Set<number>();
  function addProse(node: Node, content: Span): void {
    const text = source.text.slice(content.start, content.end);
    const sought = places.get(node.id)?.place;
    const isSought = sought?.inText === true && text.length <= SOUGHT_LIMIT_UNITS;
    if (!isSought && !source.vocabulary.hasProse(text)) return;
    const place = isSought ? { ...withOrigin(node, { text }, sought), role: 'prose' as const } : PROSE;
    found.push({
      id: node.id,
      mention: { kind: 'literal', text, value: 'string', span: content, outer: spanOf(node), place },
    });
  }
  const add = (node: Node, code: Pick<CodeText, 'text' | 'value' | 'span'>): void => {
    const place = places.get(node.id)?.place;
    const declared = constants.nameOf(node);
    found.push({
      id: node.id,
      mention: {
        kind: declared ? 'declaration' : 'literal',
        text: code.text,
        value: code.value,
        span: code.span,
        outer: spanOf(node),
        place: place
          ? code.value === 'integer'
            ? withNumber(node, place)
            : withOrigin(node, code, place)
          : { role: 'argument', path: [], ...standing(node) },
        ...(declared && { name: declared.name }),
      },
    });
  };

  const owners = new Map<number, number>();
  function standing(node: Node): Pick<Place, 'within'> {
    const id = ownerOf(source, node);
    if (id === undefined) return {};
    const within = owners.get(id) ?? owners.size;
    owners.set(id, within);
    return { within };
  }

  const origins = createOrigins(source);
  let besideOf: BesideOf | undefined;
  let types: Types | undefined;
  function typesOf(): Types {
    types ??= collectTypes(source);
    return types;
  }
  /** A message is often kept in a name of its own before it is looked at. */
  function withOrigin(node: Node, { text }: Pick<CodeText, 'text'>, place: Place): Place {
    const { role, inText, sought } = place;
    if (sought) {
      const [name, ...others] = sought.path;
      const from =
        name === undefined || others.length > 0
          ? undefined
          : originAt(name, sought.counterpart?.start ?? node.startIndex);
      return { ...place, sought: { ...sought, ...(from && { origin: from }) } };
    }
    if ((role !== 'compared' && role !== 'arm') || !(inText || text.includes(' '))) return place;
    const of = originOf(node, place);
    const made = of ? { ...place, origin: of } : place;
    besideOf ??= createBesideOf(source, typesOf());
    const beside = besideOf(node, made);
    return beside ? { ...made, beside } : made;
  }
  function originOf(node: Node, { path }: Place): Place['origin'] {
    const [name, ...others] = path;
    return name === undefined || others.length > 0 ? undefined : originAt(name, node.startIndex);
  }
  function originAt(name: string, offset: number): Place['origin'] {
    const span = origins.of(name, offset);
    if (!span) return undefined;
    const words = wordsOf(source, span);
    return { path: words, types: words.flatMap((word) => typesOf().get(word) ?? []) };
  }

  let numbers: NumberMembers | undefined;
  /** What a number is compared with may be one as well. */
  function withNumber(node: Node, place: Place): Place {
    const { role, path, counterpart } = place;
    const [first, ...others] = path;
    const last = others.at(-1);
    if ((role !== 'compared' && role !== 'arm') || first === undefined || last === undefined || !counterpart)
      return place;
    numbers ??= collectNumberMembers(source, typesOf(), origins);
    const types = typesOf().get(first);
    const made = types ? undefined : origins.of(first, node.startIndex);
    const words = [types ?? [], ...[counterpart, ...(made ? [made] : [])].map((span) => wordsOf(source, span))].flat();
    const number = words.some(hasNumberedCode) ? 'own' : numbers.get(memberName(last));
    return {
      ...place,
      ...(number && { memberIsNumber: number }),
      ...([counterpart, ...(made ? [made] : [])].some((span) => isParsed(source, span)) && { ofParsed: true }),
    };
  }

  for (const text of source.constructs.all('text')) {
    for (const child of text.node.descendantsOfType([...stringTypes(source)])) if (child) partOfText.add(child.id);
    addProse(text.node, spanOf(text.node));
  }
  for (const { node } of source.constructs.all('regex')) addProse(node, spanOf(node));
  for (const { node } of source.constructs.all('string')) {
    if (partOfText.has(node.id)) continue;
    const literal = readString(source, node);
    if (!literal) addProse(node, spanOf(node));
    else if (mayBeCode(source, literal.text, places.get(node.id)?.place)) {
      add(node, { text: literal.text, value: 'string', span: literal.content });
    } else addProse(node, literal.content);
  }
  for (const { node } of source.constructs.all('integer')) {
    if (/^\d{4}$/.test(node.text)) add(node, { text: node.text, value: 'integer', span: spanOf(node) });
  }
  found.push(...references(source, constants, places, standing));
  found.push(...keysWithoutQuotes(source, places, new Set(found.map(({ id }) => id))));

  found.sort((a, b) => a.mention.span.start - b.mention.span.start || a.mention.span.end - b.mention.span.end);
  const index = new Map(found.map(({ id }, i) => [id, i]));
  return { mentions: found.map(({ mention }) => mention), indexOf: (node) => index.get(node.id) };
}

/** Names that stand for codes. @param standing says where one stands that is in no place */
function references(
  source: Source,
  constants: Constants,
  places: Places,
  standing: (node: Node) => Pick<Place, 'within'>,
): readonly { readonly mention: Mention; readonly id: number }[] {
  return [...places.values()].flatMap(({ node, place }) => {
    const code = isReference(source, node) ? constants.codeOf(node) : undefined;
    if (!code?.name) return [];
    const { text, span, name } = code;
    const value = place.isMadeOfText ? ('string' as const) : code.value;
    const own = isGivenBack(place) ? { ...place, ...standing(node) } : place;
    return { id: node.id, mention: { kind: 'reference' as const, text, value, span, outer: span, place: own, name } };
  });
}

/** Whether a name stands in no place of those that say what it is for, as what is given back does. */
function isGivenBack({ role, path, object }: Place): boolean {
  return role === 'argument' && path.length === 0 && object === undefined;
}

/** Keys that are words of NUGU's, right or misspelt, as names: `{ NoConnectionDevice: 'offline' }`. @param known ids of other mentions */
function keysWithoutQuotes(
  source: Source,
  places: Places,
  known: ReadonlySet<number>,
): readonly { readonly mention: Mention; readonly id: number }[] {
  return [...places.values()].flatMap(({ node, place }) => {
    const { id, text } = node;
    const isKey = place.role === 'key' && place.object !== undefined && node.namedChildren.length === 0;
    // A name that stands for key and value alike is that of a variable: `{ DeviceTurnedOff }`.
    const isVariable = isKey && source.constructs.at(node, 'pair') !== undefined;
    if (!isKey || isVariable || known.has(id) || !PASCAL_CASE.test(text)) return [];
    if (!source.vocabulary.isCode(text) && !source.vocabulary.isNearWord(text)) return [];
    const span = spanOf(node);
    return { id, mention: { kind: 'literal' as const, text, value: 'string' as const, span, outer: span, place } };
  });
}

/** `await response.json()`, `JSON.parse(text).error`; not `response.json<Body>()`, nor what holds statements of its own. */
function isParsed({ text }: Source, { start, end }: Span): boolean {
  const expression = text.slice(start, end);
  const isPlain = expression.length <= PARSED_LIMIT_UNITS && !expression.includes('{') && !namesType(expression);
  return isPlain && callsDeserializer(expression);
}

function stringTypes(source: Source): ReadonlySet<string> {
  return new Set(source.constructs.all('string').map(({ node }) => node.type));
}

/** Whether a string's text is worth keeping as a mention of its own; the catalog judges it later. */
function mayBeCode(source: Source, text: string, place: Place | undefined): boolean {
  if (text.length === 0 || text.length > CODE_LIMIT_UNITS) return false;
  const { vocabulary } = source;
  if (vocabulary.isCode(text) || /^\d{4}$/.test(text)) return true;
  if (!place?.inText && vocabulary.isNearWord(text)) return true;
  if (!place) return false;
  if (place.role === 'arm' || place.role === 'compared' || place.sought) return /^[\w ()]+$/.test(text);
  // What stands under such a key may be meant as a code, however it is spelled.
  if (place.role === 'produced' && place.object !== undefined && /code$/i.test(place.path.at(-1) ?? '')) {
    return /^\w+$/.test(text);
  }
  return PASCAL_CASE.test(text);
}

/** How NUGU spells its words, and how people misspell them. */
const PASCAL_CASE = /^(?:[A-Z][a-z]+)+$/;
