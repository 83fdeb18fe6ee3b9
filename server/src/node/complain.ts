import { harmlessLines } from '../catalog/harmless.ts';

/** The only way to standard error: what is wrong may quote what a workspace says. */
export function complain(text: string): void {
  process.stderr.write(`${harmlessLines(text)}\n`);
}

/** Says what of the program is not there, or not as it was built. */
export function complainOfLoading(what: string, error: unknown): void {
  complain(`${what} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
}
