import { join, relative, resolve } from 'node:path';
import { type Compiler, program, run, versionOf } from './compiler.ts';
import { byProgram, layOut, surroundings, write } from './layout.ts';

const PYRIGHT = resolve('node_modules/pyright/index.js');

/** Pyright with its own defaults. */
export const python: Compiler = {
  name: 'pyright',
  languageIds: ['python'],
  asks: 'types',
  wrong: program('python', 'wrong.py', 'code: str = 1222\n'),
  install: 'npm ci',
  version: () => versionOf(process.execPath, PYRIGHT, '--version'),
  async check(programs, folder) {
    const files = layOut(programs, folder);
    write(join(folder, 'pyrightconfig.json'), JSON.stringify({ include: ['p*'], stubPath: surroundings('python') }));
    const { status, output } = await run(process.execPath, [PYRIGHT, '-p', '.', '--outputjson'], folder);
    const said = JSON.parse(output) as Report;
    return byProgram(files, { status, output: said.generalDiagnostics.map(asLine(folder)).join('\n') }, LINE);
  },
};

/** What it prints, as far as we read it. */
interface Report {
  readonly generalDiagnostics: readonly {
    readonly file: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}

const LINE = /^(?<file>.+?):(?<line>\d+): error (?<text>.*)$/gm;

function asLine(folder: string): (one: Report['generalDiagnostics'][number]) => string {
  return ({ file, severity, message, range }) =>
    `${relative(folder, file)}:${range.start.line + 1}: ${severity} ${message.replaceAll(/\s+/g, ' ')}`;
}
