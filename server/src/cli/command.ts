import type { Catalog } from '../catalog/catalog.ts';
import { harmless } from '../catalog/harmless.ts';
import type { Localized } from '../catalog/types.ts';
import { type DocsLanguage, oneOf } from '../features/describe/language.ts';
import type { GivenProject } from '../node/givenProject.ts';
import type { Warn } from '../node/host.ts';
import type { FileSystem } from '../scan/walk.ts';
import type { Host } from '../service/api.ts';
import type { CallLanguages } from './language.ts';

/** What a command answers. The caller writes it. */
export interface Outcome {
  /** 0: done; 1: done, with an answer that is to be noticed, such as nothing found; 2: called wrongly, or could not. */
  readonly exitCode: 0 | 1 | 2;
  /** For standard output: a text, or its pieces where it may be longer than a text can be. */
  readonly output?: string | Iterable<string> | undefined;
  /** For standard error: what is wrong and what to do. */
  readonly complaint?: string;
}

/** What a command is given. */
export interface Call extends CallLanguages {
  /** What follows the command's name. */
  readonly args: readonly string[];
  readonly catalog: Catalog;
  /** Whether standard output takes ANSI styles. */
  readonly styled: boolean;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Columns that lines are broken to. */
  readonly columns: number;
}

/** What commands that look at files need of the machine. */
export interface World {
  readonly files: FileSystem;
  /**
   * Made when the first file is worth a look.
   *
   * @param given a project file that counts instead of all others
   */
  createHost(warn: Warn, given: GivenProject | undefined): Promise<Host>;
  /** The file that a second thread runs. */
  readonly secondThread: string;
  /** Many texts are looked at: from now on memory may be spent where that saves time. */
  spend(): void;
}

/** A command of the program. May throw `Failure`, for a wrong call as well. */
export type Command = (call: Call) => Outcome | Promise<Outcome>;

/** Notes as standard error shows them, one below the other; nothing where there are none. */
export function complaintOf(notes: readonly Localized[], language: DocsLanguage): Pick<Outcome, 'complaint'> {
  if (notes.length === 0) return {};
  return { complaint: notes.map((note) => harmless(oneOf(note, language))).join('\n') };
}
