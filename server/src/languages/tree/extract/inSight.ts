import type { Span } from '../../../model/model.ts';
import type { Node } from '../syntax/node.ts';
import { type Placed, placed, within } from './placed.ts';
import type { Source } from './source.ts';

/** Functions before a node that are minded: what stands before these is not in sight. */
const MOST_FUNCTIONS = 60;

/**
 * Makes what finds the text before a node whose names can be used there: that of the functions around it, without the
 * functions in these that are over by then.
 */
export function createSight(source: Source): (node: Node) => readonly Span[] {
  let functions: readonly Placed<'function'>[] | undefined;
  return (node) => {
    const found: Span[] = [];
    let end = node.startIndex;
    for (let at = node.parent; at; at = at.parent) {
      if (!source.constructs.at(at, 'function')) continue;
      functions ??= placed(source, 'function');
      const inner = within(functions, { start: at.startIndex + 1, end }, MOST_FUNCTIONS);
      const [first] = inner;
      const start = first && inner.length === MOST_FUNCTIONS ? first.start : at.startIndex;
      found.push(...between({ start, end }, inner));
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
