import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from './random.ts';
import { TYPESCRIPT_ORDINARY } from './typescriptText.ts';
import { drawWords } from './words.ts';

const PROJECTS = 5_000;
const FILES_EACH = 3;

/**
 * Writes a tree of many small projects, each with a project file and a few small files about nothing of ours: what costs is
 * asking about each of them.
 *
 * @param folder is made
 * @returns the folder
 */
export function writeProjects(folder: string): string {
  for (let project = 0; project < PROJECTS; project++) {
    const inside = join(folder, `group${project % 50}`, `project${project}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, '.thinq-nugu.json'), '{ "rules": { "code-type": "error" } }\n');
    for (let file = 0; file < FILES_EACH; file++) {
      const number = project * FILES_EACH + file;
      const random = createRandom(number);
      writeFileSync(join(inside, `part${file}.ts`), random.pick(TYPESCRIPT_ORDINARY)(drawWords(random, number)));
    }
  }
  return folder;
}
