import { asksForSdk } from '../knowledge/vendors.ts';
import { isManifest } from './fileNames.ts';

/** Whether a file is a manifest that asks for an SDK of ThinQ's. @param path with forward slashes */
export function isManifestOfThinq(path: string, text: string): boolean {
  return isManifest(path.slice(path.lastIndexOf('/') + 1)) && asksForSdk(text);
}
