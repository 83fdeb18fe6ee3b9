import type { Analysis } from '../evidence/analysis.ts';
import type { Language } from '../languages/language.ts';
import type { Surrounding } from '../program/outside.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Lexicon } from './lexicons.ts';

/** What decides on how a document is read, and on what its text means. */
export interface Context {
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** What it has from other files. */
  readonly surrounding: Surrounding;
  readonly project: ProjectFacts;
}

/** A document, and what the evidence makes of it in its context. */
export interface Analysed extends Context {
  readonly analysis: Analysis;
}
