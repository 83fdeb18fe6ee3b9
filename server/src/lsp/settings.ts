import type { ClientCapabilities } from 'vscode-languageserver';
import { readSettings, type Settings } from '../settings.ts';

const SECTION = 'thinqNugu';

/** The settings of each document, asked for once and remembered until they change. */
export interface SettingsStore {
  /** Settings for a document, or for requests about none. A client that cannot answer leaves the defaults. */
  of(uri?: string): Promise<Settings>;
  /** Something changed. @param pushed all settings, from a client that sends them along */
  change(pushed: unknown): void;
  /** Takes what the client can do and the language it displays. */
  initialize(capabilities: ClientCapabilities, displayLanguage: string): void;
}

/** The part of a connection that can be asked for settings. */
interface SettingsSource {
  readonly workspace: {
    getConfiguration(item: { readonly section: string; readonly scopeUri?: string }): Promise<unknown>;
  };
}

/** Asks the client document by document: folders of one workspace may differ. */
export function createSettingsStore(connection: SettingsSource): SettingsStore {
  const asked = new Map<string, Promise<Settings>>();
  let sent: unknown;
  let canAsk = false;
  let displayLanguage = 'en';

  const ask = async (uri: string | undefined): Promise<Settings> => {
    if (!canAsk) return readSettings(sent, displayLanguage);
    try {
      const item = { section: SECTION, ...(uri !== undefined && { scopeUri: uri }) };
      return readSettings(await connection.workspace.getConfiguration(item), displayLanguage);
    } catch {
      return readSettings(undefined, displayLanguage);
    }
  };
  return {
    of(uri) {
      const settings = asked.get(uri ?? '') ?? ask(uri);
      asked.set(uri ?? '', settings);
      return settings;
    },
    change(pushed) {
      sent = (pushed as { [section: string]: unknown } | null | undefined)?.[SECTION];
      asked.clear();
    },
    initialize(capabilities, language) {
      canAsk = capabilities.workspace?.configuration === true;
      displayLanguage = language;
    },
  };
}
