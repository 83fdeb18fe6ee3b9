import type { Catalog } from '../catalog/catalog.ts';
import { harmless } from '../catalog/harmless.ts';
import type { Warn } from '../node/host.ts';
import type { FileSystem } from '../scan/walk.ts';
import type { Host } from '../service/api.ts';

/** What a command answers. The caller writes it. */
export interface Outcome {
  /** 0: done; 1: done, with an answer that is to be noticed, such as nothing found; 2: called wrongly, or could not. */
  readonly exitCode: 0 | 1 | 2;
  /** For standard output: a text, or its pieces where it may be longer than a text can be. */
  readonly output?: string | Iterable<string>;
  /** For standard error: what is wrong and what to do. */
  readonly complaint?: string;
}

/** What a command is given. */
export interface Call {
  /** What follows the command's name. */
  readonly args: readonly string[];
  readonly catalog: Catalog;
  /** Whether standard output takes ANSI styles. */
  readonly styled: boolean;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
}

/** What commands that look at files need of the machine. */
export interface World {
  readonly files: FileSystem;
  /** Made when the first file is worth a look. */
  createHost(warn: Warn): Promise<Host>;
  /** The file that a second thread runs. */
  readonly secondThread: string;
}

/** A command of the program. May throw `Failure`, and what `parseArgs` throws for options it does not know. */
export type Command = (call: Call) => Outcome | Promise<Outcome>;

const SEE_HELP = 'Run "thinq-nugu --help" for all commands and options.';

/** The outcome of a wrong call. @param complaint one line; what it quotes may hold more */
export function wrongUsage(complaint: string): Outcome {
  return { exitCode: 2, complaint: `${harmless(complaint)}\n${SEE_HELP}` };
}
