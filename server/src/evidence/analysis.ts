import type { Catalog } from '../catalog/catalog.ts';
import type { OwnMappings } from '../catalog/suggestions.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import { isCodeName, isThinqName } from '../knowledge/names.ts';
import type { CodeSpan, DispatchSite, FileModel, Mention } from '../model/model.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Confidence } from './confidence.ts';
import { collectDirectives, type Directives, servesDirectives } from './directives.ts';
import { isLegacySuccess } from './legacySuccess.ts';
import { collectMappings, type Mapping } from './mappings.ts';
import { collectAdditions } from './responses/additions.ts';
import { collectEnvelopes, type Envelope } from './responses/envelopes.ts';
import { collectErrorProperties, type ErrorProperties } from './responses/errorProperties.ts';
import { collectResponses, type ResponseLiteral } from './responses/responses.ts';
import { collectStatusPairs, type StatusPair } from './responses/statuses.ts';
import type { Signals } from './text/signals.ts';

/** A mention of which it is known whose it is. */
export interface ResolvedMention {
  readonly mention: Mention;
  readonly vendor: Vendor;
  /** The catalog entry; absent for a text that stands in a place for codes and is none. */
  readonly code?: Code;
  readonly confidence: Confidence;
  /** It stands in a place for codes, whatever the file is about. */
  readonly proven: boolean;
  /** How many other known codes stand beside it: in its list, among its owner's constants, in its map or its site. */
  readonly beside: number;
}

/** A dispatch site of which it is known whose codes it decides on. */
export interface ResolvedSite {
  readonly site: DispatchSite;
  readonly vendor: Vendor;
  readonly confidence: Confidence;
  /** The catalog entries its arms name, without repetition. */
  readonly handled: readonly Code[];
}

/** A file's model together with what the evidence makes of it. */
export interface Analysis {
  readonly model: FileModel;
  /** How sure it is that the file is about a vendor at all. */
  readonly file: { readonly [vendor in Vendor]: Confidence | undefined };
  /** By index of the mention; absent where nothing speaks for a vendor. */
  readonly mentions: readonly (ResolvedMention | undefined)[];
  readonly sites: readonly ResolvedSite[];
  readonly envelopes: readonly Envelope[];
  /** Whole responses. */
  readonly responses: readonly ResponseLiteral[];
  /** What NUGU items say under `errorProperties`, where that can be seen. */
  readonly errorProperties: readonly ErrorProperties[];
  /** HTTP statuses beside ThinQ codes. */
  readonly statuses: readonly StatusPair[];
  /** The envelope that an object literal is, by the object's index. */
  readonly envelopeOf: ReadonlyMap<number, Envelope>;
  /** Where one vendor's codes become the other's. */
  readonly mappings: readonly Mapping[];
  /** What the project has decided to answer NUGU, by ThinQ code. */
  readonly decided: OwnMappings;
  /** The capabilities and directives it names, and the code that serves them. */
  readonly directives: Directives;
}

/** Says whose code each mention is and how sure that is, from the file's marks, its project and each mention's place. */
export function resolve(model: FileModel, signals: Signals, project: ProjectFacts, catalog: Catalog): Analysis {
  const file = {
    thinq: fileConfidence('thinq', model, signals, project),
    nugu: servesDirectives(model, catalog) ? ('certain' as const) : fileConfidence('nugu', model, signals, project),
  };
  const additions = collectAdditions(model, signals);
  const envelopes = collectEnvelopes(model, file, signals, additions, catalog);
  const byObject = new Map(envelopes.map((envelope) => [envelope.object, envelope]));
  const known = model.mentions.map((mention) => (isLegacySuccess(mention) ? undefined : codeOf(mention, catalog)));
  const neighbours = countNeighbours(model, known, catalog);
  const siteOf = new Map(
    model.sites.flatMap((site) => site.arms.flatMap((arm) => arm.mentions.map((index) => [index, site] as const))),
  );

  const mentions = model.mentions.map((mention, index): ResolvedMention | undefined => {
    const code = known[index];
    const beside = neighbours[index] ?? 0;
    const envelope = envelopeOf(mention, byObject);
    const vendor =
      code?.vendor ??
      (envelope?.whole || envelope?.vendor === 'nugu' ? envelope.vendor : undefined) ??
      vendorOfUnknown(mention, siteOf.get(index), known, catalog);
    if (!vendor || mention.place.role === 'prose' || isLegacySuccess(mention)) return undefined;
    if (envelope?.vendor === vendor)
      return { mention, vendor, ...(code && { code }), confidence: envelope.confidence, proven: true, beside };
    const proven = isProven(mention, vendor, beside + (code ? 1 : 0));
    const confidence = combine(
      file[vendor],
      proven,
      signals.foreign && vendor === 'thinq' && !isTyped(mention.place.types),
    );
    return confidence && { mention, vendor, ...(code && { code }), confidence, proven, beside };
  });

  const sites = model.sites.flatMap((site): ResolvedSite[] => {
    // Numbers prove nothing: both vendors send strings.
    const written = new Set(
      site.arms.flatMap((arm) =>
        arm.mentions.flatMap((index) => (model.mentions[index]?.value === 'string' ? (known[index] ?? []) : [])),
      ),
    );
    const ranged = site.arms.flatMap((arm) => arm.ranges.flatMap((range) => codesWithin(range, catalog)));
    const named = [...new Set([...written, ...ranged])];
    const vendor = majority(named);
    if (!vendor) return [];
    const handled = named.filter((code) => code.vendor === vendor);
    const texts = site.arms.flatMap((arm) => arm.mentions.map((index) => model.mentions[index]?.text ?? ''));
    const proven =
      isCodeName(site.subject.path.at(-1) ?? '') ||
      isTyped(site.subject.types) ||
      (written.size > 1 && !isOthersList(written, texts, catalog));
    const confidence = combine(
      file[vendor],
      proven,
      signals.foreign && vendor === 'thinq' && !isTyped(site.subject.types),
    );
    return confidence ? [{ site, vendor, confidence, handled }] : [];
  });
  return {
    model,
    file,
    mentions,
    sites,
    envelopes,
    responses: collectResponses(model, file, signals, additions, catalog),
    errorProperties: collectErrorProperties(model, envelopes, catalog),
    statuses: collectStatusPairs(model, envelopes, mentions, catalog),
    envelopeOf: byObject,
    mappings: collectMappings(model, known, file, signals, catalog),
    decided: project.mapping ?? {},
    directives: collectDirectives(model, file.nugu, signals, catalog),
  };
}

function fileConfidence(
  vendor: Vendor,
  model: FileModel,
  signals: Signals,
  project: ProjectFacts,
): Confidence | undefined {
  if (signals.legacy[vendor]) return undefined;
  if (project.declared.includes(vendor)) return 'certain';
  const found = signals.found[vendor];
  if (found.some((signal) => !model.comments.some(({ span }) => span.start <= signal.start && signal.end <= span.end)))
    return 'certain';
  if (project.implied.includes(vendor)) return 'likely';
  // Names in comments alone say what somebody had in mind, not what the program does.
  return found.length > 0 ? 'weak' : undefined;
}

function combine(file: Confidence | undefined, proven: boolean, doubtful: boolean): Confidence | undefined {
  if (!file) return proven ? 'weak' : undefined;
  if (!proven || file === 'weak') return 'weak';
  if (!doubtful) return file;
  return file === 'certain' ? 'likely' : 'weak';
}

function codeOf({ text, value }: Mention, catalog: Catalog): Code | undefined {
  const thinq = catalog.find('thinq', text);
  if (thinq || value === 'integer') return thinq;
  const nugu = catalog.find('nugu', text);
  return nugu?.level === 'global-level' ? undefined : nugu;
}

/** How many different known codes stand beside each mention: in its list, its owner, its map or its site. */
function countNeighbours(model: FileModel, known: readonly (Code | undefined)[], catalog: Catalog): readonly number[] {
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
      if (code) codes.set(key, (codes.get(key) ?? new Set()).add(code));
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
const NO_SLIPS = 5;

/** Whether texts side by side are mostly numbers that no source knows: then the others are codes by chance. */
function isOthersList(known: ReadonlySet<Code>, texts: readonly string[], catalog: Catalog): boolean {
  const unknown = new Set(texts.filter((text) => /^\d{4}$/.test(text) && !catalog.find('thinq', text))).size;
  return unknown >= NO_SLIPS && unknown > known.size;
}

function isTyped(types: readonly string[] | undefined): boolean {
  return types !== undefined && types.length > 0 && types.some(isThinqName);
}

/** Whether a mention stands in a place for codes of the vendor. @param known codes side by side there, its own among them */
function isProven({ place, name }: Mention, vendor: Vendor, known: number): boolean {
  const last = place.path.at(-1) ?? '';
  switch (place.role) {
    case 'compared':
    case 'arm':
      return isCodeName(last) || isTyped(place.types) || known > 1;
    case 'key':
    case 'listed':
      return known > 1;
    case 'produced':
      return known > 1 || isCodeName(last) || (name !== undefined && vendor === 'thinq' && isThinqName(name));
    case 'argument':
      return place.path.some(isThinqName);
    case 'prose':
      return false;
  }
}

/** A text in no catalog belongs to the vendor whose codes stand beside it, or whose key it stands under. */
function vendorOfUnknown(
  mention: Mention,
  site: DispatchSite | undefined,
  known: readonly (Code | undefined)[],
  catalog: Catalog,
): Vendor | undefined {
  if (/^\d{4}$/.test(mention.text)) return 'thinq';
  if (mention.value === 'integer') return undefined;
  if (/^result_?code$/i.test(mention.place.path.at(-1) ?? '') || catalog.isNearMiss(mention.text)) return 'nugu';
  const beside = site && majority(site.arms.flatMap((arm) => arm.mentions.flatMap((index) => known[index] ?? [])));
  // Any other word beside ThinQ's numbers is somebody else's: a network's, or the program's own.
  return beside === 'nugu' ? beside : undefined;
}

function codesWithin({ from, to }: CodeSpan, catalog: Catalog): readonly Code[] {
  return catalog.codes.filter(({ vendor, code }) => vendor === 'thinq' && from <= code && code <= to);
}

function majority(codes: readonly Code[]): Vendor | undefined {
  const nugu = codes.filter((code) => code.vendor === 'nugu').length;
  if (codes.length === 0) return undefined;
  return nugu * 2 > codes.length ? 'nugu' : 'thinq';
}

function envelopeOf(mention: Mention, byObject: ReadonlyMap<number, Envelope>): Envelope | undefined {
  const { object, role, path } = mention.place;
  if (role !== 'produced' || object === undefined) return undefined;
  const envelope = byObject.get(object);
  return envelope && path.at(-1)?.toLowerCase() === envelope.codeKey.toLowerCase() ? envelope : undefined;
}
