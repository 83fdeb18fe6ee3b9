import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { checkedEndings } from '../languages/registry.json';
import type { ProgramFiles } from '../program/files.ts';
import type { LanguageService } from '../service/api.ts';
import { wordsToScanFor } from '../service/cues.ts';
import type { Tools, Usage } from '../service/tools.ts';
import type { Addresses } from './addresses.ts';
import type { Client } from './client.ts';
import { ToolRequest } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { nextTurn } from './turn.ts';

/** Files that one answer is made of: an assistant that gets more reads none of it. */
const MOST_FILES = 400;

/** What answering for assistants takes. */
export interface ToolSources {
  readonly connection: Connection;
  readonly settings: SettingsStore;
  /** The files of projects, open ones as they are in the editor; none where the host can read no others. */
  readonly program: ProgramFiles | undefined;
  readonly addresses: Addresses;
  client(): Client;
  service(): LanguageService;
}

/** Answers assistants of the editor. What answers them is loaded when one asks. */
export function registerTools({ connection, settings, program, addresses, client, service }: ToolSources): void {
  let made: Tools | undefined;
  /** Nothing outside of the folders that are worked in is among the files that are looked through. */
  const usagesBelow = async (path: string, tools: Tools): Promise<readonly Usage[]> => {
    const usages: Usage[] = [];
    let left = MOST_FILES;
    for (const folder of client().folders) {
      const root = addresses.pathOf(folder)?.replace(/\/$/, '');
      if (root === undefined || !program) continue;
      const asked = pathBelow(root, path);
      const found = (await program.search(root, checkedEndings, wordsToScanFor())) ?? [];
      for (const name of found.filter((one) => asked === '' || one === asked || one.startsWith(`${asked}/`))) {
        if (left-- <= 0) return usages;
        const text = await program.read(root, name);
        if (text !== undefined)
          usages.push(...(await tools.listUsages(text, name, addresses.uriOf(`${root}/${name}`))));
        await nextTurn();
      }
    }
    return usages;
  };

  connection.onRequest(ToolRequest, async ({ name, input }) => {
    const { answerTool, createTools } = await import('../service/tools.ts');
    made ??= createTools(service(), () => settings.of());
    const tools = made;
    try {
      return { text: await answerTool(name, input, tools, (path) => usagesBelow(path, tools)) };
    } catch (error) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, error instanceof Error ? error.message : String(error));
    }
  });
}

/** A path from a folder, of one that is written so or from the root of the disk, as models like to: `src`, `./src/`, `/home/me/app/src`. */
function pathBelow(root: string, path: string): string {
  const slashed = path.trim().replaceAll('\\', '/');
  const inside = slashed === root || slashed.startsWith(`${root}/`) ? slashed.slice(root.length) : slashed;
  return inside
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}
