import { parseArgs } from 'node:util';
import { nearestName } from '../catalog/nearestName.ts';
import { Failure } from '../node/failure.ts';
import { SEVERITIES, type Settings, type Severity } from '../settings.ts';
import { isSeverity, readThreshold, THRESHOLD_OPTIONS, type Threshold } from './threshold.ts';
import { LANGUAGE_OPTIONS, languageOf, unknownWord } from './words.ts';

/** What `check` was asked to do. */
export interface CheckOptions extends Threshold {
  readonly paths: readonly string[];
  /** Reporters by name, each with the file it writes to; standard output where there is none. */
  readonly reporters: readonly { readonly name: string; readonly file?: string }[];
  readonly fix: 'no' | 'write' | 'show';
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly quiet: boolean;
  readonly rules: Settings['rules'];
  readonly filesFrom?: string;
  readonly stdin?: { readonly path: string };
  readonly changed?: string;
  readonly everything: boolean;
  readonly ignoresUnknown: boolean;
  readonly verbose: boolean;
  readonly language: Settings['docsLanguage'];
}

const OPTIONS = {
  reporter: { type: 'string', multiple: true, short: 'r' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  ...THRESHOLD_OPTIONS,
  quiet: { type: 'boolean', short: 'q' },
  rule: { type: 'string', multiple: true },
  'files-from': { type: 'string' },
  stdin: { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  changed: { type: 'string' },
  'no-ignore': { type: 'boolean' },
  'ignore-unknown': { type: 'boolean' },
  verbose: { type: 'boolean', short: 'v' },
  ...LANGUAGE_OPTIONS,
} as const;

/**
 * Reads the arguments of `check`.
 *
 * @param reporters names of the reporters that there are @param rules ids of the rules that there are
 * @throws Failure for what is not right, with what to write instead
 */
export function readCheckOptions(
  args: readonly string[],
  reporters: readonly string[],
  rules: readonly string[],
): CheckOptions {
  const { values, positionals } = parse(args);
  const language = languageOf(values);
  refuseContradictions(values);
  const stdin = values.stdin ? readStdin(values, positionals) : undefined;
  return {
    paths: positionals,
    reporters: (values.reporter ?? ['pretty']).map((text) => readReporter(text, reporters)),
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'show' : 'no',
    ...(values.baseline !== undefined && { baseline: values.baseline }),
    updateBaseline: values['update-baseline'] ?? false,
    ...readThreshold(values),
    quiet: values.quiet ?? false,
    rules: Object.fromEntries((values.rule ?? []).map((text) => readRule(text, rules))),
    ...(values['files-from'] !== undefined && { filesFrom: values['files-from'] }),
    ...(stdin && { stdin }),
    ...(values.changed !== undefined && { changed: values.changed }),
    everything: values['no-ignore'] ?? false,
    ignoresUnknown: values['ignore-unknown'] ?? false,
    verbose: values.verbose ?? false,
    language,
  };
}

/** The values of the options, by their names. */
type Values = ReturnType<typeof parse>['values'];

/** @throws Failure for options that cannot both be meant */
function refuseContradictions(values: Values): void {
  if (values.fix && values['fix-dry-run']) throw new Failure('--fix and --fix-dry-run: give one of them.');
  if (values['update-baseline'] && values.baseline === undefined)
    throw new Failure('--update-baseline: name the file with --baseline FILE.');
  if (values.changed !== undefined && values['files-from'] !== undefined)
    throw new Failure('--changed and --files-from: give one of them.');
  // A variable that nobody has set: compared with the last commit, a clean checkout of CI would have nothing to look at.
  if (values.changed === '') throw new Failure('--changed: the name of the commit is empty.');
}

/** What a text from standard input is to be taken for. @throws Failure where files are named as well, or where nobody says it */
function readStdin(values: Values, paths: readonly string[]): { readonly path: string } {
  if (paths.length > 0 || values['files-from'] !== undefined || values.changed !== undefined)
    throw new Failure('--stdin: the text comes from standard input, so name no files.');
  if (values.fix) throw new Failure('--stdin: there is no file to write; use --fix-dry-run.');
  const path = values['stdin-filename'];
  if (path === undefined) throw new Failure('--stdin: give the text a file name with --stdin-filename PATH.');
  return { path };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    const name = /^Unknown option '(-[^']*)'/.exec((error as Error).message)?.[1];
    if (name === undefined) throw error;
    const meant = nearestName(name.replace(/^-+/, ''), Object.keys(OPTIONS));
    throw new Failure(`unknown option "${name}"${meant ? `; did you mean --${meant}?` : '.'}`);
  }
}

/** What a word behind `--changed` is, as far as the disk and git know. */
export interface Words {
  isPath(word: string): boolean;
  isCommit(word: string): Promise<boolean>;
}

/**
 * `--changed` may stand alone, with `=REF`, or with a reference behind it.
 *
 * @returns the arguments with the reference in its place
 * @throws Failure for a word that may be either
 */
export async function withReference(args: readonly string[], words: Words): Promise<readonly string[]> {
  const literal = args.indexOf('--');
  const at = args.indexOf('--changed');
  if (at < 0 || (literal >= 0 && literal < at)) return args;
  const next = args[at + 1];
  const isWord = next !== undefined && !next.startsWith('-');
  const isPath = isWord && words.isPath(next);
  if (isPath && (await words.isCommit(next)))
    throw new Failure(
      `--changed ${next}: there is a commit and a path of this name; write --changed=${next} or ./${next}.`,
    );
  if (isWord && !isPath) return [...args.slice(0, at), `--changed=${next}`, ...args.slice(at + 2)];
  return [...args.slice(0, at), '--changed=HEAD', ...args.slice(at + 1)];
}

function readReporter(text: string, names: readonly string[]): { readonly name: string; readonly file?: string } {
  const [, name = '', file] = /^([^=]*)(?:=(.+))?$/.exec(text) ?? [];
  if (!names.includes(name)) throw unknownWord('--reporter', name, names);
  return file === undefined ? { name } : { name, file };
}

function readRule(text: string, rules: readonly string[]): readonly [string, Severity] {
  const [id = '', severity] = text.split('=');
  if (!rules.includes(id)) throw unknownWord('--rule', id, rules);
  if (severity === undefined || !isSeverity(severity)) throw unknownWord(`--rule ${id}=`, severity ?? '', SEVERITIES);
  return [id, severity];
}
