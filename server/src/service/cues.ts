import { createCatalog } from '../catalog/catalog.ts';
import { loadCatalogData } from '../catalog/load.ts';
import type { JoinedCues, SharedCue } from '../evidence/text/cues.ts';
import { createPrefilter } from '../evidence/text/prefilter.ts';
import { SearchedText } from '../evidence/text/searchedText.ts';
import { createSignalReader, signalWords } from '../evidence/text/signals.ts';
import { mayImport } from '../languages/endings.ts';
import { once } from '../model/once.ts';
import { NO_PROJECT, type ProjectFacts } from '../project/facts.ts';
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

/** Tells of texts what can be told without the service, which takes long to load. In doubt a text passes. */
export interface Screen {
  /** Whether a text may have findings, by itself or because of what it has from others. @param project whether it speaks for vendors, without codes of its own */
  mayHaveFindings(text: string, path: string, project: 'of nobody' | 'of vendors'): boolean;
  /** Whether a text may be about a vendor, so that others may have findings because of what they have from it. */
  mayName(text: string): boolean;
}

const OF_VENDORS: ProjectFacts = { ...NO_PROJECT, implied: ['thinq', 'nugu'] };

/** @returns a screen that lets pass what the service would look at, and some more: it knows no language's comments */
export function createScreen(): Screen {
  const data = loadCatalogData();
  // Most trees have no text with a word that asks for signals.
  const signalReader = once(() => createSignalReader(createCatalog(data)));
  const { mayHaveFindings, mayNameCodes } = createPrefilter(data, CUES);
  return {
    mayHaveFindings(text, path, project) {
      const asked = new SearchedText(text, {});
      const signalsOf = () => signalReader()(asked);
      // Of what has something from others because their files name a vendor, it is asked apart.
      if (project === 'of nobody') return mayHaveFindings(asked.search, NO_PROJECT, signalsOf);
      return mayHaveFindings(asked.search, OF_VENDORS, signalsOf) || (mayNameCodes(text) && mayImport(path, text));
    },
    mayName(text) {
      const { thinq, nugu } = signalReader()(new SearchedText(text, {})).found;
      return thinq.length > 0 || nugu.length > 0;
    },
  };
}
