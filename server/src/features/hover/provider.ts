import type { Analysis } from '../../evidence/analysis.ts';
import type { Span } from '../../model/model.ts';
import type { DocsLanguage } from '../describe/language.ts';

/** What somebody points at, and how they want it explained. */
export interface HoverRequest {
  readonly analysis: Analysis;
  readonly text: string;
  /** UTF-16 offset into `text`. */
  readonly offset: number;
  readonly language: DocsLanguage;
}

/** An explanation, and what of the text it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** Explains one kind of thing. @returns undefined where no such thing stands at the offset */
export type HoverProvider = (request: HoverRequest) => Hover | undefined;
