import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import type { FileModel, Span } from '../../model/model.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { ModelBuilder } from './modelBuilder.ts';

/**
 * Reads JSON with jsonc-parser's scanner and a stack of our own: its parser recurses, and a file that nests a hundred
 * thousand brackets would end the call stack.
 */
export function readJson(text: string, vocabulary: Vocabulary): FileModel {
  const scanner = createScanner(text, false);
  const builder = new ModelBuilder(text, vocabulary);
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
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
        // The `...` of a sample stands for entries that are not shown.
        builder.addUnknown(text.slice(start, span.end) === '...');
        break;
      default:
        builder.addOther(span);
    }
  }
  return builder.finish();
}
