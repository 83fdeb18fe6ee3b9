/** Text as Markdown that shows it to the letter. Not meant for the start of a line, where more characters count. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|&$]/g, '\\$&');
}

/** Text as a code span. Line breaks and control characters become spaces: they cannot stand in one, or must not reach a terminal. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + pad + line + pad + fence;
}
