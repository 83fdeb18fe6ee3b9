import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from './failure.ts';

const run = promisify(execFile);

/** Bytes of git's longest answer: the paths of a very large repository. */
const OUTPUT_LIMIT_BYTES = 1 << 29;

/**
 * Files that git keeps although they lie where patterns leave them out: what somebody has added on purpose is theirs.
 *
 * @param folders names of folders that are left out besides what ignore files say
 * @returns paths from the folder, with forward slashes; none where there is no repository, or no git
 */
export async function keptAnyway(folder: string, folders: readonly string[]): Promise<readonly string[]> {
  const patterns = folders.flatMap((name) => ['-x', `${name}/`]);
  try {
    return await git(folder, ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard', ...patterns]);
  } catch {
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
    const base = reference === 'HEAD' ? 'HEAD' : (await text(folder, ['merge-base', '--', reference, 'HEAD'])).trim();
    const where = ['--', ...(paths.length > 0 ? paths : ['.'])];
    const [changed, added] = await Promise.all([
      git(folder, ['diff', '--name-only', '-z', '--diff-filter=d', '--relative', base, ...where]),
      git(folder, ['ls-files', '-z', '--others', '--exclude-standard', ...where]),
    ]);
    return [...new Set([...changed, ...added])];
  } catch (error) {
    const { stderr, code } = error as { stderr?: string; code?: unknown };
    const reason = code === 'ENOENT' ? 'git is not installed' : (stderr?.trim().split('\n')[0] ?? String(error));
    throw new Failure(`--changed ${reference}: ${reason}`);
  }
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

async function git(folder: string, args: readonly string[]): Promise<readonly string[]> {
  return (await text(folder, args)).split('\0').filter((path) => path !== '');
}

async function text(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: OUTPUT_LIMIT_BYTES });
  return stdout;
}
