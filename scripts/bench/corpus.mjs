// A tree of ordinary code to scan: npm packages of other people, pinned in packages.json.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { into } from '../into.mjs';
import { npm } from '../npm.mjs';
import { root } from '../setup.mjs';
import { cache } from './cache.mjs';

const PACKAGES = JSON.parse(readFileSync(join(import.meta.dirname, 'packages.json'), 'utf8'));
const { checkedEndings } = JSON.parse(readFileSync(join(root, 'server/src/languages/registry.json'), 'utf8'));

/** These make the small tree as well: 15 MB, with Java, Kotlin, Python and Ruby among them. */
const SMALL = ['node-gyp', 'react-native', 'rxjs'];
/** Parts of the large tree, of about the same length. */
export const SLICES = ['1', '2', '3', '4'];
/** What oxlint reads. */
const SCRIPT = new Set(['.js', '.jsx', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx']);
/** Bytes of the longest file that is checked. */
const LONGEST = 8_000_000;

/**
 * Makes the trees where they are missing: about a minute the first time, nothing later.
 *
 * Every file in them is one that `check` looks at by default, so that whoever reads all files reads what we read: others
 * are left out, and folders with names of build output get an underscore.
 *
 * @returns {{ large: string, claimed: string, small: string, sample: string }} folders:
 *   `large/<slice>/<script or other>/<package>/…`, the same in a project that claims both vendors, `small/<package>/…`,
 *   and a few files with findings, of which `large` has a copy
 * @throws when the registry cannot be reached, or a package is not the one that we know
 */
export function ensureCorpus() {
  const made = createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .update(JSON.stringify(PACKAGES));
  const folder = join(cache, `corpus-${made.digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    console.error('Fetching packages to scan ...');
    into(folder, fill);
  }
  const within = (name) => join(folder, name);
  return { large: within('large'), claimed: within('claimed'), small: within('small'), sample: within('sample') };
}

function fill(folder) {
  cpSync(join(root, 'test/sample'), join(folder, 'sample'), { recursive: true });
  cpSync(join(root, 'test/sample'), join(folder, 'large/1/sample'), { recursive: true });
  npm(['pack', ...PACKAGES.map(({ name, version }) => `${name}@${version}`), '--pack-destination', '.'], folder);
  const lengths = new Map(SLICES.map((slice) => [slice, 0]));
  for (const { name, version, integrity } of PACKAGES) {
    const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
    const sha512 = createHash('sha512')
      .update(readFileSync(join(folder, file)))
      .digest('base64');
    if (`sha512-${sha512}` !== integrity) throw new Error(`${file} is not the file we know: its sha512 is ${sha512}`);
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    run('tar', ['xzf', join('..', file)], unpacked);
    rmSync(join(folder, file));
    takeIn(unpacked, name.replace('/', '-'), folder, lengths);
    rmSync(unpacked, { recursive: true });
  }
  claim(join(folder, 'large'), join(folder, 'claimed'));
  // As a team's tree is: with an index that git can be asked about. Without git it is measured as it lies.
  for (const tree of ['large', 'claimed', 'small']) {
    if (spawnSync('git', ['init', '--quiet'], { cwd: join(folder, tree) }).status !== 0) continue;
    run('git', ['add', '--intent-to-add', '.'], join(folder, tree));
  }
}

/** Makes the same tree again, of links to its files where the disk has such links, with a project file. */
function claim(tree, claimed) {
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    place(linkOrCopy, from, join(claimed, relative(tree, from)));
  }
  writeFileSync(join(claimed, '.thinq-nugu.json'), '{ "vendors": ["thinq", "nugu"] }\n');
}

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Moves the files of a package into the trees; in the large one whole folders stay together. */
function takeIn(unpacked, name, folder, lengths) {
  const slices = new Map();
  for (const path of readdirSync(unpacked, { recursive: true }).sort()) {
    const from = join(unpacked, path);
    if (!isSource(path, from)) continue;
    // The first part is `package`, or whatever the publisher called it.
    const parts = path.split(sep).slice(1, -1);
    const inside = join(name, ...parts.map((part) => `${part}${isPassedOver(part) ? '_' : ''}`), basename(path));
    const slice = slices.get(dirname(inside)) ?? lightest(lengths);
    slices.set(dirname(inside), slice);
    lengths.set(slice, (lengths.get(slice) ?? 0) + statSync(from).size);
    if (SMALL.includes(name)) place(cpSync, from, join(folder, 'small', inside));
    place(renameSync, from, join(folder, 'large', slice, SCRIPT.has(extname(path)) ? 'script' : 'other', inside));
  }
}

/** The slice that has the fewest bytes so far. */
function lightest(lengths) {
  return [...lengths].reduce((least, next) => (next[1] < least[1] ? next : least))[0];
}

function isSource(path, from) {
  const isHidden = path.split(sep).some((part) => part.startsWith('.') || part === 'node_modules');
  if (isHidden || /[.-]min\./.test(path) || !checkedEndings.includes(extname(path))) return false;
  const found = statSync(from);
  return found.isFile() && found.size <= LONGEST;
}

/** Whether a folder of this name is passed over by one tool or another. */
function isPassedOver(name) {
  return /^(?:dist|build|out|target|coverage|obj|vendor|Pods)$/i.test(name);
}

function place(how, from, to) {
  mkdirSync(dirname(to), { recursive: true });
  how(from, to);
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} failed in ${relative(root, cwd)}: ${error?.message ?? status}`);
}
