import { dirname, join } from 'node:path';
import { activate } from './activation.ts';
import type { Command } from './children.ts';
import { LANGUAGES_OF_PAIRS, writeCorpus } from './corpus.ts';
import type { Figures } from './figures.ts';
import type { Part } from './goals.ts';
import { machineFacts } from './page.ts';
import { install, temporaryFolder } from './product.ts';
import { type Run, report, writeRun } from './report.ts';
import { type Scan, scansOf, sizeOf } from './scans.ts';
import { type Effort, type Scenario, type Server, scenariosOf } from './scenarios.ts';
import { median } from './statistics.ts';

export { showLast } from './report.ts';
export { compareTree } from './tree.ts';

/** How a run goes. */
export interface Options {
  /** The folder of package.json. `dist/` must have been built with `--production --bench`. */
  readonly root: string;
  /** The Node that runs our programs, and others that are scripts; its version. */
  readonly node: string;
  readonly nodeVersion: string;
  readonly rounds: number;
  /** Edits before memory is read a second time. */
  readonly edits: number;
  /** Ask less of each server in a round, and leave out what takes minutes. */
  readonly quick: boolean;
  /** Put table, chart and causes into docs/performance.md. */
  readonly write: boolean;
  /** Hold what was measured against the goals. */
  readonly gate: boolean;
  /** Where the others lie; without them, servers are measured against the empty one only. */
  readonly peers?: Peers;
  /** The trees to scan; without them nothing is scanned. */
  readonly trees?: Trees;
  readonly parts: readonly Part[];
  /** Where the figures are kept for `--last`; nowhere, if not given. */
  readonly record?: string;
  /** MB of the VSIX. */
  readonly vsix?: number;
}

/** Programs of others; but for the first two, scripts. */
export interface Peers {
  readonly ripgrep: string;
  readonly astGrep: string;
  readonly oxlint: string;
  readonly json: string;
  readonly typescript: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** Folders. */
export interface Trees {
  readonly large: string;
  readonly claimed: string;
  readonly small: string;
  readonly sample: string;
  /** Parts of the large one, by name. */
  readonly slices: readonly string[];
}

const FULL = { hovers: 200, completions: 20, edits: 40, files: 10_000 };
const QUICK = { hovers: 60, completions: 8, edits: 20, files: 0 };
/** For those that take a second for what others do in a hundredth: enough for a median. */
const SPARING: Effort = { hovers: 60, completions: 0, edits: 10, allEdits: 20, files: 0 };
/** What the server that only parses plays: there is no goal for the rest, or no grammar in it. */
const PARSED = ['small', 'typescript', 'python', ...LANGUAGES_OF_PAIRS.map((language) => `cpu.${language}`), 'passing'];
/** Rounds in which what is slow takes part. */
const FEW = 2;

/** Measures everything, turn by turn, and prints the table. @returns whether the gate lets it pass, where it is asked */
export async function bench(options: Options): Promise<boolean> {
  const { root, rounds, edits, quick, record, parts, peers, trees, vsix } = options;
  const folder = temporaryFolder();
  const started = performance.now();
  const product = install(root, join(folder, 'product'));
  const servers = parts.includes('server') ? serversOf(product, options) : [];
  const scenarios = scenariosOf(writeCorpus(join(folder, 'corpus')));
  const effort = { ...(quick ? QUICK : FULL), allEdits: edits };
  const scans =
    peers && trees
      ? scansOf({
          ...{ ...peers, ...trees, node: options.node, folder },
          ours: { cli: join(product, 'cli.js'), probe: join(product, 'bench/probe.js') },
          reading: join(product, 'bench/reading.js'),
          parsing: join(product, 'bench/parsing.js'),
        })
      : [];

  // The first to touch a file on the disk would pay for all.
  await playServers(scenarios.slice(0, 1), servers, effort, false);
  for (const [scan] of scans) await scan?.run();
  const figures: Figures[] = [];
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds}, after ${Math.round((performance.now() - started) / 1000)} s ...`);
    // Whoever comes second may profit: they take turns at that, too.
    const backwards = round % 2 === 0;
    const playing = servers.filter(({ effort: own }) => !own || round <= FEW);
    const withLong = !quick && round <= FEW;
    figures.push(
      new Map([
        ...(await playScans(withLong ? scans : scans.map((group) => group.filter(isShort)), backwards)),
        ...(await playServers(withLong ? scenarios : scenarios.filter(isShort), playing, effort, backwards)),
        ...(parts.includes('server') ? await activate(extensionHost(product, options)) : []),
        ...(vsix === undefined ? [] : [['vsix', vsix] as const]),
      ]),
    );
  }
  const facts = machineFacts({
    ...{ ...options, files: effort.files },
    ...(trees && { large: sizeOf(trees.large), small: sizeOf(trees.small) }),
  });
  const run: Run = { facts, figures };
  if (record !== undefined) writeRun(record, run);
  return report(run, options);
}

/** The extension in a host of its own. */
function extensionHost(product: string, { node }: Options): Command {
  return { file: node, args: ['--expose-gc', join(product, 'bench/extensionHost.js'), dirname(product)] };
}

function serversOf(product: string, { node, peers }: Options): readonly Server[] {
  const script = (name: string, ...args: readonly string[]) => ({ name, command: { file: node, args }, finds: false });
  const ours = [join(product, 'server.js'), '--stdio'];
  // As VS Code starts it: with the code that was compiled before.
  const env = { NODE_COMPILE_CACHE: join(product, 'compiled') };
  const probe = ['--require', join(product, 'bench/probe.js')];
  const parsing = join(product, 'bench/parsingServer.js');
  const own: readonly Server[] = [
    {
      ...{ name: 'ours', finds: true, command: { file: node, args: ours, env } },
      probed: { file: node, args: [...probe, ...ours], env, isProbed: true },
    },
    script('empty server', join(product, 'bench/emptyServer.js'), '--stdio'),
    {
      ...script('parsing server', parsing, '--stdio'),
      ...{ plays: PARSED, probed: { file: node, args: [...probe, parsing, '--stdio'], isProbed: true } },
    },
    { ...script('empty server, again', join(product, 'bench/emptyServer.js'), '--stdio'), plays: ['small'] },
  ];
  if (!peers) return own;
  return [
    ...own,
    { ...script('oxlint', peers.oxlint, '--lsp'), plays: ['typescript', 'project.typescript'] },
    {
      ...script('typescript-language-server', peers.typescript, '--stdio'),
      ...{ plays: ['typescript'], effort: SPARING },
    },
    { ...script('vscode-json-language-server', peers.json, '--stdio'), plays: ['json'], effort: SPARING },
  ];
}

function isShort({ isLong = false }: Pick<Scan | Scenario, 'isLong'>): boolean {
  return !isLong;
}

async function playScans(groups: readonly (readonly Scan[])[], backwards: boolean): Promise<Figures> {
  const figures = new Map<string, number>();
  for (const group of groups) {
    for (const scan of backwards ? group.toReversed() : group) {
      for (const [id, value] of await scan.run()) figures.set(id, value);
    }
  }
  return figures;
}

/** Plays every scenario with all servers, one right after the other. @returns figures by server and id */
async function playServers(
  scenarios: readonly Scenario[],
  servers: readonly Server[],
  effort: Effort,
  backwards: boolean,
): Promise<Figures> {
  const values = new Map<string, number[]>();
  for (const scenario of scenarios) {
    const playing = servers.filter(({ plays, finds }) => plays?.includes(scenario.name) ?? (finds || !scenario.isOurs));
    for (const server of backwards ? playing.toReversed() : playing) {
      for (const [id, value] of await scenario.run(server, server.effort ?? effort)) {
        const key = `${server.name} ${id}`;
        values.set(key, [...(values.get(key) ?? []), value]);
      }
    }
  }
  // Only the start is measured in several sessions of a round.
  return new Map([...values].map(([id, all]) => [id, median(all)] as const));
}
