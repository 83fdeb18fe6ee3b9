import { TYPICAL_TEXTS } from '../knowledge/typicalTexts.ts';
import type { LanguageService } from '../service/api.ts';
import { readSettings } from '../settings.ts';

/** Milliseconds in which nobody opens anything, after which a server is taken to have nothing to do. */
const IDLE_MS = 300;

/**
 * Asks about typical texts, one after another, as long as nobody has a document open: the first that is opened finds its
 * catalog, its grammar, and code that has run once.
 *
 * @param isBusy whether somebody works with the server by now, who should not have to wait for this
 * @returns rejects where a grammar cannot be loaded
 */
export async function warmUp(service: () => LanguageService, isBusy: () => boolean): Promise<void> {
  const settings = readSettings({}, 'en');
  for (const { languageId, text, at } of TYPICAL_TEXTS) {
    await new Promise((resume) => setTimeout(resume, IDLE_MS));
    if (isBusy()) return;
    // An address of no file, so that nothing is looked for around it.
    const document = { uri: `untitled:${languageId}`, languageId, version: 0, text };
    await service().diagnose(document, settings);
    await service().hover(document, at, settings);
    service().forget(document.uri);
  }
}
