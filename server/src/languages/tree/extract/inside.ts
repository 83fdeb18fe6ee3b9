import type { Span } from '../../../model/model.ts';
import type { Kind } from '../query/captures.ts';
import type { Construct } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { type Source, spanOf } from './source.ts';
import { readString } from './strings.ts';

/** What stands within a node, found without going through the whole file each time. */
export interface Inside {
  /** The constructs of a kind within a node, in text order. */
  of<K extends Kind>(kind: K, node: Node): readonly Construct<K>[];
  /** The plain texts and comments within a node, in text order. */
  texts(node: Node): readonly Span[];
}

/** Looks through a file's constructs, a kind at a time, when somebody first asks. */
export function createInside(source: Source): Inside {
  const sorted = new Map<Kind, readonly Construct<Kind>[]>();
  let plain: readonly Span[] | undefined;
  const all = <K extends Kind>(kind: K): readonly Construct<K>[] => {
    // Under a kind lies nothing else.
    const known = sorted.get(kind) as readonly Construct<K>[] | undefined;
    if (known) return known;
    const made = source.constructs.all(kind).toSorted((a, b) => a.node.startIndex - b.node.startIndex);
    sorted.set(kind, made);
    return made;
  };
  return {
    of: (kind, node) => within(all(kind), (construct) => spanOf(construct.node), spanOf(node)),
    texts(node) {
      plain ??= [
        ...source.constructs.all('string').filter((string) => readString(source, string.node)),
        ...source.constructs.all('comment'),
      ]
        .map((one) => spanOf(one.node))
        .toSorted((a, b) => a.start - b.start);
      return within(plain, (span) => span, spanOf(node));
    },
  };
}

/** The items of which all lies within a span. @param sorted by their start */
function within<Item>(
  sorted: readonly Item[],
  spanOfItem: (item: Item) => Span,
  { start, end }: Span,
): readonly Item[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && spanOfItem(item).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Item[] = [];
  for (let index = low; index < sorted.length; index++) {
    const item = sorted[index];
    if (item === undefined || spanOfItem(item).start >= end) break;
    if (spanOfItem(item).end <= end) found.push(item);
  }
  return found;
}
