import type { Span } from '../../../../model/model.ts';
import type { Node } from '../../syntax/node.ts';
import { type Source, spanOf } from '../source.ts';

/** The words that are written out in the texts of a span, in text order; what is put into a text is none of them. */
export function writtenIn(source: Source, { start, end }: Span): readonly Span[] {
  return (['string', 'text'] as const)
    .flatMap((kind) => source.constructs.all(kind))
    .filter(({ node }) => start <= node.startIndex && node.endIndex <= end)
    .flatMap(({ node }) => between(putInto(source, node), spanOf(node)));
}

/** What is put into a text: `${answer.status}`, and where the grammar makes nothing of it, `$status`. */
function putInto({ description }: Source, node: Node): readonly Span[] {
  const parts = node.namedChildren.filter((child): child is Node => Boolean(child?.firstChild)).map(spanOf);
  const form = description.words?.putIntoText;
  const words = form ? [...node.text.matchAll(form)] : [];
  const named = words.map(({ 0: word, index }) => ({
    start: node.startIndex + index,
    end: node.startIndex + index + word.length,
  }));
  return [...parts, ...named].toSorted((a, b) => a.start - b.start);
}

/** What of a span lies between others, which are in text order. */
function between(others: readonly Span[], { start, end }: Span): readonly Span[] {
  const ends = [start, ...others.map((one) => one.end)];
  const starts = [...others.map((one) => one.start), end];
  return starts.flatMap((to, index) => {
    const from = ends[index] ?? to;
    return from < to ? { start: from, end: to } : [];
  });
}
