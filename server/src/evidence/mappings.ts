import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import { countBelow } from '../model/countBelow.ts';
import type { Arm, DispatchSite, FileModel, ObjectLiteral, Span } from '../model/model.ts';
import type { EvidenceContext } from './file.ts';
import type { NamedCodes } from './neighbours.ts';

/** A code where it is named. */
export interface Named {
  readonly code: Code;
  /** What a finding underlines: without quotes. */
  readonly span: Span;
  /** Index of the mention; absent for a key that is written bare. */
  readonly mention?: number;
}

/** An arm or an entry of a mapping, also one that answers with nothing known. */
export interface MappingArm {
  readonly span: Span;
  /** What is done for its codes, or the value that they stand before. */
  readonly body: Span;
  /** The codes that it is for. */
  readonly keys: readonly Named[];
  /** The other vendor's codes in its body. */
  readonly targets: readonly Named[];
  /** Control runs on into the arm below it. */
  readonly runsOn: boolean;
}

/** One code, and what it becomes. */
export interface MappingPair {
  readonly from: Named;
  readonly to: Named;
}

/** A place that decides on one vendor's codes and answers with the other's: a switch, an if-chain, a map. */
export interface Mapping {
  /** Whose codes it decides on. */
  readonly from: Vendor;
  /** What a finding underlines. */
  readonly head: Span;
  readonly arms: readonly MappingArm[];
  readonly pairs: readonly MappingPair[];
  /** Where it is an object literal: that one. */
  readonly object?: ObjectLiteral;
  /** Where it is a switch or an if-chain, or a map that is looked up: that one. */
  readonly site?: DispatchSite;
}

/** A place that may turn out to be a mapping. */
interface Draft {
  readonly arms: readonly Omit<MappingArm, 'targets'>[];
  readonly site?: DispatchSite;
  readonly object?: ObjectLiteral;
}

/**
 * Finds the mappings of a file. Two pairs prove one by themselves, since nothing else puts four-digit numbers and
 * NUGU's words so together; for a single pair the file must be about both vendors.
 *
 * @param codes what the mentions name, by their indices
 */
export function collectMappings(
  { model, file, signals, catalog }: EvidenceContext,
  codes: NamedCodes,
): readonly Mapping[] {
  if (signals.legacy.thinq || signals.legacy.nugu) return [];
  const drafts = [...draftsOfSites(model, codes), ...draftsOfObjects(model, catalog)];
  if (drafts.length === 0) return [];
  const targets = targetsOf(model, codes, drafts);
  const needed = file.thinq === 'certain' && file.nugu === 'certain' ? 1 : 2;
  return drafts.flatMap((draft): Mapping[] => {
    const arms = draft.arms.map((arm) => ({ ...arm, targets: targets.get(arm) ?? [] }));
    const from = vendorOf(arms);
    if (!from) return [];
    const pairs = arms.flatMap(({ keys, targets: given }) =>
      keys.flatMap((key) => given.map((target) => ({ from: key, to: target }))),
    );
    // OK is a word of everybody's: it proves nothing, but answers once something else has.
    const proof = new Set(
      pairs.filter((pair) => isTelling(pair.from.code) && isTelling(pair.to.code)).map((pair) => pair.from.code),
    );
    const first = pairs[0];
    if (!first || proof.size < needed) return [];
    return [{ from, head: draft.site?.head ?? first.from.span, arms, pairs, ...siteAndObject(draft) }];
  });
}

function siteAndObject({ site, object }: Draft): Pick<Mapping, 'site' | 'object'> {
  return { ...(site && { site }), ...(object && { object }) };
}

/** The code that a key is. Few begin as one does, and a file may hold a million. */
function codeOfKey(key: string, catalog: Catalog): Code | undefined {
  const first = key.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return key.length === 4 ? catalog.find('thinq', key) : undefined;
  const word = first >= 0x41 && first <= 0x5a ? catalog.find('nugu', key) : undefined;
  return word?.level === 'global-level' ? undefined : word;
}

function isTelling(code: Code): boolean {
  return code.vendor === 'thinq' || code.level === 'device-level';
}

function draftsOfSites(model: FileModel, codes: NamedCodes): readonly Draft[] {
  const keysOf = (arm: Arm): readonly Named[] =>
    arm.mentions.flatMap((mention) => {
      const code = codes[mention];
      const span = model.mentions[mention]?.span;
      return code && span ? [{ code, span, mention }] : [];
    });
  return model.sites.flatMap((site): Draft[] => {
    if (site.kind === 'map') return [];
    const arms = site.arms.flatMap((arm) =>
      arm.body ? [{ span: arm.span, body: arm.body, keys: keysOf(arm), runsOn: arm.runsOn === true }] : [],
    );
    return arms.some(({ keys }) => keys.length > 0) ? [{ arms, site }] : [];
  });
}

function draftsOfObjects(model: FileModel, catalog: Catalog): readonly Draft[] {
  // Files may hold a hundred thousand objects, and hardly one is about codes.
  const objects = model.objects.filter(({ entries }) => entries.some(({ key }) => codeOfKey(key, catalog)));
  if (objects.length === 0) return [];
  const mentionAt = new Map(
    model.mentions.flatMap(({ place, span }, index) => (place.role === 'key' ? [[span.start, index] as const] : [])),
  );
  const siteAt = new Map(
    model.sites.flatMap((site) => (site.kind === 'map' ? [[site.span.start, site] as const] : [])),
  );
  return objects.map((object): Draft => {
    const arms = object.entries.map((entry) => {
      const code = codeOfKey(entry.key, catalog);
      const mention = mentionAt.get(entry.keySpan.start);
      const key = code && { code, span: entry.keySpan, ...(mention !== undefined && { mention }) };
      return { span: entry.span, body: entry.value.span, keys: key ? [key] : [], runsOn: false };
    });
    const site = siteAt.get(object.span.start);
    return { arms, object, ...(site && { site }) };
  });
}

/** The vendor that all keys of a place are of. */
function vendorOf(arms: readonly MappingArm[]): Vendor | undefined {
  const vendors = new Set(arms.flatMap(({ keys }) => keys.map(({ code }) => code.vendor)));
  const [only, ...others] = vendors;
  return others.length === 0 ? only : undefined;
}

type DraftArm = Draft['arms'][number];

/** For each arm the codes in its body that are of the other vendor; one within several bodies is the innermost's. */
function targetsOf(
  model: FileModel,
  codes: NamedCodes,
  drafts: readonly Draft[],
): ReadonlyMap<DraftArm, readonly Named[]> {
  const candidates = model.mentions.flatMap(({ place, span }, mention) => {
    const code = codes[mention];
    const isGiven = place.role === 'produced' || place.role === 'argument' || place.role === 'listed';
    return code && isGiven ? [{ code, span, mention }] : [];
  });
  const innermost = new Map<Named, readonly DraftArm[]>();
  for (const { arms } of drafts) {
    for (const arm of arms) {
      const vendor = arm.keys[0]?.code.vendor;
      if (!vendor) continue;
      for (const candidate of startingWithin(candidates, arm.body))
        if (candidate.code.vendor !== vendor)
          innermost.set(candidate, innermostOf(innermost.get(candidate) ?? [], arm));
    }
  }
  const targets = new Map<DraftArm, Named[]>();
  for (const [candidate, arms] of innermost) {
    for (const arm of arms) targets.set(arm, [...(targets.get(arm) ?? []), candidate]);
  }
  return targets;
}

/** The arms with the smallest body around something, once another arm is known to be around it. */
function innermostOf(known: readonly DraftArm[], arm: DraftArm): readonly DraftArm[] {
  const first = known[0];
  const difference = first ? lengthOf(arm.body) - lengthOf(first.body) : -1;
  // Arms that run on into one another share a body.
  if (difference === 0) return [...known, arm];
  return difference < 0 ? [arm] : known;
}

/** Those that begin within a span; they come in the order of the text. */
function* startingWithin(candidates: readonly Named[], { start, end }: Span): Generator<Named> {
  for (let index = firstFrom(candidates, start); index < candidates.length; index++) {
    const candidate = candidates[index];
    if (!candidate || candidate.span.start >= end) return;
    yield candidate;
  }
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Index of the first that begins at an offset or behind it; they come in the order of the text. */
function firstFrom(candidates: readonly Named[], offset: number): number {
  return countBelow(candidates.length, (index) => (candidates[index]?.span.start ?? 0) < offset);
}

/** The codes that a mapping decides on, whatever it answers for them. */
export function codesDecidedOn({ arms, site }: Mapping, catalog: Catalog): ReadonlySet<Code> {
  const ranges = site?.arms.flatMap((arm) => arm.ranges) ?? [];
  const within = catalog.codes.filter(
    ({ vendor, code }) => vendor === 'thinq' && ranges.some(({ from, to }) => from <= code && code <= to),
  );
  return new Set([...arms.flatMap(({ keys }) => keys.map(({ code }) => code)), ...within]);
}
