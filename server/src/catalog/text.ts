import type { Code, Sourced, SourceId, Vendor } from './types.ts';

/** The source whose wording is shown first: international readers meet it in logs and in the SDK. */
const PREFERRED: SourceId = 'thinq-connect/en';

/** The texts that carry a device's state or mode instead of a fixed word: `… in {STATE (Exception Code)}`, `… in (MODE)`. */
const TEMPLATE = /^(.+ )(?:\{[A-Z]+ \(Exception Code\)\}|\([A-Z]+\))$/;

/** What stands for a state or mode in those texts: `{STATE (Exception Code)}`, `(MODE)`. */
const PLACEHOLDER = /^[({]([A-Z]+)\b.*$/;

/** A code in brackets after the text, as the service appends it: `Command not supported in HEAT (2302)`. */
const BRACKETED_CODE = /^(.*\S)\s*\((\d{4})\)$/;

/** What the service fills in: a few words without punctuation. */
const FILLED_IN = /^\w+(?:[ -]\w+){0,3}$/;

/** The same within a longer text, where only capitals can be told from the words that follow: `POWER OFF`. */
const FILLED_IN_CAPITALS = /^[A-Z]\w*(?:[ -][A-Z]\w*){0,3}/;

/** More than what is filled in has, in UTF-16 units. */
const LONGEST_FILLING_UNITS = 80;

/** What each source says about an entry of the catalog, in the order of the data. */
export function factsOf<Facts>({ sources }: Sourced<Facts>): readonly (readonly [SourceId, Facts])[] {
  return Object.entries(sources) as [SourceId, Facts][];
}

/** The text to show for a code: the English ThinQ page's, else the first that is not spoilt, else the code itself. */
export function textOf(code: Code): string {
  const preferred = code.sources[PREFERRED]?.text;
  if (preferred !== undefined) return preferred;
  const sound = factsOf(code).find(([, facts]) => facts.text !== undefined && facts.defect?.cell !== 'text');
  return sound?.[1].text ?? code.code;
}

/** A code with nothing but its key and marks around it: `"code":"1222"`, `(2210)`, `code=1222`. */
const CODE_ALONE = /^\W*(?:(?:api|error|err)?[_-]?code)?\W*(\d{4})\W*$/i;

/** As many words of a message's beginning say which messages are meant: `Command not supported in`. */
const FEWEST_WORDS_OF_BEGINNING = 3;

/** A text to look for without the marks that make a pattern of it: `^not connected\s+device$`, `\b1222\b`, `(HEAT|COOL)`. */
function withoutMarks(text: string): string {
  return text
    .replace(/^\/|\/[a-z]*$/g, '')
    .replace(/^\(\?\w+\)/, '')
    .replace(/\\b|[\^$]/g, '')
    .replace(/\\?\\s[+*]?/g, ' ')
    .replace(/\(\?:|[()]|(?:\.|\\[wW])[+*]\??/g, '')
    .trim();
}

/** Finds codes by their message texts. */
export interface TextIndex {
  /** See `Catalog.byText`. */
  byText(text: string, vendor?: Vendor): readonly Code[];
  /** See `Catalog.twins`. */
  twins(code: Code): readonly Code[];
  /** See `Catalog.messagesIn`. */
  messagesIn(text: string): readonly FoundMessage[];
  /** See `Catalog.soughtBy`. */
  soughtBy(text: string): readonly Code[];
  /** See `Catalog.shortTextOf`. */
  shortTextOf(code: Code): string;
}

/** A message and the codes that carry it; UTF-16 offsets, half open. */
export interface FoundMessage {
  readonly codes: readonly Code[];
  readonly start: number;
  readonly end: number;
}

/** Indexes every text of every source, templated texts by what precedes the placeholder. */
export function createTextIndex(codes: readonly Code[]): TextIndex {
  const exact = new Map<string, Set<Code>>();
  const templates = new Map<string, Set<Code>>();
  for (const code of codes) {
    for (const text of textsOf(code)) {
      add(exact, fold(text), code);
      const beforePlaceholder = TEMPLATE.exec(text)?.[1];
      if (beforePlaceholder !== undefined) add(templates, fold(beforePlaceholder), code);
    }
  }

  function lookUp(text: string): readonly Code[] {
    const found = exact.get(fold(text));
    if (found !== undefined) return [...found];
    const [, message, digits] = BRACKETED_CODE.exec(text) ?? [];
    if (message !== undefined) return lookUp(message).filter(({ code }) => code === digits);
    return [...templates].flatMap(([before, templated]) =>
      fold(text).startsWith(before) && FILLED_IN.test(text.slice(before.length)) ? [...templated] : [],
    );
  }

  function* messages(text: string): Generator<FoundMessage> {
    const folded = fold(text);
    for (const [message, codes] of exact) {
      const isWord = !message.includes(' ');
      for (const start of placesOf(message, folded)) {
        const found = { codes: [...codes], start, end: start + message.length };
        // One word alone is a message only where it is spelled as one.
        if (!isWord || isWritten(found, text)) yield found;
      }
    }
    for (const [before, codes] of templates) {
      for (const start of placesOf(before, folded)) {
        const behind = start + before.length;
        const filling = FILLED_IN_CAPITALS.exec(text.slice(behind, behind + LONGEST_FILLING_UNITS))?.[0];
        if (filling !== undefined) yield { codes: [...codes], start, end: behind + filling.length };
      }
    }
  }

  const byNumber = new Map(codes.filter(({ vendor }) => vendor === 'thinq').map((code) => [code.code, code]));
  const byName = new Map(codes.flatMap((code) => (code.sdkName === undefined ? [] : [[code.sdkName, code] as const])));

  /** The codes that one alternative of a pattern fits. */
  function soughtByPiece(written: string): readonly Code[] {
    const piece = withoutMarks(written);
    const own = byNumber.get(CODE_ALONE.exec(piece)?.[1] ?? '') ?? byName.get(piece);
    if (own) return [own];
    const whole = lookUp(piece);
    if (whole.length > 0) return whole;
    const longer = [...messages(piece)][0];
    if (longer) return longer.codes;
    const beginning = `${fold(piece)} `;
    if (piece.split(' ').length < FEWEST_WORDS_OF_BEGINNING) return [];
    return [...new Set([...exact].flatMap(([message, found]) => (message.startsWith(beginning) ? [...found] : [])))];
  }

  return {
    soughtBy: (text) => [...new Set(text.split('|').flatMap(soughtByPiece))],
    messagesIn(text) {
      // Fixed texts come first where a templated one is as long: REMOTE OFF has a code of its own.
      const found = [...messages(text)].sort((a, b) => a.start - b.start || b.end - a.end);
      let end = 0;
      return found.filter((one) => {
        if (one.start < end) return false;
        end = one.end;
        return true;
      });
    },
    byText(text, vendor) {
      const found = lookUp(text.trim());
      return vendor === undefined ? found : found.filter((code) => code.vendor === vendor);
    },
    twins(code) {
      const sameText = new Set(textsOf(code).flatMap((text) => [...(exact.get(fold(text)) ?? [])]));
      return [...sameText].filter((other) => other !== code && other.vendor === code.vendor);
    },
    shortTextOf(code) {
      const text = textOf(code);
      const before = [...templates.keys()].find((beginning) => fold(text).startsWith(beginning));
      if (before === undefined) return text;
      // `in ` is kept of `command not supported in `, and `MODE` of `(MODE)`.
      const from = before.trimEnd().lastIndexOf(' ') + 1;
      return text.slice(from, before.length) + text.slice(before.length).replace(PLACEHOLDER, '$1');
    },
  };
}

function textsOf(code: Code): readonly string[] {
  return factsOf(code).flatMap(([, facts]) => (facts.text === undefined ? [] : [facts.text]));
}

/** Where a message stands as whole words. */
function placesOf(message: string, text: string): readonly number[] {
  const places: number[] = [];
  const isPart = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit);
  for (let at = text.indexOf(message); at >= 0; at = text.indexOf(message, at + message.length)) {
    const isCut = isPart(text[at - 1]) || (isPart(message.at(-1)) && isPart(text[at + message.length]));
    if (!isCut) places.push(at);
  }
  return places;
}

/** Whether a message stands in a text to the letter, as a source has it; a templated one up to what is filled in. */
export function isWritten({ codes, start, end }: FoundMessage, text: string): boolean {
  const written = text.slice(start, end);
  return codes.some((code) =>
    textsOf(code).some((message) => message === written || written.startsWith(TEMPLATE.exec(message)?.[1] ?? '\0')),
  );
}

/** A text in small letters, each of which is as long as it was. */
function fold(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function add(index: Map<string, Set<Code>>, key: string, code: Code): void {
  const codes = index.get(key);
  if (codes === undefined) index.set(key, new Set([code]));
  else codes.add(code);
}
