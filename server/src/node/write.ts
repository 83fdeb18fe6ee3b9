import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Localized } from '../catalog/types.ts';
import { Refusal } from './failure.ts';
import { repositoryAround } from './git.ts';
import { isWithin, realOf } from './paths.ts';
import { systemError } from './systemErrors.ts';

/** The folders, and files, in which somebody has allowed to write: real paths. */
export type Allowed = readonly string[];

/**
 * Where files may be replaced: in the folder that is worked in and in what was named, with the repositories around these.
 * A name that leads out of them by a link does not count, for whoever wrote the link may be another.
 *
 * @param root absolute path of the folder that is worked in
 * @param named files and folders
 */
export function allowedBy(root: string, named: readonly string[]): Allowed {
  const own = withRepository(realpathSync(root));
  const outside = named
    .map((path) => resolve(root, path))
    .filter((path) => !passesThrough(path, own))
    .flatMap((path) => {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found) return [];
      return found.isDirectory() ? withRepository(realpathSync(path)) : [inRealFolder(path)];
    });
  return [...own, ...outside];
}

/** The folder that a diff's names start from, as in git: that of the repository, or the one that is worked in. @param root absolute */
export function diffBaseOf(root: string): string {
  const real = realpathSync(root);
  return repositoryAround(real) ?? real;
}

/** What leads from the repository's root to a folder: `packages/app/`; nothing in the root itself. @param root absolute */
export function fromRepository(root: string): string {
  const steps = relative(diffBaseOf(root), realpathSync(root))
    .split(sep)
    .filter((step) => step !== '');
  return steps.map((step) => `${step}/`).join('');
}

function withRepository(folder: string): readonly string[] {
  return [folder, repositoryAround(folder) ?? folder];
}

/**
 * The file that is meant by a path, behind all links.
 *
 * @param path absolute; the file need not be there
 * @throws Refusal where that file lies outside of what is allowed, or within git's own
 */
export function targetOf(path: string, allowed: Allowed): string {
  return explained(() => findTarget(path, allowed));
}

function findTarget(path: string, allowed: Allowed): string {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  const isLink = entry?.isSymbolicLink() ?? false;
  if (isLink && !statSync(path, { throwIfNoEntry: false }))
    throw new Refusal({ en: 'it is a link to nothing.', ko: '가리키는 대상이 없는 링크입니다.' });
  const target = entry ? realpathSync(path) : inRealFolder(path);
  const around = allowed.find((one) => isWithin(target, one));
  if (around === undefined) {
    throw new Refusal(
      target === path
        ? { en: `it is outside ${allowed[0]}.`, ko: `${allowed[0]} 밖에 있습니다.` }
        : {
            en: `it leads to ${target}, which is outside ${allowed[0]}.`,
            ko: `${allowed[0]} 밖의 ${target}에 이어집니다.`,
          },
    );
  }
  if (relative(around, target).split(sep).includes('.git'))
    throw new Refusal({ en: 'it leads into .git.', ko: '.git 안으로 이어집니다.' });
  return target;
}

/**
 * The same for a file that was named to be written: that may be anywhere, but for where a link of the workspace leads.
 *
 * @throws Refusal as above
 */
export function namedTargetOf(path: string, allowed: Allowed): string {
  return explained(() =>
    findTarget(path, passesThrough(path, allowed) ? allowed : [...allowed, dirname(inRealFolder(path))]),
  );
}

/** Whether one of the folders on the way to a file is allowed itself, so that what follows is of the workspace. */
function passesThrough(path: string, allowed: Allowed): boolean {
  for (let at = path; ; at = dirname(at)) {
    const real = realOf(at);
    if (real !== undefined && allowed.includes(real)) return true;
    if (dirname(at) === at) return false;
  }
}

function inRealFolder(path: string): string {
  return join(realpathSync(dirname(path)), basename(path));
}

/**
 * Replaces what somebody keeps, or makes it: first beside it, then in its place, so that there is the old or the new at any
 * moment.
 *
 * @param target as `targetOf` gives it
 * @param former what was read from it; undefined where there was none
 * @throws Refusal where it has changed since, or cannot be written as it was
 */
export function replaceFile(target: string, content: Uint8Array, former: Uint8Array | undefined): void {
  explained(() => put(target, [content], { former }));
}

/**
 * Writes a report: as a whole in place of what was there, or into a device, a pipe or an open descriptor.
 *
 * @param path absolute @param content in pieces @throws Refusal where it is not to be written, or cannot be written
 */
export function writeOutput(path: string, content: Iterable<Uint8Array>, allowed: Allowed): void {
  explained(() => {
    const descriptor = descriptorOf(path);
    if (descriptor !== undefined) return writeAll(descriptor, content);
    const target = namedTargetOf(path, allowed);
    const found = lstatSync(target, { throwIfNoEntry: false });
    if (!found || found.isFile() || found.isDirectory()) return put(target, content);
    // A pipe that nobody reads would be waited for.
    const file = openSync(target, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
    try {
      writeAll(file, content);
    } finally {
      closeSync(file);
    }
  });
}

/** What a path names that is open already, such as `/dev/stdout`: that goes on where it stands. */
export function descriptorOf(path: string): number | undefined {
  if (process.platform === 'win32') return undefined;
  if (path === '/dev/stdout') return 1;
  if (path === '/dev/stderr') return 2;
  // Where the system keeps them, by whatever name.
  const [, number] = /\/(\d+)$/.exec(path) ?? [];
  const folder = number === undefined ? undefined : realOf(dirname(path));
  return folder !== undefined && folder === realOf('/dev/fd') ? Number(number) : undefined;
}

/** @param comparison what must be there still; without it whatever is there goes */
function put(
  target: string,
  content: Iterable<Uint8Array>,
  comparison?: { readonly former: Uint8Array | undefined },
): void {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found) assertReplaceable(target, found);
  const beside = join(dirname(target), `.thinq-nugu-${crypto.randomUUID()}.tmp`);
  try {
    fill(beside, content, found);
    if (comparison) assertSame(target, comparison.former);
    // A link is made only where there is nothing yet.
    if (comparison && !comparison.former) linkOrMove(beside, target);
    else renameSync(beside, target);
  } finally {
    rmSync(beside, { force: true });
  }
}

function linkOrMove(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Refusal(CHANGED);
    // A file system without hard links.
    renameSync(from, to);
  }
}

const CHANGED: Localized = {
  en: 'it has been changed meanwhile, and that change was kept.',
  ko: '그 사이에 변경되어 변경된 내용을 그대로 두었습니다.',
};

function assertReplaceable(path: string, found: Stats): void {
  if (!found.isFile()) throw new Refusal({ en: 'it is no regular file.', ko: '일반 파일이 아닙니다.' });
  if (found.nlink > 1)
    throw new Refusal({
      en: 'it has other names (hard links), which would keep the old text.',
      ko: '다른 이름(하드 링크)이 있어 그쪽에는 이전 내용이 남습니다.',
    });
  if ((found.mode & 0o222) === 0) throw new Refusal({ en: 'it is read-only.', ko: '읽기 전용입니다.' });
  accessSync(path, constants.W_OK);
}

/** Makes a file with the owner and the mode of another. */
function fill(path: string, content: Iterable<Uint8Array>, like: Stats | undefined): void {
  const file = openSync(path, 'wx', like ? 0o600 : 0o666);
  try {
    if (like) own(file, like);
    writeAll(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function own(file: number, { uid, gid, mode }: Stats): void {
  const made = fstatSync(file);
  if (made.uid !== uid || made.gid !== gid) {
    try {
      fchownSync(file, uid, gid);
    } catch {
      throw new Refusal({ en: 'its owner cannot be kept.', ko: '소유자를 유지할 수 없습니다.' });
    }
  }
  fchmodSync(file, mode & 0o7777);
  if (fstatSync(file).mode !== mode)
    throw new Refusal({ en: 'its mode cannot be kept.', ko: '파일 권한을 유지할 수 없습니다.' });
}

function assertSame(path: string, former: Uint8Array | undefined): void {
  const now = lstatSync(path, { throwIfNoEntry: false });
  const isSame = former ? now?.isFile() && readFileSync(path).equals(former) : !now;
  if (!isSame) throw new Refusal(CHANGED);
}

/** Milliseconds between two tries to write into a pipe that is full. */
const FULL_PIPE_WAIT_MS = 10;

function writeAll(file: number, content: Iterable<Uint8Array>): void {
  for (const piece of content) writePiece(file, piece);
}

function writePiece(file: number, piece: Uint8Array): void {
  for (let at = 0; at < piece.length; ) {
    try {
      at += writeSync(file, piece, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_WAIT_MS);
    }
  }
}

/** A file that is written has no need to be there, but its folder has. */
const REASONS: Readonly<Record<string, Localized>> = {
  ENOENT: { en: 'its folder does not exist.', ko: '폴더가 존재하지 않습니다.' },
};

function explained<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(systemError(error, REASONS));
  }
}
