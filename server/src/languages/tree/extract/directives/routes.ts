import { registersRoute } from '../../../../knowledge/frameworks.ts';
import type { Route } from '../../../../model/model.ts';
import type { Source } from '../source.ts';
import type { BodyReader } from './bodies.ts';
import type { Functions } from './functions.ts';
import { collectPathParts, isPathPart, type PathPart, segmentsOf } from './pathParts.ts';
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
