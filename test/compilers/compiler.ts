import { execFile, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** A text that a compiler is to look at. */
export interface Program {
  /** The language, as editors name it. */
  readonly languageId: string;
  /** The file's name, perhaps with folders. */
  readonly path: string;
  readonly text: string;
  /** Texts of other files of the same program, by path; what is wrong in them is not asked. */
  readonly beside: ReadonlyMap<string, string>;
}

/** A program of one file. */
export function program(languageId: string, path: string, text: string): Program {
  return { languageId, path, text, beside: new Map() };
}

/** A program that checks others, and may not be installed. */
export interface Compiler {
  /** The command. */
  readonly name: string;
  /** The languages that it is asked about, as editors name them. */
  readonly languageIds: readonly string[];
  /** What it is asked: whether all types are right, or only whether the text can be parsed. */
  readonly asks: 'types' | 'syntax';
  /** A text that it must complain of. It is asked about this one each time, for a run that looked at nothing finds nothing. */
  readonly wrong: Program;
  /** How Debian and Ubuntu come by it. */
  readonly install: string;
  /** @returns what it says of itself; undefined where it is not installed */
  version(): string | undefined;
  /**
   * @param folder an empty one, for it to write to
   * @returns what is wrong with each program, in their order, a line each
   * @throws where it says something that is about none of them
   */
  check(programs: readonly Program[], folder: string): Promise<readonly (readonly string[])[]>;
}

/** What a command left. */
export interface Ended {
  readonly status: number;
  readonly output: string;
}

/** Runs a command to its end. Throws where there is no such command. */
export function run(command: string, args: readonly string[], folder: string): Promise<Ended> {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: ENGLISH } as const;
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ status: Number(error?.code ?? 0), output: `${stdout}${stderr}` });
    });
  });
}

/** Messages are taken apart: they must not depend on whose machine it is. */
const ENGLISH = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };

/** The first line that a command prints of itself; undefined where there is no such command. */
export function versionOf(command: string, ...args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: ENGLISH });
  return status === 0 ? `${stdout}${stderr}`.split('\n', 1)[0]?.trim() : undefined;
}

/** Does something with each of many, as many at a time as there are cores. @returns the results in order */
export async function forEach<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
