import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import { HOLE } from '../../knowledge/templates.ts';
import { moveModel } from '../../model/compose.ts';
import type { EmbeddedText, FileModel, Span } from '../../model/model.ts';
import { type Decoded, decodedJson, mayBeJson, moveOf, withHoles } from '../decoded.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { ModelBuilder } from './modelBuilder.ts';
import { itemsWithoutCues } from './withoutCues.ts';

/**
 * Reads JSON with jsonc-parser's scanner and a stack of our own: its parser recurses, and a file that nests a hundred
 * thousand brackets would end the call stack.
 */
export function readJson(text: string, vocabulary: Vocabulary): FileModel {
  return readAt(0, text, vocabulary);
}

/** How deep texts may stand in texts. */
const MOST_TEXTS = 2;
/**
 * Reads a text that stands within another one and is JSON as a whole.
 *
 * @param decoded with where each of its units stands in the file
 * @param writes how a fix may write into it @param depth texts that it stands in
 * @returns undefined for a text that is something else: a part of JSON tells too little
 */
export function readEmbedded(
  decoded: Decoded,
  writes: EmbeddedText['writes'],
  vocabulary: Vocabulary,
  depth = 1,
): FileModel | undefined {
  const whole = decoded.text.trim();
  if (!/^(?:\{[\s\S]*\}|\[[\s\S]*\])$/.test(whole) || !mayBeJson(whole)) return undefined;
  const text = withHoles(decoded);
  const model = readAt(depth, text.text, vocabulary);
  if (model.hadErrors || model.objects.length === 0) return undefined;
  const move = moveOf(text);
  const moved = moveModel(model, move);
  const span: Span = { start: move.startOf(0), end: move.endOf(text.text.length) };
  return { ...moved, texts: [...moved.texts, { span, writes }] };
}

/** UTF-16 units of a text of which everything is read: in a longer one, what is about codes and what stands around that. */
const WHOLE_LIMIT_UNITS = 200_000;

/** @param depth texts that it stands in */
function readAt(depth: number, text: string, vocabulary: Vocabulary): FileModel {
  /** A string that is JSON itself: a body that a tool sends or answers with. */
  const readInner = ({ start, end }: Span): FileModel | undefined => {
    const inner = text.slice(start, end);
    if (depth >= MOST_TEXTS || !/^(?:\\[nrt]|\s)*[{[]/.test(inner.slice(0, 200)) || !mayBeJson(inner)) return undefined;
    // Within a text of a program, quotes would have to be escaped twice.
    return readEmbedded(decodedJson(text, start, end), depth === 0 ? 'escaped' : 'nothing', vocabulary, depth + 1);
  };
  const scanner = createScanner(text, false);
  const builder = new ModelBuilder(text, vocabulary, readInner);
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);
  const leftOut = text.length > WHOLE_LIMIT_UNITS ? itemsWithoutCues(text, vocabulary.cues(text)) : [];
  let next = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    while ((leftOut[next]?.start ?? start) < start) next++;
    const left = leftOut[next];
    if (left?.start === start) {
      scanner.setPosition(left.end);
      continue;
    }
    const span: Span = { start, end: start + scanner.getTokenLength() };
    switch (token) {
      case SyntaxKind.OpenBraceToken:
        builder.openObject(start);
        break;
      case SyntaxKind.OpenBracketToken:
        builder.openList(start);
        break;
      case SyntaxKind.CloseBraceToken:
        builder.close('object', start);
        break;
      case SyntaxKind.CloseBracketToken:
        builder.close('list', start);
        break;
      case SyntaxKind.ColonToken:
        builder.addColon();
        break;
      case SyntaxKind.CommaToken:
        builder.addComma(span.end);
        break;
      case SyntaxKind.StringLiteral:
        builder.addString(span, scanner.getTokenValue(), scanner.getTokenError() !== ScanError.UnexpectedEndOfString);
        break;
      case SyntaxKind.NumericLiteral: {
        // The scanner ends a number behind a leading zero; 0000 and 0001 are codes that lost their quotes.
        const padded = /^0\d{3}(?![\w.])/.exec(text.slice(start, start + 5))?.[0];
        if (padded) scanner.setPosition(start + padded.length);
        builder.addInteger(start, padded ?? scanner.getTokenValue());
        break;
      }
      case SyntaxKind.LineCommentTrivia:
      case SyntaxKind.BlockCommentTrivia:
        builder.addComment(span);
        break;
      case SyntaxKind.Trivia:
      case SyntaxKind.LineBreakTrivia:
        break;
      case SyntaxKind.Unknown:
        if (text.slice(start, span.end) === HOLE) builder.addHole(span);
        // The `...` of a sample stands for entries that are not shown.
        else builder.addUnknown(text.slice(start, span.end) === '...');
        break;
      default:
        builder.addOther(span);
    }
  }
  return builder.finish();
}
