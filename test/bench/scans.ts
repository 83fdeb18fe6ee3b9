import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { escapeRegExp } from '../../server/src/model/escapeRegExp.ts';
import { wordsToScanFor } from '../../server/src/service/cues.ts';
import { type Command, runForCpu, runToEnd } from './children.ts';
import type { Figures } from './figures.ts';
import { writeProjects } from './projects.ts';

/** What is there to be run and looked at. */
export interface ScanWorld {
  /** The Node that runs scripts. */
  readonly node: string;
  /** Our command line, and what makes a Node tell what it takes. */
  readonly ours: { readonly cli: string; readonly probe: string };
  /** Programs; oxlint is a script. */
  readonly ripgrep: string;
  readonly astGrep: string;
  readonly oxlint: string;
  /** What only reads, and what only parses. */
  readonly reading: string;
  readonly parsing: string;
  /** Trees, and the parts of the large one. */
  readonly large: string;
  readonly claimed: string;
  readonly small: string;
  readonly sample: string;
  readonly slices: readonly string[];
  /** For files of our own. */
  readonly folder: string;
}

/** One thing that somebody does in every round. */
export interface Scan {
  /** It takes so long that it is not done in every round. */
  readonly isLong?: boolean;
  /** @returns figures by id */
  run(): Promise<Figures>;
}

const CLEAN = [0];
const FOUND = [1];
const EITHER = [0, 1];

/** What is measured of scans, in groups: what is compared stands in one, and takes turns. */
export function scansOf(world: ScanWorld): readonly (readonly Scan[])[] {
  const { node, ours, large, claimed, small, sample, slices, folder } = world;
  const words = wordsToScanFor().map(escapeRegExp).join('|');
  const rules = join(folder, 'codes.yml');
  writeFileSync(rules, codesInQuotes());
  const results = join(folder, 'peak.txt');
  const projects = writeProjects(join(folder, 'projects'));

  const check = (where: string, ...paths: readonly string[]): Command => {
    return { file: node, args: [ours.cli, 'check', ...paths], folder: where };
  };
  const timed = (id: string, command: Command, expected: readonly number[], megabytes?: number): Scan => ({
    async run() {
      const time = await runToEnd(command, expected);
      return new Map([[id, time], ...(megabytes === undefined ? [] : [[`${id}.rate`, time / megabytes] as const])]);
    },
  });
  const weighed = (id: string, { file, args, folder: where }: Command, expected: readonly number[]): Scan => ({
    async run() {
      const command = { file, args: ['--require', ours.probe, ...args], ...(where !== undefined && { folder: where }) };
      const time = await runToEnd(command, expected, { BENCH_PEAK: results });
      return new Map([
        [`${id}.peak`, Number(readFileSync(results, 'utf8'))],
        [`${id}.weighed`, time],
      ]);
    },
  });
  const costs = (id: string, command: Command, expected: readonly number[]): Scan => ({
    async run() {
      const { cpu } = await runForCpu(command, expected);
      return new Map(cpu === undefined ? [] : [[`${id}.cpu`, cpu]]);
    },
  });
  const rg = (where: string, ...options: readonly string[]): Command => {
    const args = ['--no-config', ...options, '--files-with-matches', '--regexp', words, '.'];
    return { file: world.ripgrep, args, folder: where };
  };
  const script = slices.map((slice) => `${slice}/script`);
  const part = (count: number): readonly Scan[] => {
    const paths = slices.slice(0, count);
    const megabytes = paths.reduce((sum, path) => sum + bytesBelow(join(large, path)), 0) / 1e6;
    const command = check(large, ...paths);
    return [timed(`part.${count}`, command, FOUND, megabytes), weighed(`part.${count}`, command, FOUND)];
  };
  const astGrep: Command = {
    file: world.astGrep,
    args: ['scan', '--rule', rules, slices[1] ?? '.'],
    folder: large,
  };
  const alone = (program: string, tree: string): Command => ({ file: node, args: [program, tree], folder });
  const nothing: Command = { file: node, args: ['-e', '0'], folder };

  return [
    [
      timed('large', check(large), FOUND),
      timed('rg', rg(large, '--ignore-case'), CLEAN),
      timed('rg.case', rg(large), CLEAN),
      weighed('large', check(large), FOUND),
      weighed('reading.large', alone(world.reading, large), CLEAN),
      // Once is enough for both: what being weighed takes is nothing against this.
      { ...weighed('claimed', check(claimed), FOUND), isLong: true },
      { ...weighed('parsing.claimed', alone(world.parsing, claimed), CLEAN), isLong: true },
    ],
    [
      costs('projects', check(projects), CLEAN),
      costs('rg.projects', rg(projects, '--ignore-case'), EITHER),
      costs('reading.projects', alone(world.reading, projects), CLEAN),
    ],
    [
      // Half a minute or more for what takes others one second: a part has to do.
      { ...timed('quarter', check(large, slices[1] ?? '.'), CLEAN), isLong: true },
      { ...timed('ast-grep', astGrep, EITHER), isLong: true },
    ],
    [
      timed('script', check(large, ...script), CLEAN),
      timed(
        'oxlint',
        { file: node, args: [world.oxlint, '--allow', 'all', '--deny', 'default-case', ...script], folder: large },
        EITHER,
      ),
    ],
    [
      timed('small', check(small), CLEAN),
      timed('nothing', nothing, CLEAN),
      timed('found', check(folder, small, sample), FOUND),
      timed('small.again', check(small), CLEAN),
      weighed('small', check(small), CLEAN),
      weighed('reading.small', alone(world.reading, small), CLEAN),
      weighed('found', check(folder, small, sample), FOUND),
    ],
    [part(1), part(2), part(4)].flat(),
  ];
}

/** Files and bytes of a tree, for the facts above the table. */
export function sizeOf(tree: string): { readonly files: number; readonly bytes: number } {
  const files = filesBelow(tree);
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

function bytesBelow(folder: string): number {
  return sizeOf(folder).bytes;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(join('/', '.git', '/')));
}

/** What ast-grep calls a language, and literals in it. */
const LITERALS: Readonly<Record<string, string>> = {
  CSharp: 'string_literal',
  Go: 'interpreted_string_literal',
  Java: 'string_literal',
  JavaScript: 'string',
  Json: 'string',
  Kotlin: 'string_literal',
  Php: 'string',
  Python: 'string',
  Ruby: 'string',
  Rust: 'string_literal',
  Swift: 'line_string_literal',
  Tsx: 'string',
  TypeScript: 'string',
};

/** Rules for ast-grep that find codes in quotes: the least that a rule equal to any of ours has to look for. */
function codesInQuotes(): string {
  const codes = loadCatalogData().codes.map(({ code }) => code);
  return Object.entries(LITERALS)
    .map(([language, kind]) =>
      [
        `id: codes-${language.toLowerCase()}`,
        `language: ${language}`,
        'rule:',
        `  kind: ${kind}`,
        `  regex: ^["'](?:${[...new Set(codes)].join('|')})["']$`,
        '',
      ].join('\n'),
    )
    .join('---\n');
}
