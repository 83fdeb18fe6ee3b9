import { type Compiler, type Ended, forEach, program, run, versionOf } from './compiler.ts';
import { byProgram, layOut, surroundings } from './layout.ts';

const RUSTC = ['--edition=2021', '--error-format=short', '--color=never', '--cap-lints=allow'];

/** Every program is a crate of its own: what is wrong with one keeps rustc from looking at all of the others. */
export const rust: Compiler = {
  name: 'rustc',
  languageIds: ['rust'],
  asks: 'types',
  // Of what is wrong, rustc sees this last: `text` is used after it was given away.
  wrong: program('rust', 'wrong.rs', 'fn code(text: String) -> String {\n    drop(text);\n    text\n}\n'),
  install: 'apt-get install rustc',
  version: () => versionOf('rustc', '--version'),
  async check(programs, folder) {
    await stub(['--crate-type=proc-macro', '--crate-name=derives', surroundings('rust/derives.rs')], folder);
    await stub(['--crate-type=lib', '--emit=metadata', '-L.', surroundings('rust/around.rs')], folder);
    const files = layOut(programs, folder, (text) => `use around::*; ${text}`);
    const ended = await forEach(files, (file) =>
      run(
        'rustc',
        [...RUSTC, '--crate-type=lib', '--emit=metadata', '--extern=around', '-L.', '-o', `${file}.rmeta`, file],
        folder,
      ),
    );
    return ended.flatMap((one, index) => byProgram(files.slice(index, index + 1), one, LINE));
  },
};

/** The first line of what is wrong: `p0001/client.rs:3:5: error[E0308]: mismatched types: …`. */
const LINE = /^(?<file>\S.*?\.rs):(?<line>\d+):\d+: error(?<text>.*)$/gm;

async function stub(args: readonly string[], folder: string): Promise<void> {
  const { status, output }: Ended = await run('rustc', [...RUSTC, '--out-dir=.', ...args], folder);
  if (status !== 0) throw new Error(output);
}
