import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Localized } from '../catalog/types.ts';
import { Failure } from './failure.ts';
import { isWithin, realOf } from './paths.ts';

/** Bytes of git's longest answer: the paths of a very large repository. */
const OUTPUT_LIMIT_BYTES = 1 << 29;

/** Milliseconds after which git is ended: what it reads may be a pipe that nobody fills. */
const TIME_LIMIT_MS = 120_000;

/**
 * What a repository's own configuration may ask git to run or to connect to, switched off. A path stands for what it says,
 * not for a pattern.
 */
const HARMLESS = [
  ...['--no-pager', '--literal-pathspecs'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.attributesFile=/dev/null'],
  ...['-c', 'diff.external='],
  ...['-c', 'protocol.allow=never'],
];

/** The same for comparing: no external diff, no text conversion, and no git in submodules, which have settings of their own. */
const PLAIN_DIFF = ['--no-ext-diff', '--no-textconv', '--no-renames', '--ignore-submodules=all'];

/** What git is told of its surroundings: where the person's own settings lie, and what Windows needs to start programs. */
const HANDED_ON =
  /^(?:HOME|HOMEDRIVE|HOMEPATH|USERPROFILE|XDG_CONFIG_HOME|SystemRoot|SystemDrive|ComSpec|TEMP|TMP|TMPDIR)$/i;

/**
 * Files that git keeps although they lie where patterns leave them out: what somebody has added on purpose is theirs.
 *
 * @param folders names of folders that are left out besides what ignore files say
 * @param onTrouble told why git has not answered, though there is a repository
 * @returns paths from the folder, with forward slashes; none where there is no repository, or no git
 */
export async function keptAnyway(
  folder: string,
  folders: readonly string[],
  onTrouble: (reason: Localized) => void = () => {},
): Promise<readonly string[]> {
  const patterns = folders.flatMap((name) => ['-x', `${name}/`]);
  try {
    return await list(folder, ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard', ...patterns]);
  } catch (error) {
    const why = error instanceof Failure ? undefined : whyOf(error);
    if (why !== undefined && !why.en.includes('not a git repository')) onTrouble(why);
    return [];
  }
}

/**
 * Files that differ from a commit, and those that git does not know yet. Compared is with where the current branch has
 * left the other, as a pull request does.
 *
 * @param paths only below these
 * @returns paths from the folder, with forward slashes; those that are deleted are left out
 * @throws Failure where there is no repository, no git or no such commit
 */
export async function changedSince(
  reference: string,
  folder: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  try {
    const base = reference === 'HEAD' ? 'HEAD' : await commonBase(reference, folder);
    const where = ['--', ...(paths.length > 0 ? paths : ['.'])];
    const unfiltered = await withoutFilters(folder);
    const [changed, added] = await Promise.all([
      list(folder, [
        ...[...unfiltered, 'diff', '--name-only', '-z', '--diff-filter=d', '--relative', ...PLAIN_DIFF],
        ...[base, ...where],
      ]),
      list(folder, ['ls-files', '-z', '--others', '--exclude-standard', ...where]),
    ]);
    return [...new Set([...changed, ...added])];
  } catch (error) {
    const { en, ko } = error instanceof Failure ? error.text : whyOf(error);
    throw new Failure({ en: `--changed ${reference}: ${en}`, ko: `--changed ${reference}: ${ko}` });
  }
}

/** What git says of what is often wrong, in our words. */
const WHY: readonly (readonly [said: RegExp, text: Localized])[] = [
  [/a git repository/, { en: 'this is not a git repository', ko: 'git 저장소가 아닙니다' }],
  [
    /a valid \w{1,10} name|bad revision|unknown revision/i,
    {
      en: 'git knows no such commit; a clone without all of the history may lack it',
      ko: '그런 커밋이 없습니다. 기록 일부만 가져온 클론에는 빠져 있을 수 있습니다',
    },
  ],
];

/** Why git has ended: what it says behind its warnings, in the language that it always says it in where that is not ours. */
function whyOf(error: unknown): Localized {
  const { stderr = '', killed } = error as { readonly stderr?: string; readonly killed?: boolean };
  if (killed) return { en: 'git takes too long', ko: 'git이 너무 오래 걸립니다' };
  const lines = stderr.trim().split('\n');
  const said = lines.find((line) => /^(?:fatal|error):/.test(line)) || lines[0] || String(error);
  return WHY.find(([pattern]) => pattern.test(said))?.[1] ?? { en: said, ko: said };
}

/**
 * Where the current branch has left another.
 *
 * @throws Failure where there is no such place, and for a name of a branch and of a tag, of which git would take one
 */
async function commonBase(reference: string, folder: string): Promise<string> {
  const found = await answer(folder, [
    '-c',
    'core.warnAmbiguousRefs=true',
    'merge-base',
    '--',
    reference,
    'HEAD',
  ]).catch((error: { readonly code?: unknown; readonly stderr?: string }) => {
    if (error.code !== 1 || error.stderr?.trim() !== '') throw error;
    throw new Failure({
      en: 'it has nothing in common with HEAD; a clone without all of the history may lack what has',
      ko: 'HEAD와 공통 조상이 없습니다. 기록 일부만 가져온 클론에는 공통 조상이 빠져 있을 수 있습니다',
    });
  });
  const [, name] = /refname '(?!HEAD')([^'\n]{1,200})'[^\n]{0,40}ambiguous/.exec(found.stderr) ?? [];
  if (name !== undefined)
    throw new Failure({
      en: `git knows more than one commit as "${name}"; write refs/heads/${name} or refs/tags/${name}`,
      ko: `"${name}"에 해당하는 커밋이 둘 이상입니다. refs/heads/${name} 또는 refs/tags/${name}로 쓰세요`,
    });
  return found.stdout.trim();
}

/**
 * The nearest folder around one, or itself, that holds a repository. The home folder and the root of a disk count only
 * where they are asked about themselves: what lies in them is not of one project.
 *
 * @param folder absolute
 */
export function repositoryAround(folder: string): string | undefined {
  return repositoriesAround(folder)[0];
}

function repositoriesAround(folder: string): readonly string[] {
  return [folder, ...foldersAbove(folder).filter((one) => !isEverybodys(one))].filter((one) =>
    existsSync(join(one, '.git')),
  );
}

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

function isEverybodys(folder: string): boolean {
  return dirname(folder) === folder || folder === homedir();
}

/**
 * Options that leave the repository's filters (`filter.<name>.clean` and `.process`) without a program: comparing would
 * run them, and git can only be told so one by one.
 *
 * @throws Failure for a name that cannot be told to git
 */
async function withoutFilters(folder: string): Promise<readonly string[]> {
  const keys = await list(folder, ['config', '--list', '--name-only', '-z']);
  const names = keys.flatMap((key) => /^filter\.(.*)\.(?:clean|smudge|process|required)$/s.exec(key)?.[1] ?? []);
  return [...new Set(names)].flatMap((name) => {
    // Git takes the first sign of equality for the end of a key; a name that is not UTF-8 cannot be handed over.
    if (/[=\uFFFD]/.test(name))
      throw new Failure({
        en: `git's filter "${name}" cannot be switched off`,
        ko: `끌 수 없는 git 필터가 있습니다: "${name}"`,
      });
    return ['clean=', 'process=', 'required=false'].flatMap((rest) => ['-c', `filter.${name}.${rest}`]);
  });
}

/** Whether git knows a commit by a name. */
export async function isCommit(name: string, folder: string): Promise<boolean> {
  try {
    await text(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    return true;
  } catch {
    return false;
  }
}

async function list(folder: string, args: readonly string[]): Promise<readonly string[]> {
  return (await text(folder, args)).split('\0').filter((path) => path !== '');
}

async function text(folder: string, args: readonly string[]): Promise<string> {
  return (await answer(folder, args)).stdout;
}

async function answer(
  folder: string,
  args: readonly string[],
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const isOwn = belongingTo(folder);
  const folders = foreignFolders(isOwn);
  const program = findProgram(folders, isOwn);
  if (program === undefined)
    throw new Failure({
      en: 'git is not installed, or only within the folder that it is asked about',
      ko: 'git이 설치되어 있지 않거나, 검사하는 폴더 안에만 있습니다',
    });
  // Loaded when git is asked for the first time, which most calls never do.
  const { execFile } = process.getBuiltinModule('node:child_process');
  return promisify(execFile)(program, ['-C', folder, ...HARMLESS, ...args], {
    env: environment(folders),
    maxBuffer: OUTPUT_LIMIT_BYTES,
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
}

/** Only what is needed: no variable of git's own, which could name programs, other repositories or further settings. */
function environment(folders: readonly string[]): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => HANDED_ON.test(name));
  return {
    ...Object.fromEntries(own),
    PATH: folders.join(delimiter),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    // Nothing of the repository is written, such as what git has learnt of its files.
    GIT_OPTIONAL_LOCKS: '0',
    // Objects that a partial clone lacks are not fetched; versions that do not know the first have the second.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

/** Whether a path belongs to a workspace, or to a repository around it. @param folder of the workspace, absolute */
function belongingTo(folder: string): (path: string) => boolean {
  const own = [folder, process.cwd()]
    .filter((one) => !isEverybodys(one))
    .flatMap((one) => [one, ...repositoriesAround(one)])
    .flatMap((one) => [one, realOf(one) ?? one]);
  return (path) => own.some((one) => isWithin(path, one));
}

/**
 * The folders of programs in which nothing can lie that belongs to a workspace: absolute, not within the workspace, whatever
 * links lead there, and none of those in which packages put their programs.
 */
function foreignFolders(isOwn: (path: string) => boolean): readonly string[] {
  return (process.env.PATH ?? '').split(delimiter).filter((path) => {
    const real = isAbsolute(path) ? realOf(path) : undefined;
    return real !== undefined && ![path, real].some((one) => isOwn(one) || one.split(sep).includes('node_modules'));
  });
}

/** Git in one of these folders, unless it is a link to one that belongs to the workspace. */
function findProgram(folders: readonly string[], isOwn: (path: string) => boolean): string | undefined {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  return folders.map((folder) => join(folder, name)).find((path) => isProgram(path) && !isOwn(realOf(path) ?? path));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
