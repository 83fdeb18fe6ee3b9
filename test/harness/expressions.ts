import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { grammars } from './host.ts';

/** How the time of a regular expression grows with the length of the text that it is given. */
export type Growth = 'linear' | 'polynomial' | 'exponential' | 'unknown';

/** Where what is known of expressions is recorded, from the root of the repository. */
export const RECORD = 'test/expressions.json';

/** What is known of expressions, by these with their slashes and flags. */
export interface KnownExpressions {
  /** These take linear time. */
  readonly linear: readonly string[];
  /** These take more, or it is not known how much, and are given texts of no more than so many UTF-16 units. */
  readonly bounded: { readonly [expression: string]: number };
  /** These are given whole texts all the same: why that does no harm. */
  readonly excused: { readonly [expression: string]: string };
}

/** Its part in plain JavaScript, which starts no process and is the same everywhere. */
const { checkSync }: Pick<typeof import('recheck'), 'checkSync'> = createRequire(import.meta.url)(
  'recheck/lib/browser.js',
);

/** Milliseconds after which an expression's growth is unknown. */
const CHECK_LIMIT_MS = 10_000;

/**
 * Asks recheck.
 *
 * @param expression with its slashes and flags
 * @param limitMs milliseconds after which its growth is unknown
 */
export function growthOf(expression: string, limitMs = CHECK_LIMIT_MS): Growth {
  const [, source = '', flags = ''] = /^\/([\s\S]*)\/(\w*)$/.exec(expression) ?? [];
  const found = checkSync(source, flags, { timeout: limitMs });
  if (found.status === 'safe') return 'linear';
  if (found.status === 'unknown') return 'unknown';
  return found.complexity.type === 'exponential' ? 'exponential' : 'polynomial';
}

/** The expressions that are written in the server's sources. Run in the root of the repository. */
export async function writtenExpressions(): Promise<ReadonlySet<string>> {
  const reader = await createTreeSitter(grammars).load('tree-sitter-typescript.wasm');
  const files = readdirSync('server/src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files.flatMap((file) => {
    const root = reader.read(readFileSync(join('server/src', file), 'utf8'));
    if (!root) throw new Error(`${file} cannot be parsed`);
    return [...root.walk()].flatMap(({ type, text }) => (type === 'regex' ? text : []));
  });
  return new Set(found);
}

/** Runs first in a process, and prints in the end which expressions were put together there. */
const RECORDER = `
  const made = new Set();
  const note = (expression) => (made.add(String(expression)), expression);
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, given) => note(Reflect.construct(target, given)),
    apply: (target, self, given) => note(Reflect.apply(target, self, given)),
  });
  process.on('exit', () => process.stderr.write(JSON.stringify([...made])));
`;

/**
 * The expressions that are put together of others and of words when the command line starts and checks a file: one in which
 * nothing can be found, and one for which all is loaded, though nothing is looked for that its own words would tell.
 */
export function madeExpressions(): ReadonlySet<string> {
  const recorder = `data:text/javascript,${encodeURIComponent(RECORDER)}`;
  const madeBy = (...args: readonly string[]): readonly string[] => {
    const command = ['--import', recorder, 'dist/cli.js', 'check', ...args];
    const { stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 50_000_000, input: '{}' });
    return JSON.parse(stderr.slice(stderr.indexOf('["/'))) as string[];
  };
  const made = [...madeBy('package.json'), ...madeBy('--stdin', '--stdin-filename', '.thinq-nugu.json')];
  // A bundle is ASCII: the build writes syllables as escapes, in small letters.
  return new Set(
    made.map((one) => one.replace(/\\u([a-d][0-9a-f]{3})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))),
  );
}
