import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createPatterns, leavesOut } from '../../server/src/ignore/patterns.ts';
import { nodeFiles } from '../../server/src/node/files.ts';
import { walk } from '../../server/src/scan/walk.ts';
import { TRIES_ALL } from '../harness/extent.ts';
import { countWork, type WorkCounter } from '../harness/work.ts';

/** A source of chance that gives the same numbers each time. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Repositories with patterns of any kind. */
const CASES = TRIES_ALL ? 400 : 15;

const NAMES = ['a', 'b', 'ab', 'a.js', 'b.js', 'ab.js', 'a.b.js', 'c-d', 'x y', 'dist2', '#a', '!b', 'é.js'];
const GLOBS = [
  'a',
  'b',
  '*',
  '*.js',
  'a*',
  '?',
  '??',
  '[ab]',
  '[!a]*',
  '[a-b].js',
  '**',
  'a**',
  'ab',
  'dist2',
  '[[:alpha:]]',
  '[]a]',
  '[a',
  '\\a',
  'x y',
  'x\\ y',
  '*b*',
  'a.?.js',
  '[z-a]',
  '\\#a',
  '\\!b',
  '[^a-b]*',
  'x y  ',
  'a\\',
  '*a*b*',
  '**/*a*.*',
  '[[:',
  '[[:a]',
  '[[:alpha:][:digit:]]',
  'a*b*c*d*e*',
];

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function pattern(random: (below: number) => number): string {
  const parts = Array.from({ length: 1 + random(3) }, () => GLOBS[random(GLOBS.length)] ?? '');
  const path = parts.slice(0, random(2) === 0 ? 1 : parts.length).join('/');
  return `${random(4) === 0 ? '!' : ''}${random(4) === 0 ? '/' : ''}${path}${random(4) === 0 ? '/' : ''}`;
}

function walkAll(root: string, everything = false): readonly string[] {
  const found = walk(root, nodeFiles, { around: [], top: root, everything, isWanted: () => true, onSkip: () => {} });
  return [...found]
    .flat()
    .map(({ path }) => path.slice(root.length + 1))
    .filter((path) => !path.endsWith('.gitignore'))
    .sort();
}

/** Some files with patterns of any kind, by their paths. */
function ignoreFiles(random: (below: number) => number): ReadonlyMap<string, string> {
  const ignoreFile = (): string =>
    Array.from({ length: 1 + random(6) }, () => pattern(random)).join(random(3) === 0 ? '\r\n' : '\n');
  const texts = new Map([['.gitignore', ignoreFile()]]);
  for (const name of ['a', 'b', 'ab', 'a/b']) if (random(2) === 0) texts.set(`${name}/.gitignore`, ignoreFile());
  if (random(2) === 0) texts.set('.git/info/exclude', ignoreFile());
  return texts;
}

function writeWherePossible(path: string, text: string): void {
  try {
    write(path, text);
  } catch {
    // A file stands where a folder would have to.
  }
}

function whatGitKeeps(folder: string): readonly string[] {
  const options = ['-z', '--others', '--exclude-standard'];
  const args = ['-C', folder, '-c', 'core.excludesFile=/dev/null', 'ls-files', ...options];
  const kept = execFileSync('git', args, { encoding: 'utf8' }).split('\0');
  return kept.filter((path) => path !== '' && !path.endsWith('.gitignore')).sort();
}

describe('what is ignored', function () {
  this.timeout(120_000);
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'ignore-'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is what git ignores, whatever the patterns', () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const random = createRandom(seed);
      const folder = join(root, `case-${seed}`);
      mkdirSync(folder);
      execFileSync('git', ['init', '-q', folder]);
      for (let count = 0; count < 60; count++) {
        const depth = 1 + random(4);
        const path = Array.from({ length: depth }, () => NAMES[random(NAMES.length)]).join('/');
        writeWherePossible(join(folder, path), '');
      }
      const ignored = ignoreFiles(random);
      for (const [path, text] of ignored) writeWherePossible(join(folder, path), text);
      const told = [...ignored].map(([path, text]) => `${path}: ${JSON.stringify(text)}`).join('\n');
      assert.deepEqual(walkAll(folder), whatGitKeeps(folder), `seed ${seed}\n${told}`);
    }
  });

  it('needs no git', () => {
    const folder = join(root, 'plain');
    write(join(folder, '.gitignore'), '*.log\n/tmp\n');
    write(join(folder, 'src/.gitignore'), '!keep.log\n');
    for (const path of ['a.ts', 'a.log', 'tmp/a.ts', 'src/tmp/a.ts', 'src/keep.log']) write(join(folder, path), '');
    assert.deepEqual(walkAll(folder), ['a.ts', 'src/keep.log', 'src/tmp/a.ts']);
    assert.deepEqual(walkAll(folder, true), ['a.log', 'a.ts', 'src/keep.log', 'src/tmp/a.ts', 'tmp/a.ts']);
  });

  it('is in an inner repository what that one says', () => {
    const folder = join(root, 'outer');
    write(join(folder, '.gitignore'), '*.ts\n');
    write(join(folder, 'inner/.git/HEAD'), '');
    write(join(folder, 'inner/.git/info/exclude'), 'b.ts\n');
    for (const path of ['a.ts', 'inner/a.ts', 'inner/b.ts']) write(join(folder, path), '');
    assert.deepEqual(walkAll(folder), ['inner/a.ts']);
  });

  it('is also what others have written and what was built', () => {
    const folder = join(root, 'defaults');
    for (const path of ['a.ts', 'node_modules/x/a.ts', 'dist/a.js', 'jquery.min.js', 'src/build/a.ts'])
      write(join(folder, path), '');
    assert.deepEqual(walkAll(folder), ['a.ts']);
  });
});

describe('patterns of a project file', () => {
  for (const [patterns, path, isOut] of [
    [['src'], 'src/deep/a.ts', true],
    [['/src'], 'lib/src/a.ts', false],
    [['src/**/mock.ts'], 'src/mock.ts', true],
    [['*.ts', '!keep.ts'], 'src/keep.ts', false],
    [['generated/', '!generated/a.ts'], 'generated/a.ts', true],
    [['generated/'], 'src/generated', false],
    [['a/**'], 'a', false],
  ] as const) {
    it(`${patterns.join(', ')} ${isOut ? 'takes in' : 'leaves'} ${path}`, () => {
      assert.equal(leavesOut(createPatterns(patterns), path), isOut);
    });
  }
});

describe('twice as long a pattern or path', function () {
  this.timeout(60_000);
  let counter: WorkCounter;
  before(async () => {
    counter = await countWork(pathToFileURL('dist/test/'));
  });
  after(() => counter.stop());
  const stepsOnce = async (pattern: string, path: string): Promise<number> => {
    const work = await counter.of(async () => void createPatterns([pattern]).test(path, false));
    return [...work.values()].reduce((all, count) => all + count, 0);
  };
  // Now and then V8 counts some of what came before as well, and never too little.
  const steps = async (pattern: string, path: string): Promise<number> => {
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 6; attempt++) least = Math.min(least, await stepsOnce(pattern, path));
    return least;
  };

  for (const [name, pattern, path] of [
    ['stars, against a name', () => `${'*a'.repeat(8)}*b`, (size: number) => 'a'.repeat(size)],
    ['folders, against a path', () => `/${'**/a*/'.repeat(8)}b`, (size: number) => 'a/'.repeat(size)],
    ['stars in folders', () => `/**/${'*a'.repeat(8)}*b`, (size: number) => `${'a'.repeat(20)}/`.repeat(size)],
    ['as many stars', (size: number) => `${'*a'.repeat(size)}*b`, () => 'a'.repeat(46)],
    ['as many folders', (size: number) => `/${'**/a/'.repeat(size)}b`, () => 'a/'.repeat(46)],
    ['classes that never end', (size: number) => `x[${'[:'.repeat(size)}`, () => 'xa'],
    ['classes that are none', (size: number) => `x[${'[:'.repeat(size)}]`, () => 'xa'],
    ['brackets', (size: number) => `x${'[a-z]'.repeat(size)}`, (size: number) => `x${'a'.repeat(size)}`],
  ] as const)
    it(`takes twice as long at most: ${name}`, async () => {
      const [once, twice] = [await steps(pattern(1_000), path(1_000)), await steps(pattern(2_000), path(2_000))];
      assert.ok(twice <= 2.2 * once, `${once} steps, then ${twice}`);
    });
});

describe('a pattern with many stars', () => {
  const path = `${'a'.repeat(20_000)}/${'a/'.repeat(20_000)}`;
  for (const pattern of [
    `${'*a'.repeat(40)}*b`,
    `**/${'*a'.repeat(40)}*b`,
    `${'**/a/'.repeat(40)}b`,
    `${'a*/'.repeat(40)}b`,
  ])
    it(`takes no time over a long path: ${pattern.slice(0, 20)}…`, () =>
      assert.equal(leavesOut(createPatterns([`/${pattern}`]), path.slice(0, 20_000)), false));

  it('fits what it is to fit', () => {
    for (const [pattern, path, isOut] of [
      ['/*a*b*c', 'xaxbxc', true],
      ['/*a*b*c', 'xaxbxcx', false],
      ['/**/a*b/**/c', 'x/axb/y/z/c', true],
      ['/**/a*b/**/c', 'axb/c', true],
      ['/**/a*b/**/c', 'x/ax/b/c', false],
      ['/x**/y', 'xa/b/y', true],
      ['/[!a]*[[:digit:]]', 'b/1', false],
    ] as const)
      assert.equal(createPatterns([pattern]).test(path, false) === 'out', isOut, `${pattern} ${path}`);
  });
});
