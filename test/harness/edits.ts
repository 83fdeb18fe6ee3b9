import type { Edit } from '../../server/src/fixes/fix.ts';

/** Applies edits as an editor does: all offsets are those of the text as it was. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const edit of inOrder(edits)) {
    if (edit.span.start < end || edit.span.end < edit.span.start || edit.span.end > text.length)
      throw new Error(`an edit overlaps another or lies outside the text: ${JSON.stringify(edit)}`);
    result += text.slice(end, edit.span.start) + edit.text;
    end = edit.span.end;
  }
  return result + text.slice(end);
}

/** Where an offset comes to lie when the edits are applied; inside replaced text, at its end. */
export function offsetAfter(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, text } of inOrder(edits)) {
    if (span.end <= offset) shift += text.length - (span.end - span.start);
    else if (span.start < offset) return span.start + shift + text.length;
  }
  return offset + shift;
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
