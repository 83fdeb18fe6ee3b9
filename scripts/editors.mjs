// Drives real editors, set up as docs/editors.md says: npm run test:editors [-- neovim|vim|emacs ...]
// Each opens a file, and has to be given its findings, a hover, completions and a fix, and what a project file changes that is
// written meanwhile. What it and the server have said is written into test/protocol/conversations/, which `npm test` repeats.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureDependencies, root } from './setup.mjs';

const TIME_LIMIT_MS = 300_000;
const ALE = ['/usr/share/vim-ale', join(process.env.HOME ?? '', '.vim/pack/git-plugins/start/ale')];
const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');

/** The editors: what has to be there, their set-up on the page, and how they are called with it. */
const EDITORS = {
  neovim: {
    program: 'nvim',
    packages: 'neovim',
    setUp: () => {
      const [modern, older] = snippets('Neovim', 'lua');
      return ['init.lua', `if vim.fn.has('nvim-0.11') == 1 then\n${modern}\nelse\n${older}\nend\n`];
    },
    args: (file) => ['--headless', '-u', file, '-c', `luafile ${script('nvim.lua')}`],
  },
  vim: {
    program: 'vim',
    packages: 'vim vim-ale',
    needs: () => ALE.some((path) => existsSync(path)),
    setUp: () => {
      const ale = ALE.find((path) => existsSync(path));
      return ['vimrc', `set nocompatible runtimepath+=${ale}\nfiletype plugin on\n${snippets('Vim', 'vim')[0]}`];
    },
    args: (file) => ['-N', '--not-a-term', '-T', 'dumb', '-u', file, '-i', 'NONE', '-S', script('vim.vim')],
  },
  emacs: {
    program: 'emacs',
    packages: 'emacs-nox elpa-eglot',
    setUp: () => ['init.el', snippets('Emacs', 'elisp')[0]],
    // Not -Q: where eglot is a package of Debian's, the site's start-up files know its place.
    args: (file) => ['--batch', '--eval', '(package-initialize)', '-l', file, '-l', script('emacs.el')],
  },
};

const wanted = process.argv.slice(2);
const chosen = Object.entries(EDITORS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
ensureDependencies();
if (!existsSync(join(root, 'dist/cli.js'))) throw new Error('dist/cli.js is missing: npm run build');
const missing = chosen.filter(([, { program, needs }]) => !isOnPath(program) || needs?.() === false);
if (missing.length > 0) {
  const packages = missing.map(([, editor]) => editor.packages).join(' ');
  throw new Error(`Not there: ${missing.map(([name]) => name).join(', ')}. On Debian: apt-get install ${packages}`);
}
let failures = 0;
for (const [name, editor] of chosen) {
  const complaints = run(name, editor);
  console.log(complaints.length === 0 ? `${name}: passed` : `${name}: failed\n  ${complaints.join('\n  ')}`);
  failures += complaints.length === 0 ? 0 : 1;
}
console.log(`${chosen.length - failures} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

/** @returns {string[]} what is wrong */
function run(name, { program, setUp, args }) {
  const temporary = mkdtempSync(join(tmpdir(), 'editors-'));
  try {
    const project = join(temporary, 'project');
    cpSync(join(root, 'test/editors/project'), project, { recursive: true });
    const bin = join(temporary, 'bin');
    mkdirSync(bin);
    const command = join(bin, 'thinq-nugu');
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${script('record.mjs')}" "$@"\n`);
    chmodSync(command, 0o755);
    const [file, text] = setUp();
    writeFileSync(join(temporary, file), text);
    const record = join(temporary, 'record.jsonl');
    const results = join(temporary, 'results.json');
    writeFileSync(record, '');
    const { stdout, stderr, error } = spawnSync(program, args(join(temporary, file)), {
      cwd: project,
      encoding: 'utf8',
      timeout: TIME_LIMIT_MS,
      input: '',
      env: {
        ...process.env,
        HOME: temporary,
        LANG: 'C.UTF-8',
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        RECORD_CLI: join(root, 'dist/cli.js'),
        RECORD_FILE: record,
        RECORD_PROJECT: project,
        RECORD_RESULTS: results,
      },
    });
    if (!existsSync(results)) return [`There are no results. ${error ?? ''}\n${stdout}\n${stderr}`];
    const found = JSON.parse(readFileSync(results, 'utf8'));
    const complaints = complaintsOf(found);
    if (complaints.length === 0) keep(name, found.version, readFileSync(record, 'utf8'), project);
    return complaints;
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

function complaintsOf({ problem, before = [], hover = '', completions = [], fixed = '', after }) {
  const must = (isSo, what) => (isSo ? [] : [what]);
  return [
    ...must(problem === undefined, `it stopped: ${problem}`),
    ...must(before.filter((rule) => rule === 'unknown-code').length === 3, `findings: ${before}`),
    ...must(/DeviceTurnedOff/.test(hover), `hover: ${hover}`),
    ...must(
      completions.some((one) => one.includes('AlreadyTurnOn')),
      `completions: ${completions}`,
    ),
    ...must(fixed.includes('"TemperatureOutofRange"'), `fixed: ${fixed}`),
    ...must(after?.length === 0, `findings after the project file: ${after}`),
  ];
}

/** Writes the conversation down, without what is this machine's own. */
function keep(name, version, record, project) {
  const lines = record
    .trimEnd()
    .split('\n')
    .map((line) => JSON.stringify(JSON.parse(line.replaceAll(project, '/project')), withoutProcess));
  const head = JSON.stringify({ editor: version.trim() });
  const folder = join(root, 'test/protocol/conversations');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.jsonl`), `${[head, ...lines].join('\n')}\n`);
}

function withoutProcess(key, value) {
  return key === 'processId' ? null : value;
}

/** The code below a heading of the page, in a language. */
function snippets(heading, language) {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => text);
}

function script(name) {
  return join(root, 'test/editors', name);
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
