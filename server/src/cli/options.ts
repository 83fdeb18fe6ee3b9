import type { DocsLanguage } from '../features/describe/language.ts';
import { Failure } from '../node/failure.ts';
import { isForPeople } from '../report/reporters/names.ts';
import { SEVERITIES, type Settings, type Severity } from '../settings.ts';
import type { CallLanguages } from './language.ts';
import { type Arguments, readArguments } from './table/readArguments.ts';
import { isSeverity, readThreshold, type Threshold } from './threshold.ts';
import { unknownWord } from './words.ts';

/** A reporter that was asked for, with the file it writes to; standard output where there is none. */
export interface WantedReporter {
  readonly name: string;
  readonly file?: string;
  readonly language: DocsLanguage;
}

/** What `check` was asked to do. */
export interface CheckOptions extends Threshold {
  readonly paths: readonly string[];
  readonly reporters: readonly WantedReporter[];
  readonly fix: 'no' | 'write' | 'show';
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly quiet: boolean;
  readonly rules: Settings['rules'];
  readonly config?: string;
  readonly filesFrom?: string;
  readonly stdin?: { readonly path: string };
  readonly changed?: string;
  readonly everything: boolean;
  readonly ignoresUnknown: boolean;
  readonly verbose: boolean;
}

/**
 * Reads the arguments of `check`.
 *
 * @throws Failure for what is not right, with what to write instead
 */
export function readCheckOptions(args: readonly string[], languages: CallLanguages): CheckOptions {
  const { values, positionals } = readArguments('check', args);
  refuseContradictions(values);
  const isStdin = values.stdin || positionals.includes(STANDARD_INPUT);
  const stdin = isStdin ? readStdin(values, positionals) : undefined;
  return {
    paths: stdin ? [] : positionals,
    reporters: (values.reporter ?? ['pretty']).map((text) => readReporter(text, languages)),
    fix: values.fix ? 'write' : values['fix-dry-run'] ? 'show' : 'no',
    ...(values.baseline !== undefined && { baseline: values.baseline }),
    updateBaseline: values['update-baseline'] ?? false,
    ...readThreshold(values),
    quiet: values.quiet ?? false,
    rules: Object.fromEntries((values.rule ?? []).map(readRule)),
    ...(values.config !== undefined && { config: values.config }),
    ...(values['files-from'] !== undefined && { filesFrom: values['files-from'] }),
    ...(stdin && { stdin }),
    ...(values.changed !== undefined && { changed: values.changed }),
    everything: values['no-ignore'] ?? false,
    ignoresUnknown: values['ignore-unknown'] ?? false,
    verbose: values.verbose ?? false,
  };
}

/** In the place of a file. */
const STANDARD_INPUT = '-';

/** The values of the options, by their names. */
type Values = Arguments<'check'>['values'];

/** @throws Failure for options that cannot both be meant */
function refuseContradictions(values: Values): void {
  if (values.fix && values['fix-dry-run']) throw oneOfThem('--fix', '--fix-dry-run');
  if (values['update-baseline'] && values.baseline === undefined)
    throw new Failure({
      en: '--update-baseline: name the file with --baseline FILE.',
      ko: '--update-baseline: --baseline FILE로 파일을 정하세요.',
    });
  if (values.changed !== undefined && values['files-from'] !== undefined) throw oneOfThem('--changed', '--files-from');
  // A variable that nobody has set: compared with the last commit, a clean checkout of CI would have nothing to look at.
  if (values.changed === '')
    throw new Failure({
      en: '--changed: the name of the commit is empty.',
      ko: '--changed: 커밋 이름이 비어 있습니다.',
    });
}

function oneOfThem(one: string, other: string): Failure {
  return new Failure({
    en: `${one} and ${other}: give one of them.`,
    ko: `${one}, ${other}: 둘 중 하나만 쓰세요.`,
  });
}

/** What a text from standard input is to be taken for. @throws Failure where files are named as well, or where nobody says it */
function readStdin(values: Values, paths: readonly string[]): { readonly path: string } {
  const isNamed = paths.some((path) => path !== STANDARD_INPUT);
  if (isNamed || values['files-from'] !== undefined || values.changed !== undefined)
    throw new Failure({
      en: '--stdin: the text comes from standard input, so name no files.',
      ko: '--stdin: 표준 입력의 글을 검사하므로 파일을 적지 마세요.',
    });
  if (values.fix)
    throw new Failure({
      en: '--stdin: there is no file to write; use --fix-dry-run.',
      ko: '--stdin: 쓸 파일이 없습니다. --fix-dry-run을 쓰세요.',
    });
  const path = values['stdin-filename'];
  if (path === undefined)
    throw new Failure({
      en: '--stdin: give the text a file name with --stdin-filename PATH.',
      ko: '--stdin: --stdin-filename PATH로 글의 파일 이름을 정하세요.',
    });
  return { path };
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
    throw new Failure({
      en: `--changed ${next}: there is a commit and a path of this name; write --changed=${next} or ./${next}.`,
      ko: `--changed ${next}: 이름이 같은 커밋과 경로가 있습니다. --changed=${next} 또는 ./${next}로 쓰세요.`,
    });
  if (isWord && !isPath) return [...args.slice(0, at), `--changed=${next}`, ...args.slice(at + 2)];
  return [...args.slice(0, at), '--changed=HEAD', ...args.slice(at + 1)];
}

function readReporter(text: string, { language, formatLanguage }: CallLanguages): WantedReporter {
  const [name = '', ...rest] = text.split('=');
  const file = rest.join('=');
  if (file === '' && rest.length > 0)
    throw new Failure({
      en: `--reporter ${text}: the name of the file is empty.`,
      ko: `--reporter ${text}: 파일 이름이 비어 있습니다.`,
    });
  return {
    name,
    language: isForPeople(name) ? language : formatLanguage,
    ...(file !== '' && { file }),
  };
}

function readRule(text: string): readonly [string, Severity] {
  const [id = '', severity] = text.split('=');
  if (severity === undefined || !isSeverity(severity)) throw unknownWord(`--rule ${id}=`, severity ?? '', SEVERITIES);
  return [id, severity];
}
