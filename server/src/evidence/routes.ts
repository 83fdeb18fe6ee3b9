import { isPathKey } from '../knowledge/frameworks.ts';
import type { Entry, FileModel, ObjectLiteral, Route, Span } from '../model/model.ts';
import { segmentsOf } from '../model/pathSegments.ts';

/**
 * The paths that a file serves or asks for: those that its code registers, and those that data names: OpenAPI's `paths`,
 * the events of functions, requests of mocks.
 */
export function routesOf(model: FileModel): readonly Route[] {
  const inData = model.objects.flatMap((object) => object.entries.flatMap((entry) => pathOf(object, entry) ?? []));
  return inData.length > 0 ? [...model.routes, ...inData] : model.routes;
}

function pathOf(object: ObjectLiteral, { key, keySpan, value }: Entry): Route | undefined {
  if (object.parent?.key === 'paths' && key.startsWith('/') && isDirectives(key)) return routeOf(key, keySpan);
  if (value.kind !== 'string' || !isDirectives(value.text) || !isPathKey(key)) return undefined;
  // In a program, `path` may be anything; beside a method of HTTP it is what somebody asks for.
  const isNamed = object.ofData || object.entries.some((entry) => entry.key === 'method');
  return isNamed ? routeOf(value.text, value.span) : undefined;
}

function isDirectives(path: string): boolean {
  return path.includes('/directives/') && /^(?:[A-Z]+ )?[^\s"'<>]+$/.test(path);
}

function routeOf(path: string, span: Span): Route {
  return { path, span, segments: segmentsOf({ text: path, content: span }), handlers: [] };
}
