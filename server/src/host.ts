import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerHost } from './lsp/server.ts';
import { createProjects } from './project/projects.ts';

/** A manifest longer than this, in bytes, is no manifest that a person keeps. */
const LONGEST_MANIFEST = 2_000_000;

/**
 * Node's side of the server: grammars from a folder, project files from the disk. Nothing is written or run.
 *
 * @param warn is told of project files that cannot be used
 */
export function createNodeHost(grammars: string, warn: (message: string) => void): ServerHost {
  const projects = createProjects(readText, (path, problem) => warn(`${path} is not used: ${problem}`));
  return {
    assets: { read: (name) => readFile(join(grammars, name)) },
    projectOf: (uri) => projects.factsOf(foldersAround(uri)),
    resetProjects: projects.reset,
  };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    return size > LONGEST_MANIFEST ? undefined : await readFile(path, 'utf8');
  } catch {
    // A file that is not there, or may not be read, says nothing.
    return undefined;
  }
}

function foldersAround(uri: string): readonly string[] {
  if (!uri.startsWith('file:')) return [];
  const folders: string[] = [];
  let at: string;
  try {
    at = dirname(fileURLToPath(uri));
  } catch {
    // A file URI that names no path here, such as one with a host.
    return [];
  }
  for (let parent = dirname(at); ; at = parent, parent = dirname(at)) {
    folders.push(at);
    if (parent === at) return folders;
  }
}
