import * as assert from 'node:assert/strict';
import childProcess from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { completionLabels, eventually, hoverText, open, place, product, write } from './editor.ts';

/** Milliseconds in which a server would have been started. */
const AFTERWARDS = 2_000;

/** What brings a word of ours into a window without any, by the name that `scripts/vscode/run-suite.mjs` gives it. */
const WAYS: Readonly<Record<string, readonly [what: string, bring: () => Thenable<unknown>]>> = {
  code: [
    'a file with nothing but a bare code, and explains it',
    async () => {
      await write('bare.ts', 'export const offline = "2305";\n');
      const document = await open('bare.ts');
      const text = await eventually(
        () => hoverText(document, place(document, '"23|05"')),
        (shown) => shown !== '',
      );
      assert.match(text, /\*\*`2305`\*\*/);
      assert.equal(text.match(/\*\*`2305`\*\*/g)?.length, 1, 'it is explained once');
    },
  ],
  typing: [
    'a word that is typed, and completes what follows',
    async () => {
      const document = await open('plain.ts');
      const item = "export const item = { resultCode: '', smartHomeDevice: {} };\n";
      // Not by the command `type`, behind which the editor asks for completion, too: the server answers the last request only.
      await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(2, 0), item));
      const labels = await eventually(
        () => completionLabels(document, place(document, "resultCode: '|'")),
        (offered) => offered.includes('AlreadyTurnOn'),
      );
      assert.ok(labels.includes('AlreadyTurnOn'), labels.join(', '));
    },
  ],
  projectFile: ['a project file', () => write('.thinq-nugu.json', '{ "vendors": ["thinq"] }\n')],
  manifest: [
    'a manifest that asks for an SDK',
    () => write('package.json', '{ "dependencies": { "thinq-connect": "1.0.0" } }\n'),
  ],
  neighbour: [
    'another program of the workspace',
    async () => {
      await write('home/client.ts', "export const client = new ThinQClient('https://api-kic.lgthinq.com');\n");
      await write('home/user.ts', "import { client } from './client';\n\nexport const devices = client.devices();\n");
      await open('home/user.ts');
    },
  ],
  tool: [
    'a tool that an assistant calls',
    () => {
      // Newer than the types at hand.
      const { lm } = vscode as unknown as { lm: { invokeTool(name: string, options: object): Promise<unknown> } };
      return lm.invokeTool('thinqNugu_explain_code', { input: { query: '1222' }, toolInvocationToken: undefined });
    },
  ],
  command: ['a command', () => vscode.commands.executeCommand('thinqNugu.checkWorkspace')],
};

describe('A cold window', () => {
  const servers: string[] = [];
  const { fork } = childProcess;
  before(() => {
    Object.assign(childProcess, {
      fork: (module: string, ...rest: []) => {
        if (/[\\/]dist[\\/]server\.js$/.test(module)) servers.push(module);
        return fork(module, ...rest);
      },
    });
  });
  after(() => Object.assign(childProcess, { fork }));

  it('without a word of ours starts no server', async () => {
    await open('plain.ts');
    await wait(AFTERWARDS);
    assert.ok(product().isActive);
    assert.deepEqual(servers, []);
  });

  const [what, bring] = WAYS[process.env.SUITE_WAY ?? ''] ?? assert.fail(`no way: ${process.env.SUITE_WAY}`);
  it(`starts it with ${what}`, async () => {
    await bring();
    // There is no event for it. Mocha's time limit ends a wait in vain.
    while (servers.length === 0) await wait(20);
    assert.equal(servers.length, 1);
  });
});
