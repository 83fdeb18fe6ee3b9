import type { Mention } from '../model/model.ts';

/** Keys whose codes are of another list than ThinQ Connect's `error.code`. */
const OTHER_LISTS = /^(?:resultCode|returnCode|returnCd)$/;

/** Whether a mention stands under a key whose codes are of LG's older private APIs, or of NUGU. */
export function isOfOtherList({ place }: Mention): boolean {
  return OTHER_LISTS.test(place.path.at(-1) ?? '');
}

/**
 * Whether a mention is the `0000` by which LG's older private API says that all went well, as certificate and energy
 * answers of ThinQ Connect still do. In ThinQ Connect's `error.code` the same text is an error.
 */
export function isLegacySuccess(mention: Mention): boolean {
  const { text, place } = mention;
  // Some languages begin the names of properties with a capital.
  const isUnderKey = OTHER_LISTS.test((place.path.at(-1) ?? '').replace(/^R/, 'r'));
  return text === '0000' && place.role !== 'key' && isUnderKey;
}
