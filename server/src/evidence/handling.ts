import type { Catalog } from '../catalog/catalog.ts';
import type { Code } from '../catalog/types.ts';
import type { ResolvedSite } from './resolve.ts';

/** The three answers to "is everything handled?". Unknown is silent. */
export type Handling =
  | { readonly answer: 'complete' }
  | { readonly answer: 'missing'; readonly missing: readonly Code[] }
  | { readonly answer: 'unknown' };

/** What a dispatch site does with the device-level codes of its vendor. Which codes those are is our own judgement. */
export function handlingOf({ site, vendor, handled }: ResolvedSite, catalog: Catalog): Handling {
  if (site.fallback) return { answer: 'complete' };
  if (site.open) return { answer: 'unknown' };
  const missing = catalog.codes.filter(
    (code) =>
      code.vendor === vendor && code.layer === 'documented' && code.judgement.deviceLevel && !handled.includes(code),
  );
  return missing.length > 0 ? { answer: 'missing', missing } : { answer: 'complete' };
}
