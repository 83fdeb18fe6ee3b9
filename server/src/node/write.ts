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
import { repositoryAround } from './git.ts';
import { isWithin, realOf } from './paths.ts';

/** Why a file is left as it is, in words that follow "was not written:". */
export class Refusal extends Error {}

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
  if (isLink && !statSync(path, { throwIfNoEntry: false })) throw new Refusal('it is a link to nothing.');
  const target = entry ? realpathSync(path) : inRealFolder(path);
  const around = allowed.find((one) => isWithin(target, one));
  if (around === undefined) {
    const way = target === path ? 'it' : `it leads to ${target}, which`;
    throw new Refusal(`${way} is outside ${allowed[0]}.`);
  }
  if (relative(around, target).split(sep).includes('.git')) throw new Refusal('it leads into .git.');
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

const CHANGED = 'it has been changed meanwhile, and that change was kept.';

function assertReplaceable(path: string, found: Stats): void {
  if (!found.isFile()) throw new Refusal('it is no regular file.');
  if (found.nlink > 1) throw new Refusal('it has other names (hard links), which would keep the old text.');
  if ((found.mode & 0o222) === 0) throw new Refusal('it is read-only.');
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
      throw new Refusal('its owner cannot be kept.');
    }
  }
  fchmodSync(file, mode & 0o7777);
  if (fstatSync(file).mode !== mode) throw new Refusal('its mode cannot be kept.');
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

/** What the system says, in words; the system's own where there are none. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full.',
  EDQUOT: 'the disk quota is used up.',
  EFBIG: 'it would be larger than files may be here.',
  EROFS: 'the file system is read-only.',
  EACCES: 'that is not permitted.',
  EPERM: 'that is not permitted.',
  ENOENT: 'its folder does not exist.',
  ENXIO: 'nobody reads from it.',
};

function explained<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Refusal(REASONS[code] ?? message);
  }
}
