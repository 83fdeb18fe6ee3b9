import type { Catalog } from '../catalog/catalog.ts';
import type { Warn } from '../node/host.ts';
import type { FileSystem } from '../scan/walk.ts';
import type { Host } from '../service/api.ts';

/** What a command answers. The caller writes it. */
export interface Outcome {
  /** 0: done; 1: done, with an answer that is to be noticed, such as nothing found; 2: called wrongly, or could not. */
  readonly exitCode: 0 | 1 | 2;
  /** For standard output. */
  readonly output?: string;
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
}

/** What commands that look at files need of the machine. */
export interface World {
  readonly files: FileSystem;
  /** Made when the first file is worth a look. */
  createHost(warn: Warn): Promise<Host>;
  /** The program's own file, for a second thread. */
  readonly program: string;
}

/** A command of the program. May throw `Failure`, and what `parseArgs` throws for options it does not know. */
export type Command = (call: Call) => Outcome | Promise<Outcome>;

const SEE_HELP = 'Run "thinq-nugu --help" for all commands and options.';

/** The outcome of a wrong call. */
export function wrongUsage(complaint: string): Outcome {
  return { exitCode: 2, complaint: `${complaint}\n${SEE_HELP}` };
}
