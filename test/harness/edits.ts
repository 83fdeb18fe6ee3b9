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

/** The edits with what an editor shows where something is to be filled in: of several choices the first. */
export function asShown(edits: readonly Edit[]): readonly Edit[] {
  return edits.map(({ span, text, stops = [] }) => {
    let shown = text;
    for (const { start, end, choices, shown: words } of stops.toReversed())
      shown = shown.slice(0, start) + (choices?.[0] ?? words ?? text.slice(start, end)) + shown.slice(end);
    return { span, text: shown };
  });
}
