import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import { isDatabaseError, namesDatabase } from '../knowledge/databases.ts';
import { isCodeName, isQuantityName } from '../knowledge/names.ts';
import { isCommonplace, isCommonplaceNumber } from '../knowledge/numbers.ts';
import { isResultCodeName, isThinqName } from '../knowledge/vendors.ts';
import type { DispatchSite, Mention, Place } from '../model/model.ts';
import { misspeltWords } from './company.ts';
import { type Confidence, combine } from './confidence.ts';
import type { EvidenceContext } from './file.ts';
import { isLegacySuccess, isOfOtherList, isOthersSuccess } from './legacySuccess.ts';
import { countNeighbours, majority, type NamedCodes } from './neighbours.ts';
import type { Envelope } from './responses/envelopes.ts';

/** A mention of which it is known whose it is. */
export interface ResolvedMention {
  readonly mention: Mention;
  readonly vendor: Vendor;
  /** The catalog entry; absent for a text that stands in a place for codes and is none. */
  readonly code?: Code;
  readonly confidence: Confidence;
  /** It stands in a place for codes, whatever the file is about. */
  readonly proven: boolean;
  /** Why it is taken for one. */
  readonly reason: ProvenReason | 'text alone';
  /** It is one of NUGU's words, misspelt: it has a near name, and stands where such words do. */
  readonly misspelt?: boolean;
  /** How many other known codes stand beside it: in its list, among its owner's constants, in its map or its site. */
  readonly beside: number;
}

/**
 * Why a place is, or is not, one for codes:
 *
 * - `response`: it is where a response carries its code, as in `{ "error": { "code": "1222", "message": … } }`
 * - `code name`: it is compared with, or given to, something called a code: `err.code === "1222"`
 * - `typed`: what it is compared with, or the place itself, has a type or a name of ThinQ's: `catch (e: ThinQApiError)`
 * - `neighbours`: other known codes stand beside it: `["1222", "2305"]`
 * - `text alone`: nothing but the text itself speaks for a code: `log("1222")`
 * - `prose`: it stands in a text for people
 * - `quantity`: its name says how much, when, or which of many things: `timeout: 1205`, `room = "1205"`
 * - `other product`: the file talks to something whose error numbers look like ThinQ's, and not to ThinQ
 * - `commonplace`: a thousand other things are written so, and nothing proves it a code: `"0000"`, `1000`
 * - `legacy success`: LG's older API says so that all went well: `"resultCode": "0000"`
 * - `other list`: the key is one of LG's older API or of NUGU, whose codes are others: `"returnCode": "1222"`
 * - `no code`: it is no code's text, and nothing says that it should be one
 */
export type Reason =
  | 'response'
  | 'code name'
  | 'typed'
  | 'neighbours'
  | 'text alone'
  | 'prose'
  | 'quantity'
  | 'other product'
  | 'commonplace'
  | 'legacy success'
  | 'other list'
  | 'no code';

/** Those that prove a place to be one for codes. */
export type ProvenReason = 'response' | 'code name' | 'typed' | 'neighbours';

/** What the judge says of the place of a mention. */
export interface Judgement {
  /** Why it says so. */
  readonly why: Reason;
  /** Whose code stands there, and how sure that is: what rules act on. Absent where nothing speaks for a vendor. */
  readonly claim?: ResolvedMention;
  /** The code that a hover explains there: generous, since somebody asked. */
  readonly explained?: Code;
  /** The code that the constant at it stands for, where there is one and the file is about its vendor. */
  readonly constant?: Code;
  /** It is surely enough a code to be counted as one that the program knows. */
  readonly counts: boolean;
}

/** A file whose places have been judged. */
export interface JudgedFile extends EvidenceContext {
  /** By the mention's index. */
  readonly judgements: readonly Judgement[];
  /** The envelope that an object literal is, by the object's index. */
  readonly envelopeOf: ReadonlyMap<number, Envelope>;
}

/**
 * Judges the place of every mention of a file: what it is there for, whose code stands there, how sure that is, and why.
 * Hover, completion, rules and coverage all ask this and nobody else.
 *
 * @param named what the mentions name by their texts alone
 */
export function judgePlaces(
  context: EvidenceContext,
  named: NamedCodes,
  envelopes: ReadonlyMap<number, Envelope>,
): readonly Judgement[] {
  const { model, catalog } = context;
  const neighbours = countNeighbours(model, named, catalog);
  const siteOf = new Map(
    model.sites.flatMap((site) => site.arms.flatMap((arm) => arm.mentions.map((index) => [index, site] as const))),
  );
  const isMisspelt = context.file.nugu ? misspeltWords(model, named, catalog) : () => false;
  return model.mentions.map((mention, index): Judgement => {
    const constant = constantOf(mention, context);
    const other = notAPlace(mention);
    if (other) return { why: other, ...(constant && { constant }), counts: false };
    const code = named[index];
    const envelope = envelopeAround(mention, envelopes);
    const vendor =
      code?.vendor ??
      (envelope?.whole || envelope?.vendor === 'nugu' ? envelope.vendor : undefined) ??
      vendorOfUnknown(mention, siteOf.get(index), named, catalog) ??
      (isMisspelt(index) ? 'nugu' : undefined);
    const misspelt = vendor === 'nugu' && isMisspelt(index);
    const claim =
      vendor && claimOf({ mention, vendor, code, misspelt, beside: neighbours[index] ?? 0 }, envelope, context);
    const { why, explained } = explain(mention, claim, context);
    return {
      why,
      ...(claim && { claim }),
      ...(explained && { explained }),
      ...(constant && { constant }),
      counts: claim !== undefined && isCounted(claim, context),
    };
  });
}

/** Why nothing in a place is ever taken for a code by itself. */
function notAPlace(mention: Mention): Reason | undefined {
  if (mention.place.role === 'prose') return 'prose';
  return isLegacySuccess(mention) ? 'legacy success' : undefined;
}

/** What is known of a mention before its place is looked at. */
interface Known extends Pick<ResolvedMention, 'mention' | 'vendor' | 'beside'> {
  readonly code: Code | undefined;
  readonly misspelt: boolean;
}

function claimOf(
  { mention, vendor, code, misspelt, beside }: Known,
  envelope: Envelope | undefined,
  context: EvidenceContext,
): ResolvedMention | undefined {
  const known = { mention, vendor, ...(code && { code }), ...(misspelt && { misspelt }), beside };
  if (envelope?.vendor === vendor)
    return { ...known, confidence: envelope.confidence, proven: true, reason: 'response' };
  const proof = proofOf(mention, vendor, beside + (code ? 1 : 0)) ?? (misspelt ? 'neighbours' : undefined);
  // A near name in a place for one is surer than what only surrounds the file.
  const isLikely = misspelt && context.file.nugu === 'likely';
  const sure = isLikely ? 'certain' : confidenceOf(vendor, proof, mention.place, context);
  // Asked last: nearest names cost more than all the rest.
  const isOthers = sure && sure !== 'weak' && !code && vendor === 'nugu' && isOthersSuccess(mention.text, context);
  const confidence = isOthers ? 'weak' : sure;
  return confidence && { ...known, confidence, proven: proof !== undefined, reason: proof ?? 'text alone' };
}

/**
 * How sure it is that a vendor's code stands in a place, or is decided on there.
 *
 * @param proof why the place is one for codes, if it is
 */
export function confidenceOf(
  vendor: Vendor,
  proof: ProvenReason | undefined,
  { types }: Pick<Place, 'types'>,
  { file, signals }: EvidenceContext,
): Confidence | undefined {
  const isOthers = vendor === 'thinq' && !isTyped(types);
  if (isOthers && types?.some(isDatabaseError)) return undefined;
  const isDoubtful = signals.foreign && isOthers;
  return combine(file[vendor], proof !== undefined, isDoubtful);
}

/** Why a mention stands in a place for codes of the vendor, if it does. @param known codes side by side there, its own among them */
function proofOf({ place, name }: Mention, vendor: Vendor, known: number): ProvenReason | undefined {
  const beside = proofBeside(place.path.at(-1) ?? name, known);
  switch (place.role) {
    case 'compared':
    case 'arm':
      return proofOfSubject(place) ?? beside;
    case 'key':
    case 'listed':
      return beside;
    case 'produced': {
      if (isCodeName(place.path.at(-1) ?? '')) return 'code name';
      const isOwners = name !== undefined && vendor === 'thinq' && isThinqName(name);
      return isOwners ? 'typed' : beside;
    }
    case 'argument':
      if (vendor === 'nugu' && isResultCodeName(place.parameter ?? place.path.at(-1))) return 'code name';
      return place.path.some(isThinqName) ? 'typed' : undefined;
    case 'prose':
      return undefined;
  }
}

/** The same by what stands side by side there. @param name of what it is about @param known different codes, its own among them */
export function proofBeside(name: string | undefined, known: number): ProvenReason | undefined {
  // Rooms and databases may have the numbers of several codes.
  return known > 1 && !isQuantityName(name ?? '') && !namesDatabase(name ?? '') ? 'neighbours' : undefined;
}

/** Why what is compared or decided on holds codes, going by its name and its type. */
export function proofOfSubject({ path, types }: Pick<Place, 'path' | 'types'>): ProvenReason | undefined {
  if (isCodeName(path.at(-1) ?? '')) return 'code name';
  return isTyped(types) ? 'typed' : undefined;
}

function constantOf({ kind, text }: Mention, { catalog, file }: EvidenceContext): Code | undefined {
  const code = kind === 'literal' ? undefined : codeOfText(text, catalog);
  return code && file[code.vendor] ? code : undefined;
}

/** The code that a text names, whosever it is; an HTTP status of NUGU's is everybody's. */
function codeOfText(text: string, catalog: Catalog): Code | undefined {
  return catalog.findAny(text).find((one) => one.level !== 'global-level');
}

/** What a hover says of a place, and why. */
function explain(
  mention: Mention,
  claim: ResolvedMention | undefined,
  { catalog, file, signals }: EvidenceContext,
): Pick<Judgement, 'why' | 'explained'> {
  const code = claim?.code ?? codeOfText(mention.text, catalog);
  if (!code) return { why: claim?.reason ?? 'no code' };
  if (code.vendor === 'thinq' && isOfOtherList(mention)) return { why: 'other list' };
  const why = claim?.reason ?? 'text alone';
  const proven = claim?.proven ?? false;
  if (code.vendor === 'thinq' && signals.foreign && !file.thinq) return { why: 'other product' };
  if (mention.value === 'integer') {
    if (mention.place.path.some(isQuantityName)) return { why: 'quantity' };
    if (proven) return { why, explained: code };
    if (isCommonplace(code.code)) return { why: 'commonplace' };
    return { why, ...(file[code.vendor] && mention.place.role !== 'argument' && { explained: code }) };
  }
  if (/^\d/.test(code.code) && !proven && mention.place.path.some(isQuantityName)) return { why: 'quantity' };
  if ((code.code === 'OK' || isCommonplace(code.code)) && !(proven && file[code.vendor])) return { why: 'commonplace' };
  return { why, explained: code };
}

/** Whether a claim counts as a code that the program knows: one that is sure, or NUGU's word in a file about NUGU. */
function isCounted({ mention, code, vendor, confidence }: ResolvedMention, { file }: EvidenceContext): boolean {
  if (!code || (mention.value === 'integer' && isCommonplaceNumber(mention.text))) return false;
  // NUGU's words are nobody else's: in a file about NUGU they are its codes wherever they stand.
  const isOwnWord = code.level === 'device-level' && file[vendor] !== undefined && file[vendor] !== 'weak';
  return confidence !== 'weak' || isOwnWord;
}

/** Whether a type among these, as written, is ThinQ's. */
export function isTyped(types: readonly string[] | undefined): boolean {
  return types?.some(isThinqName) ?? false;
}

/** A text in no catalog belongs to the vendor whose codes stand beside it, or whose key it stands under. */
function vendorOfUnknown(
  mention: Mention,
  site: DispatchSite | undefined,
  known: NamedCodes,
  catalog: Catalog,
): Vendor | undefined {
  if (/^\d{4}$/.test(mention.text)) return 'thinq';
  if (mention.value === 'integer') return undefined;
  if (isResultCodeName(mention.place.path.at(-1)) || catalog.isNearMiss(mention.text)) return 'nugu';
  const beside = site && majority(site.arms.flatMap((arm) => arm.mentions.flatMap((index) => known[index] ?? [])));
  // Any other word beside ThinQ's numbers is somebody else's: a network's, or the program's own.
  return beside === 'nugu' ? beside : undefined;
}

function envelopeAround(mention: Mention, byObject: ReadonlyMap<number, Envelope>): Envelope | undefined {
  const { object, role, path } = mention.place;
  if (role !== 'produced' || object === undefined) return undefined;
  const envelope = byObject.get(object);
  return envelope && path.at(-1)?.toLowerCase() === envelope.codeKey.toLowerCase() ? envelope : undefined;
}
