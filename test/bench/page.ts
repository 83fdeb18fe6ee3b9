import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { THEMES, toChart } from './chart.ts';
import type { Result } from './figures.ts';

const BEGIN = '<!-- Written by `npm run bench -- --write`: do not edit. -->';
const END = '<!-- End of what is written. -->';

/** For those who see it; others have its description, and the table. */
const PICTURE = `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="images/performance-dark.svg">
  <img alt="Every goal with the figure next to it, as bars; the table below says the same" src="images/performance-light.svg">
</picture>`;

/** What stands above the table. */
export interface Facts {
  readonly nodeVersion: string;
  readonly rounds: number;
  readonly edits: number;
  /** Files that are opened and closed. */
  readonly files: number;
  readonly peers?: { readonly versions: Readonly<Record<string, string>> };
  readonly large?: Size;
  readonly small?: Size;
}

interface Size {
  readonly files: number;
  readonly bytes: number;
}

/** What a reader must know of the machine and of what was measured; nothing that says whose it is. */
export function machineFacts({ nodeVersion, rounds, edits, files, peers, large, small }: Facts): string {
  const model = cpus()[0]?.model.trim() || 'unknown CPU';
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const size = ({ files, bytes }: Size): string => `${count(files)} files, ${count(bytes / 1e6)} MB`;
  const machine = `Node ${nodeVersion}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${model}`;
  return [
    `${machine}. ${rounds} rounds; ${count(edits)} edits in each${files > 0 ? `, and ${count(files)} files opened and closed` : ''}.`,
    large && `The large tree: ${size(large)}.`,
    small && `The small one: ${size(small)}.`,
    peers &&
      `Against ${Object.entries(peers.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ')}.`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** What a run says. */
export interface Said {
  readonly facts: string;
  readonly table: string;
  readonly misses: string;
  readonly results: readonly Result[];
}

/** Puts a run's result in the place of the one before, with its pictures. @param path a page that has the two marks */
export function writePage(path: string, { facts, table, misses, results }: Said): void {
  const page = readFileSync(path, 'utf8');
  const pictures = join(dirname(path), 'images');
  for (const [name, theme] of Object.entries(THEMES))
    writeFileSync(join(pictures, `performance-${name}.svg`), toChart(results, theme));
  const written = [facts, PICTURE, table, '### What is missed, and why', misses].join('\n\n');
  writeFileSync(path, replaced(page, written));
}

/** @throws when the page has no place for it */
export function replaced(page: string, written: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('the page has no place for what was measured');
  return `${page.slice(0, begin)}${BEGIN}\n\n${written}\n\n${page.slice(end)}`;
}
