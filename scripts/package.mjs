// Packages the extension: node scripts/package.mjs [--no-build]
//   --no-build  dist/ is as it should be: `node esbuild.mjs --production` has been run
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './setup.mjs';

const file = 'thinq-nugu-codes.vsix';
const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

ensureDependencies();
if (!process.argv.includes('--no-build')) run('esbuild.mjs', '--production');
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  // Everything is bundled.
  '--no-dependencies',
  // The links of README.md lead into the repository, where its address is known.
  ...(repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links']),
  ...['--out', file],
);
console.log(`${file}: ${Math.round(statSync(join(root, file)).size / 1024)} kB`);

function run(script, ...args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
}
