import type { Catalog } from '../../catalog/catalog.ts';
import { fixedPartOf } from '../../catalog/lookalikes.ts';
import { factsOf } from '../../catalog/text.ts';
import { anyOf } from '../../knowledge/expressions.ts';
import { isCommonplace } from '../../knowledge/numbers.ts';
import { holdsThinqAddress, isThinqClient, SDK_CLASS, SERVICE_CUES } from '../../knowledge/vendors.ts';
import type { Cue, Vocabulary } from '../../languages/vocabulary.ts';
import { escapeRegExp } from '../../model/escapeRegExp.ts';
import type { JoinedCues } from './cues.ts';

/** A number that may be an HTTP status. */
const STATUS = '(?<![\\w.])[1-5]\\d\\d(?![\\w.])';

/** The first words of a message, by which several are looked for at once: `Command not supported`. */
function beginningOf(text: string): string {
  return text.split(' ').slice(0, 3).join(' ');
}

/** The text that completion puts at the cursor: read as a code, so that its place shows what belongs there. */
export const CURSOR_MARK = 'ThinqNuguCursorMark';

/** Letters, and what sets words apart; as long as NUGU's words are. */
const WORDS = /^[A-Za-z][A-Za-z _-]{6,47}$/;
/** So many letters in a row are right in a word with a slip in it. */
const PIECE_UNITS = 4;

/** Makes the question whether a text may be one of NUGU's words, misspelt. Texts repeat, and the nearest name takes long. */
function nearWordTest(catalog: Catalog): Vocabulary['isNearWord'] {
  const words = catalog.codes.filter((code) => code.level === 'device-level');
  const pieces = new Set(words.flatMap(({ code }) => piecesOf(code)));
  const asked = new Map<string, boolean>();
  return (text) => {
    if (!WORDS.test(text) || !piecesOf(text).some((piece) => pieces.has(piece))) return false;
    const known = asked.get(text) ?? catalog.nearest('nugu', text, 1).length > 0;
    asked.set(text, known);
    return known;
  };
}

function piecesOf(text: string): readonly string[] {
  const small = text.toLowerCase();
  return Array.from({ length: Math.max(0, small.length - PIECE_UNITS + 1) }, (_, at) =>
    small.slice(at, at + PIECE_UNITS),
  );
}

/** Letters at either end of a word by which a text in quotes is known for what may be one, misspelt. */
const END_UNITS = 5;

/** Where the beginnings and ends of NUGU's words stand in quotes: one is right where there is a slip in the other. */
function nearWordCue(words: readonly string[]): string {
  // People set the words of a word apart: `not-in-available-mode`
  const inAnyStyle = (piece: string): string => piece.replace(/(?<=.)[A-Z]/g, '[-_ ]?$&');
  const beginnings = new Set(words.map((word) => inAnyStyle(word.slice(0, END_UNITS))));
  const ends = new Set(words.map((word) => inAnyStyle(word.slice(-END_UNITS))));
  return `(?<=["'\`])(?:${[...beginnings].join('|')})|(?:${[...ends].join('|')})(?=["'\`])`;
}

/** UTF-16 units between quotes in which a word may stand, and a few more that do not belong there. */
const QUOTED_UNITS = 48;

/** The text in quotes around a place. @returns '' where it is longer than any word */
function quotedAround(text: string, start: number, end: number): string {
  const before = /["'`]([^"'`]*)$/.exec(text.slice(Math.max(0, start - QUOTED_UNITS), start))?.[1];
  const behind = /^([^"'`]*)["'`]/.exec(text.slice(end, end + QUOTED_UNITS))?.[1];
  return before === undefined || behind === undefined ? '' : before + text.slice(start, end) + behind;
}

/**
 * What readers of files must know of the catalog, and of what rules live on. Codes and their texts are cues whether or
 * not a rule says so: hovers and completion live on them, too.
 */
export function createVocabulary(
  catalog: Catalog,
  { inFunctions, requests }: Pick<JoinedCues, 'inFunctions' | 'requests'>,
): Vocabulary {
  const words = catalog.codes.filter((code) => code.vendor === 'nugu' && code.level !== 'global-level');
  const sdkNames = catalog.codes.flatMap((code) => code.sdkName ?? []);
  const known = new Set([
    CURSOR_MARK,
    ...words.map((code) => code.code),
    ...catalog.codes.filter((code) => code.vendor === 'thinq').map((code) => code.code),
  ]);
  const longWords = words.map((code) => code.code).filter((word) => word.length > 2);
  const keys = catalog.data.fields.flatMap(({ path }) => path.split(/[.[\]]+/)).filter((key) => /[a-z][A-Z]/.test(key));
  const texts = catalog.codes.flatMap((code) => factsOf(code).flatMap(([, { text }]) => text ?? []));
  // Of a templated text, what stands before the state or mode that is filled in.
  const messages = [
    ...new Set(
      texts.map((text) =>
        escapeRegExp(
          text
            .replace(/[({].*/s, '')
            .trim()
            .toLowerCase(),
        ),
      ),
    ),
  ].filter((message) => message !== '');
  const beginnings = texts.map((text) => escapeRegExp(beginningOf(text).toLowerCase())).filter((text) => text !== '');
  const prose = new RegExp(
    `(?<!\\d)\\d{4}(?!\\d)|${longWords.join('|')}|\\b(?:${[...sdkNames, ...messages].join('|')})`,
    'i',
  );
  const refusals = catalog.data.lookalikes.flatMap((one) => one.texts.map(fixedPartOf));
  const document = new RegExp(
    [
      ...refusals.filter((text) => text.includes(' ')).map((text) => escapeRegExp(text.toLowerCase())),
      `["'](?:${[...new Set(keys)].join('|')})\\\\?["']`,
      // A line that names ThinQ, and a status: `ThinQ API 503: …`, `HTTP 412 from https://api-kic.lgthinq.com/…`.
      `thinq[^\\n]{0,400}${STATUS}`,
      `${STATUS}[^\\n]{0,400}thinq`,
    ].join('|'),
    'i',
  );
  // Hovers and completion live on these; words of everybody's (`mode`) have theirs beside other cues only.
  const keysOfProtocol = catalog.data.keys.map(({ name }) => name).filter((name) => /[A-Z]/.test(name));
  const keysOfWords = new Set(catalog.data.keys.flatMap(({ name, values }) => (values ? name : [])));
  // One expression for all: the text is gone through once. Digits first, since these are looked at more closely.
  const cue = new RegExp(
    [
      '(?<!\\d)\\d{4}(?!\\d)',
      '(?<=["\'`])(?:\\d{1,3}|OK)(?=["\'`])',
      // Written with escapes, a code looks like anything.
      '\\\\[ux][\\da-f{]',
      // Before the words of rules: it holds the vendor's name.
      `(?<service>${anyOf(SERVICE_CUES)})`,
      ...inFunctions,
      ...longWords,
      ...keysOfProtocol,
      ...sdkNames,
      ...new Set([...messages, ...beginnings]),
      // Behind all that count by themselves: these count under a condition.
      `(?<near>${nearWordCue(longWords)})`,
      ...(requests.length > 0 ? [`(?<request>${requests.join('|')})`] : []),
    ].join('|'),
    'gi',
  );
  const isNearWord = nearWordTest(catalog);
  return {
    cues: (text) => {
      const found: Cue[] = [];
      for (const match of text.matchAll(cue)) {
        const [written] = match;
        const at = match.index;
        const { service, near, request } = match.groups ?? {};
        if (near !== undefined && !isNearWord(quotedAround(text, at, at + written.length))) continue;
        const isQuoted = /["'`]/.test(text[at - 1] ?? '') && /["'`]/.test(text[at + written.length] ?? '');
        // A status, such as 429, is a number as well.
        const isBare = /^\d+$/.test(written) && !isQuoted;
        if (!isBare || written.length < 4)
          found.push({
            ...{ at, isCommon: false, isBare },
            ...(request !== undefined && { isRequest: true }),
            ...(service !== undefined && { isService: true }),
          });
        else if (known.has(written)) found.push({ at, isCommon: isCommonplace(written), isBare: true });
      }
      return found;
    },
    isClient: isThinqClient,
    holdsAddress: holdsThinqAddress,
    isCode: (text) => known.has(text),
    isNearWord,
    hasProse: (text) => prose.test(text),
    hasDocumentProse: (line) => prose.test(line) || document.test(line),
    takesListedWords: (name) => keysOfWords.has(name),
    hasDirectives: (text) => /directives?/i.test(text),
    symbol: (owner, name) => (owner === SDK_CLASS ? catalog.bySdkName(name)?.code : undefined),
  };
}
