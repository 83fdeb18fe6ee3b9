import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

// What nobody can do without who looks through a tree in Node: lists all files and reads them, with two threads, and looks
// for nothing: node reading.js DIR
const [, program = '', folder = '.'] = process.argv;
/** Bytes that are read at once. */
const PIECE_BYTES = 1 << 16;

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function readAll(paths: readonly string[]): void {
  const space = new Uint8Array(PIECE_BYTES);
  for (const path of paths) {
    const file = openSync(path, 'r');
    while (readSync(file, space) > 0);
    closeSync(file);
  }
}

if (isMainThread) {
  const paths = filesBelow(folder);
  const half = paths.length >> 1;
  new Worker(program, { workerData: paths.slice(half) });
  readAll(paths.slice(0, half));
} else readAll(workerData);
