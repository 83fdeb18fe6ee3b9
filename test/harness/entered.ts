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

/**
 * Starts to count the calls of functions.
 *
 * @param folder the address of the folder with the bundles that run, in which each module stands behind a comment with its
 *   source's path
 */
export async function watchCalls(folder: URL): Promise<Watch> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const bundles = new Map<string, ReturnType<typeof modulesOf>>();
  const sourcesOf = (url: string): ReturnType<typeof modulesOf> => {
    const known = bundles.get(url) ?? modulesOf(readFileSync(fileURLToPath(url), 'utf8'));
    bundles.set(url, known);
    return known;
  };
  const take = async (): Promise<readonly Entered[]> => {
    // Taking the counts sets them back.
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .filter(({ url }) => url.startsWith(folder.href))
      .flatMap(({ url, functions }) =>
        functions.flatMap(({ functionName: name, ranges: [range] }) => {
          const file = range && range.count > 0 ? sourcesOf(url)(range.startOffset) : undefined;
          return file === undefined ? [] : [{ file, name }];
        }),
      );
  };
  return {
    async during(run) {
      await take();
      await run();
      return take();
    },
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** Which source an offset of a bundle comes from. */
export function modulesOf(bundle: string): (offset: number) => string | undefined {
  const starts = [...bundle.matchAll(/^\/\/ (\S+\.(?:[cm]?[jt]s|json|scm|wasm))$/gm)];
  return (offset) => starts.findLast(({ index }) => index <= offset)?.[1];
}

/**
 * How often functions of a program were called in all.
 *
 * @param folder where a process has left its counts, which it does when it ends and `NODE_V8_COVERAGE` names one
 * @param program the end of the program's path
 */
export function callsIn(folder: string, program: string): number {
  let calls = 0;
  for (const file of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profiler.TakePreciseCoverageReturnType;
    for (const { url, functions } of result)
      if (url.endsWith(program)) for (const { ranges } of functions) calls += ranges[0]?.count ?? 0;
  }
  return calls;
}
