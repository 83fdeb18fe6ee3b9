import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import type { Arm, CodeSpan, DispatchSite } from '../model/model.ts';
import type { Confidence } from './confidence.ts';
import type { EvidenceContext } from './file.ts';
import { type Handling, handlingOf } from './handling.ts';
import { isOthersList, majority, type NamedCodes } from './neighbours.ts';
import { confidenceOf, type ProvenReason, proofBeside, proofOfSubject } from './place.ts';

/** A dispatch site of which it is known whose codes it decides on. */
export interface ResolvedSite {
  readonly site: DispatchSite;
  readonly vendor: Vendor;
  readonly confidence: Confidence;
  /** Why it is taken for one. */
  readonly reason: ProvenReason | 'text alone';
  /** The catalog entries for which its arms, and guards before it, do something whatever else is the case, without repetition. */
  readonly handled: readonly Code[];
  /** What it does with all of its vendor's device-level codes. */
  readonly handling: Handling;
}

/**
 * Whether a place surely decides on all codes of its vendor: ThinQ and NUGU send strings, so a dispatch on numbers is about
 * something else or has the wrong type; and one arm over a number that anything could use says too little, so a code name
 * or a second code must back it.
 */
export function decidesOnAll({ site, handled, confidence }: ResolvedSite): boolean {
  if (confidence === 'weak' || site.value === 'integer') return false;
  return handled.length >= 2 || (site.kind !== 'map' && confidence !== 'likely');
}

/** Says whose codes each dispatch site of a file decides on. @param known what the mentions name */
export function resolveSites(context: EvidenceContext, known: NamedCodes): readonly ResolvedSite[] {
  return context.model.sites.flatMap((site) => resolveSite(site, context, known) ?? []);
}

function resolveSite(site: DispatchSite, context: EvidenceContext, known: NamedCodes): ResolvedSite | undefined {
  const { model, catalog } = context;
  const indices = site.arms.flatMap((arm) => arm.mentions);
  // Numbers prove nothing: both vendors send strings.
  const writtenIn = (arm: Taking): readonly Code[] =>
    arm.mentions.flatMap((index) => (model.mentions[index]?.value === 'string' ? (known[index] ?? []) : []));
  const codesOf = (arms: readonly Taking[]): readonly Code[] => [
    ...new Set([
      ...arms.flatMap(writtenIn),
      ...arms.flatMap((arm) => arm.ranges.flatMap((range) => codesWithin(range, catalog))),
    ]),
  ];
  const written = new Set(site.arms.flatMap(writtenIn));
  const named = codesOf(site.arms);
  const vendor = majority(named);
  if (!vendor) return undefined;
  const texts = indices.map((index) => model.mentions[index]?.text ?? '');
  const beside = isOthersList(written, texts, catalog) ? 0 : written.size;
  const proof = proofOfSubject(site.subject) ?? proofBeside(site.subject.path.at(-1), beside);
  const confidence = confidenceOf(vendor, proof, site.subject, context);
  if (!confidence) return undefined;
  const ownCodesOf = (arms: Parameters<typeof codesOf>[0]): readonly Code[] =>
    codesOf(arms).filter((code) => code.vendor === vendor);
  const done = site.arms.filter(({ guarded, toDo }) => !guarded && !toDo);
  const handled = ownCodesOf([...done, ...(site.taken ?? [])]);
  const toDo = ownCodesOf(site.arms.filter((arm) => arm.toDo)).filter((code) => !handled.includes(code));
  const handling = handlingOf(site, vendor, { handled, named, toDo }, catalog);
  return { site, vendor, confidence, reason: proof ?? 'text alone', handled, handling };
}

/** What takes codes, in an arm or before all of them. */
type Taking = Pick<Arm, 'mentions' | 'ranges'>;

function codesWithin({ from, to }: CodeSpan, catalog: Catalog): readonly Code[] {
  // NUGU's words have no order: what names them from elsewhere names each.
  return catalog.codes.filter(
    ({ vendor, code, level }) =>
      (vendor === 'thinq' && from <= code && code <= to) || (code === from && code === to && level !== 'global-level'),
  );
}
