import type { Span } from '../../../model/model.ts';
import type { Node } from '../syntax/node.ts';
import { type Source, spanOf } from './source.ts';

/**
 * Makes what finds the text before a node whose names can be used there: that of the functions around it, without the
 * functions in these that are over by then.
 */
export function createSight(source: Source): (node: Node) => readonly Span[] {
  let functions: readonly Span[] | undefined;
  return (node) => {
    const found: Span[] = [];
    let end = node.startIndex;
    for (let at = node.parent; at; at = at.parent) {
      if (!source.constructs.at(at, 'function')) continue;
      functions ??= source.constructs.all('function').map((one) => spanOf(one.node));
      const inner = functions.filter((one) => at.startIndex < one.start && one.end <= end);
      found.push(...between({ start: at.startIndex, end }, inner));
      end = at.startIndex;
    }
    return found;
  };
}

/** What is left of a range without some within it. */
function between({ start, end }: Span, without: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const span of without.toSorted((a, b) => a.start - b.start)) {
    if (span.start > from) pieces.push({ start: from, end: span.start });
    from = Math.max(from, span.end);
  }
  return from < end ? [...pieces, { start: from, end }] : pieces;
}
