import { readdir } from 'node:fs/promises';
import type { ProjectDisk } from '../project/projects.ts';
import { readSpeakingMeanwhile } from './speakingFiles.ts';

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

/** Where project files and manifests are read. */
export const projectDisk: ProjectDisk = { read: readSpeakingMeanwhile, names: namesIn };
