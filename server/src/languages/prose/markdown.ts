import type { Piece, ProseDescription } from './description.ts';
import { linesOf } from './lines.ts';

/** Markdown: tables, inline code and sentences are prose, fences in a language for data are read. */
export const markdown: ProseDescription = {
  id: 'markdown',
  name: 'Markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown'],
  scopes: [],
  comment: { block: ['<!--', '-->'], behind: /^\uFEFF?---\r?\n[\s\S]{0,10000}?\n---\r?\n/ },
  embeds: ['json', 'yaml', 'http'],
  pieces,
};

function* pieces(text: string): Generator<Piece> {
  let fence: { readonly mark: string; readonly language: string; readonly start: number } | undefined;
  /** Where a comment ends that began on an earlier line. */
  let commentEnd = 0;
  for (const line of linesOf(text)) {
    if (fence) {
      if (!isClosing(line.text, fence.mark)) continue;
      yield { kind: 'embedded', span: { start: fence.start, end: line.start }, language: fence.language };
      fence = undefined;
      continue;
    }
    if (line.start < commentEnd) continue;
    const [, mark, language = ''] =
      /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?!`)(?!.*`)|~{3,})[ \t]*([\w+-]*)/.exec(line.text) ?? [];
    if (mark !== undefined) {
      fence = { mark, language: language.toLowerCase(), start: line.next };
      continue;
    }
    for (let at = line.text.indexOf('<!--'); at >= 0; at = line.text.indexOf('<!--', at)) {
      const close = text.indexOf('-->', line.start + at + 4);
      const end = close < 0 ? text.length : close + 3;
      yield { kind: 'comment', span: { start: line.start + at, end } };
      commentEnd = end;
      at = end - line.start;
      if (at >= line.text.length) break;
    }
  }
  if (fence) yield { kind: 'embedded', span: { start: fence.start, end: text.length }, language: fence.language };
}

/** A fence is closed by at least as many of the same marks as it began with. */
function isClosing(line: string, mark: string): boolean {
  const rest = line.trim();
  return rest.length >= mark.length && rest === (mark[0] ?? '').repeat(rest.length);
}
