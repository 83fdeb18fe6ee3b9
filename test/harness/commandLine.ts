import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The program as built. */
export const CLI = join(process.cwd(), 'dist', 'cli.js');

/** What came of a call. */
export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and on what the program runs. */
export interface Surroundings {
  readonly cwd?: string;
  readonly input?: string;
  readonly program?: string;
  /** Milliseconds after which it is taken to hang. */
  readonly endAfterMs?: number;
  /** Variables besides those of the tests. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the command line as a user would, its output going into pipes. */
export function run(
  args: readonly string[],
  { cwd, input, program = CLI, environment = {}, endAfterMs }: Surroundings = {},
): Answer {
  const env = { ...plainEnvironment(), ...environment };
  return spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
    input: input ?? '',
    ...(cwd !== undefined && { cwd }),
    ...(endAfterMs !== undefined && { timeout: endAfterMs, killSignal: 'SIGKILL' }),
  });
}

/** The tests' own variables, but for those by which a person says how output is to look. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const personal = ['NO_COLOR', 'FORCE_COLOR', 'COLUMNS', 'LC_ALL', 'LC_MESSAGES', 'LANG'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !personal.includes(name)));
}

/** A folder with files, for as long as a test needs it. */
export interface Folder {
  readonly path: string;
  write(path: string, content: string | Uint8Array): void;
  remove(): void;
}

/** @param files contents by path */
export function createFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'thinq-nugu-'));
  const write: Folder['write'] = (name, content) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}
