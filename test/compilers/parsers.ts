import { type Compiler, type Ended, forEach, program, run, versionOf } from './compiler.ts';
import { byProgram, layOut } from './layout.ts';

/** A command that parses one file at a time. */
function parser(
  about: Omit<Compiler, 'asks' | 'version' | 'check'> & {
    readonly args: readonly string[];
    readonly pattern: RegExp;
  },
): Compiler {
  const { args, pattern, ...compiler } = about;
  return {
    ...compiler,
    asks: 'syntax',
    version: () => versionOf(compiler.name, '--version'),
    async check(programs, folder) {
      const files = layOut(programs, folder);
      const ended = await forEach(files, (file) => run(compiler.name, [...args, file], folder));
      return ended.flatMap((one, index) => byProgram(files.slice(index, index + 1), one, pattern));
    },
  };
}

/** `PHP Parse error:  syntax error, unexpected … in p0001/client.php on line 3`. */
export const php = parser({
  name: 'php',
  languageIds: ['php'],
  wrong: program('php', 'wrong.php', '<?php\nreturn [;\n'),
  install: 'apt-get install php-cli',
  args: ['-d', 'display_errors=1', '-d', 'log_errors=0', '-l'],
  pattern: /^(?<text>.*) in (?<file>\S+\.php) on line (?<line>\d+)$/gm,
});

/** `p0001/client.rb:3: syntax error, unexpected …`. */
export const ruby = parser({
  name: 'ruby',
  languageIds: ['ruby'],
  wrong: program('ruby', 'wrong.rb', 'return [\n'),
  install: 'apt-get install ruby',
  args: ['-c'],
  pattern: /^(?:ruby: )?(?<file>\S+\.rb):(?<line>\d+): (?<text>.*)$/gm,
});

/** All at once, since `gofmt` goes on. A program may lack the name of its package. */
export const go: Compiler = {
  name: 'gofmt',
  languageIds: ['go'],
  asks: 'syntax',
  wrong: program('go', 'wrong.go', 'func code( {\n'),
  install: 'apt-get install golang-go',
  // It has no option to say its version, but comes with what has.
  version: () => versionOf('gofmt', '-h') && (versionOf('go', 'version') ?? 'of a version that it does not say'),
  async check(programs, folder) {
    const files = layOut(programs, folder, (text) => (/^package /m.test(text) ? text : `package program; ${text}`));
    const ended: Ended = await run('gofmt', ['-e', '-l', ...files], folder);
    return byProgram(files, ended, /^(?<file>\S+\.go):(?<line>\d+):\d+: (?<text>.*)$/gm);
  },
};
