import { join } from 'node:path';
import { checkedEndings } from '../../server/src/languages/registry.json';
import { escapeRegExp } from '../../server/src/model/escapeRegExp.ts';
import { BUILD_OUTPUT, DEPENDENCIES } from '../../server/src/scan/walk.ts';
import { wordsToScanFor } from '../../server/src/service/cues.ts';
import { type Command, ended, runForCpu } from './children.ts';
import { number, spread } from './format.ts';
import { install, temporaryFolder } from './product.ts';
import { median } from './statistics.ts';
import { alignedTable } from './table.ts';

/** What is compared, and how often. */
export interface TreeOptions {
  /** The folder of package.json. `dist/` must have been built with `--production`. */
  readonly root: string;
  readonly node: string;
  readonly ripgrep: string;
  readonly rounds: number;
  /** The folder to look through; nothing is written into it. */
  readonly tree: string;
}

/** What one of the two has taken, and what it says. */
export interface Taken {
  readonly name: string;
  /** Milliseconds, round by round; of CPU only where the system tells. */
  readonly times: readonly number[];
  readonly cpu: readonly number[];
  /** MiB, where the system tells. */
  readonly peak?: number;
  readonly files: number;
  readonly found: string;
}

const CHECK_CODES = [0, 1, 2];
const RIPGREP_CODES = [0, 1, 2];

/** Measures `check` on somebody's own folder against ripgrep, in turns, and prints a table. */
export async function compareTree({ root, node, ripgrep, rounds, tree }: TreeOptions): Promise<void> {
  const cli = join(install(root, temporaryFolder()), 'cli.js');
  const ours: Command = { file: node, args: [cli, 'check'], folder: tree };
  const theirs: Command = { file: ripgrep, args: ripgrepArguments(), folder: tree };

  // The first to touch a file on the disk pays for all: these are not timed.
  console.error('Looking through it once with both ...');
  const check = await ended(
    { ...ours, args: [...ours.args, '--verbose', '--reporter', 'json'] },
    ...[CHECK_CODES, { isWeighed: true }],
  );
  const search = await ended({ ...theirs, args: ['--stats', ...theirs.args] }, RIPGREP_CODES, { isWeighed: true });
  const taken = { ours: { times: [], cpu: [] } as Counted, theirs: { times: [], cpu: [] } as Counted };
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds} ...`);
    const turns = [
      { command: ours, into: taken.ours, codes: CHECK_CODES },
      { command: theirs, into: taken.theirs, codes: RIPGREP_CODES },
    ];
    // Whoever comes second may profit: they take turns at that, too.
    for (const { command, into, codes } of round % 2 === 0 ? turns.toReversed() : turns) {
      const { time, cpu } = await runForCpu(command, codes);
      into.times.push(time);
      if (cpu !== undefined) into.cpu.push(cpu);
    }
  }
  console.log(
    toComparison(
      { name: 'thinq-nugu check', ...taken.ours, ...weightOf(check), ...readReport(check.stdout, check.stderr) },
      { name: 'ripgrep -i', ...taken.theirs, ...weightOf(search), ...readStatistics(search.stdout) },
    ),
  );
  if (check.code === 2)
    console.log('\n`check` could not look at all of it: `thinq-nugu check --verbose` in that folder says why.');
}

interface Counted {
  readonly times: number[];
  readonly cpu: number[];
}

function weightOf({ peak }: { readonly peak?: number }): Pick<Taken, 'peak'> {
  return peak === undefined ? {} : { peak };
}

/** The words that `check` looks for first, in the files that it looks at, as far as ripgrep can be told. */
function ripgrepArguments(): readonly string[] {
  const words = wordsToScanFor().map(escapeRegExp).join('|');
  return [
    ...['--no-config', '--ignore-case', '--files-with-matches', '--hidden', '--no-require-git', '--no-messages'],
    ...checkedEndings.flatMap((ending) => ['--type-add', `checked:*${ending}`]),
    ...['--type', 'checked'],
    ...['.git', ...DEPENDENCIES, ...BUILD_OUTPUT].flatMap((name) => ['--glob', `!${name}/`]),
    ...['--regexp', words, '.'],
  ];
}

/** What `check --verbose --reporter json` says. */
export function readReport(stdout: string, stderr: string): Pick<Taken, 'files' | 'found'> {
  const { summary } = JSON.parse(stdout) as { readonly summary: Readonly<Record<string, number>> };
  const { errors = 0, warnings = 0, information = 0, hints = 0, filesWithFindings = 0 } = summary;
  const count = errors + warnings + information + hints;
  const files = /^(\d+) files checked\.$/m.exec(stderr)?.[1];
  if (files === undefined) throw new Error(`check does not say how many files it has looked at: ${stderr}`);
  return { files: Number(files), found: `${counted(count, 'finding')} in ${counted(filesWithFindings, 'file')}` };
}

/** What ripgrep's `--stats` says. */
export function readStatistics(stdout: string): Pick<Taken, 'files' | 'found'> {
  const count = (what: string): number => Number(new RegExp(`^(\\d+) ${what}$`, 'm').exec(stdout)?.[1]);
  return {
    files: count('files searched'),
    found: `${counted(count('files contained matches'), 'file')} with a word of ours`,
  };
}

/** The two side by side, as a table of Markdown: what the system does not tell is left out. */
export function toComparison(ours: Taken, theirs: Taken): string {
  const times = (what: string, of: (taken: Taken) => readonly number[]): readonly (readonly string[])[] => {
    if (of(ours).length === 0) return [];
    const ratio = median(of(ours).map((time, round) => time / (of(theirs)[round] ?? Number.NaN)));
    return [[what, spread(of(ours), 'ms'), spread(of(theirs), 'ms'), `${number(ratio, 2)} ×`]];
  };
  const peaks = [ours, theirs].flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
  const weights =
    peaks.length === 2
      ? [
          [
            'Peak memory',
            ...peaks.map((peak) => `${number(peak)} MiB`),
            `${number((peaks[0] ?? 0) / (peaks[1] ?? 1), 2)} ×`,
          ],
        ]
      : [];
  return alignedTable(
    [
      ['What', ours.name, theirs.name, 'Ratio'],
      ...times('Time: median [min–max]', ({ times: all }) => all),
      ...times('CPU: median [min–max]', ({ cpu }) => cpu),
      ...weights,
      ['Files', ...[ours, theirs].map(({ files }) => files.toLocaleString('en')), ''],
      ['Found', ours.found, theirs.found, ''],
    ],
    [1, 2, 3],
  );
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}
