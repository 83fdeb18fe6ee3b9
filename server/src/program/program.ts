/**
 * What a file may know of the other files of its project: the contract between those who ask for a name that is declared
 * elsewhere and those who look it up. Nothing fills it yet: until then every such name is unknown.
 *
 * Four things hold for whoever does:
 *
 * - **On demand.** A file is read when a reference in a place for codes leads to it; nothing is an index that grows.
 * - **Plain data.** What crosses the border holds no syntax and no text of the file, and is remembered by URI and version.
 * - **Deterministic.** What is said of a file depends on the files of its project alone, never on what was opened before.
 * - **Unknown is silent.** A name declared twice, a circle, a file over the limit or outside the project: unknown.
 */
import type { FileConfidence } from '../evidence/confidence.ts';

/** Where the files of a project are read from: a disk, an editor's file system, open documents before either. */
export interface ProgramFiles {
  /** @returns undefined for a file that is not there, or is not to be read */
  read(uri: string): Promise<ProgramFile | undefined>;
  /** The files of the same project that may declare a name, for languages that import packages and not files. */
  declaring(name: string, from: string): Promise<readonly string[]>;
}

/** A file as it is now. Two with the same URI and version have the same text. */
export interface ProgramFile {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A name in one file that another declares, as the language writes the way there. */
export interface ImportedName {
  readonly name: string;
  /** What the import names: a path, a package, a namespace; absent where a language sees its package without one. */
  readonly module?: string;
}

/** What a declaration means to those who use it from elsewhere. */
export type Declared =
  | { readonly kind: 'constant'; readonly text: string; readonly value: 'string' | 'integer' }
  | { readonly kind: 'codes'; readonly texts: readonly string[] }
  | { readonly kind: 'map'; readonly keys: readonly string[]; readonly hasDefault: boolean }
  /** A type of errors; `fromCode` are the members that are made of the code, as `isOffline` is. */
  | { readonly kind: 'error type'; readonly fromCode: readonly string[] }
  /** A function that takes a code, or an error and decides on it. */
  | { readonly kind: 'helper'; readonly takes: 'code' | 'error' }
  /** A base URL, or a class or an object that talks to a vendor. */
  | { readonly kind: 'client' };

/** What one file gives to others. */
export interface FileDeclarations {
  readonly uri: string;
  readonly version: number;
  /** Whom it is about: evidence goes along imports, never merely because files lie side by side. */
  readonly file: FileConfidence;
  readonly declared: ReadonlyMap<string, Declared>;
}

/** Looks names up in a project. */
export interface Program {
  /** @returns `unknown` for what cannot be told, or not yet: silent, and no fix */
  lookUp(name: ImportedName, from: string): Promise<Declared | 'unknown'>;
  /** Forgets what it knows of a file that has changed or is gone. */
  forget(uri: string): void;
}
