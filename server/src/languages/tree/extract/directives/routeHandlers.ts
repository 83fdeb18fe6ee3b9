import { beginsRoute, bindsPath } from '../../../../knowledge/frameworks.ts';
import type { Span } from '../../../../model/model.ts';
import type { Node } from '../../syntax/node.ts';
import { type Source, spanOf } from '../source.ts';
import { definitionOf } from './decorators.ts';
import type { Functions } from './functions.ts';
import type { PathPart } from './pathParts.ts';

/** The functions that serve a path: under its decorator, written in its call, or named there. */
export function handlersOf(
  source: Source,
  functions: Functions,
  { owner, decorator, content, verb }: PathPart,
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
export function hasMore(source: Source, { owner, content, decorator }: PathPart): boolean {
  const behind = source.text.slice(content.end, owner.endIndex);
  return decorator === undefined && (/^["'`]?\s*,\s*\S/.test(behind) || bindsPath(behind));
}
