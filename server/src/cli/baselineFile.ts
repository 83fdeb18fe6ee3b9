import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../node/failure.ts';
import { type Allowed, descriptorOf, namedTargetOf, replaceFile } from '../node/write.ts';
import { type Baseline, printBaseline, readBaseline } from '../report/baseline.ts';

/** A baseline as it was read. */
export interface BaselineFile {
  /** What is to be there still when it is replaced. */
  readonly bytes: Uint8Array;
  readonly baseline: Baseline;
}

/**
 * @param mayBeAbsent whether it is made where there is none
 * @returns undefined where there is none
 * @throws Failure for one that cannot be read
 */
export function readBaselineFile(path: string, mayBeAbsent: boolean): BaselineFile | undefined {
  let bytes: Buffer;
  try {
    bytes = bytesOf(path);
  } catch (error) {
    if (mayBeAbsent && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure(`--baseline ${path}: ${(error as Error).message}`);
  }
  const read = readBaseline(bytes.toString());
  if ('problem' in read) throw new Failure(`--baseline ${path}: ${read.problem}`);
  return { bytes, baseline: read.baseline };
}

/** @throws what the system says, and for what is neither a file nor open already: a device has no end */
function bytesOf(path: string): Buffer {
  const descriptor = descriptorOf(path);
  if (descriptor !== undefined) return readFileSync(descriptor);
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw new Error('it is no regular file');
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
