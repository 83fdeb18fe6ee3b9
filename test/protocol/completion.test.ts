import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { createFolder, type Folder, plainEnvironment, run } from '../harness/commandLine.ts';
import { grammars } from '../harness/host.ts';

/** What somebody types, with `⇥` for the tabulator, and what the program is then called with. */
const TYPED: readonly (readonly [typed: string, called: string])[] = [
  ['compl⇥', 'completion'],
  ['check --up⇥', 'check --update-baseline'],
  ['check --lang b⇥', 'check --lang both'],
  ['check --lang=b⇥', 'check --lang=both'],
  ['check -r sar⇥', 'check -r sarif'],
  ['check -r json=fil⇥', 'check -r json=file.json'],
  ['check --rule code-t⇥wa⇥', 'check --rule code-type=warning'],
  ['check --rule=code-t⇥wa⇥', 'check --rule=code-type=warning'],
  ['check --baseline fil⇥', 'check --baseline file.json'],
  ['check --fail-on h⇥', 'check --fail-on hint'],
  ['check fil⇥', 'check file.json'],
  ['coverage --reporter mark⇥', 'coverage --reporter markdown'],
  ['completion fi⇥', 'completion fish'],
  ['help expo⇥', 'help export'],
  ['init fol⇥', 'init folder'],
];

/** Instead of the program: what it is called with. */
const PROGRAM = `thinq-nugu() { printf '{%s}\\n' "$*"; }`;

/** Shells that are asked in a terminal of their own, as people ask them. */
const INTERACTIVE = [
  { shell: 'bash', start: 'bash --norc --noprofile -i', before: '' },
  { shell: 'zsh', start: 'zsh -f -i', before: 'autoload -U compinit; compinit -u -D; ' },
] as const;

describe('completions', function () {
  this.timeout(60_000);
  let folder: Folder;
  before(() => {
    folder = createFolder({ 'file.json': '{}', 'folder/a': '' });
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { status, stdout } = run(['completion', shell]);
      assert.equal(status, 0);
      writeFileSync(join(folder.path, shell), stdout);
    }
  });
  after(() => folder.remove());

  for (const { shell, start, before: prepare } of INTERACTIVE.filter(({ shell }) => isInstalled(shell))) {
    it(`are what ${shell} completes with`, () => {
      // `script` makes a terminal; of another system it takes other options.
      if (process.platform !== 'linux') return;
      const lines = [
        `${PROGRAM}; ${prepare}source ./${shell}`,
        ...TYPED.map(([typed]) => `thinq-nugu ${typed.replaceAll('⇥', '\t')}`),
        'exit',
      ];
      const { stdout } = spawnSync('script', ['-qec', start, '/dev/null'], {
        cwd: folder.path,
        input: `${lines.join('\n')}\n`,
        encoding: 'utf8',
        env: { ...plainEnvironment(), TERM: 'dumb', HISTFILE: '' },
      });
      const called = [...stdout.matchAll(/^\{(.*?)\}\r?$/gm)].map(([, args]) => args?.replace(/[ /]+$/, ''));
      assert.deepEqual(
        called,
        TYPED.map(([, args]) => args),
      );
    });
  }

  if (isInstalled('fish'))
    it('are what fish completes with', () => {
      // It offers no files behind a word of a value.
      const asked = TYPED.filter(([typed]) => /^[^⇥]*⇥$/.test(typed) && !typed.includes('json='));
      for (const [typed, called] of asked) {
        const line = `thinq-nugu ${typed.slice(0, -1)}`;
        const { stdout } = spawnSync('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`], {
          cwd: folder.path,
          encoding: 'utf8',
          env: plainEnvironment(),
        });
        const offered = stdout.split('\n').map((one) => one.split('\t')[0]?.replace(/\/$/, ''));
        const last = called.split(' ').at(-1) ?? '';
        assert.ok(offered.includes(last) || offered.includes(last.replace(/^[^=]*=/, '')), `${line}: ${stdout}`);
      }
    });

  it('are a script that PowerShell can parse, in each language', async () => {
    // Nothing runs it where there is no PowerShell; its grammar lies with those of the languages.
    const powershell = await createTreeSitter(grammars).load('tree-sitter-powershell.wasm');
    const isSound = (text: string): boolean => powershell.read(text)?.hasError === false;
    for (const language of ['en', 'ko']) {
      const { stdout } = run(['completion', 'powershell', '--lang', language]);
      assert.ok(isSound(stdout), language);
      assert.ok(!isSound(stdout.replace(/\)\s*$|\}\s*$/, '')), 'what is broken is seen to be');
      assert.ok(!isSound(stdout.replace("@{ 'completion'", "@{ 'completion")), 'so is a quote that is missing');
    }
  });

  it('are asked for by the name of a shell', () => {
    assert.match(run(['completion']).stderr, /name one shell: bash, zsh, fish, powershell/);
    assert.match(run(['completion', 'bsh']).stderr, /Did you mean bash\?/);
  });
});

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((path) => existsSync(join(path, program)));
}
