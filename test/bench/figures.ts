import { GROWTH_LINES } from './corpus.ts';

/** What is measured once a round. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'MiB';
  /** How ours stands to the floor. */
  readonly compare: 'ratio' | 'difference';
}

/** Figures of one round, by id. */
export type Measured = ReadonlyMap<string, number>;

function figure(id: string, title: string, compare: Figure['compare'] = 'ratio', unit: Figure['unit'] = 'ms'): Figure {
  return { id, title, compare, unit };
}

/** Every figure, in the order of the table. */
export const FIGURES: readonly Figure[] = [
  figure('startup', 'Process start to `initialize` answered'),
  figure('small.first', 'First diagnostics, 200 lines with findings'),
  figure('small.hover.p50', 'Hover, 200 lines, p50'),
  figure('small.hover.p99', 'Hover, 200 lines, p99'),
  figure('small.completion.p95', 'Completion after a keystroke, 200 lines, p95'),
  figure('typescript.first', 'First diagnostics, 10,000 lines of TypeScript', 'difference'),
  figure('python.first', 'First diagnostics, 10,000 lines of Python', 'difference'),
  figure('json.first', 'First diagnostics, 10,000 lines of JSON', 'difference'),
  figure('typescript.hover.p50', 'Hover, 10,000 lines, p50'),
  figure('typescript.hover.p99', 'Hover, 10,000 lines, p99'),
  figure('typescript.completion.p95', 'Completion after a keystroke, 10,000 lines, p95'),
  figure('typescript.edit.p50', 'Edit to diagnostics, 10,000 lines, p50', 'difference'),
  figure('typescript.edit.p95', 'Edit to diagnostics, 10,000 lines, p95', 'difference'),
  figure('typescript.memory.open', 'Memory, 10,000 lines open', 'ratio', 'MiB'),
  figure('typescript.memory.edited', 'Memory, after many edits', 'ratio', 'MiB'),
  ...GROWTH_LINES.map((lines, index) =>
    figure(
      `growth.${index}.first`,
      `Growth ${2 ** index}×: first diagnostics, ${lines.toLocaleString('en')} lines of TypeScript`,
      'difference',
    ),
  ),
];
