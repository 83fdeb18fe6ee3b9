/** The first of some names, and how many more there are: `1101, 1102 (+3)`. */
export function firstOf(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return `${names.slice(0, most).join(', ')}${rest > 0 ? ` (+${rest})` : ''}`;
}

/** Names as code, one after the other. */
export function asCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
