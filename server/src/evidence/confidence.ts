import type { Vendor } from '../catalog/types.ts';

/** How sure it is that something is a vendor's: rules say how sure they must be. */
export type Confidence = 'certain' | 'likely' | 'weak';

/** How sure it is that a file is about each vendor; undefined where nothing speaks for it. */
export type FileConfidence = { readonly [vendor in Vendor]: Confidence | undefined };

/**
 * How sure it is that something in a file is a vendor's code: it takes evidence of the file and of the place together.
 *
 * @param file how sure it is that the file is about the vendor
 * @param isProven it stands in a place for codes
 * @param isDoubtful the file also talks to something whose numbers look like the vendor's
 */
export function combine(file: Confidence | undefined, isProven: boolean, isDoubtful: boolean): Confidence | undefined {
  if (!file) return isProven ? 'weak' : undefined;
  if (!isProven || file === 'weak') return 'weak';
  if (!isDoubtful) return file;
  return file === 'certain' ? 'likely' : 'weak';
}
