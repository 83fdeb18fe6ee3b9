import type { Edit } from '../../server/src/fixes/fix.ts';

/** Where an offset comes to lie when the edits are applied; inside replaced text, at its end. */
export function offsetAfter(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, text } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.end <= offset) shift += text.length - (span.end - span.start);
    else if (span.start < offset) return span.start + shift + text.length;
  }
  return offset + shift;
}
