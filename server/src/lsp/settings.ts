import type { ClientCapabilities } from 'vscode-languageserver';
import { asRecord, readSettings, type Settings } from '../settings.ts';

const SECTION = 'thinqNugu';

/** The settings of each document, asked for once and remembered until they change. */
export interface SettingsStore {
  /** Settings for a document, or for requests about none. A client that cannot answer leaves the defaults. */
  of(uri?: string): Promise<Settings>;
  /** Something changed. @param pushed all settings, from a client that sends them along */
  change(pushed: unknown): void;
  /** Takes what the client can do, the language it displays, and the settings it begins with, which hold until others do. */
  initialize(capabilities: ClientCapabilities, displayLanguage: string, initial?: unknown): void;
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
  let initial: unknown;
  let sent: unknown;
  let canAsk = false;
  let displayLanguage = 'en';

  /** What is not set by now is as it was in the beginning. */
  const readOver = (raw: unknown): Settings =>
    readSettings({ ...asRecord(initial), ...asRecord(raw) }, displayLanguage);
  const ask = async (uri: string | undefined): Promise<Settings> => {
    if (!canAsk) return readOver(sent);
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
    initialize(capabilities, language, settings) {
      canAsk = capabilities.workspace?.configuration === true;
      displayLanguage = language;
      initial = settings;
    },
  };
}

/** What a client wants from the beginning. */
export interface InitializationOptions {
  readonly displayLanguage?: string;
  /** The editor puts the indentation of a line before every further line of a snippet. */
  readonly indentsSnippets: boolean;
  /** It shows what `thinqNugu/fileStatus` tells. */
  readonly fileStatus: boolean;
  /** The settings of our section, in the form that `readSettings` reads. */
  readonly settings: unknown;
}

/** Reads what a client has sent along; settings stand in it as they are, below the section's name, or below `settings`. */
export function readInitializationOptions(raw: unknown): InitializationOptions {
  const options = asRecord(raw);
  const { displayLanguage, indentsSnippets, fileStatus } = options;
  const around = 'settings' in options ? asRecord(options.settings) : options;
  return {
    ...(typeof displayLanguage === 'string' && { displayLanguage }),
    indentsSnippets: indentsSnippets === true,
    fileStatus: fileStatus === true,
    settings: SECTION in around ? around[SECTION] : around,
  };
}
