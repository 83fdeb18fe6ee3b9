import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Ended, Program } from './compiler.ts';

/** Where the stubs lie that stand around programs, a folder for each language. Tests run in the root of the repository. */
const SURROUNDINGS = 'test/compilers/surroundings';

/** The absolute path of a file or folder of stubs, with slashes as configurations want them. */
export function surroundings(path: string): string {
  return resolve(SURROUNDINGS, path).replaceAll('\\', '/');
}

/** The folder of a program among others: its number. */
export function folderOf(index: number): string {
  return `p${String(index).padStart(4, '0')}`;
}

/**
 * Writes every program into a folder of its own, with what stands beside it.
 *
 * @param wrap what becomes of a text; must add no line before it
 * @returns the programs' files, as paths within the folder
 */
export function layOut(
  programs: readonly Program[],
  folder: string,
  wrap = (text: string, _index: number): string => text,
): readonly string[] {
  return programs.map(({ path, text, beside }, index) => {
    for (const [name, content] of beside) write(join(folder, folderOf(index), name), wrap(content, index));
    write(join(folder, folderOf(index), path), wrap(text, index));
    return `${folderOf(index)}/${path}`;
  });
}

/** Writes a file, and the folders around it. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Sorts what a compiler says by the program that it says it of.
 *
 * @param files the programs' files, as `layOut` gives them
 * @param pattern a line that says what is wrong, with the groups `file`, `line` and `text`
 * @throws where it speaks of a file of nobody's, such as a stub, or fails without a word that we understand
 */
export function byProgram(
  files: readonly string[],
  { status, output }: Ended,
  pattern: RegExp,
): readonly (readonly string[])[] {
  const found = files.map((): string[] => []);
  const folders = new Set(files.map(topOf));
  let said = 0;
  for (const { groups } of output.matchAll(pattern)) {
    const { file = '', line, text } = groups ?? {};
    const path = file.replaceAll('\\', '/').replace(/^\.\//, '');
    found[files.indexOf(path)]?.push(`line ${line}: ${text}`);
    if (!folders.has(topOf(path))) throw new Error(`${path}:${line}: ${text}`);
    said++;
  }
  if (status !== 0 && said === 0) throw new Error(output);
  return found;
}

function topOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}
