import { createCatalog } from '../catalog/catalog.ts';
import { loadCatalogData } from '../catalog/load.ts';
import type { JoinedCues, SharedCue } from '../evidence/text/cues.ts';
import { createPrefilter } from '../evidence/text/prefilter.ts';
import { createSignalReader, signalWords } from '../evidence/text/signals.ts';
import { NO_PROJECT } from '../project/facts.ts';
import { cues } from '../rules/registry.json';

/** What all rules together live on: known without loading any of them. */
export const CUES: JoinedCues = { ...cues, shared: new Set(cues.shared as readonly SharedCue[]) };

/** Plain words one of which stands, in some case of letters, in every text that may have findings by itself. */
export function wordsToScanFor(): readonly string[] {
  return createPrefilter(loadCatalogData(), CUES).words;
}

/** Plain words one of which stands, in some case of letters, in every text that names a vendor. */
export function wordsOfVendors(): readonly string[] {
  return signalWords(loadCatalogData().codes);
}

/** Tells of texts in projects that speak for no vendor what can be told without the service, which takes long to load. */
export interface Screen {
  /** Whether a text may have findings by itself. */
  mayHaveFindings(text: string): boolean;
  /** Whether a text may be about a vendor, so that others may have findings because of what they have from it. */
  mayName(text: string): boolean;
}

/** @returns a screen that lets pass what the service would look at, and some more: it knows no language's comments */
export function createScreen(): Screen {
  const data = loadCatalogData();
  const readSignals = createSignalReader(createCatalog(data));
  const { mayHaveFindings } = createPrefilter(data, CUES);
  return {
    mayHaveFindings: (text) => mayHaveFindings(text, NO_PROJECT, () => readSignals(text, {})),
    mayName(text) {
      const { thinq, nugu } = readSignals(text, {}).found;
      return thinq.length > 0 || nugu.length > 0;
    },
  };
}
