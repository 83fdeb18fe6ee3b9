import { CURSOR_MARK } from '../../evidence/text/vocabulary.ts';
import { TYPE_BEFORE_ENTRIES } from '../../knowledge/generalTypes.ts';
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

/** What sets a key apart from its value, with one: a key of a literal that has none yet. */
const VALUES_OF_KEYS = [': 0', ' => 0', ', 0', ' to 0', ' = 0'];

/**
 * An object of NUGU's that is open at the end of a text: its name, its bracket (in Go behind its type, which has some of its
 * own), and no other bracket behind that.
 */
const OPEN_OBJECT = new RegExp(
  '(?:[pP]roperties|[pP]arameters|[sS]upportedCapabilities|[a-z](?:Control|Check))["\'`\\]]*\\s*(?::|=>?|,|to\\b)?' +
    `(?:\\s*${TYPE_BEFORE_ENTRIES})?` +
    '[^\\r\\n{}()[\\]]{0,80}[{([][^{}]{0,1500}$',
);
const OPEN_OBJECT_UNITS = 2000;

/**
 * Puts the mark where a key may be typed in an object of NUGU's, as a key with a value: in quotes that are open, or as a new
 * key behind a bracket or a comma.
 *
 * @returns nothing where no such object is open
 */
export function keyProbesAt(text: string, offset: number, language: Language): readonly Probe[] {
  if (!OPEN_OBJECT.test(text.slice(Math.max(0, offset - OPEN_OBJECT_UNITS), offset))) return [];
  const hole = holeAt(text, offset, language) ?? keyHoleAt(text, offset, language);
  if (!hole) return [];
  const { start, end, quote, closing } = hole;
  if (/(?::|=>?|\bto)\s*["'`]?$/.test(text.slice(Math.max(0, start - 16), start))) return [];
  const kept = closing === '' && quote === '' ? 1 : 0;
  const behind = text.slice(end);
  const hasValue = /^["'`]?\]?\s*(?::|=>?|,\s*[^\s"'`]|to\b)/.test(behind);
  const quoted = [quote, closing] as const;
  const forms = [
    // A text behind a comma may be its value or the next key: `Map.of("mode", "AUTO")`.
    ...(hasValue ? ['', ...VALUES_OF_KEYS] : [...VALUES_OF_KEYS, '']).map((value) => [...quoted, value] as const),
    // Where keys are names, no text can stand for one.
    ...(quote === '' ? [] : ([['', '', ' = 0']] as const)),
  ];
  return forms.map(([before, after, value]) => {
    const inserted = before + CURSOR_MARK + after + behind.slice(0, kept) + value;
    return {
      text: text.slice(0, start) + inserted + behind.slice(kept),
      replaced: { start, end },
      quote,
      shift: inserted.length - kept - (end - start),
    };
  });
}

/** A name that is being typed behind a bracket or a comma, or the place for one. */
function keyHoleAt(text: string, offset: number, language: Language) {
  const word = /[A-Za-z]*$/.exec(text.slice(Math.max(0, offset - 64), offset))?.[0] ?? '';
  const before = text.slice(0, offset - word.length).trimEnd();
  if (/^\w/.test(text.slice(offset, offset + 1)) || !/[{([,]$/.test(before)) return undefined;
  return { start: offset - word.length, end: offset, quote: language.quote, closing: language.quote };
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
  const word = /\w*$/.exec(before.slice(-64))?.[0] ?? '';
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
