import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, product } from './editor.ts';

/** What VS Code has of this since 1.95, which is newer than the oldest that the extension runs in. */
interface Newer {
  readonly lm: {
    readonly tools: readonly { readonly name: string; readonly description: string; readonly inputSchema: object }[];
    invokeTool(name: string, options: object): Promise<{ readonly content: readonly { readonly value: string }[] }>;
  };
}

const { lm } = vscode as unknown as Newer;

/** The text that a tool answers with. */
async function answer(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(`thinqNugu_${name}`, { input, toolInvocationToken: undefined });
  return content.map(({ value }) => value).join('');
}

describe('Tools for assistants', () => {
  before(async () => {
    await product().activate();
    // VS Code tells an extension of what others have declared in its own time.
    await eventually(
      () => lm.tools,
      (tools) => tools.some(({ name }) => name.startsWith('thinqNugu_')),
    );
  });

  it('are three, which models are told of', () => {
    const ours = lm.tools.filter(({ name }) => name.startsWith('thinqNugu_'));
    assert.deepEqual(ours.map(({ name }) => name).sort(), [
      'thinqNugu_explain_code',
      'thinqNugu_list_usages',
      'thinqNugu_validate_response',
    ]);
    for (const { description, inputSchema } of ours) {
      assert.match(description, /ThinQ/);
      assert.ok('properties' in inputSchema);
    }
  });

  it('explain a code', async () =>
    assert.match(await answer('explain_code', { query: '1222' }), /Not connected device/));

  it('validate a response', async () => {
    const response = (code: string): string =>
      JSON.stringify({ requestId: 'r', data: [{ resultCode: code, smartHomeDevice: { id: 'd' } }] });
    assert.match(await answer('validate_response', { response: response('AlreadyTurnedOn') }), /AlreadyTurnOn/);
    assert.equal(
      await answer('validate_response', { response: response('AlreadyTurnOn') }),
      'Nothing wrong was found.',
    );
  });

  it('list usages in a text, a file and a folder, as they are in the editor', async () => {
    const text = 'import thinqconnect\nif error.code == "2305": pass\n';
    assert.equal(await answer('list_usages', { text, name: 'a.py' }), 'a.py:2: 2305: if error.code == "2305": pass');
    assert.match(await answer('list_usages', { path: 'handler.ts' }), /^handler\.ts:\d+: /);
    assert.match(await answer('list_usages', { path: './service/' }), /^service\/\w+\.(?:ts|json):\d+: /);
    const all = await answer('list_usages', { path: '.' });
    for (const file of ['handler.ts', 'client.py', 'Client.kt', 'service/'])
      assert.ok(all.includes(`\n${file}`) || all.startsWith(file), `${file} in ${all}`);

    const document = await open('handler.ts');
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), '// first\n'));
    const [line] = /(?<=^handler\.ts:)\d+/.exec(await answer('list_usages', { path: 'handler.ts' })) ?? [];
    await vscode.commands.executeCommand('workbench.action.files.revert');
    const [before] = /(?<=^handler\.ts:)\d+/.exec(await answer('list_usages', { path: document.uri.fsPath })) ?? [];
    assert.equal(Number(line), Number(before) + 1);
  });

  it('read nothing outside of the workspace', async () => {
    for (const path of ['..', '../', '/etc', 'nowhere'])
      assert.equal(await answer('list_usages', { path }), 'No line names a code.');
  });

  it('say what is missing', async () => {
    await assert.rejects(answer('validate_response', {}), /"response" has to be a text/);
  });
});
