// Packages the extension: node scripts/package.mjs [--no-build] [--out=file]
//   --no-build  dist/ is as it should be: `node esbuild.mjs --production` has been run
//   --out       where to write it; thinq-nugu-codes.vsix, if not given
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packagedPage } from './packagedPage.mjs';
import { ensureDependencies, root } from './setup.mjs';

/** Where the pages lie as they are packed. */
const PAGES = 'dist/pages';
/** What the packager reads for what it is to leave out. */
const IGNORED = '.vscodeignore';

const out = process.argv.find((arg) => arg.startsWith('--out='))?.slice('--out='.length) ?? 'thinq-nugu-codes.vsix';
const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

ensureDependencies();
if (!process.argv.includes('--no-build'))
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: 'inherit' });
pack();
console.log(`${out}: ${Math.round(statSync(resolve(root, out)).size / 1024)} kB`);

/**
 * Packs what .vscodeignore names, with the pages that VS Code shows of an extension.
 *
 * @throws when there is something that the packager refuses, or warns of
 */
function pack() {
  mkdirSync(join(root, PAGES), { recursive: true });
  // The packager has links lead into the repository, if it knows its address. Else the Korean readme is on the same page: nothing
  // would lead to it, and VS Code shows one for all languages.
  const pages = {
    'README.md': repository ? ['README.md'] : ['README.md', 'README.ko.md'],
    'CHANGELOG.md': ['CHANGELOG.md'],
  };
  for (const [page, sources] of Object.entries(pages)) {
    const texts = sources.map((source) => readFileSync(join(root, source), 'utf8'));
    writeFileSync(join(root, PAGES, page), (repository ? texts : texts.map(packagedPage)).join('\n---\n\n'));
  }
  // The packager asks each of its patterns about each file that lies where it works, a VS Code for tests among them.
  const stage = mkdtempSync(join(tmpdir(), 'vsix-'));
  try {
    for (const path of [IGNORED, ...namedPaths()]) cpSync(join(root, path), join(stage, path), { recursive: true });
    runPackager(stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What the patterns begin with that keep something in: files, and folders in which there is something to be packed. */
function namedPaths() {
  const patterns = readFileSync(join(root, IGNORED), 'utf8').matchAll(/^!(.+)$/gm);
  return new Set(Array.from(patterns, ([, pattern]) => pattern.replace(/\/[^/]*\*.*$/, '')));
}

/** @param {string} stage the folder to be packed */
function runPackager(stage) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...[join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--out', resolve(root, out)],
      // Everything is bundled.
      '--no-dependencies',
      ...['--readme-path', `${PAGES}/README.md`, '--changelog-path', `${PAGES}/CHANGELOG.md`],
      ...(repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links']),
    ],
    { cwd: stage, encoding: 'utf8' },
  );
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (status !== 0) throw new Error(`vsce ended with ${status}.`);
  if (/\bWARNING\b/.test(stdout + stderr)) throw new Error('A package is made without any warning.');
}
