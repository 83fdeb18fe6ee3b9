import type { Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import { isCodeName, isThinqName } from '../../knowledge/names.ts';

/**
 * Whose code belongs where a mention stands, when the mention itself says nothing: completion puts a mark there
 * and asks. Stricter than a hover, more generous than a rule: nothing is offered where any text could stand.
 */
export function vendorAt(analysis: Analysis, index: number): Vendor | undefined {
  const mention = analysis.model.mentions[index];
  if (!mention) return undefined;
  const { role, path, object, group, types } = mention.place;
  const last = path.at(-1) ?? '';
  const likelier: Vendor | undefined = analysis.file.thinq ? 'thinq' : analysis.file.nugu ? 'nugu' : undefined;
  const envelope = object === undefined ? undefined : analysis.envelopeOf.get(object);
  if (envelope && role === 'produced' && last === envelope.codeKey) return envelope.vendor;
  if (last === 'resultCode' && (role === 'produced' || role === 'compared' || role === 'arm')) return 'nugu';

  // The message may come later, as people type; the rest of the answer tells whose it is.
  const parent = object === undefined ? undefined : analysis.model.objects[object]?.parent;
  const isError = role === 'produced' && /^error$/i.test(parent?.key ?? '') && /^code$/i.test(last);
  const response = parent && analysis.model.objects[parent.object];
  if (isError && response?.entries.some((entry) => entry.key === 'messageId')) return 'thinq';

  const site = analysis.sites.find((one) => one.site.arms.some((arm) => arm.mentions.includes(index)));
  if (site) return site.vendor;
  if (role === 'arm' || role === 'compared') {
    if (types?.some(isThinqName)) return 'thinq';
    return isCodeName(last) ? likelier : undefined;
  }
  const beside = analysis.mentions.filter(
    (other) =>
      other?.code &&
      ((group !== undefined && other.mention.place.group === group) ||
        (role === 'key' && other.mention.place.role === 'key' && other.mention.place.object === object)),
  );
  if (beside.length > (role === 'key' ? 1 : 0)) return beside[0]?.vendor;
  if (role === 'argument') return path.some(isThinqName) ? 'thinq' : undefined;
  return role === 'produced' && isCodeName(last) ? likelier : undefined;
}
