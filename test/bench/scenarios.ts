import type { Diagnostic } from 'vscode-languageserver/node';
import type { Command } from './children.ts';
import { type BenchClient, pause, startClient } from './client.ts';
import { type Corpus, type CorpusFile, type Files, GROWTH_LINES } from './corpus.ts';
import { CALL, CODE, NAME, OUTSIDE, pointsIn } from './points.ts';
import { percentile } from './statistics.ts';

/** How often each thing is asked in one session. */
export interface Effort {
  readonly hovers: number;
  readonly completions: number;
  /** Edits that are waited for one by one. */
  readonly edits: number;
  /** Those and the ones that come in bursts, before memory is read a second time; an even number. */
  readonly allEdits: number;
  /** Files that are opened and closed one after another. */
  readonly files: number;
}

/** A session with one server, and the figures that come of it, by id. */
export interface Scenario {
  readonly name: string;
  /** Only ours plays it: there is nobody to compare with. */
  readonly isOurs?: true;
  /** It takes so long that it is not played in every round. */
  readonly isLong?: true;
  run(server: Server, effort: Effort): Promise<Map<string, number>>;
}

/** A server to be measured. */
export interface Server {
  readonly name: string;
  readonly command: Command;
  /** It is ours: a file in which it finds nothing has not been read. */
  readonly finds: boolean;
  /** The same, telling what it takes; of ours only. */
  readonly probed?: Command;
  /** Names of the scenarios that it plays; all of them, if not given. */
  readonly plays?: readonly string[];
  /** What it is asked, where that differs from the others. */
  readonly effort?: Effort;
}

/** Edits that come faster than any server answers. */
const BURST = 40;
/** Milliseconds between an answer and the next keystroke. */
const BREATH = 5;

/** Milliseconds in which a server has nothing to do, as between a window's opening and its first file. */
const IDLE = 1_000;
/** What is over in a moment is done so often in a round. */
const REPEATED = 3;

/** Everything that is done in a round, each in a fresh process. */
export function scenariosOf(corpus: Corpus): readonly Scenario[] {
  const { folder, project, pairs, growth, programs } = corpus;
  return [
    ...filesOf('', corpus),
    ...filesOf('project.', project),
    ...Object.entries(pairs).flatMap(([language, pair]) => Array(REPEATED).fill(cpuOfFiles(language, folder, pair))),
    ...programs.flatMap(({ name, followed, alone }) => [
      session(`program.${name}.followed`, folder, followed, workOnNames),
      session(`program.${name}.alone`, folder, alone, workOnNames),
    ]),
    ...growth.map((file, index) => session(`growth.${index}`, folder, file, undefined, GROWTH_LINES[index])),
    openingAndClosing(corpus),
  ];
}

/** What is done with files of each kind. */
function filesOf(prefix: string, { folder, small, typescript, python, json }: Files): readonly Scenario[] {
  return [
    session(`${prefix}small`, folder, small, async (client, file, effort) => [
      ...(await hovers(client, file, effort)),
      ...(await completions(client, file, effort)),
    ]),
    session(`${prefix}typescript`, folder, typescript, async (client, file, effort) => [
      ['memory.open', await client.memory()],
      ...(await hovers(client, file, effort)),
      ...(await edits(client, file, effort)),
      ['memory.edited', await client.memory()],
      // Last, since each of these is two edits more.
      ...(await completions(client, file, effort)),
    ]),
    session(`${prefix}python`, folder, python),
    session(`${prefix}json`, folder, json),
  ];
}

/** Hovers over names of other files, and edits between them. */
async function workOnNames(client: BenchClient, file: CorpusFile, effort: Effort): Promise<Values> {
  return [
    ...(await hovers(client, file, effort, OUTSIDE, CODE)),
    ...(await edits(client, file, { ...effort, allEdits: effort.edits }, CALL)),
  ];
}

/** What a file costs a server that has had a second to itself, and what the next file of the language costs. */
function cpuOfFiles(language: string, folder: string, [first, second]: readonly [CorpusFile, CorpusFile]): Scenario {
  return {
    name: `cpu.${language}`,
    isOurs: true,
    async run({ probed, finds }) {
      if (!probed) return new Map();
      const client = await startClient(probed, folder);
      const costOf = async (file: CorpusFile): Promise<number> => {
        await pause(IDLE);
        const before = await client.cpu();
        const found = await client.open(file);
        if (finds) expectFindings(file, found);
        return (await client.cpu()) - before;
      };
      const figures = new Map([
        [`cpu.${language}.idle`, await costOf(first)],
        [`cpu.${language}.second`, await costOf(second)],
      ]);
      await client.stop();
      return figures;
    },
  };
}

/** Somebody who looks at many files, one after another. */
function openingAndClosing({ folder, passing }: Corpus): Scenario {
  return {
    name: 'passing',
    isOurs: true,
    isLong: true,
    async run(server, { files }) {
      const client = await startClient(server.command, folder);
      for (let number = 0; number < files; number++) {
        await client.open(passing(number));
        await client.close();
      }
      const memory = await client.memory();
      await client.stop();
      return new Map([['passing.memory', memory]]);
    },
  };
}

type Values = readonly (readonly [id: string, value: number])[];
type Further = (client: BenchClient, file: CorpusFile, effort: Effort) => Promise<Values>;

/** Starts a server, opens a file, waits for its diagnostics and goes on from there. @param lines for a rate */
function session(
  name: string,
  folder: string,
  file: CorpusFile,
  further: Further = async () => [],
  lines?: number,
): Scenario {
  return {
    name,
    async run(server, effort) {
      const client = await startClient(server.command, folder);
      const start = performance.now();
      const diagnostics = await client.open(file);
      const first = performance.now() - start;
      const reached = client.age();
      if (server.finds) expectFindings(file, diagnostics);
      const more = await further(client, file, effort);
      await client.stop();
      return new Map([
        ['startup', client.startup],
        [`${name}.first`, first],
        [`${name}.reached`, reached],
        ...(lines === undefined ? [] : [[`${name}.rate`, (1000 * first) / lines] as const]),
        ...more.map(([id, value]) => [`${name}.${id}`, value] as const),
      ]);
    },
  };
}

/** A server that skips a file is fast and says nothing. */
function expectFindings(file: CorpusFile, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0 || diagnostics.some(({ code }) => code === 'file-skipped'))
    throw new Error(`${file.uri} was not checked: ${diagnostics[0]?.message ?? 'nothing was found'}`);
}

/** Half of them over codes, half over names that mean nothing, if nothing else is given. */
async function hovers(
  client: BenchClient,
  file: CorpusFile,
  effort: Effort,
  one = CODE,
  another = NAME,
): Promise<Values> {
  if (!client.canHover) return [];
  const half = Math.ceil(effort.hovers / 2);
  const codes = pointsIn(file, one, half);
  const names = pointsIn(file, another, half);
  const times: number[] = [];
  for (const position of codes.flatMap((code, index) => [code, names[index] ?? code])) {
    times.push(await timed(() => client.hover(position)));
  }
  return [
    ['hover.p50', percentile(times, 0.5)],
    ['hover.p99', percentile(times, 0.99)],
  ];
}

/** Asked right behind the keystroke that calls for it, as editors do. */
async function completions(client: BenchClient, file: CorpusFile, effort: Effort): Promise<Values> {
  if (!client.canComplete) return [];
  const times: number[] = [];
  for (const at of pointsIn(file, CODE, effort.completions)) {
    const last = { line: at.line, character: at.character - 1 };
    await client.edit({ at: last, remove: 1 });
    times.push(await timed(() => client.complete(last)));
    await client.edit({ at: last, insert: '2' });
    await client.settled();
    await pause(BREATH);
  }
  return [['completion.p95', percentile(times, 0.95)]];
}

/** Keystrokes in ordinary code all over the file: some one by one, the rest in bursts. */
async function edits(client: BenchClient, file: CorpusFile, effort: Effort, where = NAME): Promise<Values> {
  const points = pointsIn(file, where, effort.allEdits / 2);
  const strokes = points.flatMap((at) => [
    { at, insert: 's' },
    { at, remove: 1 },
  ]);
  // A stride puts those that are timed all over the file.
  const stride = 37;
  const order = strokes.map((_, index) => strokes[(2 * stride * (index >> 1) + (index & 1)) % strokes.length]);
  const times: number[] = [];
  for (const [index, stroke] of order.entries()) {
    if (!stroke) continue;
    const single = index < effort.edits;
    const send = async (): Promise<unknown> => {
      await client.edit(stroke);
      return (single || index % BURST === 0) && client.settled();
    };
    const time = await timed(send);
    if (!single) continue;
    times.push(time);
    await pause(BREATH);
  }
  await client.settled();
  return [
    ['edit.p50', percentile(times, 0.5)],
    ['edit.p95', percentile(times, 0.95)],
  ];
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}
