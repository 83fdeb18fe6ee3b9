import type { Language } from '../languages/language.ts';
import type { ProgramFile } from './entries.ts';

/** What is known of a file by its text alone. */
export type TextNames = Pick<ProgramFile, 'names' | 'vendors'>;

/** How texts are read, which only those know who have a catalog. */
export interface TextReader {
  /** The language that a file of this name is written in. */
  languageOf(path: string): Language | undefined;
  /** What others may have from a file, and the vendors that its text is about; undefined where it cannot be read. */
  read(text: string, language: Language, asked: 'all' | 'imports'): Promise<TextNames | undefined>;
  /** Whether a text may hold what others have from it: codes, clients, addresses. */
  mayDeclare(text: string): boolean;
  /** The same, also where a number is a code by what others make of it, and where a vendor is named. */
  mayTell(text: string): boolean;
  /** Plain words, of which every text that may declare something has one, in some case of letters. */
  readonly words: readonly string[];
  /** Plain words, of which every text has one that names a vendor. */
  readonly vendorWords: readonly string[];
  /** Endings of the files whose text may name one. */
  readonly endings: readonly string[];
  /** Whether a text is a code of some vendor. */
  isCode(text: string): boolean;
  /** The same, or four digits that are none, or a word of a vendor's that is misspelt. */
  mayBeCode(text: string): boolean;
}
