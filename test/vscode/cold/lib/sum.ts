export function sum(items: readonly number[]): number {
  return items.reduce((a, b) => a + b, 0);
}
