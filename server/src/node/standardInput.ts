import { readSync } from 'node:fs';
import { unreadable } from './systemErrors.ts';

/** Bytes that are asked for at once: what a pipe holds. */
const PIECE_BYTES = 1 << 16;
/** Milliseconds between two tries where whoever writes has nothing yet. */
const EMPTY_PIPE_WAIT_MS = 10;

/** All that standard input holds, to its end. @throws Failure where the system does not show it, as a folder */
export function readStandardInput(): Uint8Array {
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    const length = readPiece(piece);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, length));
  }
}

function readPiece(piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // On Windows the end of a pipe is an error.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw unreadable('-', error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, EMPTY_PIPE_WAIT_MS);
    }
  }
}
