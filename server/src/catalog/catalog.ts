import { type Conflict, conflictsOf } from './conflicts.ts';
import { createDirectiveIndex, type DirectiveIndex } from './directives.ts';
import { createLookalikeIndex, type LookalikeIndex } from './lookalikes.ts';
import { createNearestIndex } from './nearest.ts';
import { createPageIndex, type PageIndex } from './pages.ts';
import { createProtocolIndex, type ProtocolIndex } from './protocol.ts';
import { createRelatedIndex } from './related.ts';
import { createSuggestions, type OwnMappings, type Suggestion } from './suggestions.ts';
import { createTextIndex, type FoundMessage, factsOf, textOf } from './text.ts';
import type { CatalogData, Code, CodeRange, Companions, SourceId, Vendor } from './types.ts';

/**
 * The codes of both vendors, looked up in every way they are named.
 * No method throws: what is not in the catalog yields `undefined` or an empty list.
 */
export interface Catalog extends DirectiveIndex, LookalikeIndex, PageIndex, ProtocolIndex {
  /** All codes: the documented ThinQ ones, the NUGU ones, then those seen in the field. */
  readonly codes: readonly Code[];
  /** What the catalog was made from. */
  readonly data: CatalogData;
  /** The vendor's code of exactly this spelling. */
  find(vendor: Vendor, code: string): Code | undefined;
  /** The codes of exactly this spelling, of any vendor. */
  findAny(code: string): readonly Code[];
  /** The code that a name of the SDK's `ThinQAPIErrorCodes` stands for at run time, in every version: `NOT_REGISTERED_DEVICE` is 1213. */
  bySdkName(name: string): Code | undefined;
  /** The name whose value is this code in every version of the SDK; none for 1205, which was renamed. */
  sdkReferenceOf(code: Code): string | undefined;
  /**
   * The codes with this message text in any source, in any case, optionally of one vendor.
   * Knows the templated texts with a state or mode filled in, and the code that the service appends in brackets:
   * `Command not supported in HEAT` is 2302 or 2305, `Command not supported in HEAT (2302)` is 2302.
   */
  byText(text: string, vendor?: Vendor): readonly Code[];
  /**
   * The messages that stand in a longer text, as in `[4711] Command not supported in POWER OFF`, in any case of letters, those
   * of one word only as they are written: in order, never overlapping, the longest where several begin at one place.
   */
  messagesIn(text: string): readonly FoundMessage[];
  /**
   * The codes that are meant by a text which is looked for in an error's: a message or the beginning of several
   * (`Command not supported in`), a code (`1222`, `"code":"1222"`), the SDK's name for one, or a regular expression over
   * such (`/not connected device|1222/i`).
   */
  soughtBy(text: string): readonly Code[];
  /** The other codes of the vendor that share a message text with this one, in any case. */
  twins(code: Code): readonly Code[];
  /** The code that says the same as this one, and how that is known: 1218 for 1103, 1314 for 1306. */
  companionOf(code: Code): { readonly code: Code; readonly basis: Companions['basis'] } | undefined;
  /** Every HTTP status a source gives for the code, in the order of the sources; empty where none does. */
  httpOf(code: Code): readonly number[];
  /** The text to show: the English ThinQ page's, else the first that is not spoilt, else the code itself. */
  textOf(code: Code): string;
  /** The same for a list: `in POWER OFF`, `in MODE` where several texts begin as the templated ones do, else the whole. */
  shortTextOf(code: Code): string;
  /** All points on which the code's sources disagree. */
  conflicts(code: Code): readonly Conflict[];
  /** The range of the ThinQ pages that the code's number falls into; none for NUGU codes, and for 0000 and 4001. */
  rangeOf(code: Code): CodeRange | undefined;
  /** The range that a ThinQ number of four digits falls into, whether or not it is a code. */
  rangeOfNumber(number: string): CodeRange | undefined;
  /** The directives a NUGU device-level code can answer, as `Capability.Directive`; `any` is written out. */
  directivesOf(code: Code): readonly string[];
  /** The NUGU device-level codes that can answer a directive, in any spelling, with or without its capability; the specific ones first. */
  codesOfDirective(directive: string): readonly Code[];
  /**
   * The codes, documented by the vendor or the team's own, that `text` may have been meant as, the likeliest first and at most `max`.
   * Empty for a code that is right, and for a word that has nothing to do with any code.
   */
  nearest(vendor: Vendor, text: string, max: number): readonly Code[];
  /**
   * The candidates that have most to do with some other codes, the closest first: next to 2305 (in MODE) these are 2304
   * (in POWER OFF) and 2301 (in REMOTE OFF), not 1205, which happens to be the lowest number. What has been chosen counts
   * as one of the others from then on: 2304 brings in 2301, since both are OFF.
   *
   * @param most how many to choose
   */
  mostRelated(others: readonly Code[], candidates: readonly Code[], most: number): readonly Code[];
  /** Whether `text` is a NUGU device-level code but for upper and lower case: a plain slip of spelling. */
  isNearMiss(text: string): boolean;
  /**
   * What to answer NUGU for a ThinQ code: our suggestion, or what a project has decided.
   *
   * @param own NUGU codes by ThinQ code, from a project file; one that is no NUGU code counts for nothing
   * @returns undefined where neither says anything
   */
  suggestionFor(thinqCode: string, own?: OwnMappings): Suggestion | undefined;
  /** The ThinQ codes for which a NUGU code is the suggested answer (not merely an alternative), in order. */
  thinqCodesFor(nuguCode: string, own?: OwnMappings): readonly Code[];
}

/** Makes the catalog from its data, indexing it once. */
export function createCatalog(data: CatalogData): Catalog {
  const byCode = groupBy(data.codes, (code) => code.code);
  const bySdkName = new Map(data.codes.flatMap((code) => (code.sdkName === undefined ? [] : [[code.sdkName, code]])));
  const listings = groupBy(data.codes, listOf);
  const index = createDirectiveIndex(data.capabilities, data.directives);
  const directives = data.directives.map(({ capability, name }) => `${capability}.${name}`);
  const deviceLevel = data.codes.filter((code) => code.level === 'device-level');

  function sourcesOfList(code: Code): readonly SourceId[] {
    const listed = new Set(listings.get(listOf(code))?.flatMap((other) => factsOf(other).map(([source]) => source)));
    return data.sources.map((source) => source.id).filter((id) => listed.has(id));
  }

  function rangeOfNumber(number: string): CodeRange | undefined {
    return data.ranges
      .filter(({ prefix }) => number.startsWith(prefix))
      .reduce<CodeRange | undefined>(
        (closest, range) => (range.prefix.length > (closest?.prefix.length ?? 0) ? range : closest),
        undefined,
      );
  }

  const rangeOf: Catalog['rangeOf'] = ({ vendor, code }) => (vendor === 'thinq' ? rangeOfNumber(code) : undefined);

  const directivesOf: Catalog['directivesOf'] = ({ directives: scope }) =>
    scope?.names === 'any' ? directives : (scope?.names ?? []);

  const texts = createTextIndex(data.codes);

  const find: Catalog['find'] = (vendor, code) => byCode.get(code)?.find((entry) => entry.vendor === vendor);

  return {
    codes: data.codes,
    data,
    find,
    findAny: (code) => byCode.get(code) ?? [],
    bySdkName: (name) => bySdkName.get(name),
    sdkReferenceOf: ({ sdkName, sdkRenamed }) => (sdkRenamed === undefined ? sdkName : undefined),
    ...texts,
    companionOf({ vendor, code }) {
      const pair = vendor === 'thinq' ? data.companions.find(({ codes }) => codes.includes(code)) : undefined;
      const other = pair && find('thinq', pair.codes[pair.codes[0] === code ? 1 : 0]);
      return pair && other && { code: other, basis: pair.basis };
    },
    httpOf,
    textOf,
    conflicts: (code) => (code.layer !== 'documented' ? [] : conflictsOf(code, sourcesOfList(code))),
    rangeOf,
    rangeOfNumber,
    directivesOf,
    codesOfDirective(directive) {
      const [name = '', capability] = directive.split('.').reverse();
      const found = index.directive(name);
      if (!found || (capability !== undefined && capability !== found.capability)) return [];
      const general = deviceLevel.filter((code) => code.directives?.names === 'any');
      const full = `${found.capability}.${found.name}`;
      return [
        ...deviceLevel.filter((code) => !general.includes(code) && code.directives?.names.includes(full)),
        ...general,
      ];
    },
    ...createNearestIndex(data.codes),
    ...createRelatedIndex(data.codes, { ...texts, rangeOf, directivesOf }),
    ...createSuggestions(data, find),
    ...index,
    ...createLookalikeIndex(data.lookalikes),
    ...createPageIndex(data, httpOf),
    ...createProtocolIndex(data),
  };
}

function httpOf(code: Code): readonly number[] {
  return [...new Set(factsOf(code).flatMap(([, { http }]) => http ?? []))];
}

/** The codes of one vendor and level stand in one list, which several documents may print. */
function listOf(code: Code): string {
  return `${code.layer}/${code.vendor}/${code.level}`;
}

function groupBy<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
