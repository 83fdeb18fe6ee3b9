import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { COMMANDS, type CommandSpec, isCommandName } from '../../server/src/cli/table/commands.ts';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { createWorld, grammars } from '../harness/host.ts';

interface Snippet {
  readonly language: string;
  readonly text: string;
}

const page = readFileSync('docs/ci.md', 'utf8');
const snippets = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language = '', text = '']): Snippet => ({ language, text }),
);
const ofLanguage = (wanted: string): readonly string[] =>
  snippets.filter(({ language }) => language === wanted).map(({ text }) => text);

describe('docs/ci.md', () => {
  it('has snippets in languages that are checked here', () => {
    assert.ok(snippets.length > 10);
    for (const { language } of snippets) assert.ok(['yaml', 'json', 'sh', 'groovy'].includes(language), language);
  });

  it('has YAML that parses', async () => {
    const { service, project, document } = createWorld();
    const isSound = async (text: string): Promise<boolean> =>
      (await service.model(document(project(), 'a.yaml', text)))?.hadErrors === false;
    assert.ok(!(await isSound('a: [1\nb: }\n')), 'what is broken is seen to be');
    for (const text of ofLanguage('yaml')) assert.ok(await isSound(text), text);
  });

  it('has JSON that parses, below a line with its file', () => {
    for (const text of ofLanguage('json')) assert.doesNotThrow(() => JSON.parse(text.replace(/^\/\/ .*\n/, '')), text);
  });

  it('has shell that parses, also within YAML', async () => {
    const bash = await createTreeSitter(grammars).load('tree-sitter-bash.wasm');
    const isSound = (text: string): boolean => bash.read(text)?.hasError === false;
    assert.ok(!isSound('if true; then\n'), 'what is broken is seen to be');
    const blocks = ofLanguage('yaml').flatMap((text) =>
      [...text.matchAll(/^( *)- (?:run: )?\|\n((?:\1 .*\n)+)/gm)].map(([, , body = '']) => body),
    );
    assert.equal(blocks.length, 3);
    for (const text of [...ofLanguage('sh'), ...blocks]) assert.ok(isSound(text), text);
  });

  it('calls commands with what these take', () => {
    const calls = [...page.matchAll(/(?<!`)\bthinq-nugu ([a-z]+)((?: [^|>&\n'`]+)?)/g)];
    assert.ok(calls.length > 20, `${calls.length} calls`);
    for (const [call, name = '', rest = ''] of calls) {
      if (!isCommandName(name)) continue;
      const args = rest
        .trim()
        .split(/\s+/)
        .filter((word) => word.startsWith('-'));
      const options: CommandSpec['options'] = COMMANDS[name].options;
      for (const word of args)
        assert.ok((/^--([\w-]+)/.exec(word)?.[1] ?? '') in options || word === '-', `${call}: ${word}`);
    }
  });

  it('calls by npx only what is installed', () => {
    const called = [...page.matchAll(/\bnpx (\S+) ([\w-]+)/g)];
    assert.ok(called.length > 20);
    for (const [call, flag, program = ''] of called) {
      assert.equal(flag, '--no-install', call);
      const isInstalled = program === 'thinq-nugu' || page.includes(`npm install --save-dev ${program}`);
      assert.ok(isInstalled, call);
    }
  });

  it('fetches all of the history where it asks for what has changed', () => {
    const asking = snippets.filter(({ language, text }) => language === 'yaml' && text.includes('--changed'));
    assert.equal(asking.length, 3);
    for (const { text } of asking) assert.match(text, /(?:fetch-depth|GIT_DEPTH|fetchDepth): 0/);
  });

  it('has links to headings that are there, and to files', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const [, target = ''] of page.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(headings.includes(target), target);
    for (const [, file = ''] of page.matchAll(/\]\(([\w.]+\.json)\)/g)) assert.ok(readFileSync(`docs/${file}`, 'utf8'));
  });
});
