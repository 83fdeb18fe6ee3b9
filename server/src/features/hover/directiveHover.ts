import type { Catalog } from '../../catalog/catalog.ts';
import type { DirectiveName } from '../../evidence/directives.ts';
import { describeName } from '../describe/describe.ts';
import { describeTopic, type Topic } from '../explain/topic.ts';
import { describeUnknown } from '../explain/unknown.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** As many suggestions as are a help. */
const MOST_SUGGESTIONS = 3;

/**
 * Explains a capability or directive: in a path, under a key of a request, in an arm or a comparison. For a misspelt one
 * it says what was meant.
 */
export function directiveHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const found = analysis.directives.names.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!found) return undefined;
  const { catalog } = analysis;
  const known = found.kind === 'capability' ? catalog.capability(found.text) : catalog.capabilityOf(found.text);
  const markdown = known && describeName(found.text, catalog, language);
  if (markdown) return { markdown, span: found.span };
  if (found.confidence === 'weak') return undefined;
  const nearest = nearestTo(found, catalog);
  const explained = (topic: Topic): string => describeTopic(topic, catalog, language);
  return nearest.length > 0
    ? { markdown: describeUnknown(found.text, nearest, catalog, language, explained), span: found.span }
    : undefined;
}

function nearestTo({ kind, text }: DirectiveName, catalog: Catalog): readonly Topic[] {
  const near = kind === 'capability' ? catalog.nearestCapabilities(text) : catalog.nearestDirectives(text);
  return near.slice(0, MOST_SUGGESTIONS).map(({ name }) => ({ kind: 'name', name }));
}
