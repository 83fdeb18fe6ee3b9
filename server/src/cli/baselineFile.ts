import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../node/failure.ts';
import { unreadable } from '../node/systemErrors.ts';
import { type Allowed, descriptorOf, namedTargetOf, replaceFile } from '../node/write.ts';
import { type Baseline, printBaseline, readBaseline } from '../report/baseline.ts';

/** A baseline as it was read. */
export interface BaselineFile {
  /** What is to be there still when it is replaced. */
  readonly bytes: Uint8Array;
  readonly baseline: Baseline;
}

/**
 * @param isUpdated whether it is written later: then it is made where there is none
 * @returns undefined where there is none
 * @throws Failure for one that cannot be read
 */
export function readBaselineFile(path: string, isUpdated: boolean): BaselineFile | undefined {
  const named = `--baseline ${path}`;
  if (isUpdated && descriptorOf(path) !== undefined)
    throw new Failure({
      en: `${named}: a baseline is read before it is replaced, so name a file.`,
      ko: `${named}: 기준 파일은 읽은 뒤에 바꾸므로 파일 이름을 적으세요.`,
    });
  let bytes: Buffer;
  try {
    bytes = bytesOf(path);
  } catch (error) {
    if (isUpdated && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(named, error);
  }
  const read = readBaseline(bytes.toString());
  if ('problem' in read) {
    const { en, ko } = read.problem;
    throw new Failure({ en: `${named}: ${en}`, ko: `${named}: ${ko}` });
  }
  return { bytes, baseline: read.baseline };
}

/** @throws what the system says, and Failure for what is neither a file nor open already: a device has no end */
function bytesOf(path: string): Buffer {
  const descriptor = descriptorOf(path);
  if (descriptor !== undefined) return readFileSync(descriptor);
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(file);
    // Reading says so itself.
    if (!found.isFile() && !found.isDirectory())
      throw new Failure({ en: 'it is no regular file.', ko: '일반 파일이 아닙니다.' });
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** @param path from the folder that is worked in @throws Refusal where it cannot be written, or has changed since */
export function writeBaselineFile(
  root: string,
  path: string,
  baseline: Baseline,
  former: BaselineFile | undefined,
  allowed: Allowed,
): void {
  const content = new TextEncoder().encode(printBaseline(baseline));
  replaceFile(namedTargetOf(resolve(root, path), allowed), content, former?.bytes);
}
