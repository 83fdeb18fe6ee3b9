import * as vscode from 'vscode';
import { programEndings } from '../../../server/src/languages/registry.json';
import { isManifest, MANIFEST_ENDINGS, MANIFESTS, PROJECT_FILE } from '../../../server/src/project/fileNames.ts';
import { asksForSdk, namesVendor } from './hints.ts';
import { isOurs } from './texts.ts';

/**
 * Programs of a workspace that are read for one folder, and folders that are looked into for them: those of the project
 * that somebody works on lie near. Where there is no disk, each may be a request to a distant machine.
 */
const ON_DISK = { programs: 200, folders: 100 };
const ELSEWHERE = { programs: 20, folders: 10 };
/** Bytes of the longest file that is read. */
const FILE_LIMIT_BYTES = 500_000;

/** What lies in a folder. */
type Entries = readonly [name: string, type: vscode.FileType][];

/**
 * Looks around open documents for what tells whose codes these are about though their own texts do not: a project file,
 * a manifest that asks for an SDK of ThinQ's, another program that names a vendor. Each folder is looked into once, one
 * after the other; from then on project files and manifests are watched.
 *
 * @param found is told of each
 */
export function watchSurroundings(found: () => void): vscode.Disposable {
  const seen = new Set<string>();
  const seenAbove = new Set<string>();
  let isOver = false;
  let looking = Promise.resolve();

  const tell = (): void => {
    if (!isOver) found();
  };
  const look = (document: vscode.TextDocument): void => {
    if (!isOurs(document) || document.uri.scheme === 'untitled') return;
    const folder = vscode.Uri.joinPath(document.uri, '..');
    if (seen.has(folder.toString())) return;
    seen.add(folder.toString());
    looking = looking.then(async () => {
      if (isOver) return;
      if ((await speaksAbove(folder, seenAbove)) || (await speaksNearby(folder, () => isOver))) tell();
    });
  };
  const names = [PROJECT_FILE, ...MANIFESTS, ...MANIFEST_ENDINGS.map((ending) => `*${ending}`)];
  const watcher = vscode.workspace.createFileSystemWatcher(`**/{${names.join(',')}}`, false, false, true);
  const lookAt = async (file: vscode.Uri): Promise<void> => {
    if (await speaksForProject(file)) tell();
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    watcher,
    watcher.onDidCreate(lookAt),
    watcher.onDidChange(lookAt),
    {
      dispose() {
        isOver = true;
      },
    },
  );
}

/**
 * Whether a project file, or a manifest in any folder around, says that what lies below is about a vendor.
 *
 * @param seen addresses of folders that have been looked into, as those around them have been; it grows
 */
async function speaksAbove(folder: vscode.Uri, seen: Set<string>): Promise<boolean> {
  for (let at = folder; !seen.has(at.toString()); at = vscode.Uri.joinPath(at, '..')) {
    seen.add(at.toString());
    for (const [name] of await entriesIn(at)) if (await speaksForProject(vscode.Uri.joinPath(at, name))) return true;
  }
  return false;
}

async function speaksForProject(file: vscode.Uri): Promise<boolean> {
  const name = nameOf(file);
  return name === PROJECT_FILE || (isManifest(name) && asksForSdk(await textOf(file)));
}

/** Whether one of the programs of the workspace names a vendor that lie nearest to a folder: beside it, below it, above it. */
async function speaksNearby(folder: vscode.Uri, isOver: () => boolean): Promise<boolean> {
  const root = vscode.workspace.getWorkspaceFolder(folder)?.uri;
  if (!root) return false;
  const most = root.scheme === 'file' ? ON_DISK : ELSEWHERE;
  const folders = [folder];
  const known = new Set([folder.path]);
  const add = (next: vscode.Uri): void => {
    if (known.size >= most.folders || known.has(next.path)) return;
    known.add(next.path);
    folders.push(next);
  };
  let programs = 0;
  // It grows while it is gone through.
  for (const at of folders) {
    for (const [name, type] of await entriesIn(at)) {
      const path = vscode.Uri.joinPath(at, name);
      if (type === vscode.FileType.Directory && !isAside(name)) add(path);
      if (type !== vscode.FileType.File || !isProgram(name)) continue;
      if (isOver() || ++programs > most.programs) return false;
      if (namesVendor(await textOf(path))) return true;
    }
    if (at.path !== root.path) add(vscode.Uri.joinPath(at, '..'));
  }
  return false;
}

function isProgram(name: string): boolean {
  return programEndings.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Whether a folder holds what nobody works on here. */
function isAside(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** @returns nothing for a folder that cannot be read */
async function entriesIn(folder: vscode.Uri): Promise<Entries> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** @returns '' for a file that is too long, or cannot be read */
async function textOf(file: vscode.Uri): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    return size > FILE_LIMIT_BYTES ? '' : new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return '';
  }
}
