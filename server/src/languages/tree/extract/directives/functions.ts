import type { Span } from '../../../../model/model.ts';
import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { within } from '../placed.ts';
import { bareName, type Source, spanOf, unwrap } from '../source.ts';

/** The functions of a file. */
export interface Functions {
  /** The function of this name, declared or bound to it; none where several have it. */
  named(name: string): Span | undefined;
  /** The functions between two offsets, without those inside them. */
  between(start: number, end: number): readonly Span[];
}

/** Collects the functions of a file, and the names they go by. */
export function collectFunctions(source: Source): Functions {
  const spans = new Map<number, Span>();
  const byName = new Map<string, Span | null>();
  const name = (word: string | undefined, node: Node): void => {
    if (!word) return;
    const span = spans.get(node.id) ?? spanOf(node);
    byName.set(word, byName.has(word) && byName.get(word)?.start !== span.start ? null : span);
  };
  for (const construct of source.constructs.all('function')) {
    spans.set(construct.node.id, spanOf(construct.node));
    name(part(construct, 'name')?.text, construct.node);
  }
  for (const kind of ['constant', 'binding'] as const) {
    for (const construct of source.constructs.all(kind)) {
      const written = part(construct, 'value');
      const value = written && unwrap(source, written);
      if (value && source.constructs.at(value, 'function')) name(bareName(part(construct, 'name')), value);
    }
  }
  const sorted = [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    named: (word) => byName.get(word) ?? undefined,
    between(start, end) {
      const found: Span[] = [];
      for (const span of within(sorted, { start, end })) if (span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
      return found;
    },
  };
}
