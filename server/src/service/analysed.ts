import type { Analysis } from '../evidence/analysis.ts';
import type { Language } from '../languages/language.ts';
import type { Surrounding } from '../program/outside.ts';
import type { Lexicon } from './lexicons.ts';

/** A document, the language that reads it, and what the evidence makes of it. */
export interface Analysed {
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** What it has from other files. */
  readonly surrounding: Surrounding;
  readonly analysis: Analysis;
}
