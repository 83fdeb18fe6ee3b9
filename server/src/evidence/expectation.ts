import type { Vendor } from '../catalog/types.ts';
import { isCodeName, isQuantityName } from '../knowledge/names.ts';
import { isCommonplaceNumber } from '../knowledge/numbers.ts';
import { isResultCodeName, isThinqName } from '../knowledge/vendors.ts';
import type { Mention, Place } from '../model/model.ts';
import type { Analysis } from './analysis.ts';
import { isTyped, type JudgedFile, type ResolvedMention } from './place.ts';
import type { ResolvedSite } from './sites.ts';

/**
 * Whose code belongs where a mention stands, when the mention itself says nothing: completion puts a placeholder there
 * and asks. Stricter than a hover, more generous than a rule: nothing is offered where any text could stand.
 *
 * @param index of the mention
 */
export function expectedVendor(judged: Analysis, index: number): Vendor | undefined {
  const mention = judged.model.mentions[index];
  if (!mention) return undefined;
  const site = judged.sites.find((one) => one.site.arms.some((arm) => arm.mentions.includes(index)));
  return vendorOfKey(mention, judged) ?? site?.vendor ?? vendorOfPlace(mention, judged);
}

/** Whose codes the key that it stands under takes, whatever the file is about. */
function vendorOfKey(mention: Mention, judged: JudgedFile): Vendor | undefined {
  const { role, path, object } = mention.place;
  const last = path.at(-1);
  const envelope = object === undefined ? undefined : judged.envelopeOf.get(object);
  if (envelope && role === 'produced' && last === envelope.codeKey) return envelope.vendor;
  if (takesGlobalCode(mention, judged)) return 'nugu';
  if (last === 'resultCode' && (role === 'produced' || role === 'compared' || role === 'arm')) return 'nugu';
  return isErrorOfThinq(mention, judged) ? 'thinq' : undefined;
}

/**
 * Whether an HTTP status of NUGU's belongs where a mention stands: it is the code of the `error` of a whole request. Message
 * and requestId may come later, as people type.
 */
export function takesGlobalCode({ place: { role, path, object } }: Mention, judged: JudgedFile): boolean {
  const { model, file, signals } = judged;
  const parent = object === undefined ? undefined : model.objects[object]?.parent;
  const isCode = role === 'produced' && path.at(-1) === 'code' && parent?.key === 'error' && !parent.inList;
  if (!isCode || !parent || !file.nugu || signals.legacy.nugu) return false;
  const keys = model.objects[parent.object]?.entries.map(({ key }) => key) ?? [];
  return keys.includes('requestId') || !(file.thinq || keys.includes('messageId'));
}

/** Whose codes what stands around it asks for: a type, other codes, or the name of a code in a file about somebody. */
function vendorOfPlace(mention: Mention, judged: JudgedFile): Vendor | undefined {
  const { role, path, types } = mention.place;
  const isDecidedOn = role === 'arm' || role === 'compared';
  if (isDecidedOn && isTyped(types)) return 'thinq';
  // Rooms may have the numbers of several codes.
  const beside = isDecidedOn || isQuantityName(path.at(-1) ?? '') ? [] : claimsBeside(mention, judged);
  if (beside.length > (role === 'key' ? 1 : 0)) return beside[0]?.vendor;
  if (role === 'argument') return path.some(isThinqName) ? 'thinq' : undefined;
  if (!(isDecidedOn || role === 'produced') || !isCodeName(path.at(-1) ?? '')) return undefined;
  return judged.file.thinq ? 'thinq' : judged.file.nugu && 'nugu';
}

/** Whether it is the code of an `error` beside a `messageId`: the message may come later, as people type. */
function isErrorOfThinq({ place: { role, path, object } }: Mention, { model }: JudgedFile): boolean {
  const parent = object === undefined ? undefined : model.objects[object]?.parent;
  const isError = role === 'produced' && /^error$/i.test(parent?.key ?? '') && /^code$/i.test(path.at(-1) ?? '');
  const response = isError && parent && model.objects[parent.object];
  return response ? response.entries.some((entry) => entry.key === 'messageId') : false;
}

/** The known codes of its list, its owner's constants, or its map. */
function claimsBeside({ place: { role, object, group } }: Mention, { judgements }: JudgedFile) {
  return judgements.flatMap(({ claim }) => {
    const other = claim?.code && claim.mention.place;
    const isBeside =
      other &&
      ((group !== undefined && other.group === group) ||
        (role === 'key' && other.role === 'key' && other.object === object));
    return claim && isBeside ? [claim] : [];
  });
}

/**
 * Whether the number stands for what the service sends: in an error envelope, or beside a property that is read off
 * something. A plain variable may have been made a number on purpose.
 */
export function isReadFromTheWire({ mention }: ResolvedMention, { envelopeOf }: JudgedFile): boolean {
  const { role, object, path } = mention.place;
  if (mention.kind === 'reference') return false;
  if (role === 'produced') {
    return object !== undefined && envelopeOf.get(object)?.kind === 'thinq-error';
  }
  return (
    (role === 'compared' || role === 'arm') &&
    !takesNumbers(mention.place) &&
    path.length > 1 &&
    isCodeName(path.at(-1) ?? '') &&
    !isCommonplaceNumber(mention.text)
  );
}

/** Whether a number may be what it is compared with: that is one as well, or nobody looks at the difference. */
export function takesNumbers({ converted, loose, memberIsNumber }: Place): boolean {
  return converted === true || loose === true || memberIsNumber === 'own';
}

/** Whether what a dispatch site decides on can hold its vendor's codes only: it has a type of ThinQ's, or NUGU's name for codes. */
export function holdsOneVendorsOnly({ site: { subject }, vendor }: ResolvedSite): boolean {
  return vendor === 'thinq' ? isTyped(subject.types) : isResultCodeName(subject.path.at(-1));
}

/** The ranges that the ThinQ pages define; any other number may be anything. */
const THINQ_SHAPE = /^(?:1[0-3]|2[0-3])\d\d$/;

/**
 * Whether nothing but a code of its vendor makes sense where a mention stands, so that any other text is a slip.
 *
 * @param otherLists what `listsOfOtherNumbers` gives for the file
 */
export function mustBeCode(
  { mention, vendor, misspelt, beside }: ResolvedMention,
  { envelopeOf, catalog }: JudgedFile,
  otherLists: ReadonlySet<number>,
): boolean {
  const { role, object } = mention.place;
  const found = role === 'produced' && object !== undefined ? envelopeOf.get(object) : undefined;
  const envelope = found?.confidence === 'certain' ? found : undefined;
  if (vendor === 'nugu') {
    // Google's words for the same things begin with a small letter.
    const isMeant = /^[A-Z]/.test(mention.text) || isResultCodeName(mention.place.path.at(-1));
    return envelope !== undefined || misspelt === true || (isMeant && catalog.isNearMiss(mention.text)) || beside >= 1;
  }
  if (envelope) return envelope.whole || THINQ_SHAPE.test(mention.text);
  if (role === 'arm' || role === 'compared') return beside >= 1;
  return (
    THINQ_SHAPE.test(mention.text) &&
    beside >= 2 &&
    (mention.place.group === undefined || !otherLists.has(mention.place.group))
  );
}

/** The lists that hold a number which could be no code of ThinQ's at all. */
export function listsOfOtherNumbers({ model, catalog }: JudgedFile): ReadonlySet<number> {
  return new Set(
    model.mentions.flatMap(({ text, place: { group } }) =>
      group !== undefined && /^\d{4}$/.test(text) && !THINQ_SHAPE.test(text) && !catalog.find('thinq', text)
        ? group
        : [],
    ),
  );
}
