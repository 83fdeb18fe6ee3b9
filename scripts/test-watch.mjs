// Builds and tests again whenever something changes: npm run test:watch [-- --grep=text]
//   --grep  only tests with this in their names
// A change while tests run ends them. The suite in VS Code and the kit's are left out: they take too long for this.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './setup.mjs';

/** What each layer is run for. */
const FOLDERS = {
  unit: ['server', 'test/unit', 'test/fixtures', 'test/schemas', 'test/harness', 'test/sample'],
  protocol: ['server', 'test/protocol', 'test/harness', 'test/sample'],
};
/** Milliseconds in which an editor or git has written all that belongs together. */
const SETTLED = 200;

const options = process.argv.slice(2);
/** Layers that have not passed since something in their folders changed. */
const due = new Set(Object.keys(FOLDERS));
let change = new AbortController();
let settling;

ensureDependencies();
for (const [layer, folders] of Object.entries(FOLDERS)) {
  for (const folder of folders) {
    watch(join(root, folder), { recursive: true }, () => {
      due.add(layer);
      clearTimeout(settling);
      settling = setTimeout(() => change.abort(), SETTLED);
    });
  }
}
for (;;) {
  await runDue(change.signal);
  console.log('Waiting for a change ...');
  if (!change.signal.aborted) await once(change.signal, 'abort');
  change = new AbortController();
}

/** Builds, and runs the layers that are due, one after the other until one of them fails. */
async function runDue(signal) {
  const isBuilt = await run(['esbuild.mjs', '--tests'], signal);
  for (const layer of isBuilt ? [...due] : []) {
    due.delete(layer);
    if (await run(['scripts/run-mocha.mjs', `dist/test/${layer}`, ...options], signal)) continue;
    due.add(layer);
    return;
  }
}

/** @returns {Promise<boolean>} whether the script passed; one that a change ends has not */
async function run(args, signal) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', signal });
  const [code] = await once(child, 'close').catch(() => []);
  return code === 0;
}
