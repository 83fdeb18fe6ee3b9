import type { Span } from '../../../model/model.ts';
import type { Node } from '../syntax/node.ts';
import { placed, within } from './placed.ts';
import { type Source, spanOf } from './source.ts';
import { readString } from './strings.ts';

/** The plain texts and comments within a node, in text order. */
export type PlainTextsIn = (node: Node) => readonly Span[];

/** Looks through a file's texts when somebody first asks. */
export function createPlainTexts(source: Source): PlainTextsIn {
  let plain: readonly Span[] | undefined;
  return (node) => {
    plain ??= placed(source, 'string', 'comment').filter(
      ({ construct }) => construct.kind === 'comment' || readString(source, construct.node),
    );
    return within(plain, spanOf(node));
  };
}
