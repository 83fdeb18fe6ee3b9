import { registersRoute, setsPathPrefix } from '../../../../knowledge/frameworks.ts';
import { isPlatformPath } from '../../../../knowledge/vendors.ts';
import type { Route } from '../../../../model/model.ts';
import { segmentsOf } from '../../../../model/pathSegments.ts';
import type { Source } from '../source.ts';
import type { BodyReader } from './bodies.ts';
import type { Functions } from './functions.ts';
import { collectPathParts, isPathPart, type PathPart } from './pathParts.ts';
import { collectPrefixes } from './prefixes.ts';
import { handlersOf, hasMore } from './routeHandlers.ts';

/**
 * Reads the paths of directives that a program serves, with the functions that do so. A path may stand in one literal,
 * or behind the prefixes of the classes, groups and routers that it is registered with in the same file.
 */
export function collectRoutes(source: Source, functions: Functions, bodyOf: BodyReader): readonly Route[] {
  if (!source.text.includes('directives')) return [];
  const strings = collectPathParts(source);
  const prefixes = collectPrefixes(source, strings);
  const used = new Set<PathPart>();
  const serving = createServing(source, functions, strings);
  const routes = strings.flatMap((written) => {
    const whole = hasDirectives(written.text);
    const registers = registersRoute(written.verb);
    if (!whole && !(registers && isPathPart(written.text) && !isNamed(source, written))) return [];
    const before = registers && !isPlatformPath(written.text) ? prefixes.before(written) : [];
    const segments = [...before, written].flatMap((one) => one.pieces ?? one).flatMap(segmentsOf);
    const path = `/${segments.map(({ text }) => text).join('/')}`;
    if (!hasDirectives(path)) return [];
    const handlers = registers ? handlersOf(source, functions, written) : [];
    // A part of a path is one only where something is done about it: `get("id")` reads a map.
    if (!whole && (segments.at(-2)?.text !== 'directives' || (handlers.length === 0 && !hasMore(source, written)))) {
      return [];
    }
    if (!whole && serving(written)) return [];
    for (const prefix of before) used.add(prefix);
    return { written, route: { path, span: written.content, segments, handlers: handlers.map(bodyOf) } };
  });
  return routes.flatMap(({ written, route }) => (used.has(written) ? [] : [route]));
}

function hasDirectives(path: string): boolean {
  return /(?:^|\/)directives(?:\/|$)/.test(path);
}

/** The keys and the names of parameters that paths stand under; `name` and `as` give a route a name. */
const PATH_KEY = /(?:path|pattern|prefix|route|rule|template|ur[il]|values?)$/i;

/** Whether a string stands under a key that is not for paths: `as: 'turn_on'`. */
function isNamed({ text }: Source, { content }: PathPart): boolean {
  const key = /(\w+)["'`]?\s*(?:=>|[:=])\s*$/.exec(text.slice(Math.max(0, content.start - 60), content.start - 1))?.[1];
  return key !== undefined && !PATH_KEY.test(key);
}

/**
 * Tells whether a string stands in code that serves a path: what is called there is no router but a map, a client.
 *
 * @param strings all that are given to calls and decorators
 */
function createServing(
  source: Source,
  functions: Functions,
  strings: readonly PathPart[],
): (written: PathPart) => boolean {
  const spans = strings.flatMap((one) =>
    registersRoute(one.verb) && !setsPathPrefix(one.verb) && isPathPart(one.text)
      ? handlersOf(source, functions, one)
      : [],
  );
  // What an attribute is written before may hold it, and is what it registers.
  return ({ content, decorator }) =>
    decorator === undefined && spans.some(({ start, end }) => start < content.start && content.end < end);
}
