import { EMPTY_MODEL } from '../../model/compose.ts';
import type { Comment, FileModel, Mention, Place, Span } from '../../model/model.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Comments and texts, the longer marks first; what is not closed ends with its line, or with the file. */
const TOKEN =
  /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?/g;

const PROSE: Place = { role: 'prose', path: [] };
/** UTF-16 units before a text in which is looked what it is there for, and of a text that may be a code. */
const PLACE_UNITS = 80;
const CODE_UNITS = 64;
/** `error.code == `, `code: `, `zip = `, `case `. */
const COUNTERPART = /([\w$]+(?:\??\.[\w$]+)*)['"]?\s*(==|!=|=|:)\s*$/;
const ARM = /\bcase\s+$/;

/** Finds what somebody might point at: comments, and texts that are codes or speak of some. Takes time linear in the text. */
export function readGroovy(text: string, vocabulary: Vocabulary): FileModel {
  const comments: Comment[] = [];
  const mentions: Mention[] = [];
  for (const { 0: token, 1: long, index } of text.matchAll(TOKEN)) {
    const outer = { start: index, end: index + token.length };
    if (token.startsWith('/')) comments.push({ span: outer });
    else {
      const mention = mentionOf(text, outer, long ?? token.slice(0, 1), vocabulary);
      if (mention) mentions.push(mention);
    }
  }
  return { ...EMPTY_MODEL, comments, mentions };
}

function mentionOf(text: string, outer: Span, quote: string, vocabulary: Vocabulary): Mention | undefined {
  const isClosed = outer.end - outer.start >= 2 * quote.length && text.slice(outer.start, outer.end).endsWith(quote);
  const span = { start: outer.start + quote.length, end: outer.end - (isClosed ? quote.length : 0) };
  const content = text.slice(span.start, span.end);
  const known = { kind: 'literal', text: content, value: 'string', span, outer } as const;
  if (content.length <= CODE_UNITS && isMeant(content, vocabulary))
    return { ...known, place: placeOf(text.slice(Math.max(0, outer.start - PLACE_UNITS), outer.start)) };
  return vocabulary.hasProse(content) ? { ...known, place: PROSE } : undefined;
}

function isMeant(content: string, vocabulary: Vocabulary): boolean {
  return vocabulary.isCode(content) || /^\d{4}$/.test(content) || vocabulary.isNearWord(content);
}

/** What a text is there for, going by what stands before it. */
function placeOf(before: string): Place {
  if (ARM.test(before)) return { role: 'arm', path: [] };
  const [, name, mark] = COUNTERPART.exec(before) ?? [];
  if (name === undefined) return { role: 'argument', path: [] };
  return { role: mark === '==' || mark === '!=' ? 'compared' : 'produced', path: name.split(/\??\./) };
}
