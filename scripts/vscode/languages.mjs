import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The languages of the extension besides English. */
const LANGUAGES = ['ko'];

/**
 * Has a server open each window in the language of its browser, as a language pack would have it: extensions speak that
 * language from then on. VS Code's own words stay English, since the packs with those are in no registry of npm's.
 *
 * @param {string} data the server's folder of data, before the server is started
 */
export function offerLanguages(data) {
  const user = join(data, 'data');
  mkdirSync(join(user, 'User'), { recursive: true });
  const translations = join(user, 'translations.json');
  writeFileSync(translations, JSON.stringify({ contents: {} }));
  const pack = (language) => ({
    hash: language,
    // A name is asked for, and nothing by it.
    extensions: [{ extensionIdentifier: { id: `none.${language}` }, version: '1.0.0' }],
    translations: { vscode: translations },
  });
  const packs = Object.fromEntries(LANGUAGES.map((language) => [language, pack(language)]));
  writeFileSync(join(user, 'languagepacks.json'), JSON.stringify(packs));
  // Without this file the language is English, whatever a browser says.
  writeFileSync(join(user, 'User/argv.json'), '{}');
}
