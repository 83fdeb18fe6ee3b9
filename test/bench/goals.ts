import { GROWTH_LINES, LANGUAGES_OF_PAIRS } from './corpus.ts';
import { PROGRAMS } from './programText.ts';

/** How ours is held against another figure, or against nothing. */
export type Comparison = 'ratio' | 'difference' | 'alone';

/** Parts of a run: whole trees, the editor's side, the package. */
export type Part = 'scan' | 'server' | 'size';

/** What the same thing differs by when it is done twice: a check, the start of a server, its answers. */
export type Noise = 'check' | 'start' | 'answer';

/** Why a goal is not met, as long as it is not. */
export interface Miss {
  /** What the line came to when this was written: it may not become notably more. */
  readonly figure: number;
  /** A sentence for those who read the table. */
  readonly cause: string;
  /** Another: what stays whatever we do, so that nobody looks below it. */
  readonly floor: string;
}

/** A line of the table. */
export interface Row {
  readonly what: string;
  readonly part: Part;
  readonly unit: 'ms' | 'ms CPU' | 'MiB' | 'MB' | 'ms/MB' | 'processes';
  /** The figure. */
  readonly ours: string;
  readonly compare: Comparison;
  /** Whom it is compared with, and that figure. */
  readonly peer?: { readonly name: string; readonly figure: string };
  /** The most that is allowed of what `compare` says. */
  readonly goal?: number;
  readonly miss?: Miss;
  /** The kind of noise that such a figure has. */
  readonly noise?: Noise;
  /** The line that shows that kind: the same thing, twice. */
  readonly shows?: Noise;
}

const FLOOR = 'empty server';
const AGAIN = 'empty server, again';
const OXLINT = 'oxlint';
const TYPESCRIPT = 'typescript-language-server';

type Measured = Pick<Row, 'part' | 'unit' | 'ours' | 'compare' | 'noise' | 'peer'>;

/** One of ours and the same of another server, as a ratio. */
function server(figure: string, peer = FLOOR): Measured {
  const kind = /\b(?:hover|completion|edit)\b/.test(figure) ? 'answer' : 'start';
  return {
    ...{ part: 'server', unit: 'ms', ours: `ours ${figure}`, compare: 'ratio', noise: kind },
    peer: { name: peer, figure: `${peer} ${figure}` },
  };
}

/** One of ours, held against another figure of a scan as a ratio. */
function scan(ours: string, name: string, figure: string): Measured {
  return { part: 'scan', unit: 'ms', ours, compare: 'ratio', noise: 'check', peer: { name, figure } };
}

/** One of ours that stands for itself. */
function alone(part: Part, ours: string, unit: Row['unit']): Measured {
  return { part, unit, ours, compare: 'alone' };
}

/** What time and memory may grow by in excess of what they are given. */
const STEADY = 1.1;

const RIPGREP = ['ripgrep -i', 'rg'] as const;
const NOTHING = ['`node -e 0`', 'nothing'] as const;
const DIFFERENCE = { compare: 'difference' } as const;
const MEMORY = { unit: 'MiB' } as const;

/** What two lines say beside their figures. */
interface Both extends Pick<Row, 'goal'> {
  readonly compare?: Comparison;
  readonly unit?: Row['unit'];
  readonly peer?: string;
  readonly miss?: Miss;
  /** That of the line with a project file. */
  readonly missInProject?: Miss;
}

/** A line for files without a project file around, and one for the same files with one. */
function inBoth(what: string, figure: string, { peer, miss, missInProject, ...rest }: Both): readonly Row[] {
  return [
    { what, ...server(figure, peer), ...rest, ...(miss && { miss }) },
    {
      what: `${what}, with a project file`,
      ...server(`project.${figure}`, peer),
      ...rest,
      ...(missInProject && { miss: missInProject }),
    },
  ];
}

/** A line, and below it the same of a server that parses all of a text and does nothing with it. */
function withParsing([first, ...others]: readonly Row[]): readonly Row[] {
  return first ? [first, ...others, below(first, 'Only parsed', first.ours.replace(/^ours /, 'parsing server '))] : [];
}

/** A line, and below it the same of a program that does a part of that. */
function withPart(row: Row, part: 'Only read' | 'Only parsed', ours: string): readonly Row[] {
  return [row, below(row, part, ours)];
}

function below({ goal, miss, ...row }: Row, part: string, ours: string): Row {
  return { ...row, what: `${part}: ${row.what}`, ours };
}

const WITHOUT = 'A workspace without a word of ours';

/**
 * Every line of the table, in its order, with its goal: no other place knows one. A goal that is missed has a `miss`, and
 * one that is met has none: `--gate` holds each line to that, so a line that is met is not lost unseen. A `miss` goes as
 * soon as its goal is met; its figure is raised by nobody who does not say why.
 */
export const ROWS: readonly Row[] = [
  ...withPart(
    { what: '`check`, large tree', ...scan('large', ...RIPGREP), goal: 1.25 },
    'Only read',
    'reading.large.weighed',
  ),
  { what: '`check`, large tree', ...scan('large', 'ripgrep, one case', 'rg.case') },
  ...withPart(
    { what: '`check`, large tree: peak memory', ...alone('scan', 'large.peak', 'MiB'), goal: 130 },
    'Only read',
    'reading.large.peak',
  ),
  ...withPart(
    {
      what: '`check`, large tree, both vendors claimed',
      ...scan('claimed.weighed', 'ours, unclaimed', 'large.weighed'),
      goal: 3,
    },
    'Only parsed',
    'parsing.claimed.weighed',
  ),
  ...withPart(
    {
      what: '`check`, large tree, both vendors claimed: peak memory',
      ...alone('scan', 'claimed.peak', 'MiB'),
      goal: 250,
    },
    'Only parsed',
    'parsing.claimed.peak',
  ),
  ...withPart(
    {
      what: '`check`, 5,000 project files among 15,000 small files: CPU',
      ...scan('projects.cpu', 'ripgrep -i', 'rg.projects.cpu'),
      unit: 'ms CPU',
      goal: 4,
    },
    'Only read',
    'reading.projects.cpu',
  ),
  ...withPart(
    { what: '`check`, 15 MB, nothing found', ...scan('small', ...NOTHING), ...DIFFERENCE, goal: 100 },
    'Only read',
    'reading.small.weighed',
  ),
  { what: '`check`, 15 MB, with findings', ...scan('found', ...NOTHING), ...DIFFERENCE, goal: 200 },
  ...withPart(
    { what: '`check`, 15 MB, nothing found: peak memory', ...alone('scan', 'small.peak', 'MiB'), goal: 80 },
    'Only read',
    'reading.small.peak',
  ),
  { what: '`check`, 15 MB, with findings: peak memory', ...alone('scan', 'found.peak', 'MiB'), goal: 80 },
  { what: '`check`, a quarter of it', ...scan('quarter', 'ast-grep', 'ast-grep'), goal: 0.1 },
  { what: '`check`, all its JavaScript and TypeScript', ...scan('script', OXLINT, 'oxlint'), goal: 0.7 },
  { what: 'Process start to `initialize` answered', ...server('startup'), goal: 0.9 },
  ...withParsing(inBoth('Process start to first diagnostics, 200 lines', 'small.reached', { goal: 2 })),
  { what: 'First diagnostics, 200 lines with findings', ...server('small.first'), ...DIFFERENCE },
  ...LANGUAGES_OF_PAIRS.flatMap((language): readonly Row[] => [
    ...withParsing([
      {
        what: `First file after a second of quiet, 200 lines of ${language}: CPU`,
        ...alone('server', `ours cpu.${language}.idle`, 'ms CPU'),
        goal: 15,
      },
    ]),
    ...withParsing([
      {
        what: `Second file of a language, 200 lines of ${language}: CPU`,
        ...alone('server', `ours cpu.${language}.second`, 'ms CPU'),
        goal: 15,
      },
    ]),
  ]),
  ...withParsing(
    inBoth('First diagnostics, 10,000 lines of TypeScript', 'typescript.first', { ...DIFFERENCE, goal: 80 }),
  ),
  ...withParsing(inBoth('First diagnostics, 10,000 lines of Python', 'python.first', { ...DIFFERENCE, goal: 80 })),
  ...inBoth('First diagnostics, 10,000 lines of JSON', 'json.first', { ...DIFFERENCE, goal: 40 }),
  ...Object.keys(PROGRAMS).map((name) => ({
    what: `First diagnostics in a project of 2,000 files, ${name}`,
    ...server(`program.${name}.followed.first`),
    peer: { name: 'ours, names not followed', figure: `ours program.${name}.alone.first` },
    goal: 1.5,
  })),
  ...inBoth('Edit to diagnostics, 10,000 lines, p50', 'typescript.edit.p50', { peer: OXLINT, goal: 0.4 }),
  ...withParsing(inBoth('Edit to diagnostics, 10,000 lines, p95', 'typescript.edit.p95', { peer: OXLINT, goal: 0.4 })),
  { what: 'Edit to diagnostics, 10,000 lines, p50', ...server('typescript.edit.p50') },
  {
    what: 'Edit to diagnostics in a project of 2,000 files, typescript, p50',
    ...server('program.typescript.followed.edit.p50'),
    peer: { name: 'ours, names not followed', figure: 'ours program.typescript.alone.edit.p50' },
  },
  { what: 'Hover, 200 lines, p50', ...server('small.hover.p50') },
  ...inBoth('Hover, 200 lines, p99', 'small.hover.p99', { goal: 2 }),
  { what: 'Hover, 10,000 lines, p50', ...server('typescript.hover.p50') },
  ...inBoth('Hover, 10,000 lines, p99', 'typescript.hover.p99', { goal: 2 }),
  ...Object.keys(PROGRAMS).map((name) => ({
    what: `Hover over names of other files, ${name}, p99`,
    ...server(`program.${name}.followed.hover.p99`),
    goal: 2,
  })),
  ...withParsing(inBoth('Completion after a keystroke, 200 lines, p95', 'small.completion.p95', { goal: 4 })),
  ...withParsing(inBoth('Completion after a keystroke, 10,000 lines, p95', 'typescript.completion.p95', { goal: 6 })),
  ...withParsing(inBoth('Memory, 10,000 lines open', 'typescript.memory.open', { ...MEMORY, goal: 1.5 })),
  ...withParsing(inBoth('Memory, after many edits', 'typescript.memory.edited', { ...MEMORY, goal: 1.6 })),
  ...withParsing([
    {
      what: 'Memory, after many files were opened and closed',
      ...alone('server', 'ours passing.memory', 'MiB'),
      goal: 120,
    },
  ]),
  { what: `${WITHOUT}: processes`, ...alone('server', 'without.processes', 'processes'), goal: 0 },
  { what: `${WITHOUT}: activation`, ...alone('server', 'without.activation', 'ms'), goal: 15 },
  { what: `${WITHOUT}: memory of the extension host`, ...alone('server', 'without.memory', 'MiB'), goal: 3 },
  ...[2, 4].map((count): Row => {
    const what = `Growth ${count}×: \`check\`, time per MB`;
    return { what, ...scan(`part.${count}.rate`, 'ours at 1×', 'part.1.rate'), unit: 'ms/MB', goal: STEADY };
  }),
  ...[2, 4].map((count): Row => {
    const what = `Growth ${count}×: \`check\`, peak memory`;
    return { what, ...scan(`part.${count}.peak`, 'ours at 1×', 'part.1.peak'), ...MEMORY, goal: STEADY };
  }),
  ...GROWTH_LINES.flatMap((lines, index): readonly Row[] => {
    if (index === 0) return [];
    const what = `Growth ${2 ** index}×: first diagnostics, ${lines.toLocaleString('en')} lines, time per 1,000`;
    const peer = { name: 'ours at 1×', figure: 'ours growth.0.rate' };
    return [{ what, ...server(`growth.${index}.rate`), peer, goal: STEADY }];
  }),
  { what: 'VSIX with all grammars', ...alone('size', 'vsix', 'MB'), goal: 3 },
  { what: 'First diagnostics, 10,000 lines of TypeScript', ...server('typescript.first', OXLINT) },
  { what: 'Memory, after many edits', ...server('typescript.memory.edited', OXLINT), ...MEMORY },
  { what: 'First diagnostics, 10,000 lines of TypeScript', ...server('typescript.first', TYPESCRIPT) },
  { what: 'Edit to diagnostics, 10,000 lines, p50', ...server('typescript.edit.p50', TYPESCRIPT) },
  { what: 'Hover, 10,000 lines, p99', ...server('typescript.hover.p99', TYPESCRIPT) },
  { what: 'First diagnostics, 10,000 lines of JSON', ...server('json.first', 'vscode-json-language-server') },
  {
    what: 'Noise of the machine: `check`, 15 MB',
    ...scan('small', 'itself, again', 'small.again'),
    shows: 'check',
  },
  {
    what: 'Noise of the machine: start of the empty server',
    ...server('startup', AGAIN),
    ours: `${FLOOR} startup`,
    shows: 'start',
  },
  {
    what: 'Noise of the machine: completion in the empty server, 200 lines, p95',
    ...server('small.completion.p95', AGAIN),
    ours: `${FLOOR} small.completion.p95`,
    shows: 'answer',
  },
];
