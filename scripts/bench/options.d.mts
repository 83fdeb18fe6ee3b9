/** What a run of the benchmark is asked to do. */
export type BenchCall =
  | { readonly kind: 'help' }
  | { readonly kind: 'last'; readonly write: boolean; readonly gate: boolean }
  | { readonly kind: 'tree'; readonly tree: string; readonly rounds: number; readonly node: string }
  | {
      readonly kind: 'table';
      readonly rounds: number;
      readonly edits: number;
      readonly node: string;
      readonly parts: readonly ('scan' | 'server' | 'size')[];
      readonly quick: boolean;
      readonly alone: boolean;
      /** Everything is measured as the goals were made for. */
      readonly whole: boolean;
      readonly write: boolean;
      readonly gate: boolean;
    };

export const HELP: string;
export class UsageError extends Error {}
export function readOptions(args: readonly string[]): BenchCall;
