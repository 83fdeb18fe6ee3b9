import type { CatalogData, Code, Localized, Vendor } from './types.ts';

/** NUGU codes that a project answers, by ThinQ code. */
export type OwnMappings = Readonly<Record<string, string>>;

/** What to answer NUGU when ThinQ has sent a code. */
export interface Suggestion {
  readonly from: Code;
  /** The answer; absent where it all depends. */
  readonly code?: Code;
  /** Who says so: we, or the project itself. */
  readonly basis: 'judgement' | 'project';
  /** Why; a project gives no reason. */
  readonly reason?: Localized;
  /** What fits better at times, and when. */
  readonly alternatives: readonly { readonly code: Code; readonly when: Localized }[];
}

/** Suggests NUGU answers for ThinQ codes, and looks the other way. */
export interface Suggestions {
  /** See `Catalog.suggestionFor`. */
  suggestionFor(thinqCode: string, own?: OwnMappings): Suggestion | undefined;
  /** See `Catalog.thinqCodesFor`. */
  thinqCodesFor(nuguCode: string, own?: OwnMappings): readonly Code[];
}

/** Indexes the suggestions of the catalog. A code that the catalog does not know is left out. */
export function createSuggestions(
  { mappings, codes }: CatalogData,
  find: (vendor: Vendor, code: string) => Code | undefined,
): Suggestions {
  const ours = new Map(
    mappings.flatMap(({ from: name, code: word, reason, alternatives = [] }): [string, Suggestion][] => {
      const from = find('thinq', name);
      const code = word === undefined ? undefined : find('nugu', word);
      const others = alternatives.flatMap(({ code: other, when }) => {
        const found = find('nugu', other);
        return found ? [{ code: found, when }] : [];
      });
      return from ? [[name, { from, ...(code && { code }), basis: 'judgement', reason, alternatives: others }]] : [];
    }),
  );

  function suggestionFor(thinqCode: string, own: OwnMappings = {}): Suggestion | undefined {
    const from = find('thinq', thinqCode);
    const decided = Object.hasOwn(own, thinqCode) ? find('nugu', own[thinqCode] ?? '') : undefined;
    return from && decided ? { from, code: decided, basis: 'project', alternatives: [] } : ours.get(thinqCode);
  }

  return {
    suggestionFor,
    thinqCodesFor: (nuguCode, own) =>
      codes.filter(({ vendor, code }) => vendor === 'thinq' && suggestionFor(code, own)?.code?.code === nuguCode),
  };
}
