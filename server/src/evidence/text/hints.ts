import { factsOf } from '../../catalog/text.ts';
import type { CatalogData, Code } from '../../catalog/types.ts';
import { anyOf } from '../../knowledge/expressions.ts';
import { isCommonplace } from '../../knowledge/numbers.ts';
import { LEGACY_CODE_KEYS, SDK_NAME } from '../../knowledge/vendors.ts';
import { escapeRegExp } from '../../model/escapeRegExp.ts';
import { KEYS_OF_DEVICE } from '../protocol.ts';
import type { JoinedCues } from './cues.ts';
import { signalWords } from './signals.ts';

/**
 * What an editor looks for before it starts the server: sources of regular expressions, in any case of letters, each of
 * which takes linear time. In doubt a text has a hint: a server that is started in vain harms less than one that is missed.
 */
export interface Hints {
  /** One of these fits in every text that the server has anything to say about by itself; in few others does any. */
  readonly text: readonly string[];
  /** Fits in every text that is about a vendor, and because of which others of its project may be. */
  readonly vendor: string;
  /** Fits in every manifest that asks for an SDK of ThinQ's. */
  readonly manifest: string;
  /** The longest piece of a text that has to be looked at for one of them to fit, in UTF-16 units. */
  readonly longest: number;
}

const LONGEST_HINT_UNITS = 200;

/** A number of anything is a code behind one of these: `switch (code) { case 1000:`, `오류(1000)`. */
const SAYS_CODE = /(?:code|error|thinq|에러|오류|코드)[\s\S]{0,24}?/.source;
/** A letter or a digit as an escape: `\x32`, `\u0032`, `\u{32}`. */
const ESCAPE = '\\\\(?:x[3-7][\\da-f]|u00[3-7][\\da-f]|u\\{0{0,4}[3-7][\\da-f]\\})';
/** As many words of a message of ThinQ's as it is known by: what follows may be left out, or filled in. */
const WORDS_OF_MESSAGE = 3;

/** @param codes those that everybody shares @param anywhere what rules live on wherever it stands */
export function hintsOf({ codes }: Pick<CatalogData, 'codes'>, { anywhere }: Pick<JoinedCues, 'anywhere'>): Hints {
  const vendor = signalWords(codes).map(escapeRegExp);
  const keys = ['result[-_]?code', 'message_?id', ...LEGACY_CODE_KEYS, ...KEYS_OF_DEVICE];
  const text = [
    anyOf([...vendor, 'nugu', ...keys, ...anywhere.map(escapeRegExp)]),
    ...numbersIn(codes),
    `(?<![a-z])${anyOf(codes.flatMap(messagesOf))}(?![a-z])`,
    // Written with escapes, a code looks like anything.
    `${ESCAPE}(?:[a-z\\d]{2}|${ESCAPE}${ESCAPE})|[a-z\\d]{2}${ESCAPE}`,
  ];
  return { text, vendor: anyOf(vendor), manifest: SDK_NAME, longest: LONGEST_HINT_UNITS };
}

/** ThinQ's numbers, standing alone: `"2305"`, `case 2305:`. A number of anything must be quoted, or called a code. */
function numbersIn(codes: readonly Code[]): readonly string[] {
  const numbers = codes.filter(({ vendor }) => vendor === 'thinq').map(({ code }) => code);
  const rare = anyOf(numbers.filter((code) => !isCommonplace(code)));
  const common = anyOf(numbers.filter(isCommonplace));
  return [
    `(?<![\\w.])${rare}(?!\\d|\\.\\d)`,
    `(?<=["'\`])${common}(?=\\\\?["'\`])`,
    `${SAYS_CODE}(?<![\\w.])${common}(?!\\d|\\.\\d)`,
  ];
}

/** How a code's messages begin, in small letters. */
function messagesOf(code: Code): readonly string[] {
  // NUGU's begin with the words of HTTP's statuses.
  const most = code.vendor === 'thinq' ? WORDS_OF_MESSAGE : undefined;
  return factsOf(code)
    .flatMap(([, { text = '' }]) =>
      text
        .replace(/[({].*/s, '')
        .trim()
        .toLowerCase(),
    )
    .filter((text) => text !== '')
    .map((text) => text.split(' ').slice(0, most).map(escapeRegExp).join('\\s'));
}
