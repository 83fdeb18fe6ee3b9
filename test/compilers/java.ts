import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Compiler, program, run, versionOf } from './compiler.ts';
import { byProgram, folderOf, layOut, surroundings, write } from './layout.ts';

/** What stands above every program, in its first line: a package of its own, and the names that all may use. */
const PRELUDE = ['java.util.*', 'java.util.function.*', 'java.util.concurrent.*', 'around.*', 'static around.Around.*']
  .map((name) => `import ${name}; `)
  .join('');

export const java: Compiler = {
  name: 'javac',
  languageIds: ['java'],
  asks: 'types',
  // Of what is wrong, javac sees this last.
  wrong: program('java', 'Wrong.java', 'class Wrong {\n  int code() {}\n}\n'),
  install: 'apt-get install default-jdk-headless',
  version: () => versionOf('javac', '-version'),
  async check(programs, folder) {
    const files = layOut(programs, folder, (text, index) => `package ${folderOf(index)}; ${PRELUDE}${text}`);
    const stubs = readdirSync(surroundings('java'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.java'))
      .map((file) => join(surroundings('java'), file));
    // All are looked at to the end, whatever is wrong with others.
    const options = '-d out -proc:none -encoding UTF-8 -Xmaxerrs 100000 -XDshould-stop.ifError=FLOW'.split(' ');
    write(join(folder, 'files.txt'), [...files, ...stubs].map((file) => `"${file.replaceAll('\\', '/')}"`).join('\n'));
    const ended = await run('javac', [...options, '-sourcepath', '.', '@files.txt'], folder);
    return byProgram(files, ended, /^(?<file>\S.*?\.java):(?<line>\d+): error: (?<text>.*)$/gm);
  },
};
