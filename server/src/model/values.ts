import type { Value } from './model.ts';

/** Nothing, or a literal without anything in it: `null`, `[]`, `emptyMap()`. */
export function isNothing(value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  return value.kind === 'other' && (value.plain === 'null' || value.plain === 'empty');
}
