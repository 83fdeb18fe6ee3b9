/** A text as the part of a regular expression that fits just it. Node has none of its own before version 24. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
