import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { EditorEntry } from '../../../server/src/lsp/protocol.ts';
import { escapeRegExp } from '../../../server/src/model/escapeRegExp.ts';
import type { Read } from '../../../server/src/project/reading.ts';
import { decodeTolerantly } from '../../../server/src/scan/decode.ts';
import { ListRequest, ReadRequest, SearchRequest } from './protocol.ts';

/** Files that are read at once in a search: each may come from a distant machine. */
const AT_ONCE = 16;

/**
 * Answers what the server asks for files that lie where only the editor can read. Nothing is shown of what lies outside of
 * the workspace, or behind a link.
 */
export function answerForFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(ListRequest, ({ uri }) => list(vscode.Uri.parse(uri, true))),
    client.onRequest(ReadRequest, async ({ uri, limitBytes }) => (await read(uri, limitBytes)) ?? null),
    client.onRequest(SearchRequest, ({ uris, words, limitBytes }) => search(uris, words, limitBytes)),
  );
}

async function list(folder: vscode.Uri): Promise<readonly EditorEntry[] | null> {
  if (!isWithinWorkspace(folder)) return [];
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) => {
      const kind = kindOf(type);
      return kind ? [{ name, kind }] : [];
    });
  } catch (error) {
    return isAbsence(error) ? [] : null;
  }
}

/** @returns undefined where there is no file */
async function read(uri: string, limitBytes: number): Promise<Read> {
  const file = vscode.Uri.parse(uri, true);
  if (!isWithinWorkspace(file)) return undefined;
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    if (kindOf(type) === 'folder') return undefined;
    if (kindOf(type) !== 'file') return { refused: 'special' };
    if (size > limitBytes) return { refused: 'too large' };
    const bytes = await vscode.workspace.fs.readFile(file);
    // A file may be longer than it was said to be.
    return bytes.length > limitBytes ? { refused: 'too large' } : decodeTolerantly(bytes);
  } catch (error) {
    return isAbsence(error) ? undefined : { refused: 'unreadable' };
  }
}

async function search(
  uris: readonly string[],
  words: readonly string[],
  limitBytes: number,
): Promise<readonly string[]> {
  const anyWord = new RegExp(words.map(escapeRegExp).join('|'), 'i');
  const found: string[] = [];
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    const some = uris.slice(at, at + AT_ONCE);
    const texts = await Promise.all(some.map((uri) => read(uri, limitBytes)));
    found.push(
      ...some.filter((_, index) => {
        const text = texts[index];
        return typeof text === 'string' && anyWord.test(text);
      }),
    );
  }
  return found;
}

function isWithinWorkspace(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined && !uri.path.split('/').includes('..');
}

/** @returns undefined for what is neither, such as a link */
function kindOf(type: vscode.FileType): EditorEntry['kind'] | undefined {
  if (type === vscode.FileType.File) return 'file';
  return type === vscode.FileType.Directory ? 'folder' : undefined;
}

/** Whether a file is one that is not there, rather than one that may not be read. */
function isAbsence(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && /^FileNot(?:Found|ADirectory)$/.test(error.code);
}
