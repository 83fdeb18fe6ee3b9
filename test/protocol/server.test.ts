import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  HoverRequest,
  type Position,
} from 'vscode-languageserver/node';
import { startClient, type TestClient } from '../harness/languageClient.ts';

/** Where a piece of text begins, as the protocol counts. */
function at(text: string, piece: string): Position {
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const ANSWER = `{
  "requestId": "1",
  "data": [
    { "resultCode": "TemperatureOutOfRange", "smartHomeDevice": {}, "errorProperties": {} }
  ]
}
`;

const HANDLER = `import { ThinQError } from './thinq';
// 기기 상태 😀
export function tell(error: ThinQError): string | undefined {
  switch (error.code) {
    case '1222':
      return 'offline';
  }
}
`;

describe('a client that is sent diagnostics', () => {
  let client: TestClient;
  before(async () => {
    client = await startClient({ workspace: { configuration: true } });
  });
  afterEach(() => client.forget());
  after(async () => {
    assert.equal(await client.stop(), 0, 'the server ends well');
  });

  it('is told what the server can do', () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'thinq-nugu-codes');
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.completionProvider?.resolveProvider, true);
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.thinqNugu'] });
    assert.equal(capabilities.diagnosticProvider, undefined, 'it cannot ask, so nothing is offered to ask for');
  });

  it('gets a finding with its vendor, its rule and a link', async () => {
    await client.open('file:///answer.json', 'json', ANSWER);
    const [finding, ...others] = await client.published('file:///answer.json');
    assert.deepEqual(others, []);
    assert.equal(finding?.source, 'nugu');
    assert.equal(finding?.code, 'unknown-code');
    assert.equal(finding?.severity, DiagnosticSeverity.Warning);
    assert.match(finding?.codeDescription?.href ?? '', /^https:/);
    assert.deepEqual(finding?.range.start, at(ANSWER, 'TemperatureOutOfRange'));
  });

  it('repairs it with the preferred quick fix, and the finding goes', async () => {
    const uri = 'file:///answer.json';
    await client.open(uri, 'json', ANSWER);
    const [finding] = await client.published(uri);
    assert.ok(finding);
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const fix = actions?.find((action) => 'isPreferred' in action && action.isPreferred);
    assert.ok(fix && 'edit' in fix);
    assert.deepEqual(
      fix.edit?.changes?.[uri]?.map((edit) => edit.newText),
      ['"TemperatureOutofRange"'],
    );
    await client.change(uri, 2, ANSWER.replace('OutOfRange', 'OutofRange'));
    const codes = (await client.published(uri, 2)).map((one) => one.code);
    assert.deepEqual(codes, ['missing-error-property'], 'the right code now lacks its properties');
  });

  it('sees a dispatch without a fallback, and Korean and emoji before it move nothing', async () => {
    await client.open('file:///handler.ts', 'typescript', HANDLER);
    const [finding] = await client.published('file:///handler.ts');
    assert.equal(finding?.code, 'unhandled-device-error');
    assert.deepEqual(finding?.range.start, at(HANDLER, 'error.code)'));
  });

  it('gets the findings of the last text when it types faster than the server answers', async () => {
    const uri = 'file:///burst.json';
    await client.open(uri, 'json', ANSWER);
    for (let version = 2; version <= 300; version++) {
      await client.change(uri, version, ANSWER.replace('"1"', `"${version}"`));
    }
    await client.change(uri, 301, ANSWER.replace('OutOfRange', 'OutofRange'));
    const codes = (await client.published(uri, 301)).map((one) => one.code);
    assert.deepEqual(codes, ['missing-error-property']);
    assert.ok(client.publications(uri) < 30, `a burst costs a few rounds, not ${client.publications(uri)}`);
  });

  it('turns a rule off as soon as the settings say so', async () => {
    const uri = 'file:///answer.json';
    await client.open(uri, 'json', ANSWER);
    assert.equal((await client.published(uri)).length, 1);
    client.configuration = { rules: { 'unknown-code': 'off' } };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.deepEqual(await client.published(uri), []);
  });

  it('reads messages and hovers in Korean when the settings say so', async () => {
    client.configuration = { docs: { language: 'ko' } };
    await client.open('file:///answer.json', 'json', ANSWER);
    const [finding] = await client.published('file:///answer.json');
    assert.match(String(finding?.message), /[가-힣]/);
  });

  it('hovers over a code, and over nothing else', async () => {
    const uri = 'file:///handler.ts';
    await client.open(uri, 'typescript', HANDLER);
    const hover = (position: Position) =>
      client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    const found = await hover(at(HANDLER, '1222'));
    assert.match(JSON.stringify(found?.contents), /1222.*Not connected device.*416/);
    assert.equal(await hover(at(HANDLER, 'offline')), null);
  });

  it('gets a line above a dispatch, until the settings do not want it', async () => {
    const uri = 'file:///handler.ts';
    await client.open(uri, 'typescript', HANDLER);
    const lenses = () => client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    const [lens, ...others] = (await lenses()) ?? [];
    assert.match(lens?.command?.title ?? '', /^Handles \d+ of \d+ device-level ThinQ codes/);
    assert.equal(others.length, 0);
    client.configuration = { codeLens: false };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.deepEqual(await lenses(), []);
  });

  it('completes a result code, and documents it when asked', async () => {
    const uri = 'file:///new.json';
    const text = '{ "data": [{ "resultCode": "Temp", "smartHomeDevice": {} }] }';
    await client.open(uri, 'json', text);
    const position = { line: 0, character: text.indexOf('Temp') + 4 };
    const items = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    assert.ok(Array.isArray(items));
    const item = items.find(({ label }) => label === 'TemperatureOutofRange');
    assert.ok(item);
    assert.equal(item.documentation, undefined);
    const analysis = await client.connection.sendRequest(CompletionResolveRequest.type, item);
    assert.match(JSON.stringify(analysis.documentation), /minTemperature/);
    assert.ok(items.some(({ additionalTextEdits }) => (additionalTextEdits?.length ?? 0) > 0));
  });

  it('writes codes as source code, as a file and for a place in one', async () => {
    const generated = async (params: object): Promise<string | null> =>
      (await client.connection.sendRequest<{ text: string | null }>('thinqNugu/generate', params)).text;
    assert.match((await generated({ language: 'php', vendors: ['nugu'] })) ?? '', /^<\?php\n\/\/ Code generated by/);
    const insertion = await generated({ language: 'typescriptreact', vendors: ['thinq'], indentation: '  ' });
    assert.match(insertion ?? '', /^export const ThinQCode = \{\n {4}\/\*\* /);
    assert.equal(await generated({ language: 'plaintext', vendors: [] }), null);
  });

  it('explains lines, without what is secret in them', async () => {
    const text = 'token=abc 1222 Not connected device\n';
    const { markdown } = await client.connection.sendRequest<{ markdown: string }>('thinqNugu/explainText', {
      text,
      language: 'ko',
    });
    assert.match(markdown, /^1줄 중 1줄에 코드가 나옵니다/);
    assert.doesNotMatch(markdown, /abc/);
  });

  it('gets an error for a request that makes no sense, and the server lives', async () => {
    await assert.rejects(client.connection.sendRequest('textDocument/hover', { nonsense: true }));
    await assert.rejects(client.connection.sendRequest('thinqNugu/noSuchThing', {}));
    const explained = await client.connection.sendRequest<{ markdown: string }>('thinqNugu/explain', { query: '2305' });
    assert.match(explained.markdown, /2305/);
  });

  it('is told that a file is too long to be checked', async () => {
    const uri = 'file:///long.json';
    await client.open(uri, 'json', `{"smartHomeDevice":[${'"x",'.repeat(2_100_000)}"x"]}`);
    const [note] = await client.published(uri);
    assert.equal(note?.code, 'file-skipped');
    assert.match(String(note?.message), /million/);
  });
});

describe('a client that asks for diagnostics', () => {
  let client: TestClient;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'thinq-nugu-'));
    client = await startClient({
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  const ask = async (uri: string) => {
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items.map((item) => item.code) : [];
  };

  it('gets the same findings as one that is sent them', async () => {
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    await client.open('file:///answer.json', 'json', ANSWER);
    assert.deepEqual(await ask('file:///answer.json'), ['unknown-code']);
  });

  it('gets findings that only the project gives evidence for, and those change with the project', async () => {
    const uri = pathToFileURL(join(folder, 'client.py')).href;
    const text =
      'def tell(error):\n    match error.code:\n        case "1222":\n            show("offline")\n        case "1205":\n            show("gone")\n';
    await client.open(uri, 'python', text);
    assert.deepEqual(await ask(uri), [], 'nothing says that this is about ThinQ');
    writeFileSync(join(folder, 'requirements.txt'), 'thinqconnect==1.0.5\n');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(join(folder, 'requirements.txt')).href, type: FileChangeType.Created }],
    });
    assert.deepEqual(await ask(uri), ['unhandled-device-error']);
    writeFileSync(join(folder, '.thinq-nugu.json'), '{ "rules": { "unhandled-device-error": "off" } }');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(join(folder, '.thinq-nugu.json')).href, type: FileChangeType.Created }],
    });
    assert.deepEqual(await ask(uri), []);
  });
});

describe('what only the author knows', () => {
  const uri = 'file:///item.json';
  const ITEM = `{
  "requestId": "r-1",
  "data": [
    {
      "resultCode": "NotInAvailableMode",
      "smartHomeDevice": { "id": "d-1" }
    }
  ]
}
`;

  async function editFor(workspaceEdit: object, options: object) {
    const client = await startClient({ workspace: { configuration: true, workspaceEdit } }, undefined, options);
    try {
      await client.open(uri, 'json', ITEM);
      const [finding] = await client.published(uri);
      assert.equal(finding?.code, 'missing-error-property');
      const actions = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: finding.range,
        context: { diagnostics: [finding] },
      });
      const fix = actions?.find((action) => 'isPreferred' in action && action.isPreferred);
      assert.ok(fix && 'edit' in fix && fix.edit);
      return fix.edit;
    } finally {
      assert.equal(await client.stop(), 0, 'the server ends well');
    }
  }

  const SNIPPETS = { documentChanges: true, snippetEditSupport: true };
  const snippetIn = (edit: Awaited<ReturnType<typeof editFor>>): string => {
    const [change] = edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const [snippet] = change.edits;
    assert.ok(snippet && 'snippet' in snippet);
    return snippet.snippet.value;
  };

  it('is empty where the editor has no snippets', async () => {
    const { changes, documentChanges } = await editFor({ documentChanges: true }, {});
    assert.equal(documentChanges, undefined);
    assert.deepEqual(
      changes?.[uri]?.map(({ newText }) => newText),
      [',\n      "errorProperties": { "mode": "" }'],
    );
  });

  it("is a choice of the page's modes where it has", async () => {
    const value = snippetIn(await editFor(SNIPPETS, {}));
    assert.match(value, /^,\n {6}"errorProperties": \{ "mode": "\$\{1\|COLD,HEAT,.*\|\}" \\\}$/);
  });

  it('leaves the indentation to an editor that sees to it', async () => {
    const value = snippetIn(await editFor(SNIPPETS, { indentsSnippets: true }));
    assert.match(value, /^,\n"errorProperties"/);
  });
});
