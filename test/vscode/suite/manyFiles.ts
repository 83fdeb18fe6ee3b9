import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWorkspace } from './editor.ts';

/**
 * Does something while there are many files with the same text in the folder `many` of the workspace: `answer0.ts` and so on.
 * They are not written by VS Code, which takes ten milliseconds for each.
 */
export async function withManyFiles(count: number, text: string, run: () => Promise<void>): Promise<void> {
  const folder = inWorkspace('many').fsPath;
  mkdirSync(folder);
  for (let n = 0; n < count; n++) writeFileSync(join(folder, `answer${n}.ts`), text);
  try {
    await run();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
