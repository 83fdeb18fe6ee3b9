import { loadCatalogData } from '../catalog/load.ts';
import { joinCues } from '../evidence/text/cues.ts';
import { createPrefilter } from '../evidence/text/prefilter.ts';
import { signalWords } from '../evidence/text/signals.ts';
import { RULES } from '../rules/registry.ts';

/** What all rules together live on. */
export const CUES = joinCues(RULES.map(({ cues }) => cues));

/** Plain words one of which stands, in some case of letters, in every text that may have findings by itself. */
export function wordsToScanFor(): readonly string[] {
  return createPrefilter(loadCatalogData(), CUES).words;
}

/** Plain words one of which stands, in some case of letters, in every text that names a vendor. */
export function wordsOfVendors(): readonly string[] {
  return signalWords(loadCatalogData().codes);
}
