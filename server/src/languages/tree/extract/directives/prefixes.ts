import {
  beginsChain,
  bindsPath,
  GIVEN_ROUTER,
  mountsRouter,
  setsPathPrefix,
} from '../../../../knowledge/frameworks.ts';
import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { bareName, type Source, unwrap } from '../source.ts';
import { definitionOf } from './decorators.ts';
import { isPathPrefix, type PathPart } from './pathParts.ts';

/** What stands before the paths of a file. */
export interface Prefixes {
  /** The parts that stand before one, outermost first. */
  before(written: PathPart): readonly PathPart[];
}

/** Routers that are given to routers, each with a prefix: more is a circle. */
const MOST_ROUTERS = 5;

/** @param strings all that are given to calls and decorators */
export function collectPrefixes(source: Source, strings: readonly PathPart[]): Prefixes {
  const isPrefix = ({ text, verb }: PathPart): boolean => setsPathPrefix(verb) && isPathPrefix(text);
  const candidates = strings.filter(isPrefix);
  /** Calls in a chain begin where its first one does. */
  const byStart = new Map<number, PathPart[]>();
  for (const one of candidates) {
    if (one.decorator) continue;
    const start = one.owner.startIndex;
    byStart.set(start, [...(byStart.get(start) ?? []), one]);
  }
  const ofScope = new Map<number, PathPart>();
  for (const one of candidates) {
    const definition = one.decorator && definitionOf(source, one.decorator);
    if (definition && source.constructs.at(definition, 'scope') && !ofScope.has(definition.id)) {
      ofScope.set(definition.id, one);
    }
  }
  const ofRouter = routerPrefixes(source, candidates);

  const around = (written: PathPart): readonly PathPart[] => {
    const start = written.owner.startIndex;
    const found: PathPart[] = (byStart.get(start) ?? []).filter(
      ({ verb, owner, content }) =>
        beginsChain(verb) &&
        owner.id !== written.owner.id &&
        content.end < written.content.start &&
        owner.endIndex < written.content.start,
    );
    for (let at = written.owner.parent; at; at = at.parent) {
      const scope = ofScope.get(at.id);
      // A class may be decorated beside itself, below a node that holds both.
      if (scope && scope.owner.id !== written.owner.id) found.unshift(scope);
      // A block, or a whole file, begins where its first statement does, and is no part of that one.
      if (!at.parent || source.constructs.at(at, 'block')) continue;
      const inChain = (byStart.get(at.startIndex) ?? []).filter(
        ({ content, owner }) => content.end <= start && runsOn(source, owner, written.owner),
      );
      const chosen = pathAmong(source, inChain, start);
      if (chosen && !found.includes(chosen)) found.unshift(chosen);
    }
    return found;
  };
  const before = (written: PathPart, depth: number): readonly PathPart[] => {
    const own = around(written);
    if (depth >= MOST_ROUTERS) return own;
    const routers = namesOfRouters(source, written).flatMap((name) => ofRouter.get(name) ?? []);
    const mounted = routers.find((one) => one.mounted)?.mounted;
    const made = routers.find((one) => one.made)?.made;
    const outer = [mounted, made].flatMap((one) =>
      one && one.owner.id !== written.owner.id && !own.includes(one) ? [one] : [],
    );
    // What a router is made with stands behind what it is mounted under, and is found there once more.
    return [...new Set([...outer.flatMap((one) => [...before(one, depth + 1), one]), ...own])];
  };
  return { before: (written) => before(written, 0) };
}

/** Whether what stands behind a call belongs to it: `group("/v1") { …`, `prefix("/v1")->group(…`. */
function runsOn(source: Source, owner: Node, inner: Node): boolean {
  return (
    owner.endIndex >= inner.endIndex ||
    /^(?:\s*(?:\.|\?\.|->|::)|[ \t]*[{(])/.test(source.text.slice(owner.endIndex, inner.startIndex))
  );
}

/** Of several strings given to one call the one that is bound to what follows, or looks like a path, else the first. */
function pathAmong({ text }: Source, strings: readonly PathPart[], inner: number): PathPart | undefined {
  const isBound = ({ content }: PathPart): boolean => bindsPath(text.slice(content.end, inner));
  // What is bound to something else stands before that only.
  const near = strings.filter((one) => !isBound(one) || /^\S?\s*\w+\s*$/.test(text.slice(one.content.end, inner)));
  return near.find(isBound) ?? near.find((one) => one.text.includes('/')) ?? near[0];
}

/** The names by which the router that a path is registered with may be mounted, the nearest first. */
function namesOfRouters(source: Source, { path, owner, content, decorator }: PathPart): readonly string[] {
  const names = [path.at(-2)];
  const definition = decorator && definitionOf(source, decorator);
  const decorated = definition && source.constructs.at(definition, 'function');
  if (decorated) names.push(part(decorated, 'name')?.text);
  for (let at: Node | null = owner; at; at = at.parent) {
    const made = source.constructs.at(at, 'function');
    // Another function may send requests, and has nothing to do with routes.
    if (made && /router/i.test(source.text.slice(made.node.startIndex, content.start)))
      names.push(part(made, 'name')?.text);
    if (made) break;
    const bound = source.constructs.at(at, 'binding') ?? source.constructs.at(at, 'constant');
    if (bound) names.push(bareName(part(bound, 'name')));
  }
  return names.flatMap((name) => name ?? []);
}

/** What a router's paths stand behind: the prefix it is mounted under, and the one that it is made with. */
interface RouterPrefixes {
  readonly mounted?: PathPart;
  readonly made?: PathPart;
}

/** Prefixes of routers, by their names. */
function routerPrefixes(source: Source, candidates: readonly PathPart[]): ReadonlyMap<string, RouterPrefixes> {
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
    for (const [, name] of given.matchAll(GIVEN_ROUTER)) {
      if (name) found.set(name, { ...found.get(name), mounted });
    }
  }
  return found;
}
