import { asRecord, readSettings, type Settings } from '../settings.ts';
import { type Client, SECTION } from './client.ts';

/** The settings of each document, asked for once and remembered until they change. */
export interface SettingsStore {
  /** Settings for a document, or for requests about none. A client that cannot answer leaves the defaults. */
  of(uri?: string): Promise<Settings>;
  /** Something changed. @param pushed all settings, from a client that sends them along */
  change(pushed: unknown): void;
  /** Takes whether the client can be asked, the language it displays, and the settings it begins with. */
  initialize(client: Pick<Client, 'canBeAsked' | 'displayLanguage' | 'settings'>): void;
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
  let client: Parameters<SettingsStore['initialize']>[0] = {
    canBeAsked: false,
    displayLanguage: 'en',
    settings: undefined,
  };
  let sent: unknown;

  /** What is not set by now is as it was in the beginning. */
  const readOver = (raw: unknown): Settings =>
    readSettings({ ...asRecord(client.settings), ...asRecord(raw) }, client.displayLanguage);
  const ask = async (uri: string | undefined): Promise<Settings> => {
    if (!client.canBeAsked) return readOver(sent);
    try {
      const item = { section: SECTION, ...(uri !== undefined && { scopeUri: uri }) };
      return readOver(await connection.workspace.getConfiguration(item));
    } catch {
      return readOver(undefined);
    }
  };
  return {
    of(uri) {
      const settings = asked.get(uri ?? '') ?? ask(uri);
      asked.set(uri ?? '', settings);
      return settings;
    },
    change(pushed) {
      sent = asRecord(pushed)[SECTION];
      asked.clear();
    },
    initialize(saying) {
      client = saying;
    },
  };
}
