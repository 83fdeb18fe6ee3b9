import { readFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Localized } from '../catalog/types.ts';
import type { Addresses } from '../lsp/addresses.ts';
import type { ServerHost } from '../lsp/server.ts';
import { NO_PROJECT } from '../project/facts.ts';
import { rememberLooks } from '../project/looks.ts';
import type { Problem } from '../project/problem.ts';
import { createProjects, type ProjectDisk } from '../project/projects.ts';
import { whatIsKnown } from '../service/service.ts';
import { compileWasmOnce } from './compileOnce.ts';
import { nodeFiles } from './files.ts';
import { keptBelow } from './inputs.ts';
import { withFoldersAround } from './paths.ts';
import { createProgramFiles } from './programFiles.ts';
import { projectDisk } from './projectDisk.ts';

/** Told of files that speak for a project and cannot be used as they are, and where they lie. */
export type Warn = (message: Localized, path: string, severity: Problem['severity']) => void;

/**
 * Node's side of the server: grammars from a folder, project files from the disk. Nothing is written or run.
 *
 * @param shown how project files are read
 */
export function createNodeHost(grammars: string, warn: Warn, shown: ProjectDisk = projectDisk): ServerHost {
  const disk = rememberLooks(shown);
  const projects = createProjects(disk, whatIsKnown(), (path, { span, message, severity }, text) => {
    const line = text.slice(0, span.start).split('\n').length;
    const place = `${path}:${line}`;
    warn({ en: `${place}: ${message.en}`, ko: `${place}: ${message.ko}` }, path, severity);
  });
  let folders: readonly string[] = [];
  const program = createProgramFiles(pathOf, () => folders, disk);
  return {
    program,
    addresses,
    assets: {
      read(name) {
        compileWasmOnce();
        return readFile(join(grammars, name));
      },
    },
    async projectOf(uri) {
      const path = pathOf(uri);
      return path === undefined ? NO_PROJECT : projects.factsOf(withFoldersAround(dirname(path)), basename(path));
    },
    async checkProjectFile(uri, text) {
      const path = pathOf(uri);
      return path === undefined ? [] : projects.check(dirname(path), text);
    },
    workIn(uris) {
      folders = uris.flatMap((uri) => pathOf(uri) ?? []);
    },
    resetProjects() {
      disk.forget();
      projects.reset();
      program.forgetFolders();
    },
    haveProjectsChanged: disk.hasChanged,
    workspace: {
      filesBelow: async () => nodeFiles,
      filesWith: async () => nodeFiles,
      ...addresses,
      keptBelow: (folder) => keptBelow(folder, nodeFiles),
    },
  };
}

const addresses: Addresses = {
  pathOf: (uri) => pathOf(uri)?.replaceAll(sep, '/'),
  uriOf: (path) => pathToFileURL(path).href,
};

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    // A file URI that names no path here, such as one with a host.
    return undefined;
  }
}
