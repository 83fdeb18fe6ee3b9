import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { machineFacts, writePage } from './page.ts';
import { type Effort, type Scenario, type Server, scenariosOf } from './scenarios.ts';
import { median } from './statistics.ts';
import { type Round, toTable } from './table.ts';

/** How a run goes. */
export interface Options {
  /** The folder of package.json. `dist/` must have been built with `--production --bench`. */
  readonly root: string;
  readonly rounds: number;
  /** Edits before memory is read a second time. */
  readonly edits: number;
  /** Ask less of each server in a round. */
  readonly quick: boolean;
  /** Put the table into docs/performance.md. */
  readonly write: boolean;
}

const FULL = { hovers: 200, completions: 20, edits: 40 };
const QUICK = { hovers: 60, completions: 8, edits: 20 };

/** Measures our server and the floor, turn by turn, and prints the table. */
export async function bench({ root, rounds, edits, quick, write }: Options): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

  const servers = installServers(join(root, 'dist'), join(folder, 'servers'));
  const scenarios = scenariosOf(writeCorpus(join(folder, 'corpus')));
  const effort = { ...(quick ? QUICK : FULL), allEdits: edits };
  // The first to touch a file on the disk would pay for both.
  await playRound(scenarios.slice(0, 1), servers, effort, false);
  const results: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds} ...`);
    // Whoever comes second may profit: they take turns at that, too.
    results.push(await playRound(scenarios, servers, effort, round % 2 === 0));
  }
  const table = toTable(results);
  const facts = machineFacts(rounds, edits);
  console.log(`${facts}\n\n${table}`);
  if (write) writePage(join(root, 'docs/performance.md'), facts, table);
}

interface Servers {
  readonly ours: Server;
  readonly floor: Server;
}

/** Copies the servers, so that a build during the run changes nothing. */
function installServers(dist: string, folder: string): Servers {
  mkdirSync(folder, { recursive: true });
  for (const name of ['server.js', 'grammars', 'bench/emptyServer.js']) {
    cpSync(join(dist, name), join(folder, name), { recursive: true });
  }
  return {
    ours: { name: 'ours', args: [join(folder, 'server.js'), '--stdio'], finds: true },
    floor: { name: 'floor', args: [join(folder, 'bench/emptyServer.js'), '--stdio'], finds: false },
  };
}

/** Plays every scenario with both servers, one right after the other. */
async function playRound(
  scenarios: readonly Scenario[],
  servers: Servers,
  effort: Effort,
  floorFirst: boolean,
): Promise<Round> {
  const values = { ours: new Map<string, number[]>(), floor: new Map<string, number[]>() };
  const order = floorFirst ? (['floor', 'ours'] as const) : (['ours', 'floor'] as const);
  for (const scenario of scenarios) {
    for (const side of order) {
      for (const [id, value] of await scenario.run(servers[side], effort)) {
        values[side].set(id, [...(values[side].get(id) ?? []), value]);
      }
    }
  }
  // Only the start is measured in several sessions of a round.
  const middle = (of: ReadonlyMap<string, number[]>) => new Map([...of].map(([id, all]) => [id, median(all)] as const));
  return { ours: middle(values.ours), floor: middle(values.floor) };
}
