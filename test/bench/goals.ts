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

type Pair = (typeof LANGUAGES_OF_PAIRS)[number];

const IDLE_CAUSE =
  'A typical text has been read ahead, so that catalog and grammar are loaded; what reads a program has run once, and is not optimized yet.';
const IDLE_MISSES: Readonly<Record<Pair, Miss>> = {
  TypeScript: { figure: 76, cause: IDLE_CAUSE, floor: 'Parsing the text takes 8.8 ms.' },
  Python: { figure: 81, cause: IDLE_CAUSE, floor: 'Parsing the text takes 9.3 ms.' },
};
const SECOND_CAUSE = 'What reads a program has run once, and is not optimized yet.';
const SECOND_MISSES: Readonly<Record<Pair, Miss>> = {
  TypeScript: { figure: 29, cause: SECOND_CAUSE, floor: 'Parsing the text takes 8.8 ms.' },
  Python: { figure: 32, cause: SECOND_CAUSE, floor: 'Parsing the text takes 9.3 ms.' },
};

const START_CAUSE =
  'After the answer to `initialize` 1.5 MB of code are loaded and the grammar is compiled, and all that reads and judges runs for the first time.';
const START_FLOOR = 'A server that loads the grammar and parses the text, and no more, takes 1.5 ×.';
const FIRST_CAUSE =
  'Two thirds are code that is loaded and runs for the first time, as for a file of 200 lines; the rest looks through all lines and reads those about codes.';

const HOVER_CAUSE =
  'The two slowest of 200 count, and these are the first: what describes a code runs for the first time then.';
const COMPLETION_CAUSE =
  'A text is read once more with a mark at the cursor, for what belongs there may depend on code anywhere in the file.';
const MEMORY_CAUSE = 'The parser, a grammar and its tree, the catalog, 1.5 MB of code, and what is known of the text.';
const OPEN_FLOOR = 'A server that parses the same text takes 1.52 ×.';
const EDITED_FLOOR = 'A server that parses the same text after each edit takes 1.37 ×.';

const GROWTH_CAUSE = 'The paths of more files are listed before any is read, and V8 keeps pages that it has freed.';
const GROWTH_MISSES = {
  2: { figure: 1.17, cause: GROWTH_CAUSE, floor: 'Two threads of Node that list and read the same files take 1.11 ×.' },
  4: { figure: 1.32, cause: GROWTH_CAUSE, floor: 'Two threads of Node that list and read the same files take 1.59 ×.' },
};

/** Why two lines of one thing are missed, and what each came to. */
function bothMissed(
  cause: string,
  floor: string,
  figure: number,
  inProject: number,
): Pick<Both, 'miss' | 'missInProject'> {
  return { miss: { figure, cause, floor }, missInProject: { figure: inProject, cause, floor } };
}

const WITHOUT = 'A workspace without a word of ours';

/**
 * Every line of the table, in its order, with its goal: no other place knows one. A goal that is missed has a `miss`, and
 * one that is met has none: `--gate` holds each line to that, so a line that is met is not lost unseen. A `miss` goes as
 * soon as its goal is met; its figure is raised by nobody who does not say why.
 */
export const ROWS: readonly Row[] = [
  ...withPart(
    {
      what: '`check`, large tree',
      ...scan('large', ...RIPGREP),
      goal: 1.25,
      miss: {
        figure: 2.7,
        cause:
          'Node starts, compiles the program and looks through all bytes in two threads of WebAssembly; ripgrep does that in native code.',
        floor: 'Two threads of Node that list and read the same files, and look for nothing, take 0.7 ×.',
      },
    },
    'Only read',
    'reading.large.weighed',
  ),
  { what: '`check`, large tree', ...scan('large', 'ripgrep, one case', 'rg.case') },
  ...withPart(
    {
      what: '`check`, large tree: peak memory',
      ...alone('scan', 'large.peak', 'MiB'),
      goal: 130,
      miss: {
        figure: 141,
        cause: 'Two heaps of Node, and the paths of 34,000 files.',
        floor: 'Two threads of Node that list and read the same files, and look for nothing, take 133 MiB.',
      },
    },
    'Only read',
    'reading.large.peak',
  ),
  ...withPart(
    {
      what: '`check`, large tree, both vendors claimed',
      ...scan('claimed.weighed', 'ours, unclaimed', 'large.weighed'),
      goal: 3,
      miss: {
        figure: 134,
        cause:
          'What may hold a code in a project that claims its vendor is parsed and judged: 45 million characters in 573 files. All other texts are looked through for words in JavaScript, and 10,700 for what leads to codes in others.',
        floor: 'Parsing such files and doing nothing with them takes 17.8 ×.',
      },
    },
    'Only parsed',
    'parsing.claimed.weighed',
  ),
  ...withPart(
    {
      what: '`check`, large tree, both vendors claimed: peak memory',
      ...alone('scan', 'claimed.peak', 'MiB'),
      goal: 250,
      miss: {
        figure: 665,
        cause:
          'A text of 800,000 characters takes 120 MiB of the heap and 60 of WebAssembly while it is read, and V8 keeps the pages that it has freed.',
        floor: 'Parsing those files and doing nothing with them takes 515 MiB.',
      },
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
      miss: {
        figure: 8.59,
        cause: 'Each of 5,000 project files is read, parsed and checked, and each folder is a project of its own.',
        floor: 'Listing and reading the same files in Node, and looking for nothing, takes 1.55 ×.',
      },
    },
    'Only read',
    'reading.projects.cpu',
  ),
  ...withPart(
    {
      what: '`check`, 15 MB, nothing found',
      ...scan('small', ...NOTHING),
      ...DIFFERENCE,
      goal: 100,
      miss: {
        figure: 221,
        cause: 'Beside reading 3,162 files with two threads, the program and the byte filter are compiled in both.',
        floor: 'Listing and reading the same files, and looking for nothing, takes +155 ms.',
      },
    },
    'Only read',
    'reading.small.weighed',
  ),
  {
    what: '`check`, 15 MB, with findings',
    ...scan('found', ...NOTHING),
    ...DIFFERENCE,
    goal: 200,
    miss: {
      figure: 992,
      cause:
        'The service, the parser and four grammars are loaded for the languages of the sample, and all that reads, judges and reports runs for the first time.',
      floor:
        'Where nothing is found the same takes +221 ms; loading a grammar and parsing one text takes 33 ms of CPU.',
    },
  },
  ...withPart(
    { what: '`check`, 15 MB, nothing found: peak memory', ...alone('scan', 'small.peak', 'MiB'), goal: 80 },
    'Only read',
    'reading.small.peak',
  ),
  {
    what: '`check`, 15 MB, with findings: peak memory',
    ...alone('scan', 'found.peak', 'MiB'),
    goal: 80,
    miss: {
      figure: 97,
      cause: 'Four grammars are added to what a run without findings takes.',
      floor: 'Listing and reading the same files, and looking for nothing, takes 79 MiB.',
    },
  },
  { what: '`check`, a quarter of it', ...scan('quarter', 'ast-grep', 'ast-grep'), goal: 0.1 },
  { what: '`check`, all its JavaScript and TypeScript', ...scan('script', OXLINT, 'oxlint'), goal: 0.7 },
  { what: 'Process start to `initialize` answered', ...server('startup'), goal: 0.9 },
  ...withParsing(
    inBoth('Process start to first diagnostics, 200 lines', 'small.reached', {
      goal: 2,
      ...bothMissed(START_CAUSE, START_FLOOR, 4.07, 4.54),
    }),
  ),
  { what: 'First diagnostics, 200 lines with findings', ...server('small.first'), ...DIFFERENCE },
  ...LANGUAGES_OF_PAIRS.flatMap((language): readonly Row[] => [
    ...withParsing([
      {
        what: `First file after a second of quiet, 200 lines of ${language}: CPU`,
        ...alone('server', `ours cpu.${language}.idle`, 'ms CPU'),
        goal: 15,
        miss: IDLE_MISSES[language],
      },
    ]),
    ...withParsing([
      {
        what: `Second file of a language, 200 lines of ${language}: CPU`,
        ...alone('server', `ours cpu.${language}.second`, 'ms CPU'),
        goal: 15,
        miss: SECOND_MISSES[language],
      },
    ]),
  ]),
  ...withParsing(
    inBoth('First diagnostics, 10,000 lines of TypeScript', 'typescript.first', {
      ...DIFFERENCE,
      goal: 80,
      ...bothMissed(FIRST_CAUSE, 'Loading the grammar and parsing all of the text takes +333 ms.', 567, 603),
    }),
  ),
  ...withParsing(
    inBoth('First diagnostics, 10,000 lines of Python', 'python.first', {
      ...DIFFERENCE,
      goal: 80,
      ...bothMissed(FIRST_CAUSE, 'Loading the grammar and parsing all of the text takes +306 ms.', 481, 554),
    }),
  ),
  ...inBoth('First diagnostics, 10,000 lines of JSON', 'json.first', {
    ...DIFFERENCE,
    goal: 40,
    ...bothMissed(
      'All but some ten milliseconds are code that is loaded and runs for the first time; JSON is read without a grammar.',
      'A file of 200 lines of TypeScript takes +343 ms, of which loading a grammar and parsing are 33.',
      276,
      319,
    ),
  }),
  ...Object.keys(PROGRAMS).map((name) => ({
    what: `First diagnostics in a project of 2,000 files, ${name}`,
    ...server(`program.${name}.followed.first`),
    peer: { name: 'ours, names not followed', figure: `ours program.${name}.alone.first` },
    goal: 1.5,
  })),
  ...inBoth('Edit to diagnostics, 10,000 lines, p50', 'typescript.edit.p50', {
    peer: OXLINT,
    goal: 0.4,
  }),
  ...withParsing(
    inBoth('Edit to diagnostics, 10,000 lines, p95', 'typescript.edit.p95', {
      peer: OXLINT,
      goal: 0.4,
      ...bothMissed(
        'An edit among codes, or in what they lead to, has the excerpt parsed and read again; every edit has its lines searched.',
        'Parsing again from where the text has changed takes 0.29 ×.',
        0.57,
        0.81,
      ),
    }),
  ),
  { what: 'Edit to diagnostics, 10,000 lines, p50', ...server('typescript.edit.p50') },
  {
    what: 'Edit to diagnostics in a project of 2,000 files, typescript, p50',
    ...server('program.typescript.followed.edit.p50'),
    peer: { name: 'ours, names not followed', figure: 'ours program.typescript.alone.edit.p50' },
  },
  { what: 'Hover, 200 lines, p50', ...server('small.hover.p50') },
  ...inBoth('Hover, 200 lines, p99', 'small.hover.p99', {
    goal: 2,
  }),
  { what: 'Hover, 10,000 lines, p50', ...server('typescript.hover.p50') },
  ...inBoth('Hover, 10,000 lines, p99', 'typescript.hover.p99', {
    goal: 2,
    missInProject: { figure: 2.41, cause: HOVER_CAUSE, floor: 'The median hover takes 3.8 ×, which is 0.5 ms more.' },
  }),
  ...Object.keys(PROGRAMS).map((name) => ({
    what: `Hover over names of other files, ${name}, p99`,
    ...server(`program.${name}.followed.hover.p99`),
    goal: 2,
  })),
  ...withParsing(
    inBoth('Completion after a keystroke, 200 lines, p95', 'small.completion.p95', {
      goal: 4,
      ...bothMissed(COMPLETION_CAUSE, 'Parsing again from where the text has changed takes 4.4 ×.', 14.2, 13.6),
    }),
  ),
  ...withParsing(
    inBoth('Completion after a keystroke, 10,000 lines, p95', 'typescript.completion.p95', {
      goal: 6,
      ...bothMissed(COMPLETION_CAUSE, 'Parsing again from where the text has changed takes 9.9 ×.', 81, 126),
    }),
  ),
  ...withParsing(
    inBoth('Memory, 10,000 lines open', 'typescript.memory.open', {
      ...MEMORY,
      goal: 1.5,
      ...bothMissed(MEMORY_CAUSE, OPEN_FLOOR, 1.83, 1.85),
    }),
  ),
  ...withParsing(
    inBoth('Memory, after many edits', 'typescript.memory.edited', {
      ...MEMORY,
      goal: 1.6,
      ...bothMissed(MEMORY_CAUSE, EDITED_FLOOR, 1.8, 1.72),
    }),
  ),
  ...withParsing([
    {
      what: 'Memory, after many files were opened and closed',
      ...alone('server', 'ours passing.memory', 'MiB'),
      goal: 120,
      miss: {
        figure: 147,
        cause: 'Two grammars, the code that has become fast, and what is remembered of the last 32 documents.',
        floor: 'A server that parses the same files takes 105 MiB.',
      },
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
    return {
      what,
      ...scan(`part.${count}.peak`, 'ours at 1×', 'part.1.peak'),
      ...MEMORY,
      goal: STEADY,
      miss: GROWTH_MISSES[count === 2 ? 2 : 4],
    };
  }),
  ...GROWTH_LINES.flatMap((lines, index): readonly Row[] => {
    if (index === 0) return [];
    const what = `Growth ${2 ** index}×: first diagnostics, ${lines.toLocaleString('en')} lines, time per 1,000`;
    const peer = { name: 'ours at 1×', figure: 'ours growth.0.rate' };
    return [{ what, ...server(`growth.${index}.rate`), peer, goal: STEADY }];
  }),
  { what: 'VSIX with all grammars', ...alone('size', 'vsix', 'MB'), goal: 3.7 },
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
