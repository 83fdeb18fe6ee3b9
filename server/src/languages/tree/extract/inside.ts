import type { Span } from '../../../model/model.ts';
import type { Kind } from '../query/captures.ts';
import type { Construct } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { type Placed, placed, within } from './placed.ts';
import { type Source, spanOf } from './source.ts';
import { readString } from './strings.ts';

/** What stands within a node, found without going through the whole file each time. */
export interface Inside {
  /** The constructs of a kind within a node, or any other range, in text order. */
  of<K extends Kind>(kind: K, node: Pick<Node, 'startIndex' | 'endIndex'>): readonly Construct<K>[];
  /** The plain texts and comments within a node, in text order. */
  texts(node: Node): readonly Span[];
}

/** Looks through a file's constructs, a kind at a time, when somebody first asks. */
export function createInside(source: Source): Inside {
  const ordered = new Map<Kind, readonly Placed<Kind>[]>();
  let plain: readonly Span[] | undefined;
  const all = <K extends Kind>(kind: K): readonly Placed<K>[] => {
    // Under a kind lies nothing else.
    const known = ordered.get(kind) as readonly Placed<K>[] | undefined;
    if (known) return known;
    const made = placed(source, kind);
    ordered.set(kind, made);
    return made;
  };
  return {
    of: (kind, { startIndex, endIndex }) =>
      within(all(kind), { start: startIndex, end: endIndex }).map(({ construct }) => construct),
    texts(node) {
      plain ??= placed(source, 'string', 'comment').filter(
        ({ construct }) => construct.kind === 'comment' || readString(source, construct.node),
      );
      return within(plain, spanOf(node));
    },
  };
}
