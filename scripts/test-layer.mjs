// Builds what a layer of tests needs, and runs it: node scripts/test-layer.mjs unit|kit|protocol|vscode|compilers|matrix|fuzz|update [its own options]
// One test by its name: npm run test:unit -- --grep=text
// `compilers` asks the compilers that are at hand about the fixes: npm run test:compilers [-- its options]
// `matrix` looks for every slip of NUGU's words in every place: npm run test:matrix [-- its options]
// `fuzz` tries what nobody would write: npm run fuzz [-- its options]
// `update` is no layer, but writes into fixtures what is the case: npm run test:update -- part of a path
import { spawnSync } from 'node:child_process';
import { ensureDependencies, root } from './setup.mjs';

const [layer, ...options] = process.argv.slice(2);

const mocha = ['scripts/run-mocha.mjs', `dist/test/${layer}`];
/** The steps of each layer: scripts with their arguments. The extension is tested as it is shipped. */
const LAYERS = {
  unit: [['esbuild.mjs', '--tests'], mocha],
  kit: [['esbuild.mjs', '--tests'], mocha],
  protocol: [['esbuild.mjs', '--tests'], mocha],
  vscode: [
    ['esbuild.mjs', '--production', '--tests'],
    ['scripts/package.mjs', '--no-build'],
    ['scripts/vscode/run-suite.mjs'],
  ],
  compilers: [['esbuild.mjs', '--tests'], ['dist/test/compilers/main.mjs']],
  matrix: [['esbuild.mjs', '--tests'], ['dist/test/matrix/main.mjs']],
  fuzz: [['esbuild.mjs', '--tests'], ['dist/test/fuzz/main.mjs']],
  update: [['esbuild.mjs', '--tests'], ['dist/test/update.mjs']],
};

const steps = LAYERS[layer];
if (!steps) throw new Error(`Which layer: ${Object.keys(LAYERS).join(', ')}?`);
ensureDependencies();
for (const [index, step] of steps.entries()) {
  const args = index < steps.length - 1 ? step : [...step, ...options];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
