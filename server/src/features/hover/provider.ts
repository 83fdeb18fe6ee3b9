import type { Analysis } from '../../evidence/analysis.ts';
import type { DocsLanguage } from '../describe/language.ts';
import type { Hover } from './answer.ts';

export type { Hover };

/** What somebody points at, and how they want it explained. */
export interface HoverRequest {
  readonly analysis: Analysis;
  readonly text: string;
  /** UTF-16 offset into `text`. */
  readonly offset: number;
  readonly language: DocsLanguage;
}

/** Explains one kind of thing. @returns undefined where no such thing stands at the offset */
export type HoverProvider = (request: HoverRequest) => Hover | undefined;
