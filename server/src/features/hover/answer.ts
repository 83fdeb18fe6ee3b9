import type { Span } from '../../model/model.ts';

/** An explanation, and what of the text it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}
