import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CLI, createFolder, type Folder, run } from '../harness/commandLine.ts';

describe('cli mcp', () => {
  let folder: Folder;
  let outside: Folder;
  let client: Client;

  before(async () => {
    outside = createFolder({ 'secret.py': '# thinq\nif error.code == "1222": pass\n' });
    folder = createFolder({
      'client.py':
        'from thinqconnect import ThinQApi\n\ndef on(error):\n    if error.code == "1222":\n        show()\n',
      'notes.txt': '1222',
    });
    symlinkSync(outside.path, join(folder.path, 'link'));
    client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp'], cwd: folder.path, stderr: 'inherit' }),
    );
  });
  after(async () => {
    await client.close();
    folder.remove();
    outside.remove();
  });

  const ask = async (name: string, input: Record<string, unknown>) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [first] = content as readonly { readonly text: string }[];
    return { text: first?.text ?? '', isError: isError === true };
  };

  it('offers three tools that only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [
        ['explain_code', true],
        ['validate_response', true],
        ['list_usages', true],
      ],
    );
  });

  it('explains a code', async () =>
    assert.match((await ask('explain_code', { query: '1222' })).text, /Not connected device/));

  it('validates a response', async () => {
    const response = (code: string): string =>
      JSON.stringify({ requestId: 'r', data: [{ resultCode: code, smartHomeDevice: { id: 'd' } }] });
    assert.match(
      (await ask('validate_response', { response: response('AlreadyTurnedOn') })).text,
      /unknown-code: .*AlreadyTurnOn/,
    );
    assert.equal(
      (await ask('validate_response', { response: response('AlreadyTurnOn') })).text,
      'Nothing wrong was found.',
    );
    assert.match((await ask('validate_response', { response: '{"a": 1}' })).text, /nothing was checked/);
    assert.match((await ask('validate_response', { response: '{' })).text, /^This is no JSON/);
  });

  it('lists usages in a text, and below a path', async () => {
    const text = 'import thinqconnect\nif error.code == "2305": pass\n';
    assert.equal(
      (await ask('list_usages', { text, name: 'a.py' })).text,
      'a.py:2: 2305: if error.code == "2305": pass',
    );
    assert.equal((await ask('list_usages', { path: '.' })).text, 'client.py:4: 1222: if error.code == "1222":');
  });

  it('reads nothing outside of its folder', async () => {
    for (const path of ['..', outside.path, 'link', 'link/secret.py', 'nowhere']) {
      const { text, isError } = await ask('list_usages', { path });
      assert.ok(isError, path);
      assert.doesNotMatch(text, /:2:/);
    }
  });

  it('says what is missing', async () => {
    assert.deepEqual(await ask('explain_code', {}), { text: '"query" has to be a text.', isError: true });
    assert.match((await ask('delete_everything', {})).text, /There is no tool/);
  });

  it('ends with its input', () => assert.equal(run(['mcp'], { endAfterMs: 20_000 }).status, 0));
});
