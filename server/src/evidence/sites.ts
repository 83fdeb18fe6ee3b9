import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import { isCodeName } from '../knowledge/names.ts';
import type { CodeSpan, DispatchSite } from '../model/model.ts';
import { type Confidence, combine } from './confidence.ts';
import type { EvidenceContext } from './file.ts';
import { type Handling, handlingOf } from './handling.ts';
import { isOthersList, majority, type NamedCodes } from './neighbours.ts';
import { isTyped } from './place.ts';

/** A dispatch site of which it is known whose codes it decides on. */
export interface ResolvedSite {
  readonly site: DispatchSite;
  readonly vendor: Vendor;
  readonly confidence: Confidence;
  /** The catalog entries its arms name, without repetition. */
  readonly handled: readonly Code[];
  /** What it does with all of its vendor's device-level codes. */
  readonly handling: Handling;
}

/** Says whose codes each dispatch site of a file decides on. @param known what the mentions name */
export function resolveSites(context: EvidenceContext, known: NamedCodes): readonly ResolvedSite[] {
  return context.model.sites.flatMap((site) => resolveSite(site, context, known) ?? []);
}

function resolveSite(
  site: DispatchSite,
  { model, signals, catalog, file }: EvidenceContext,
  known: NamedCodes,
): ResolvedSite | undefined {
  const indices = site.arms.flatMap((arm) => arm.mentions);
  // Numbers prove nothing: both vendors send strings.
  const written = new Set(
    indices.flatMap((index) => (model.mentions[index]?.value === 'string' ? (known[index] ?? []) : [])),
  );
  const ranged = site.arms.flatMap((arm) => arm.ranges.flatMap((range) => codesWithin(range, catalog)));
  const named = [...new Set([...written, ...ranged])];
  const vendor = majority(named);
  if (!vendor) return undefined;
  const texts = indices.map((index) => model.mentions[index]?.text ?? '');
  const isProven =
    isCodeName(site.subject.path.at(-1) ?? '') ||
    isTyped(site.subject.types) ||
    (written.size > 1 && !isOthersList(written, texts, catalog));
  const isDoubtful = signals.foreign && vendor === 'thinq' && !isTyped(site.subject.types);
  const confidence = combine(file[vendor], isProven, isDoubtful);
  if (!confidence) return undefined;
  const handled = named.filter((code) => code.vendor === vendor);
  return { site, vendor, confidence, handled, handling: handlingOf(site, vendor, handled, catalog) };
}

function codesWithin({ from, to }: CodeSpan, catalog: Catalog): readonly Code[] {
  return catalog.codes.filter(({ vendor, code }) => vendor === 'thinq' && from <= code && code <= to);
}
