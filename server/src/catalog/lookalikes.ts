import type { Lookalike } from './types.ts';

/** What is no code or message of a vendor, looked up by what people copy from a log. */
export interface LookalikeIndex {
  /** What a code (`9012`) or a text (`Not support current_job_mode : None`), to the letter, is instead of a vendor's. */
  lookalikeOf(text: string): Lookalike | undefined;
  /** Such texts within a longer one, as in `RuntimeError: Not supported country_code.`; in order. Codes are not looked for. */
  lookalikesIn(text: string): readonly FoundLookalike[];
}

/** A text that is taken for a vendor's; UTF-16 offsets, half open. */
export interface FoundLookalike {
  readonly lookalike: Lookalike;
  readonly start: number;
  readonly end: number;
}

/** Indexes codes and texts. */
export function createLookalikeIndex(lookalikes: readonly Lookalike[]): LookalikeIndex {
  return {
    lookalikeOf: (text) =>
      lookalikes.find(({ codes, texts }) => [...codes, ...texts].some((one) => fits(text.trim(), one))),
    lookalikesIn: (text) =>
      lookalikes
        .flatMap((lookalike) =>
          lookalike.texts.flatMap((template) => placesOf(template, text).map((place) => ({ lookalike, ...place }))),
        )
        .sort((a, b) => a.start - b.start),
  };
}

/** Stands at the end of a text for what is filled in there. */
const FILLED_IN = '{}';

/** The text as far as it is always the same. */
export function fixedPartOf(template: string): string {
  return template.endsWith(FILLED_IN) ? template.slice(0, -FILLED_IN.length) : template;
}

function fits(text: string, template: string): boolean {
  const before = fixedPartOf(template);
  if (before === template) return text === template;
  return text.startsWith(before) && text.length > before.length;
}

/** What is filled in: a name, a colon and a value behind it where they stand there, as in `current_job_mode : None`. */
const FILLING = /^\w+(?:\s*:\s*\w+)?/;

function placesOf(template: string, text: string): readonly { readonly start: number; readonly end: number }[] {
  const fixed = fixedPartOf(template);
  const places: { readonly start: number; readonly end: number }[] = [];
  for (let start = text.indexOf(fixed); start >= 0; start = text.indexOf(fixed, start + fixed.length)) {
    const behind = start + fixed.length;
    const filling = fixed === template ? '' : FILLING.exec(text.slice(behind, behind + LONGEST_FILLING_UNITS))?.[0];
    const isWord = !/\w/.test(text[start - 1] ?? '') && !(/\w$/.test(fixed) && /\w/.test(text[behind] ?? ''));
    if (filling !== undefined && isWord) places.push({ start, end: behind + filling.length });
  }
  return places;
}

/** More than any name and value have, in UTF-16 units. */
const LONGEST_FILLING_UNITS = 120;
