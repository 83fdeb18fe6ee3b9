import { countBelow } from '../../../model/countBelow.ts';
import type { Span } from '../../../model/model.ts';
import type { Kind } from '../query/captures.ts';
import type { Construct } from '../query/constructs.ts';
import { type Source, spanOf } from './source.ts';

/** A construct with its span, so that it can be searched for by place. */
export interface Placed<K extends Kind> extends Span {
  readonly construct: Construct<K>;
}

/** The constructs of some kinds, in the order of their starts. */
export function placed<K extends Kind>(source: Source, ...kinds: readonly K[]): readonly Placed<K>[] {
  return kinds
    .flatMap((kind) => source.constructs.all(kind).map((construct) => ({ construct, ...spanOf(construct.node) })))
    .sort((a, b) => a.start - b.start);
}

/** Those that lie inside a span. @param ordered by their starts @param most of many, no more than the last of them */
export function within<T extends Span>(
  ordered: readonly T[],
  { start, end }: Span,
  most = Number.POSITIVE_INFINITY,
): readonly T[] {
  const found: T[] = [];
  let at = firstFrom(ordered, start);
  if (most < ordered.length) at = Math.max(at, firstFrom(ordered, end) - most);
  for (let one = ordered[at]; one && one.start < end; one = ordered[++at]) if (one.end <= end) found.push(one);
  return found;
}

/** Whether one of them begins inside a span. @param ordered by their starts */
export function beginsWithin(ordered: readonly Pick<Span, 'start'>[], { start, end }: Span): boolean {
  return (ordered[firstFrom(ordered, start)]?.start ?? end) < end;
}

/** The index of the first that begins at an offset or behind it. @param ordered by their starts */
export function firstFrom(ordered: readonly Pick<Span, 'start'>[], offset: number): number {
  return countBelow(ordered.length, (index) => (ordered[index]?.start ?? offset) < offset);
}
