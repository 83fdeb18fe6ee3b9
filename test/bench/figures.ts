import { GROWTH_LINES } from './corpus.ts';
import { PROGRAMS } from './programText.ts';

/** What somebody took for something, by id. */
export type Figures = ReadonlyMap<string, number>;

/** How ours is held against another figure, or against nothing. */
export type Comparison = 'ratio' | 'difference' | 'alone';

/** A line of the table. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MiB' | 'MB' | 'ms/MB';
  /** The figure. */
  readonly ours: string;
  readonly compare: Comparison;
  /** Whom it is compared with, and that figure. */
  readonly peer?: { readonly name: string; readonly figure: string };
  /** The most that is allowed of what `compare` says. */
  readonly goal?: number;
}

const FLOOR = 'empty server';
const OXLINT = 'oxlint';
const TYPESCRIPT = 'typescript-language-server';

/** One of ours and the same of another server. */
function server(
  figure: string,
  what: string,
  goal?: number,
  { compare = 'ratio', unit = 'ms', peer = FLOOR }: { compare?: Comparison; unit?: Row['unit']; peer?: string } = {},
): Row {
  const row: Row = {
    what,
    unit,
    ours: `ours ${figure}`,
    compare,
    peer: { name: peer, figure: `${peer} ${figure}` },
  };
  return goal === undefined ? row : { ...row, goal };
}

/** One of ours, held against another figure of a scan. */
function scan(what: string, ours: string, name: string, figure: string, compare: Comparison, goal?: number): Row {
  return { what, unit: 'ms', ours, compare, peer: { name, figure }, ...(goal !== undefined && { goal }) };
}

function weight(what: string, ours: string, goal: number): Row {
  return { what, unit: 'MiB', ours, compare: 'alone', goal };
}

const DIFFERENCE = { compare: 'difference' } as const;
const MEMORY = { unit: 'MiB' } as const;

/** What time and memory may grow by in excess of what they are given. */
const STEADY = 1.1;

/** Every line, in the order of the table. */
export const ROWS: readonly Row[] = [
  scan('`check`, large tree', 'large', 'ripgrep -i', 'rg', 'ratio', 1.5),
  scan('`check`, large tree', 'large', 'ripgrep, one case', 'rg.case', 'ratio'),
  weight('`check`, large tree: peak memory', 'large.peak', 150),
  scan('`check`, 15 MB, nothing found', 'small', '`node -e 0`', 'nothing', 'difference', 100),
  scan('`check`, 15 MB, with findings', 'found', '`node -e 0`', 'nothing', 'difference', 100),
  weight('`check`, 15 MB, nothing found: peak memory', 'small.peak', 80),
  weight('`check`, 15 MB, with findings: peak memory', 'found.peak', 80),
  scan('`check`, a quarter of it', 'quarter', 'ast-grep', 'ast-grep', 'ratio', 0.1),
  scan('`check`, all its JavaScript and TypeScript', 'script', OXLINT, 'oxlint', 'ratio', 0.7),
  server('startup', 'Process start to `initialize` answered', 1.15),
  server('small.first', 'First diagnostics, 200 lines with findings', 1.25),
  server('typescript.first', 'First diagnostics, 10,000 lines of TypeScript', 25, DIFFERENCE),
  server('python.first', 'First diagnostics, 10,000 lines of Python', 25, DIFFERENCE),
  server('json.first', 'First diagnostics, 10,000 lines of JSON', 40, DIFFERENCE),
  ...Object.keys(PROGRAMS).map((name) =>
    scan(
      `First diagnostics in a project of 2,000 files, ${name}`,
      `ours program.${name}.followed.first`,
      'ours, names not followed',
      `ours program.${name}.alone.first`,
      'ratio',
      1.5,
    ),
  ),
  server('typescript.edit.p50', 'Edit to diagnostics, 10,000 lines, p50', 1, { peer: OXLINT }),
  server('typescript.edit.p95', 'Edit to diagnostics, 10,000 lines, p95', 1, { peer: OXLINT }),
  server('typescript.edit.p50', 'Edit to diagnostics, 10,000 lines, p50'),
  server('small.hover.p50', 'Hover, 200 lines, p50'),
  server('small.hover.p99', 'Hover, 200 lines, p99', 2),
  server('typescript.hover.p50', 'Hover, 10,000 lines, p50'),
  server('typescript.hover.p99', 'Hover, 10,000 lines, p99', 2),
  server('small.completion.p95', 'Completion after a keystroke, 200 lines, p95', 2),
  server('typescript.completion.p95', 'Completion after a keystroke, 10,000 lines, p95', 2),
  server('typescript.memory.open', 'Memory, 10,000 lines open', 1.5, MEMORY),
  server('typescript.memory.edited', 'Memory, after many edits', 1.75, MEMORY),
  ...[2, 4].map((count): Row => {
    const what = `Growth ${count}×: \`check\`, time per MB`;
    return { ...scan(what, `part.${count}.rate`, 'ours at 1×', 'part.1.rate', 'ratio', STEADY), unit: 'ms/MB' };
  }),
  ...[2, 4].map((count): Row => {
    const what = `Growth ${count}×: \`check\`, peak memory`;
    return { ...scan(what, `part.${count}.peak`, 'ours at 1×', 'part.1.peak', 'ratio', STEADY), unit: 'MiB' };
  }),
  ...GROWTH_LINES.flatMap((lines, index): readonly Row[] => {
    const what = `Growth ${2 ** index}×: first diagnostics, ${lines.toLocaleString('en')} lines, time per 1,000`;
    const row = scan(what, `ours growth.${index}.rate`, 'ours at 1×', 'ours growth.0.rate', 'ratio', STEADY);
    return index === 0 ? [] : [row];
  }),
  { what: 'VSIX with all grammars', unit: 'MB', ours: 'vsix', compare: 'alone', goal: 3 },
  server('typescript.first', 'First diagnostics, 10,000 lines of TypeScript', undefined, { peer: OXLINT }),
  server('typescript.memory.edited', 'Memory, after many edits', undefined, { ...MEMORY, peer: OXLINT }),
  server('typescript.first', 'First diagnostics, 10,000 lines of TypeScript', undefined, { peer: TYPESCRIPT }),
  server('typescript.edit.p50', 'Edit to diagnostics, 10,000 lines, p50', undefined, { peer: TYPESCRIPT }),
  server('typescript.hover.p99', 'Hover, 10,000 lines, p99', undefined, { peer: TYPESCRIPT }),
  server('json.first', 'First diagnostics, 10,000 lines of JSON', undefined, { peer: 'vscode-json-language-server' }),
];
