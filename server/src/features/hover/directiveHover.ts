import { describeName } from '../describe/describe.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Explains a capability or directive: in a path, under a key of a request, in an arm or a comparison. */
export function directiveHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const found = analysis.directives.names.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!found) return undefined;
  const { catalog } = analysis;
  const known = found.kind === 'capability' ? catalog.capability(found.text) : catalog.capabilityOf(found.text);
  const markdown = known && describeName(found.text, catalog, language);
  return markdown ? { markdown, span: found.span } : undefined;
}
