import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import type { DispatchSite } from '../model/model.ts';

/** The three answers to "is everything handled?". Unknown is silent. */
export interface Handling {
  readonly verdict: 'complete' | 'missing' | 'unknown';
  /** The vendor's device-level codes that no arm takes for certain. Which codes those are is our own judgement. */
  readonly missing: readonly Code[];
  /** The vendor's codes whose arms hold nothing but a note that something is to be done; no code is missing for them. */
  readonly toDo: readonly Code[];
  /** Those of them that an arm names which asks for more than the code, and so may let it through. */
  readonly conditional: readonly Code[];
  /** How many device-level codes the vendor documents. */
  readonly total: number;
}

/**
 * What a dispatch site does with the device-level codes of its vendor.
 *
 * @param handled the codes that its arms take and do something for, whatever else is the case
 * @param named all that its arms name @param toDo those for whose codes they do nothing yet
 */
export function handlingOf(
  site: DispatchSite,
  vendor: Vendor,
  codes: { readonly handled: readonly Code[]; readonly named: readonly Code[]; readonly toDo: readonly Code[] },
  catalog: Catalog,
): Handling {
  const deviceLevel = catalog.codes.filter(
    (code) => code.vendor === vendor && code.layer === 'documented' && code.judgement.deviceLevel,
  );
  const { handled, named, toDo } = codes;
  const missing = deviceLevel.filter((code) => !handled.includes(code) && !toDo.includes(code));
  const conditional = missing.filter((code) => named.includes(code));
  const counts = { missing, toDo, conditional, total: deviceLevel.length };
  if (site.fallback || missing.length === 0) return { verdict: 'complete', ...counts };
  const isUnknown = site.open || site.arms.some(({ guarded }) => guarded);
  return { verdict: isUnknown ? 'unknown' : 'missing', ...counts };
}
