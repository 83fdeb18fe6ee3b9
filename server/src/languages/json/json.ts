import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import { EMPTY_MODEL } from '../../model/compose.ts';
import type { Comment, Entry, FileModel, Mention, ObjectLiteral, Place, Span, Value } from '../../model/model.ts';
import type { PlainLanguage } from '../description.ts';
import { entryInsertion, unitOf } from '../insertion.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** JSON and JSONC: comments, trailing commas, a byte-order mark and the `...` of official samples are all read. */
const json: PlainLanguage = {
  id: 'json',
  name: 'JSON, JSON with comments',
  languageIds: ['json', 'jsonc'],
  extensions: ['.json', '.jsonc'],
  isProgram: false,
  comment: { line: '//', block: ['/*', '*/'], allowedIn: ['jsonc'] },
  quote: '"',
  limit: 8_000_000,
  printer: {
    string: (text) => JSON.stringify(text),
  },
  scopes: ['source.json', 'source.json.comments'],
  prepare: async () => {},
  read: readJson,
};

export default [json];

interface ObjectFrame {
  readonly kind: 'object';
  readonly index: number;
  readonly open: number;
  /** The key that it stands under itself. */
  readonly around: string;
  readonly entries: Entry[];
  key: { readonly text: string; readonly span: Span } | undefined;
  /** A colon stood behind the key: what comes is its value. */
  colon: boolean;
  hasMore: boolean;
  lastStart: number | undefined;
  lastEnd: number | undefined;
  comma: number | undefined;
}

interface ListFrame {
  readonly kind: 'list';
  readonly open: number;
  /** The key that it stands under itself. */
  readonly around: string;
  readonly items: Value[];
  readonly group: number;
}

type Frame = ObjectFrame | ListFrame;

/**
 * Reads with jsonc-parser's scanner and a stack of our own: its parser recurses, and a file that nests a hundred
 * thousand brackets would end the call stack.
 */
function readJson(text: string, vocabulary: Vocabulary): FileModel {
  const scanner = createScanner(text, false);
  const objects: ObjectLiteral[] = [];
  const mentions: Mention[] = [];
  const comments: Comment[] = [];
  const stack: Frame[] = [];
  const unit = unitOf(text);
  let groups = 0;
  let hadErrors = false;
  if (text.charCodeAt(0) === 0xfeff) scanner.setPosition(1);

  const parentOf = (): ObjectLiteral['parent'] => {
    for (let i = stack.length - 1, inList = false; i >= 0; i--) {
      const frame = stack[i];
      if (frame?.kind === 'object') return frame.key && { object: frame.index, key: frame.key.text, inList };
      inList = true;
    }
    return undefined;
  };
  const placeOf = (): Place => {
    const path: string[] = [];
    for (let i = stack.length - 1; i >= 0 && path.length < 4; i--) {
      const frame = stack[i];
      if (frame?.kind === 'object' && frame.key) path.unshift(frame.key.text);
    }
    const top = stack.at(-1);
    if (top?.kind === 'list') return { role: 'listed', path, group: top.group };
    return { role: 'produced', path, ...(top && { object: top.index }) };
  };
  const attach = (value: Value, end: number): void => {
    const top = stack.at(-1);
    if (top?.kind === 'list') top.items.push(value);
    else if (top?.key) {
      top.entries.push({
        span: { start: top.key.span.start - 1, end },
        key: top.key.text,
        keySpan: top.key.span,
        value,
      });
      top.lastStart = top.key.span.start - 1;
      top.lastEnd = end;
      top.key = undefined;
      top.comma = undefined;
      top.colon = false;
    } else if (top) {
      top.hasMore = true;
      hadErrors = true;
    }
  };
  /** The key that a value stands under, in a list or not. */
  const keyOf = (): string => {
    const top = stack.at(-1);
    return (top?.kind === 'object' && top.key?.text) || (top?.around ?? '');
  };
  const mention = (content: Span, outer: Span, decoded: string, value: 'string' | 'integer', key?: Place): void => {
    const isMeant =
      vocabulary.isCode(decoded) ||
      /^\d{4}$/.test(decoded) ||
      (value === 'string' && !key && /code$/i.test(keyOf()) && /^\w{1,64}$/.test(decoded));
    const isProse = !isMeant && value === 'string' && vocabulary.hasProse(decoded);
    if (!isMeant && !isProse) return;
    // Most strings get no further: their places are not worth the trouble.
    const place: Place = isProse ? { role: 'prose', path: [] } : (key ?? placeOf());
    mentions.push({ kind: 'literal', text: decoded, value, span: content, outer, place });
  };
  const close = (kind: Frame['kind'], offset: number, complete: boolean): void => {
    const frame = stack.at(-1);
    if (frame?.kind !== kind) {
      hadErrors = true;
      return;
    }
    stack.pop();
    const span = { start: frame.open, end: offset + (complete ? 1 : 0) };
    if (frame.kind === 'list') {
      attach({ kind: 'list', span, outer: span, items: frame.items }, span.end);
      return;
    }
    const parent = parentOf();
    const insertion = complete
      ? entryInsertion(text, {
          open: frame.open,
          close: offset,
          ...(frame.lastStart !== undefined && { lastStart: frame.lastStart }),
          ...(frame.lastEnd !== undefined && { lastEnd: frame.lastEnd }),
          ...(frame.comma !== undefined && { comma: frame.comma }),
          unit,
          keys: 'quoted',
          quote: '"',
        })
      : undefined;
    objects[frame.index] = {
      span,
      entries: frame.entries,
      open: frame.hasMore || !complete,
      ...(parent && { parent }),
      ...(insertion && { insertion }),
    };
    attach({ kind: 'object', span, outer: span, object: frame.index }, span.end);
  };
  const comma = (frame: ObjectFrame, end: number): void => {
    if (frame.key) hadErrors = true;
    frame.key = undefined;
    frame.colon = false;
    frame.comma = end;
  };
  /** A string: a key, where one is due, or a value. */
  const string = (outer: Span, isTerminated: boolean, decoded: string): void => {
    const span = { start: outer.start + 1, end: isTerminated ? outer.end - 1 : outer.end };
    const top = stack.at(-1);
    if (top?.kind === 'object' && !top.colon) {
      top.key = { text: decoded, span };
      if (vocabulary.isCode(decoded))
        mention(span, outer, decoded, 'string', { role: 'key', path: [], object: top.index });
      return;
    }
    mention(span, outer, decoded, 'string');
    attach({ kind: 'string', span, outer, text: decoded }, outer.end);
  };
  const number = (span: Span, raw: string): void => {
    if (/^\d{4}$/.test(raw)) mention(span, span, raw, 'integer');
    attach({ kind: 'integer', span, outer: span, text: raw }, span.end);
  };

  let reserved = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const top = stack.at(-1);
    switch (token) {
      case SyntaxKind.OpenBraceToken:
        // All at once: an object that gets properties one by one, or loses them, is slow.
        stack.push({
          kind: 'object',
          index: reserved++,
          open: start,
          around: keyOf(),
          entries: [],
          key: undefined,
          colon: false,
          hasMore: false,
          lastStart: undefined,
          lastEnd: undefined,
          comma: undefined,
        });
        break;
      case SyntaxKind.OpenBracketToken:
        stack.push({ kind: 'list', open: start, around: keyOf(), items: [], group: groups++ });
        break;
      case SyntaxKind.CloseBraceToken:
        close('object', start, true);
        break;
      case SyntaxKind.CloseBracketToken:
        close('list', start, true);
        break;
      case SyntaxKind.ColonToken:
        if (top?.kind === 'object' && top.key) top.colon = true;
        else hadErrors = true;
        break;
      case SyntaxKind.CommaToken:
        if (top?.kind === 'object') comma(top, end);
        break;
      case SyntaxKind.StringLiteral: {
        const isTerminated = scanner.getTokenError() !== ScanError.UnexpectedEndOfString;
        if (!isTerminated) hadErrors = true;
        string({ start, end }, isTerminated, scanner.getTokenValue());
        break;
      }
      case SyntaxKind.NumericLiteral: {
        // The scanner ends a number behind a leading zero; 0000 and 0001 are codes that lost their quotes.
        const padded = /^0\d{3}(?![\w.])/.exec(text.slice(start, start + 5))?.[0];
        if (padded) scanner.setPosition(start + padded.length);
        number({ start, end: padded ? start + padded.length : end }, padded ?? scanner.getTokenValue());
        break;
      }
      case SyntaxKind.LineCommentTrivia:
      case SyntaxKind.BlockCommentTrivia:
        comments.push({ span: { start, end } });
        break;
      case SyntaxKind.Trivia:
      case SyntaxKind.LineBreakTrivia:
        break;
      case SyntaxKind.Unknown:
        // The `...` of a sample stands for entries that are not shown.
        if (text.slice(start, end) !== '...') hadErrors = true;
        if (top?.kind === 'object') top.hasMore = true;
        break;
      default:
        attach({ kind: 'other', span: { start, end }, outer: { start, end } }, end);
    }
  }
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    hadErrors = true;
    close(frame.kind, text.length, false);
  }
  mentions.sort((a, b) => a.span.start - b.span.start);
  return { ...EMPTY_MODEL, comments, mentions, objects, hadErrors };
}
