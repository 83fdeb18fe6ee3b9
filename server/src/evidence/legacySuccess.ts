import type { Mention, Span } from '../model/model.ts';

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
  return isSuccessText(text) && place.role !== 'key' && isOtherListName(place.path.at(-1) ?? '');
}

/** Whether a name is a key whose codes are of another list, with a small letter or a capital. */
export function isOtherListName(name: string): boolean {
  return OTHER_LISTS.test(name.replace(/^R/, 'r'));
}

/** Whether a number under one of these keys says that all went well. */
export function isSuccessText(text: string): boolean {
  return text === '0000';
}

/** `resultCode: "0000"`, `"returnCd":"0106"`, `returnCode=0000`, also in quotes that are escaped once more. */
const NUMBER_OF_OTHER_LIST =
  /(?<!\w)[Rr](?:esultCode|eturnCode|eturnCd)\\?["']?\s*[:=]{1,2}>?\s*\\?["']?(\d{4})(?!\w)/dg;

/** Where numbers stand in a text of a log under a key whose codes are of another list than ThinQ Connect's. */
export function numbersOfOtherLists(text: string): readonly Span[] {
  return [...text.matchAll(NUMBER_OF_OTHER_LIST)].flatMap(({ indices }) => {
    const found = indices?.[1];
    return found ? [{ start: found[0], end: found[1] }] : [];
  });
}
