import { readdirSync, readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A function of ours that has run. */
export interface Entered {
  /** Its source, relative to the repository: `server/src/evidence/place.ts`. */
  readonly file: string;
  /** Empty for one without a name. */
  readonly name: string;
}

/** Tells which functions run while something is done; as exact as V8 counts calls. */
export interface Watch {
  during(run: () => Promise<unknown>): Promise<readonly Entered[]>;
  stop(): Promise<void>;
}

/** Counts what runs in this process, as exactly as V8 does. */
export interface Counts {
  /** What has run since it was last asked, by the address of its bundle. */
  take(): Promise<readonly Profiler.ScriptCoverage[]>;
  /** Which source an offset of a bundle comes from. */
  sourceAt(url: string, offset: number): string | undefined;
  stop(): Promise<void>;
}

/**
 * Starts to count.
 *
 * @param folder the address of the folder with the bundles that run, in which each module stands behind a comment with its
 *   source's path
 * @param detailed each block of a function, not only the function
 */
export async function startCounting(folder: URL, detailed: boolean): Promise<Counts> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed });
  const bundles = new Map<string, ReturnType<typeof modulesOf>>();
  return {
    async take() {
      // Taking the counts sets them back.
      const { result } = await session.post('Profiler.takePreciseCoverage');
      return result.filter(({ url }) => url.startsWith(folder.href));
    },
    sourceAt(url, offset) {
      const known = bundles.get(url) ?? modulesOf(readFileSync(fileURLToPath(url), 'utf8'));
      bundles.set(url, known);
      return known(offset);
    },
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** Starts to count the calls of functions. @param folder as for `startCounting` */
export async function watchCalls(folder: URL): Promise<Watch> {
  const counts = await startCounting(folder, false);
  const take = async (): Promise<readonly Entered[]> =>
    (await counts.take()).flatMap(({ url, functions }) =>
      functions.flatMap(({ functionName: name, ranges: [range] }) => {
        const file = range && range.count > 0 ? counts.sourceAt(url, range.startOffset) : undefined;
        return file === undefined ? [] : [{ file, name }];
      }),
    );
  return {
    async during(run) {
      await take();
      await run();
      return take();
    },
    stop: () => counts.stop(),
  };
}

/** Which source an offset of a bundle comes from. */
function modulesOf(bundle: string): (offset: number) => string | undefined {
  const starts = [...bundle.matchAll(/^\/\/ (\S+\.(?:[cm]?[jt]s|json|scm|wasm))$/gm)];
  return (offset) => starts.findLast(({ index }) => index <= offset)?.[1];
}

/**
 * How often functions of a program were called in all.
 *
 * @param folder where a process has left its counts, which it does when it ends and `NODE_V8_COVERAGE` names one
 * @param bundles what the addresses of its bundles have in them, and no others
 */
export function callsIn(folder: string, bundles: string): number {
  let calls = 0;
  for (const file of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profiler.TakePreciseCoverageReturnType;
    for (const { url, functions } of result)
      if (url.includes(bundles)) for (const { ranges } of functions) calls += ranges[0]?.count ?? 0;
  }
  return calls;
}
