import type { PathSegment, Span } from './model.ts';

/** A path as it is written. */
interface WrittenPath {
  /** Decoded. */
  readonly text: string;
  /** Where it stands, without quotes. */
  readonly content: Span;
}

/** The parts between the slashes of a literal; marks of regular expressions at its ends belong to none. */
export function segmentsOf({ text, content }: WrittenPath): readonly PathSegment[] {
  // Escapes would tear text and offsets apart.
  if (text.length !== content.end - content.start) return [];
  const start = /^\^|^[A-Z]+ (?=\/)|^[a-z]+:\/\/[^/]*/.exec(text)?.[0].length ?? 0;
  const end = /[?#]|\$$/.exec(text)?.index ?? text.length;
  const segments: PathSegment[] = [];
  let at = start;
  for (const piece of text.slice(start, end).split('/')) {
    if (piece !== '')
      segments.push({ text: piece, span: { start: content.start + at, end: content.start + at + piece.length } });
    at += piece.length + 1;
  }
  return segments;
}
