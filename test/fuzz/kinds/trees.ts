import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Report } from '../../../server/src/report/report.ts';
import { CLI } from '../../harness/commandLine.ts';
import type { Kind } from '../kind.ts';
import { worked } from '../worked.ts';

/** Something in a folder that has a name. */
interface Entry {
  /** UTF-8 where it can be; every character is a byte. */
  readonly name: string;
  readonly what: 'file' | 'link' | 'fifo' | 'device' | 'folder';
  /** Content, target, or nothing. In it every character is a byte. */
  readonly text: string;
}

/** A folder that holds what folders seldom hold. */
export interface Tree {
  /** Folders around the entries, one in the other. */
  readonly folders: readonly string[];
  readonly entries: readonly Entry[];
}

/** Names that the product looks for, and names that hardly anybody gives. */
const ROLES = [
  'package.json',
  '.thinq-nugu.json',
  '.gitignore',
  'requirements.txt',
  'pyproject.toml',
  'codes.json',
  '.git',
  'appsscript.json',
];
const ODD = [
  'a b.ts',
  'a\nb.ts',
  "a'b.py",
  'a"b.json',
  '-a.ts',
  '--help',
  'a%0Ab.ts',
  '$(id).ts',
  '`id`.js',
  'a\\b.ts',
  'ㄱ.ts',
  '\u202egnp.ts',
  '😀.py',
  'é.ts',
  'é.ts',
  '#a.md',
  '?.ts',
  '*.ts',
  '[a].ts',
  ' .ts',
  '.ts',
  'a.TS',
  'CON.ts',
  '\u007f.ts',
  '\u001b[31m.ts',
  `${'x'.repeat(240)}.ts`,
  'a.d.ts',
  'node_modules',
  'dist',
].map(asBytes);
/** No UTF-8. */
const BROKEN = ['\xff.ts', 'a\xc3.json', '\xed\xa0\xbd.py', '\xc0\xae.ts'];

const SOUND = '{ "requestId": "r-1", "data": [{ "resultCode": "TemperatureOutOfRange", "smartHomeDevice": {} }] }\n';
const CONTENTS = [
  SOUND,
  '',
  '\xef\xbb\xbf',
  `\xef\xbb\xbf${SOUND}`,
  `\xff\xfe${[...SOUND].map((one) => `${one}\0`).join('')}`,
  `\xfe\xff${[...SOUND].map((one) => `\0${one}`).join('')}`,
  `${SOUND.slice(0, 40)}\xff${SOUND.slice(40)}`,
  `\0${SOUND}`,
  SOUND.replaceAll('\n', '\r'),
  'thinqconnect\n',
  '{ "dependencies": { "thinqconnect": "1" } }',
  '{ "catalog": "codes.json", "exclude": "*.ts" }',
  '{ "include": ["**"], "rules": { "unknown-code": "off" }',
  '[{ "vendor": "nugu", "code": "TEAM" }]',
  '*\n!a.ts\n**/b\n[\n\\\n',
  '['.repeat(3000),
  'ref: refs/heads/main\n',
  'gitdir: /dev/zero\n',
];
const TARGETS = [
  '.',
  '..',
  '../..',
  'missing',
  '/dev/zero',
  '/dev/null',
  '/dev/full',
  '/dev/random',
  '/dev/tty',
  '/proc/self/mem',
  '/',
  'a.ts',
  'fifo',
  'x'.repeat(300),
];

const names = fc.oneof(
  fc.constantFrom('a.ts', 'b.json', 'c.py', 'd.md', 'fifo', 'sub'),
  fc.constantFrom(...ROLES),
  fc.constantFrom(...ODD),
  fc.constantFrom(...BROKEN),
);
const entry: fc.Arbitrary<Entry> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ name: names, what: fc.constant('file' as const), text: fc.constantFrom(...CONTENTS) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ name: names, what: fc.constant('link' as const), text: fc.constantFrom(...TARGETS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ name: names, what: fc.constantFrom('fifo', 'device', 'folder'), text: fc.constant('') }),
  },
);
const tree: fc.Arbitrary<Tree> = fc.record({
  folders: fc.array(fc.oneof(fc.constantFrom('src', 'a'), fc.constantFrom(...ODD.slice(0, 24))), { maxLength: 2 }),
  entries: fc.array(entry, { minLength: 1, maxLength: 6 }),
});

/** Trees that one run looks at, each of which has a file beside it that must be found whatever lies in the tree. */
const BESIDE = 'beside.json';

/** Trees of files, in which `check` finds what there is to find, and that end it nowhere. */
export const trees: Kind<readonly Tree[]> = {
  name: 'trees',
  unit: 'a tree checked',
  share: 2.5,
  isOrdinary: true,
  inputs: async () => fc.array(tree, { minLength: 1, maxLength: 40, size: 'max' }),
  count: (all) => all.length,
  async open() {
    const running = new AbortController();
    let last: Promise<unknown> = Promise.resolve();
    const attempt = async (all: readonly Tree[]): Promise<number> => {
      const root = mkdtempSync(join(tmpdir(), 'thinq-nugu-fuzz-'));
      try {
        build(root, all);
        const before = worked(process.pid);
        const { passed, stdout } = await check(root, running.signal);
        const after = worked(process.pid);
        const { files } = JSON.parse(stdout) as Report;
        const found = new Set(files.filter(({ findings }) => findings.length > 0).map(({ path }) => path));
        for (const index of all.keys())
          assert.ok(found.has(`${index}/${BESIDE}`), `${index}/${BESIDE} was not looked at`);
        // Starting and printing is no part of any tree.
        return Math.max(0, (before !== undefined && after !== undefined ? after - before : passed) - STARTED_MS);
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    };
    return {
      attempt(all) {
        const attempted = attempt(all);
        last = attempted.catch(() => {});
        return attempted;
      },
      async close() {
        running.abort();
        await last;
      },
    };
  },
  *smaller(all) {
    if (all.length > 1) for (const one of all) yield [one];
    for (const { folders, entries } of all.slice(0, 1)) {
      for (const index of entries.keys())
        if (entries.length > 1) yield [{ folders, entries: entries.toSpliced(index, 1) }];
      for (const index of folders.keys()) yield [{ folders: folders.toSpliced(index, 1), entries }];
    }
  },
};

/** Milliseconds of work until the program is started and has loaded its languages. */
const STARTED_MS = 1000;

function check(cwd: string, signal: AbortSignal): Promise<{ readonly passed: number; readonly stdout: string }> {
  const start = performance.now();
  const args = [CLI, 'check', '--reporter', 'json'];
  const limits = { signal, killSignal: 'SIGKILL', maxBuffer: 1 << 28 } as const;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, encoding: 'utf8', ...limits }, (error, stdout, stderr) => {
      const passed = performance.now() - start;
      const ended = error?.signal ?? error?.code ?? 0;
      if (/^ {4}at /m.test(stderr) || ![0, 1, 2].includes(Number(ended)))
        reject(new Error(`check ended with ${ended} after ${Math.round(passed)} ms: ${stderr.slice(0, 2000)}`));
      else resolve({ passed, stdout });
    });
  });
}

/** Makes the trees. What the system does not take, such as a name for the second time, is left out. */
function build(root: string, all: readonly Tree[]): void {
  const fifos: Buffer[] = [];
  const devices: Buffer[] = [];
  for (const [index, { folders, entries }] of all.entries()) {
    mkdirSync(join(root, String(index)));
    writeFileSync(join(root, String(index), BESIDE), SOUND);
    const folder = pathOf(root, String(index), 'tree', ...folders);
    mkdirSync(folder, { recursive: true });
    for (const { name, what, text } of entries) {
      const path = Buffer.concat([folder, Buffer.from(`/${name}`, 'latin1')]);
      if (what === 'fifo') fifos.push(path);
      else if (what === 'device') devices.push(path);
      else
        tolerant(() => {
          if (what === 'file') writeFileSync(path, Buffer.from(text, 'latin1'), { flag: 'wx' });
          else if (what === 'link') symlinkSync(text, path);
          else mkdirSync(path);
        });
    }
  }
  if (process.platform === 'win32') return;
  // Names of no UTF-8 go to a shell as they are, each quoted.
  const quoted = (paths: readonly Buffer[]): string =>
    paths.map((path) => `'${path.toString('latin1').replaceAll("'", "'\\''")}'`).join(' ');
  const script = [
    ...fifos.map((path) => `mkfifo ${quoted([path])}`),
    // Only who may do everything may make devices.
    ...(process.getuid?.() === 0 ? devices.map((path) => `mknod ${quoted([path])} c 1 5`) : []),
  ];
  if (script.length > 0)
    tolerant(() =>
      execFileSync('sh', {
        input: Buffer.from(`${script.join('\n')}\n`, 'latin1'),
        stdio: ['pipe', 'ignore', 'ignore'],
      }),
    );
}

function pathOf(...parts: readonly string[]): Buffer {
  const [root = '', ...rest] = parts;
  return Buffer.concat([Buffer.from(root), ...rest.map((part) => Buffer.from(`/${part}`, 'latin1'))]);
}

function tolerant(act: () => unknown): void {
  try {
    act();
  } catch {
    // It is not there then, as a run of another tree shows nothing.
  }
}

/** A text whose characters are the bytes of its UTF-8. */
function asBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}
