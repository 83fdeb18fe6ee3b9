import { CURSOR_MARK } from '../../evidence/text/vocabulary.ts';
import { KEYWORD } from '../../knowledge/keywords.ts';
import type { Language } from '../../languages/language.ts';
import type { Span } from '../../model/model.ts';

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

/** What may be missing behind a string that is still being typed: nothing, the value of a key, the colon of an arm. */
const REPAIRS = ['', ': 0', ':'];

/**
 * Puts the mark at a cursor, in the ways the text at hand suggests: into the open string, closing it where the user
 * has not; or as a new string where none is open. First as typed, then with what may be missing behind it.
 *
 * @returns nothing inside a comment, or where a word that is no code stands
 */
export function probesAt(text: string, offset: number, language: Language): readonly Probe[] {
  const hole = holeAt(text, offset, language);
  if (!hole) return [];
  const { start, end, quote, closing } = hole;
  const behind = text.slice(end);
  // A string that is closed already keeps its quote in front of the repair.
  const kept = closing === '' && quote === '' ? 1 : 0;
  const repairs = /^["'`]?\s*:/.test(behind) ? [''] : REPAIRS;
  return repairs.map((repair) => {
    const inserted = quote + CURSOR_MARK + closing + behind.slice(0, kept) + repair;
    return {
      text: text.slice(0, start) + inserted + behind.slice(kept),
      replaced: { start, end },
      quote,
      shift: inserted.length - kept - (end - start),
    };
  });
}

/** What stands in front of a value that may be a code: `== `, `=> `, `(`, `case `, `"code" to `. */
const COMPARES = new RegExp(`(?:[=!]==?|=>|[:([,{|]|\\b(?:${KEYWORD.compares}|${KEYWORD.pairs}))\\s*$`);

/** The text that a choice would replace, and the quotes that must go round the mark there. */
function holeAt(text: string, offset: number, language: Language) {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const open = openQuote(before, language);
  if (open === 'comment') return undefined;
  if (open) {
    const start = lineStart + open.at + 1;
    const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
    const tail = /^\w*/.exec(rest)?.[0] ?? '';
    const closed = rest.slice(tail.length).startsWith(open.quote);
    return { start, end: closed ? offset + tail.length : offset, quote: '', closing: closed ? '' : open.quote };
  }
  const word = /\w*$/.exec(before)?.[0] ?? '';
  if (!/^(?:\d{0,4}|[A-Z]\w*)$/.test(word) || /^\w/.test(text.slice(offset, offset + 1))) return undefined;
  if (!COMPARES.test(before.slice(0, before.length - word.length))) return undefined;
  return { start: offset - word.length, end: offset, quote: language.quote, closing: language.quote };
}

/** The quote that is open at the end of a line's beginning, where one is. */
export function openQuote(
  before: string,
  { comment }: Language,
): { quote: string; at: number } | 'comment' | undefined {
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
