import type { Catalog } from '../../catalog/catalog.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { FixWriter } from '../../fixes/fixWriter.ts';
import type { Language } from '../../languages/language.ts';
import type { OutsideNames } from '../../model/names.ts';
import type { DocsLanguage } from '../describe/language.ts';

/** Where somebody types. */
export interface CompletionRequest {
  readonly text: string;
  /** UTF-16 offset into `text`. */
  readonly offset: number;
  /** The language that the text is written in. */
  readonly language: Language;
  readonly docsLanguage: DocsLanguage;
  /** What the names in it stand for that other files declare. */
  readonly outside: OutsideNames;
  readonly catalog: Catalog;
  /** The text speaks of directives, so that a path in it may name one. */
  readonly hasDirectives: boolean;
  /** Analyses the text itself, which few answers need. @returns undefined where it is refused */
  analysis(): Promise<Analysis | undefined>;
  /** Analyses a text in the place of this one. @returns undefined for one that is refused */
  analyseInstead(text: string): Promise<Analysis | undefined>;
  /** Writes into a text. */
  writerFor(analysis: Analysis, text: string): FixWriter;
}
