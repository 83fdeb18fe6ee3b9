import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CLI, createFolder, type Folder } from './commandLine.ts';
import { some } from './extent.ts';

/**
 * A module that Node loads before the program. It counts what changes something on the disk, and ends the process, as
 * `kill -9` does, before or in the middle of the one that `KILL_AT` names. Without that it says how many there were.
 */
const MODULE = `
const fs = require('node:fs');
if (require('node:worker_threads').isMainThread) {
  const at = Number(process.env.KILL_AT ?? 0);
  let count = 0;
  const end = () => process.kill(process.pid, 'SIGKILL');
  const isNext = () => ++count === at;
  const writes = (flags) => typeof flags === 'string' ? /[wa+]/.test(flags) : (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0;
  const wrap = (name, before) => {
    const original = fs[name];
    fs[name] = (...args) => (before(original, args), original(...args));
  };
  const endIfNext = () => isNext() && end();
  wrap('openSync', (_, [, flags]) => writes(flags ?? 'r') && endIfNext());
  for (const name of ['renameSync', 'linkSync', 'rmSync', 'unlinkSync', 'fchmodSync', 'chmodSync', 'truncateSync', 'fsyncSync'])
    wrap(name, endIfNext);
  wrap('writeSync', (write, [file, content, from = 0]) => {
    if (file <= 2 || !isNext()) return;
    write(file, content, from, (content.length - from) >> 1);
    end();
  });
  wrap('writeFileSync', (write, [path, content, options]) => {
    if (!isNext()) return;
    write(path, content.slice(0, content.length >> 1), options);
    end();
  });
  if (at === 0) process.on('exit', () => process.stderr.write('\\nsteps: ' + count));
}
`;

/** Runs the program with a module loaded before it. */
export function runWith(
  module: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const folder: Folder = createFolder({ 'module.cjs': module });
  try {
    const preload = ['--require', join(folder.path, 'module.cjs')];
    return spawnSync(process.execPath, [...preload, CLI, ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
  } finally {
    folder.remove();
  }
}

/**
 * Kills a call at each step at which it changes something on the disk, or at one in four of them, each time in a fresh folder.
 *
 * @param afterwards looks at the folder, knowing whether the call came to its end
 * @returns how many steps there were
 */
export function killAtEveryStep(
  args: readonly string[],
  prepare: () => Folder,
  afterwards: (folder: Folder, isWhole: boolean) => void,
): number {
  const attempt = (step: number): string => {
    const folder = prepare();
    try {
      const { signal, stderr } = runWith(MODULE, args, folder.path, { KILL_AT: String(step) });
      if (step > 0 && signal !== 'SIGKILL') throw new Error(`step ${step} was not reached: ${stderr}`);
      afterwards(folder, step === 0);
      return stderr;
    } finally {
      folder.remove();
    }
  };
  const steps = Number(/steps: (\d+)$/.exec(attempt(0))?.[1]);
  for (const step of some(
    Array.from({ length: steps }, (_, index) => index + 1),
    4,
  ))
    attempt(step);
  return steps;
}
