import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

const BEGIN = '<!-- Written by `npm run bench -- --write`: do not edit. -->';
const END = '<!-- End of what is written. -->';

/** What stands above the table. */
export interface Facts {
  readonly nodeVersion: string;
  readonly rounds: number;
  readonly edits: number;
  readonly peers?: { readonly versions: Readonly<Record<string, string>> };
  readonly large?: Size;
  readonly small?: Size;
}

interface Size {
  readonly files: number;
  readonly bytes: number;
}

/** What a reader must know of the machine and of what was measured; nothing that says whose it is. */
export function machineFacts({ nodeVersion, rounds, edits, peers, large, small }: Facts): string {
  const model = cpus()[0]?.model.trim() || 'unknown CPU';
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const size = ({ files, bytes }: Size): string => `${count(files)} files, ${count(bytes / 1e6)} MB`;
  const machine = `Node ${nodeVersion}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${model}`;
  return [
    `${machine}. ${rounds} rounds; ${count(edits)} edits in each.`,
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

/** Puts a run's result in the place of the one before. @param path a page that has the two marks */
export function writePage(path: string, written: string): void {
  const page = readFileSync(path, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${path} has no place for the table`);
  writeFileSync(path, `${page.slice(0, begin)}${BEGIN}\n\n${written}\n\n${page.slice(end)}`);
}
