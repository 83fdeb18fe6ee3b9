import { beginsRoute, mountsRouter, registersRoute, setsPathPrefix } from '../../../../knowledge/frameworks.ts';
import type { PathSegment, Route, Span } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { spanOf } from '../constants.ts';
import { bareName, calleePath, type Source, unwrap } from '../source.ts';
import { readString } from '../strings.ts';
import type { BodyReader } from './bodies.ts';
import type { Functions } from './functions.ts';

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)$/i;

/** A string that may be a path, or a part of one, with what it is given to. */
interface Written {
  readonly text: string;
  readonly content: Span;
  /** The call, or the decorator, whose argument it is. */
  readonly owner: Node;
  /** The last word of what the owner calls. */
  readonly verb: string;
  /** The words of what the owner calls. */
  readonly path: readonly string[];
  /** The decorator it stands in. */
  readonly decorator?: Node;
}

/**
 * Reads the paths of directives that a program serves, with the functions that do so. A path may stand in one literal,
 * or behind the prefixes of the classes, groups and routers that it is registered with in the same file.
 */
export function collectRoutes(source: Source, functions: Functions, bodyOf: BodyReader): readonly Route[] {
  if (!source.text.includes('directives')) return [];
  const strings = source.constructs.all('string').flatMap(({ node }) => readWritten(source, node) ?? []);
  const prefixes = collectPrefixes(source, strings);
  const used = new Set<Written>();
  const routes = strings.flatMap((written) => {
    const whole = hasDirectives(written.text);
    const registers = registersRoute(written.verb);
    if (!whole && !(registers && isPathPart(written.text))) return [];
    const before = registers ? prefixes.before(written) : [];
    const segments = [...before, written].flatMap(segmentsOf);
    const path = `/${segments.map(({ text }) => text).join('/')}`;
    if (!hasDirectives(path)) return [];
    const handlers = registers ? handlersOf(source, functions, written) : [];
    // A part of a path is one only where something is done about it: `get("id")` reads a map.
    if (!whole && (segments.at(-2)?.text !== 'directives' || (handlers.length === 0 && !hasMore(source, written)))) {
      return [];
    }
    for (const prefix of before) used.add(prefix);
    return { written, route: { path, span: written.content, segments, handlers: handlers.map(bodyOf) } };
  });
  return routes.flatMap(({ written, route }) => (used.has(written) ? [] : [route]));
}

function hasDirectives(path: string): boolean {
  return /(?:^|\/)directives(?:\/|$)/.test(path);
}

function isPathPart(text: string): boolean {
  return /^[\w/.:{}<>*?-]+$/.test(text) && !METHOD.test(text);
}

/** The parts between the slashes of a literal; marks of regular expressions at its ends belong to none. */
function segmentsOf({ text, content }: Pick<Written, 'text' | 'content'>): readonly PathSegment[] {
  // Escapes would tear text and offsets apart.
  if (text.length !== content.end - content.start) return [];
  const start = /^\^|^[A-Z]+ (?=\/)|^[a-z]+:\/\/[^/]*/.exec(text)?.[0].length ?? 0;
  const end = /[?#].*$|\$$/.exec(text)?.index ?? text.length;
  const segments: PathSegment[] = [];
  let at = start;
  for (const piece of text.slice(start, end).split('/')) {
    if (piece !== '')
      segments.push({ text: piece, span: { start: content.start + at, end: content.start + at + piece.length } });
    at += piece.length + 1;
  }
  return segments;
}

/** The call or decorator that a string is given to, where it is given to one. */
function readWritten(source: Source, node: Node): Written | undefined {
  let call: Construct<'call'> | undefined;
  for (let at: Node = node; at.parent; at = at.parent) {
    const parent = at.parent;
    if (source.constructs.at(parent, 'decorator')) return written(source, node, call, parent);
    if (call && !isSameCallee(parent, call.node)) break;
    if (source.constructs.at(parent, 'function') ?? source.constructs.at(parent, 'block')) break;
    if (!call) call = source.constructs.at(parent, 'call');
  }
  return call ? written(source, node, call) : undefined;
}

/** Whether a node adds nothing of its own around a call but what stands before it, as a decorator's does. */
function isSameCallee(parent: Node, call: Node): boolean {
  return parent.endIndex === call.endIndex;
}

function written(
  source: Source,
  node: Node,
  call: Construct<'call'> | undefined,
  decorator?: Node,
): Written | undefined {
  const literal = readString(source, node);
  if (!literal || literal.text === '') return undefined;
  const head = decorator && source.text.slice(decorator.startIndex, node.startIndex);
  const path =
    call && calleePath(call).length > 0 ? calleePath(call) : [/[@#[\s]([\w.\\:]+)\s*\(/.exec(head ?? '')?.[1] ?? ''];
  const owner = call?.node ?? decorator;
  if (!owner) return undefined;
  return {
    text: literal.text,
    content: literal.content,
    owner,
    verb: path.at(-1) ?? '',
    path,
    ...(decorator && { decorator }),
  };
}

/** What stands before the paths of a file. */
interface Prefixes {
  before(written: Written): readonly Written[];
}

/** Routers that are given to routers, each with a prefix: more is a circle. */
const DEEPEST = 5;

function collectPrefixes(source: Source, strings: readonly Written[]): Prefixes {
  const isPrefix = ({ text, verb }: Written): boolean =>
    setsPathPrefix(verb) && /^[\w/.:{}<>[\]*-]+$/.test(text) && !METHOD.test(text);
  const candidates = strings.filter(isPrefix);
  /** Calls in a chain begin where its first one does. */
  const byStart = new Map<number, Written[]>();
  for (const one of candidates) {
    if (one.decorator) continue;
    const start = one.owner.startIndex;
    byStart.set(start, [...(byStart.get(start) ?? []), one]);
  }
  const ofScope = new Map<number, Written>();
  for (const one of candidates) {
    const definition = one.decorator && definitionOf(source, one.decorator);
    if (definition && source.constructs.at(definition, 'scope') && !ofScope.has(definition.id)) {
      ofScope.set(definition.id, one);
    }
  }
  const ofRouter = routerPrefixes(source, candidates);

  const around = (written: Written): readonly Written[] => {
    const found: Written[] = [];
    const start = written.owner.startIndex;
    for (let at = written.owner.parent; at; at = at.parent) {
      const scope = ofScope.get(at.id);
      // A class may be decorated beside itself, below a node that holds both.
      if (scope && scope.owner.id !== written.owner.id) found.unshift(scope);
      const inChain = (byStart.get(at.startIndex) ?? []).filter(({ content }) => content.end <= start);
      const chosen = pathAmong(inChain);
      if (chosen && !found.includes(chosen)) found.unshift(chosen);
    }
    return found;
  };
  const before = (written: Written, depth: number): readonly Written[] => {
    const own = around(written);
    const receiver = written.path.at(-2);
    const { mounted, made } = (receiver !== undefined && depth < DEEPEST && ofRouter.get(receiver)) || {};
    const outer = [mounted, made].flatMap((one) => (one && one.owner.id !== written.owner.id ? [one] : []));
    return [...outer.flatMap((one) => [...before(one, depth + 1), one]), ...own];
  };
  return { before: (written) => before(written, 0) };
}

/** Of several strings given to one call the one that looks like a path, else the first. */
function pathAmong(strings: readonly Written[]): Written | undefined {
  return strings.find(({ text }) => text.includes('/')) ?? strings[0];
}

/** What a router's paths stand behind: the prefix it is mounted under, and the one that it is made with. */
interface RouterPrefixes {
  readonly mounted?: Written;
  readonly made?: Written;
}

/** Prefixes of routers, by their names. */
function routerPrefixes(source: Source, candidates: readonly Written[]): ReadonlyMap<string, RouterPrefixes> {
  const found = new Map<string, RouterPrefixes>();
  const paths = candidates.filter(({ text, decorator }) => text.includes('/') && !decorator);
  if (paths.length === 0) return found;
  const byOwner = new Map(paths.map((one) => [one.owner.id, one]));
  for (const kind of ['binding', 'constant'] as const) {
    for (const construct of source.constructs.all(kind)) {
      const name = bareName(part(construct, 'name'));
      const value = part(construct, 'value');
      const made = value && (byOwner.get(unwrap(source, value).id) ?? byOwner.get(value.id));
      if (name && made) found.set(name, { ...found.get(name), made });
    }
  }
  for (const mounted of paths) {
    if (!mountsRouter(mounted.verb)) continue;
    const given = source.text.slice(mounted.owner.startIndex, mounted.owner.endIndex);
    for (const [, name] of given.matchAll(/[(,]\s*([A-Za-z_$][\w$]*)\s*(?=[,)])/g)) {
      if (name) found.set(name, { ...found.get(name), mounted });
    }
  }
  return found;
}

/** The function or class that a decorator stands before. */
function definitionOf(source: Source, decorator: Node): Node | undefined {
  const isDefinition = (node: Node): boolean =>
    source.constructs.at(node, 'function') !== undefined || source.constructs.at(node, 'scope') !== undefined;
  for (let at: Node = decorator, steps = 0; at.parent && steps < 2; at = at.parent, steps++) {
    const { parent } = at;
    const definition = source.constructs.at(parent, 'function') ?? source.constructs.at(parent, 'scope');
    const name = definition && part(definition, 'name');
    // What stands behind the name belongs to a parameter.
    if (definition) return name && name.startIndex > decorator.startIndex ? definition.node : undefined;
    for (let next = at.nextNamedSibling; next; next = next.nextNamedSibling) {
      if (source.constructs.at(next, 'decorator') ?? source.constructs.at(next, 'comment')) continue;
      if (isDefinition(next)) return next;
      const inner = next.namedChildren.find((child) => child !== null && isDefinition(child));
      if (inner) return inner;
      break;
    }
  }
  return undefined;
}

/** The functions that serve a path: under its decorator, written in its call, or named there. */
function handlersOf(
  source: Source,
  functions: Functions,
  { owner, decorator, content, verb }: Written,
): readonly Span[] {
  if (decorator) {
    const definition = definitionOf(source, decorator);
    return definition && source.constructs.at(definition, 'function') ? [spanOf(definition)] : [];
  }
  for (let at: Node | null = owner; at; at = at.parent) {
    const given = { start: content.end, end: at.endIndex };
    const literals = functions.between(given.start, given.end);
    const named = namesIn(source.text, given, literals).flatMap((name) => functions.named(name) ?? []);
    if (literals.length + named.length > 0) return [...literals, ...named];
    const { parent } = at;
    if (!parent || source.constructs.at(parent, 'block') || source.constructs.at(parent, 'function')) return [];
    // A function behind the brackets belongs to the call, and so does what a route is asked for next.
    const isTrailing = parent.firstNamedChild?.id === at.id && parent.startIndex === at.startIndex;
    if (!isTrailing || (at.id !== owner.id && !beginsRoute(verb))) return [];
  }
  return [];
}

/** The words of a text in which no function is written. */
function namesIn(text: string, { start, end }: Span, functions: readonly Span[]): readonly string[] {
  const pieces: string[] = [];
  let at = start;
  for (const span of functions) {
    pieces.push(text.slice(at, span.start));
    at = span.end;
  }
  pieces.push(text.slice(at, end));
  return [...new Set(pieces.flatMap((piece) => piece.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []))];
}

/** Whether a call is given more than a path. */
function hasMore(source: Source, { owner, content, decorator }: Written): boolean {
  return decorator === undefined && /^["'`]?\s*,\s*\S/.test(source.text.slice(content.end, owner.endIndex));
}
