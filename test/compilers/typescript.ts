import { join, resolve } from 'node:path';
import { type Compiler, program, run, versionOf } from './compiler.ts';
import { byProgram, layOut, surroundings, write } from './layout.ts';

const TSC = resolve('node_modules/typescript/bin/tsc');

/** As strict as a new project is. */
const OPTIONS = {
  target: 'es2022',
  lib: ['es2023'],
  module: 'esnext',
  moduleResolution: 'bundler',
  // Also a program without `import` is one of its own.
  moduleDetection: 'force',
  strict: true,
  // What is caught is `any`, as in most programs.
  useUnknownInCatchVariables: false,
  experimentalDecorators: true,
  jsx: 'preserve',
  // Of JavaScript only the syntax is looked at.
  allowJs: true,
  skipDefaultLibCheck: true,
  types: [],
  noEmit: true,
};

/** The repository's own TypeScript: all programs are one project, and each is a module. */
function tsc(about: Pick<Compiler, 'languageIds' | 'asks' | 'wrong'>): Compiler {
  return {
    ...about,
    name: 'tsc',
    install: 'npm ci',
    version: () => versionOf(process.execPath, TSC, '--version'),
    async check(programs, folder) {
      const files = layOut(programs, folder);
      const include = ['p*/**/*', surroundings('typescript/**/*')];
      write(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS, include }));
      const ended = await run(process.execPath, [TSC, '-p', '.', '--pretty', 'false'], folder);
      return byProgram(files, ended, /^(?<file>.+?)\((?<line>\d+),\d+\): error (?<text>.*)$/gm);
    },
  };
}

export const typescript = tsc({
  languageIds: ['typescript', 'typescriptreact'],
  asks: 'types',
  wrong: program('typescript', 'wrong.ts', 'export const code: string = 1222;\n'),
});

export const javascript = tsc({
  languageIds: ['javascript', 'javascriptreact'],
  asks: 'syntax',
  wrong: program('javascript', 'wrong.js', 'export const code = ;\n'),
});
