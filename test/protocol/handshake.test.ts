import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeConfigurationNotification,
  ErrorCodes,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  MarkupContent,
  type ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver/node';
import { connect, startClient, type TestClient } from '../harness/languageClient.ts';

const ANSWER = `{
  "requestId": "1",
  "data": [
    { "resultCode": "TemperatureOutOfRange", "smartHomeDevice": {}, "errorProperties": {} }
  ]
}
`;
const URI = 'file:///answer.json';
const ON_THE_WORD = { line: 3, character: 24 };
const KOREAN = /[가-힣]/;

/** A request that a server can answer at any time but the wrong one. */
const HOVER = { textDocument: { uri: URI }, position: ON_THE_WORD };

async function codeOf(answer: Promise<unknown>): Promise<number> {
  return answer.then(
    () => assert.fail('it is answered'),
    (error: ResponseError<unknown>) => error.code,
  );
}

const params = { processId: process.pid, rootUri: null, capabilities: {} };

describe('a server that is', () => {
  it('not initialized answers with that, and lives', async () => {
    const { connection, exited } = connect();
    connection.listen();
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'json', version: 1, text: ANSWER },
    });
    assert.equal(await codeOf(connection.sendRequest(HoverRequest.type, HOVER)), ErrorCodes.ServerNotInitialized);
    assert.equal(await codeOf(connection.sendRequest('no/suchThing', {})), ErrorCodes.ServerNotInitialized);
    assert.equal(await codeOf(connection.sendRequest(ShutdownRequest.type)), ErrorCodes.ServerNotInitialized);
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, params);
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(await connection.sendRequest(HoverRequest.type, HOVER), null, 'what came too early was dropped');
    assert.equal(await codeOf(connection.sendRequest(InitializeRequest.type, params)), ErrorCodes.InvalidRequest);
    assert.equal(await codeOf(connection.sendRequest('no/suchThing', {})), ErrorCodes.MethodNotFound);
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await exited, 0);
    connection.dispose();
  });

  it('shut down answers that nothing is valid any more, until it ends', async () => {
    const { connection, exited } = connect();
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, params);
    await connection.sendRequest(ShutdownRequest.type);
    for (const request of [
      connection.sendRequest(HoverRequest.type, HOVER),
      connection.sendRequest('no/suchThing', {}),
      connection.sendRequest(ShutdownRequest.type),
      connection.sendRequest(InitializeRequest.type, params),
    ])
      assert.equal(await codeOf(request), ErrorCodes.InvalidRequest);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await exited, 0);
    connection.dispose();
  });

  it('told to exit before anything else ends with 1', async () => {
    const { connection, exited } = connect();
    connection.listen();
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await exited, 1);
    connection.dispose();
  });

  it('started as `thinq-nugu lsp` needs no flag', async () => {
    const client = await startClient({}, ['dist/cli.js', 'lsp']);
    await client.open(URI, 'json', ANSWER);
    assert.equal((await client.published(URI)).length, 1);
    assert.equal(await client.stop(), 0);
  });
});

/** A message as it is sent. @param more lines of the header besides the length */
function written(message: object, more = ''): string {
  const content = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(content)}\r\n${more}\r\n${content}`;
}

const initialize = (given: object = params) => written({ id: 'first', method: 'initialize', params: given });
const END = written({ id: 2, method: 'shutdown' }) + written({ method: 'exit' });

/** A server with pipes. */
function server(program = 'dist/server.js') {
  return spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** What the server answers to the request `first` until it is ended. @param input pieces that reach it one by one */
async function answers(...input: readonly string[]): Promise<readonly string[]> {
  const child = server();
  const output = text(child.stdout);
  for (const piece of [...input, END]) {
    child.stdin.write(piece);
    await wait(20);
  }
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  return (await output).split(/Content-Length: \d+\r\n\r\n/).filter((message) => message.includes('"id":"first"'));
}

describe('the first answer, which is given before the library is loaded,', () => {
  const CAPABILITIES = [
    {},
    { general: { positionEncodings: ['utf-8'] }, textDocument: { diagnostic: {} }, window: { workDoneProgress: true } },
    { workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } } },
  ];
  for (const [index, capabilities] of CAPABILITIES.entries())
    it(`is the one that the library would give (${index + 1})`, async () => {
      const given = { ...params, capabilities, workspaceFolders: [{ uri: 'file:///a', name: 'a' }] };
      const request = { id: 'first', method: 'initialize', params: given };
      // A header of two lines is left to the library.
      const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n';
      const late = await answers(written(request, type));
      assert.match(late.join(), /"result":\{"serverInfo"/);
      assert.deepEqual(await answers(written(request)), late);
    });

  it('is given once, however the request arrives', async () => {
    const whole = initialize() + written({ method: 'initialized', params: {} });
    const answer = await answers(whole);
    assert.equal(answer.length, 1);
    for (const at of [5, 60, initialize().length - 1, initialize().length, initialize().length + 5])
      assert.deepEqual(
        await answers(whole.slice(0, at), whole.slice(at)),
        answer,
        `in two pieces, the second from ${at}`,
      );
  });

  it('is an error for what is no such request', async () => {
    assert.match((await answers(initialize({ capabilities: null }))).join(), /^\{[^{]*"error":/);
  });

  it('ends well with a client that is gone before it has said anything', async () => {
    const child = server();
    child.stdin.end();
    assert.deepEqual(await once(child, 'exit'), [1, null]);
  });

  it('is followed by the reason where the rest cannot be loaded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alone-'));
    try {
      cpSync('dist/server.js', join(folder, 'server.js'));
      const child = server(join(folder, 'server.js'));
      const [output, complaint] = [text(child.stdout), text(child.stderr)];
      child.stdin.write(initialize());
      assert.deepEqual(await once(child, 'exit'), [1, null]);
      assert.match(await output, /"id":"first","result"/);
      assert.match(await complaint, /^The language server cannot be loaded: .*serve\.mjs/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a server that a Node has started, as VS Code does,', () => {
  /** The next message about something. */
  const next = (child: ChildProcess, key: string): Promise<Readonly<Record<string, unknown>>> =>
    new Promise((resolve) => {
      const look = (message: unknown): void => {
        if (typeof message !== 'object' || message === null || !(key in message)) return;
        child.off('message', look);
        resolve(message as Record<string, unknown>);
      };
      child.on('message', look);
    });

  it('answers over the channel, and reads what has come before all was loaded', async () => {
    const child = fork('dist/server.js', ['--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const answers: unknown[] = [];
    child.on('message', (message) => answers.push(message));
    const textDocument = { uri: URI, languageId: 'json', version: 1, text: ANSWER };
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    child.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    child.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    const found = (await next(child, 'params')).params as { readonly diagnostics: readonly unknown[] };
    assert.equal(found.diagnostics.length, 1);
    const end = next(child, 'result');
    child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
    await end;
    child.send({ jsonrpc: '2.0', method: 'exit' });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
    assert.deepEqual(
      answers.flatMap((answer) => (answer as { readonly id?: number }).id ?? []),
      [1, 2],
    );
  });
});

describe('what a client says when it begins', () => {
  let client: TestClient;
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });
  const firstFinding = async () => {
    await client.open(URI, 'json', ANSWER);
    const [finding] = await client.published(URI);
    return finding;
  };
  const hover = async (): Promise<MarkupContent> => {
    await client.open(URI, 'json', ANSWER);
    const contents = (await client.connection.sendRequest(HoverRequest.type, HOVER))?.contents;
    assert.ok(MarkupContent.is(contents));
    return contents;
  };

  it('of its language is heard', async () => {
    client = await startClient({}, undefined, {}, { locale: 'ko-KR' });
    assert.match(String((await firstFinding())?.message), KOREAN);
  });

  it('of its language is outdone by what its display is set to', async () => {
    client = await startClient({}, undefined, { displayLanguage: 'en' }, { locale: 'ko' });
    assert.doesNotMatch(String((await firstFinding())?.message), KOREAN);
  });

  for (const [where, options] of [
    ['as they are', { rules: { 'unknown-code': 'error' }, docs: { language: 'ko' } }],
    ['below the name of the section', { thinqNugu: { rules: { 'unknown-code': 'error' }, docs: { language: 'ko' } } }],
    ['as settings', { settings: { thinqNugu: { rules: { 'unknown-code': 'error' }, docs: { language: 'ko' } } } }],
  ] as const)
    it(`of its settings, ${where}, holds until it sends others`, async () => {
      client = await startClient({}, undefined, options);
      const finding = await firstFinding();
      assert.equal(finding?.severity, 1);
      assert.match(String(finding?.message), KOREAN);
      await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { thinqNugu: { rules: { 'unknown-code': 'off' } } },
      });
      assert.deepEqual(await client.published(URI), []);
    });

  it('of its settings holds where it has nothing to say when it is asked', async () => {
    client = await startClient({ workspace: { configuration: true } }, undefined, { rules: { 'unknown-code': 'off' } });
    client.configuration = null;
    await client.open(URI, 'json', ANSWER);
    assert.deepEqual(await client.published(URI), []);
    client.configuration = { rules: { 'unknown-code': 'error' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.equal((await client.published(URI))[0]?.severity, 1);
  });

  it('of plain text gives hovers without marks', async () => {
    client = await startClient({ textDocument: { hover: { contentFormat: ['plaintext'] } } });
    const { kind, value } = await hover();
    assert.equal(kind, 'plaintext');
    assert.match(value, /TemperatureOutofRange/);
    assert.doesNotMatch(value, /\*\*|`|\]\(/);
  });

  it('of plain text gives hovers with marks where it prefers these', async () => {
    client = await startClient({ textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } });
    const { kind, value } = await hover();
    assert.equal(kind, 'markdown');
    assert.match(value, /\*\*/);
  });

  it('of plain text gives documentation of codes without marks', async () => {
    client = await startClient({
      textDocument: { completion: { completionItem: { documentationFormat: ['plaintext'] } } },
    });
    const text = '{ "data": [{ "resultCode": "Temp", "smartHomeDevice": {} }] }';
    await client.open(URI, 'json', text);
    const items = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: URI },
      position: { line: 0, character: text.indexOf('Temp') + 4 },
    });
    const [item] = Array.isArray(items) ? items : [];
    assert.ok(item);
    const { documentation } = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.ok(MarkupContent.is(documentation));
    assert.equal(documentation.kind, 'plaintext');
    assert.doesNotMatch(documentation.value, /\*\*|`|\]\(/);
  });

  it('decides on whether it is sent notifications of our own', async () => {
    client = await startClient({
      workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    await firstFinding();
    await wait(50);
    assert.deepEqual(client.strange, []);
    await client.stop();
    client = await startClient({}, undefined, { fileStatus: true });
    await firstFinding();
    assert.deepEqual(client.strange, ['thinqNugu/fileStatus']);
  });
});
