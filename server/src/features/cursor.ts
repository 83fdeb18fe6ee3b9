import { CURSOR_MARK } from '../evidence/vocabulary.ts';
import type { Language } from '../languages/language.ts';
import type { Span } from '../model/model.ts';

/** A text with the mark put where the cursor is, as it would be had the user finished typing. */
export interface Probe {
  readonly text: string;
  /** What a chosen item replaces in the original text. */
  readonly replaced: Span;
  /** What the item is wrapped in; empty inside quotes. */
  readonly quote: string;
  /** Offset behind the mark in the probe minus the offset it stands for in the original. */
  readonly shift: number;
}

/**
 * Puts the mark at a cursor, in the way the text at hand suggests: into the open string, closing it where the user
 * has not; or as a new string where none is open.
 *
 * @returns undefined inside a comment, or where a word that is no code stands
 */
export function probeAt(text: string, offset: number, language: Language): Probe | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const open = openQuote(before, language);
  if (open === 'comment') return undefined;
  if (open) {
    const start = lineStart + open.at + 1;
    const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
    const tail = /^\w*/.exec(rest)?.[0] ?? '';
    const closed = rest.slice(tail.length).startsWith(open.quote);
    const end = closed ? offset + tail.length : offset;
    const inserted = CURSOR_MARK + (closed ? '' : open.quote);
    return {
      text: text.slice(0, start) + inserted + text.slice(end),
      replaced: { start, end },
      quote: '',
      shift: inserted.length - (end - start),
    };
  }
  const word = /\w*$/.exec(before)?.[0] ?? '';
  if (!/^(?:\d{0,4}|[A-Z]\w*)$/.test(word) || /^\w/.test(text.slice(offset, offset + 1))) return undefined;
  if (!/(?:[=!]==?|[:([,{|]|\b(?:case|in|when))\s*$/.test(before.slice(0, before.length - word.length)))
    return undefined;
  const inserted = language.quote + CURSOR_MARK + language.quote;
  const start = offset - word.length;
  return {
    text: text.slice(0, start) + inserted + text.slice(offset),
    replaced: { start, end: offset },
    quote: language.quote,
    shift: inserted.length - word.length,
  };
}

/** The quote that is open at the end of a line's beginning, where one is. */
function openQuote(before: string, { comment }: Language): { quote: string; at: number } | 'comment' | undefined {
  let open: { quote: string; at: number } | undefined;
  for (let i = 0; i < before.length; i++) {
    const unit = before[i] ?? '';
    if (open) {
      if (unit === '\\') i++;
      else if (unit === open.quote) open = undefined;
    } else if (comment.line && before.startsWith(comment.line, i)) return 'comment';
    else if (unit === '"' || unit === "'" || unit === '`') open = { quote: unit, at: i };
  }
  return open;
}
