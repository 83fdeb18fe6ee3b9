import type { Catalog } from '../../catalog/catalog.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { Span } from '../../model/model.ts';

/** The name of a capability or a directive under the cursor. */
export interface NamedDirective {
  readonly name: string;
  readonly span: Span;
}

/**
 * Finds the capability or directive named at an offset: in a path, under a key of a request, in an arm or a comparison.
 *
 * @param offset UTF-16 offset @returns undefined for a name that NUGU does not have
 */
export function directiveNameAt(analysis: Analysis, offset: number, catalog: Catalog): NamedDirective | undefined {
  const found = analysis.directives.names.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!found) return undefined;
  const known = found.kind === 'capability' ? catalog.capability(found.text) : catalog.capabilityOf(found.text);
  return known && { name: found.text, span: found.span };
}
