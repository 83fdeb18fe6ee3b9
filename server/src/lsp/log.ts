import type { Connection } from 'vscode-languageserver';
import { harmlessLines } from '../catalog/harmless.ts';

/** The log that an editor shows. What is told may name files, and errors may quote what stands in them. */
export interface Log {
  warn(message: unknown): void;
  error(message: unknown): void;
}

/** The log of a client: nothing in it does anything where it is shown. */
export function createLog({ console }: Pick<Connection, 'console'>): Log {
  return {
    warn: (message) => console.warn(harmlessLines(String(message))),
    error: (message) => console.error(harmlessLines(String(message))),
  };
}
