import { MOST_PROGRAM_FILES, type ProgramFiles } from '../program/files.ts';
import { NO_PROJECT } from '../project/facts.ts';
import { createProjects, type ProjectDisk } from '../project/projects.ts';
import { SPEAKING_LIMIT_BYTES, textOf } from '../project/reading.ts';
import { createRoots } from '../project/roots.ts';
import { isPassedOver } from '../scan/walk.ts';
import { whatIsKnown } from '../service/service.ts';
import { type Addresses, folderOf, isAddress, nameOf, pathOf, uriOf, withFoldersAround } from './addresses.ts';
import { copyBelow, copyOf } from './editorCopy.ts';
import type { EditorFiles } from './editorFiles.ts';
import type { ServerHost } from './server.ts';

/** What a host knows of the files around one. */
export type Surroundings = Omit<Required<ServerHost>, 'assets' | 'due'>;

/** Bytes of the longest file that is read for its names. */
const FILE_LIMIT_BYTES = 2_000_000;
/** Programs of a project that are looked through, and folders that are looked into for them: each may be a request to a distant machine. */
const MOST_FILES = Math.min(500, MOST_PROGRAM_FILES);
const MOST_FOLDERS = 500;

/**
 * The surroundings of files that lie where only the editor can read: project files, manifests and other files of a program
 * come through it, as they are saved there.
 */
export function createEditorHost(files: EditorFiles, warn: (message: string) => void): Surroundings {
  const disk = editorDisk(files);
  const projects = createProjects(disk, whatIsKnown(), (path, { span, message }, text) =>
    warn(`${path}:${text.slice(0, span.start).split('\n').length}: ${message.en}`),
  );
  const roots = createRoots(disk, withFoldersAround);
  let folders: readonly string[] = [];
  return {
    async projectOf(uri) {
      const path = pathOf(uri);
      return path === undefined ? NO_PROJECT : projects.factsOf(withFoldersAround(folderOf(path)), nameOf(path));
    },
    async checkProjectFile(uri, text) {
      const path = pathOf(uri);
      return path === undefined ? [] : projects.check(folderOf(path), text);
    },
    workIn(uris) {
      folders = uris.flatMap((uri) => pathOf(uri)?.replace(/\/$/, '') ?? []);
    },
    resetProjects() {
      projects.reset();
      roots.forget();
    },
    addresses: { pathOf, uriOf },
    workspace: {
      ...{ pathOf, uriOf },
      filesBelow: (folder, pause) => copyBelow(folder, files, pause),
      filesWith: (path) => copyOf([path], files, async () => {}),
      // Where there is no disk there is no git.
      keptBelow: async () => [],
    },
    // The editors that answer for their files also tell of their changes.
    haveProjectsChanged: async () => false,
    program: programFiles(files, async (folder) => {
      const around = folders.find((one) => folder === one || folder.startsWith(`${one}/`));
      return (await roots.of(folder)) ?? around;
    }),
  };
}

/** The same of files on a disk as `here` knows them, and of others as the editor does. */
export function withEditorHost(here: ServerHost, editor: Surroundings): ServerHost {
  const isElsewhere = (uri: string): boolean => !uri.startsWith('file:');
  const of = (uri: string): Pick<ServerHost, keyof Surroundings> => (isElsewhere(uri) ? editor : here);
  const at = (path: string): Pick<ServerHost, keyof Surroundings> => (isAddress(path) ? editor : here);
  const addresses: Addresses = {
    pathOf: (uri) => of(uri).addresses.pathOf(uri),
    uriOf: (path) => at(path).addresses.uriOf(path),
  };
  return {
    ...here,
    projectOf: (uri) => of(uri).projectOf(uri),
    checkProjectFile: (uri, text) => of(uri).checkProjectFile(uri, text),
    workIn(uris) {
      here.workIn(uris);
      editor.workIn(uris.filter(isElsewhere));
    },
    resetProjects() {
      here.resetProjects();
      editor.resetProjects();
    },
    addresses,
    workspace: {
      ...addresses,
      filesBelow: (folder, pause) => at(folder).workspace.filesBelow(folder, pause),
      filesWith: (path) => at(path).workspace.filesWith(path),
      keptBelow: (folder) => at(folder).workspace.keptBelow(folder),
    },
    program: {
      locate: async (uri) => of(uri).program?.locate(uri),
      read: async (root, path) => at(root).program?.read(root, path),
      names: async (root, folder) => at(root).program?.names(root, folder),
      search: async (root, endings, words) => at(root).program?.search(root, endings, words),
    },
  };
}

function editorDisk(files: EditorFiles): ProjectDisk {
  return {
    // Links are not followed, so a path lies where it says.
    read: async (path, within = folderOf(path)) =>
      isBelow(path, within) ? files.read(uriOf(path), SPEAKING_LIMIT_BYTES) : { refused: 'outside' },
    names: async (folder) => ((await files.list(uriOf(folder))) ?? []).map(({ name }) => name),
  };
}

/** @param rootOf the root of the project that a folder belongs to */
function programFiles(files: EditorFiles, rootOf: (folder: string) => Promise<string | undefined>): ProgramFiles {
  return {
    async locate(uri) {
      const path = pathOf(uri);
      const root = path === undefined ? undefined : await rootOf(folderOf(path));
      return path === undefined || root === undefined ? undefined : { root, path: path.slice(root.length + 1) };
    },
    async read(root, path) {
      const whole = `${root}/${path}`;
      if (!isBelow(whole, root)) return undefined;
      const text = textOf(await files.read(uriOf(whole), FILE_LIMIT_BYTES));
      // A NUL stands in no source text.
      return text?.includes('\0') ? undefined : text;
    },
    names: async (root, folder) =>
      (await files.list(uriOf(folder === '' ? root : `${root}/${folder}`)))?.map(({ name }) => name),
    async search(root, endings, words) {
      const paths = await programsBelow(root, endings, files);
      const found = paths && (await files.search(paths.map(uriOf), words, FILE_LIMIT_BYTES));
      return found?.flatMap((uri) => pathOf(uri)?.slice(root.length + 1) ?? []).sort();
    },
  };
}

/** All files of some endings below a folder; undefined where there are too many. */
async function programsBelow(
  root: string,
  endings: readonly string[],
  files: EditorFiles,
): Promise<readonly string[] | undefined> {
  const programs: string[] = [];
  const folders = [root];
  // It grows while it is gone through.
  for (const folder of folders) {
    for (const { name, kind } of (await files.list(uriOf(folder))) ?? []) {
      const isFolder = kind === 'folder';
      if (isPassedOver(isFolder ? `${name}/` : name)) continue;
      if (isFolder) folders.push(`${folder}/${name}`);
      else if (endings.some((ending) => name.toLowerCase().endsWith(ending))) programs.push(`${folder}/${name}`);
    }
    if (programs.length > MOST_FILES || folders.length > MOST_FOLDERS) return undefined;
  }
  return programs;
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && !path.split('/').includes('..');
}
