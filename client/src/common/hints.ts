import { longest, manifest, text, vendor } from './hints.json';

/** UTF-16 units that are looked through in one go, in some milliseconds: hardly any program has more. */
const PIECE_UNITS = 200_000;

const inText = new RegExp(text.join('|'), 'i');
const inVendorsText = new RegExp(vendor, 'i');
const inManifest = new RegExp(manifest, 'i');

/** UTF-16 units on either side of a change in which a hint may stand because of it. */
export const AROUND_UNITS: number = longest;

/** Whether the server may have anything to say about a text; where there is no hint, it surely has not. */
export function hasHint(piece: string): boolean {
  return inText.test(piece);
}

/** The same of a text of any length, which is looked through piece by piece with turns for others between them. */
export async function hasHintAnywhere(whole: string): Promise<boolean> {
  for (let start = 0; start < whole.length; start += PIECE_UNITS) {
    if (start > 0) await new Promise((resume) => setTimeout(resume));
    if (hasHint(whole.slice(Math.max(0, start - AROUND_UNITS), start + PIECE_UNITS))) return true;
  }
  return false;
}

/** Whether a text may be about a vendor, so that others of its project may be because of it. */
export function namesVendor(program: string): boolean {
  return inVendorsText.test(program);
}

/** Whether a manifest asks for an SDK of ThinQ's. */
export function asksForSdk(listed: string): boolean {
  return inManifest.test(listed);
}
