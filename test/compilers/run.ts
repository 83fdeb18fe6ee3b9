import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from './cases.ts';
import type { Compiler, Program } from './compiler.ts';

/** What came of asking a compiler about the programs of its languages. */
export interface Result {
  readonly programs: number;
  readonly fixes: number;
  /** How many programs and fixes are right. */
  readonly passed: number;
  /** What is wrong, as text to read: one for each program or fix. */
  readonly problems: readonly string[];
}

/** The cases that a compiler is asked about. */
export function casesFor({ languageIds }: Compiler, cases: readonly Case[]): readonly Case[] {
  return cases.filter(({ before }) => languageIds.includes(before.languageId));
}

/** Asks a compiler about every program of its languages, before and after each fix. */
export async function ask(compiler: Compiler, cases: readonly Case[]): Promise<Result> {
  const asked = casesFor(compiler, cases);
  const programs = asked.flatMap(({ before, fixes }) => [before, ...fixes.map(({ after }) => after)]);
  const said = await inFolder((folder) => compiler.check([compiler.wrong, ...programs], folder));
  if (said.length !== programs.length + 1) throw new Error(`${compiler.name} was asked about more programs`);
  const wrong = new Map<Program, readonly string[]>(programs.map((one, index) => [one, said[index + 1] ?? []]));
  const problems: string[] = [];
  let passed = 0;
  const judge = (program: Program, problem: string): boolean => {
    const found = wrong.get(program) ?? [];
    if (found.length === 0) passed++;
    else problems.push(`${problem}\n${shown(program.text, found)}`);
    return found.length === 0;
  };
  for (const { name, before, fixes } of asked) {
    // Of a fix for a program that was wrong before nothing can be said.
    if (!judge(before, `${name}: the program is wrong before any fix`)) continue;
    for (const { title, after } of fixes) judge(after, `${name}: wrong after "${title}"`);
  }
  // Whoever sees nothing here may have seen nothing elsewhere.
  if (said[0]?.length === 0) {
    problems.push(`${compiler.name} says nothing of a program that is wrong\n${compiler.wrong.text}`);
    passed = 0;
  }
  return { programs: asked.length, fixes: programs.length - asked.length, passed, problems };
}

function shown(text: string, problems: readonly string[]): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return [
    ...new Set(problems.map((problem) => `  ${problem}`)),
    ...lines.map((line, index) => `${String(index + 1).padStart(6)} | ${line}`),
  ].join('\n');
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  // By the name that compilers call it, too, where the temporary folder is a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'compilers-')));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
