import type { Connection } from 'vscode-languageserver';
import { name as packageName } from '../../../package.json';
import { programEndings } from '../languages/registry.json';
import type { ProgramFiles } from '../program/files.ts';
import { MANIFEST_ENDINGS, MANIFESTS } from '../project/fileNames.ts';
import { RULES } from '../rules/registry.ts';
import type { LanguageService } from '../service/api.ts';
import { wordsOfVendors } from '../service/cues.ts';
import type { Reasons, Spoken } from '../service/newProjectFile.ts';
import type { Addresses } from './addresses.ts';
import { NewProjectFileRequest } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { nextTurn } from './turn.ts';

/** Files that are asked whom a project is about: of more, a project file names three and counts the rest. */
const MOST_FILES = 400;

/** What writing a new project file takes. */
export interface NewProjectFileSources {
  readonly connection: Connection;
  readonly settings: SettingsStore;
  readonly program: ProgramFiles | undefined;
  readonly addresses: Addresses;
  service(): LanguageService;
}

/** Answers with what a new project file says: the same that `thinq-nugu init` writes. It writes none: that is for the client. */
export function registerNewProjectFile({
  connection,
  settings,
  program,
  addresses,
  service,
}: NewProjectFileSources): void {
  const spokenBelow = async (root: string): Promise<readonly Spoken[]> => {
    const { createSpeakers } = await import('../service/newProjectFile.ts');
    const speakers = createSpeakers(service().catalog);
    const endings = [...programEndings, ...MANIFEST_ENDINGS, ...MANIFESTS].map((ending) => ending.toLowerCase());
    const paths = (await program?.search(root, endings, wordsOfVendors())) ?? [];
    const spoken: Spoken[] = [];
    for (const path of paths
      .filter((one) => speakers.isWanted(one.slice(one.lastIndexOf('/') + 1)))
      .slice(0, MOST_FILES)) {
      const text = await program?.read(root, path);
      if (text !== undefined) spoken.push({ path, vendors: speakers.spokenOf(path, text) });
      await nextTurn();
    }
    return spoken;
  };

  connection.onRequest(NewProjectFileRequest, async ({ folder, vendors }) => {
    const { newProjectFile, reasonsOf, schemaInPackage } = await import('../service/newProjectFile.ts');
    const root = addresses.pathOf(folder)?.replace(/\/$/, '');
    const reasons: Reasons = vendors
      ? new Map(vendors.map((vendor) => [vendor, []]))
      : reasonsOf(root === undefined ? [] : await spokenBelow(root));
    const path = schemaInPackage(packageName);
    const cut = path.lastIndexOf('/');
    const names = root === undefined ? [] : ((await program?.names(root, path.slice(0, cut))) ?? []);
    const isSchemaThere = [...names].includes(path.slice(cut + 1));
    const language = (await settings.of()).docsLanguage === 'ko' ? 'ko' : 'en';
    return {
      text: newProjectFile(reasons, RULES, { schema: `./${path}`, isSchemaThere, language }),
      found: [...reasons.keys()],
    };
  });
}
