import { isLegacyCodeKey, isLegacySuccessCode } from '../knowledge/vendors.ts';
import type { Mention } from '../model/model.ts';
import { type FileContext, speaksItself } from './file.ts';

/** Whether a mention stands under a key whose codes are of LG's older private APIs, or of NUGU. */
export function isOfOtherList({ place }: Mention): boolean {
  const key = place.path.at(-1) ?? '';
  return isLegacyCodeKey(key) && /^[a-z]/.test(key);
}

/**
 * Whether a mention is the `0000` by which LG's older private API says that all went well, as certificate and energy
 * answers of ThinQ Connect still do. In ThinQ Connect's `error.code` the same text is an error.
 */
export function isLegacySuccess({ text, place }: Mention): boolean {
  return isLegacySuccessCode(text) && place.role !== 'key' && isLegacyCodeKey(place.path.at(-1) ?? '');
}

/**
 * Whether a text is NUGU's `OK` in another style, in a file of which only its project speaks: that all went well, many
 * services say so under the same key, as Authorize.Net does in `messages.resultCode === "Ok"`.
 */
export function isOthersSuccess(text: string, context: Pick<FileContext, 'catalog' | 'signals' | 'along'>): boolean {
  if (speaksItself('nugu', context)) return false;
  const [nearest] = context.catalog.nearest('nugu', text, 1);
  return nearest?.level === 'success' && nearest.code !== text;
}
