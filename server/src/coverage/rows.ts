import { glossOf } from '../features/completion/detail.ts';
import type { DocsLanguage } from '../features/describe/language.ts';
import { groupRow } from '../features/groupRow.ts';
import { addressOfPage } from '../features/pages/address.ts';
import type { Row } from '../features/rows.ts';
import { type CodeCoverage, type Coverage, STATES } from './coverage.ts';
import { STATE_NAMES, shareInWords, VENDORS, word } from './formats/format.ts';

/** Places of a code that are listed; more are nothing that anybody goes through. */
const MOST_PLACES = 200;

/**
 * Coverage as a tree: by vendor, then by what becomes of the codes, each with its places.
 *
 * @param uriOf the address of a file by its path as coverage has it
 */
export function coverageRows(
  { vendors, folders }: Coverage,
  language: DocsLanguage,
  uriOf: (path: string) => string,
): readonly Row[] {
  // Where no file uses a code, there is nothing to show but what to do.
  if (folders.length === 0) return [];
  return vendors.map((vendor): Row => {
    const label = word(VENDORS[vendor.vendor], language);
    const share = shareInWords(vendor, language);
    const states = STATES.flatMap((state): Row[] => {
      const codes = vendor.codes.filter((one) => one.state === state);
      const name = word(STATE_NAMES[state], language);
      const id = `${vendor.vendor}/${state}`;
      const rows = codes.map((one) => codeRow(one, id, language, uriOf));
      return rows.length === 0 ? [] : [groupRow({ id, kind: state, label: name, counted: 'code', rows }, language)];
    });
    return { id: vendor.vendor, kind: 'vendor', label, description: share, spoken: `${label}: ${share}`, rows: states };
  });
}

/** A code: its only place where there is one, several below it, its page where there is none. */
function codeRow(
  { code, state, places }: CodeCoverage,
  within: string,
  language: DocsLanguage,
  uriOf: (path: string) => string,
): Row {
  const id = `${within}/${code.code}`;
  const gloss = glossOf(code, language);
  const [first] = places;
  const spoken = `${code.code}, ${word(STATE_NAMES[state], language)}: ${gloss}`;
  const row = { id, kind: 'code', label: code.code, description: gloss, spoken } as const;
  if (!first) return { ...row, opens: { page: addressOfPage({ kind: 'code', code }) } };
  const opens = { uri: uriOf(first.path), line: first.line };
  if (places.length === 1) return { ...row, opens };
  const rows = places.slice(0, MOST_PLACES).map(({ path, line, kind }, index): Row => {
    const label = `${path}:${line + 1}`;
    const description = word(STATE_NAMES[kind], language);
    const spokenPlace = `${label}, ${description}`;
    const there = { uri: uriOf(path), line };
    return { id: `${id}/${index}`, kind: 'place', label, description, spoken: spokenPlace, opens: there };
  });
  return { ...row, opens, rows };
}
