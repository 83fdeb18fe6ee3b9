import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

const BEGIN = '<!-- Written by `npm run bench -- --write`: do not edit. -->';
const END = '<!-- End of what is written. -->';

/** What a reader must know of the machine; nothing that says whose it is. */
export function machineFacts(rounds: number, edits: number): string {
  const model = cpus()[0]?.model.trim() || 'unknown CPU';
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${model}`;
  return `${machine}. ${rounds} rounds; ${edits.toLocaleString('en')} edits in each.`;
}

/** Puts a run's result in the place of the one before. @param path a page that has the two marks */
export function writePage(path: string, facts: string, table: string): void {
  const page = readFileSync(path, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${path} has no place for the table`);
  writeFileSync(path, `${page.slice(0, begin)}${BEGIN}\n\n${facts}\n\n${table}\n\n${page.slice(end)}`);
}
