import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import { isCommonplace } from '../knowledge/numbers.ts';
import type { FileModel, Mention } from '../model/model.ts';
import { isLegacySuccess } from './legacySuccess.ts';

/** The catalog entry that each mention names by its text alone, by the mention's index. */
export type NamedCodes = readonly (Code | undefined)[];

/** Looks up what each mention of a file names, wherever it stands. */
export function namedCodes({ mentions }: FileModel, catalog: Catalog): NamedCodes {
  return mentions.map((mention) => (isLegacySuccess(mention) ? undefined : codeOf(mention, catalog)));
}

function codeOf({ text, value }: Mention, catalog: Catalog): Code | undefined {
  const thinq = catalog.find('thinq', text);
  if (thinq || value === 'integer') return thinq;
  const nugu = catalog.find('nugu', text);
  return nugu?.level === 'global-level' ? undefined : nugu;
}

/** How many different known codes, of no other use, stand beside each mention: in its list, its owner, its map or its site. */
export function countNeighbours(model: FileModel, known: NamedCodes, catalog: Catalog): readonly number[] {
  const company = model.mentions.map(({ place: { group, role, object } }) => [
    ...(group === undefined ? [] : [`group ${group}`]),
    ...(role === 'key' && object !== undefined ? [`object ${object}`] : []),
  ]);
  model.sites.forEach((site, number) => {
    for (const arm of site.arms) for (const index of arm.mentions) company[index]?.push(`site ${number}`);
  });
  const codes = new Map<string, Set<Code>>();
  const texts = new Map<string, string[]>();
  company.forEach((keys, index) => {
    const code = known[index];
    const text = model.mentions[index]?.text ?? '';
    for (const key of keys) {
      // `0000` beside a number proves nothing about it.
      if (code && !isCommonplace(code.code)) codes.set(key, (codes.get(key) ?? new Set()).add(code));
      const listed = texts.get(key);
      if (listed) listed.push(text);
      else texts.set(key, [text]);
    }
  });
  for (const [key, found] of codes) if (isOthersList(found, texts.get(key) ?? [], catalog)) codes.delete(key);
  return company.map((keys, index) => {
    const own = known[index];
    return Math.max(0, ...keys.map((key) => [...(codes.get(key) ?? [])].filter((code) => code !== own).length));
  });
}

/** So many unheard-of numbers are no slips. */
const FEWEST_UNKNOWN_NUMBERS = 5;

/** Whether texts side by side are mostly numbers that no source knows: then the others are codes by chance. */
export function isOthersList(known: ReadonlySet<Code>, texts: readonly string[], catalog: Catalog): boolean {
  const unknown = new Set(texts.filter((text) => /^\d{4}$/.test(text) && !catalog.find('thinq', text))).size;
  return unknown >= FEWEST_UNKNOWN_NUMBERS && unknown > known.size;
}

/** The vendor of most of some codes. */
export function majority(codes: readonly Code[]): Vendor | undefined {
  const nugu = codes.filter((code) => code.vendor === 'nugu').length;
  if (codes.length === 0) return undefined;
  return nugu * 2 > codes.length ? 'nugu' : 'thinq';
}
