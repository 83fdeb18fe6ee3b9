import { spawnSync } from 'node:child_process';

/**
 * Runs npm and waits for it.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @throws when npm cannot be run or exits with another code than 0; what it says goes to our stderr
 */
export function npm(args, cwd) {
  const result = spawnSync('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund', '--engine-strict=false'], {
    cwd,
    // npm is a .cmd file on Windows, which only a shell can run.
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, npm_config_update_notifier: 'false' },
  });
  if (result.status !== 0) {
    throw new Error(
      `npm ${args.join(' ')} failed in ${cwd}: ${result.error?.message ?? result.signal ?? result.status}`,
    );
  }
}
