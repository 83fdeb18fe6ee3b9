import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
} from 'vscode-languageserver/node';
import { createFolder, type Folder } from '../harness/commandLine.ts';
import { startClient, type TestClient } from '../harness/languageClient.ts';

const CLIENT =
  'def tell(error):\n    match error.code:\n        case "1222":\n            show("offline")\n        case "1205":\n            show("gone")\n';
const OFF = '{ "rules": { "unhandled-device-error": "off" } }';

describe('a project file or a manifest that is written while a server runs', () => {
  let client: TestClient;
  let folder: Folder;
  const uriOf = (path: string): string => pathToFileURL(`${folder.path}/${path}`).href;
  const save = (path: string) =>
    client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: uriOf(path) } });
  const codes = async (path: string): Promise<readonly unknown[]> =>
    (await client.published(uriOf(path))).map(({ code }) => code);
  beforeEach(() => {
    folder = createFolder({ 'client.py': CLIENT });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('is what the server asks to be told of, where the client can tell', async () => {
    client = await startClient({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await client.open(uriOf('client.py'), 'python', CLIENT);
    assert.deepEqual(await codes('client.py'), []);
    const [registration, ...others] = client.registrations.filter(
      ({ method }) => method === DidChangeWatchedFilesNotification.method,
    );
    assert.deepEqual(others, []);
    const { watchers } = (registration?.registerOptions ?? {}) as DidChangeWatchedFilesRegistrationOptions;
    const patterns = watchers.map(({ globPattern }) => String(globPattern)).join(' ');
    for (const name of [
      '.thinq-nugu.json',
      'package.json',
      'requirements.txt',
      '.csproj',
      'appsscript.json',
      'go.work',
    ])
      assert.ok(patterns.includes(name), name);
    folder.write('requirements.txt', 'thinqconnect==1.0.5\n');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf('requirements.txt'), type: FileChangeType.Created }],
    });
    assert.deepEqual(await codes('client.py'), ['unhandled-device-error']);
  });

  it('is looked for when a document is saved, where it cannot', async () => {
    client = await startClient();
    await client.open(uriOf('client.py'), 'python', CLIENT);
    assert.deepEqual(await codes('client.py'), []);
    folder.write('requirements.txt', 'thinqconnect==1.0.5\n');
    await save('client.py');
    assert.deepEqual(await codes('client.py'), ['unhandled-device-error']);
    folder.write('.thinq-nugu.json', OFF);
    await save('client.py');
    assert.deepEqual(await codes('client.py'), []);
    folder.write('.thinq-nugu.json', '{}');
    await save('client.py');
    assert.deepEqual(await codes('client.py'), ['unhandled-device-error']);
  });

  it('is looked for when a document is opened, where it cannot', async () => {
    client = await startClient();
    await client.open(uriOf('client.py'), 'python', CLIENT);
    assert.deepEqual(await codes('client.py'), []);
    folder.write('requirements.txt', 'thinqconnect==1.0.5\n');
    await client.open(uriOf('requirements.txt'), 'plaintext', 'thinqconnect==1.0.5\n');
    assert.deepEqual(await codes('client.py'), ['unhandled-device-error']);
  });

  it('counts in the first answer of a client that asks for findings', async () => {
    client = await startClient({ textDocument: { diagnostic: {} } });
    const ask = async (path: string) => {
      const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: uriOf(path) },
      });
      return report.kind === 'full' && report.items.map(({ code }) => code);
    };
    await client.open(uriOf('client.py'), 'python', CLIENT);
    assert.deepEqual(await ask('client.py'), []);
    folder.write('requirements.txt', 'thinqconnect==1.0.5\n');
    await save('client.py');
    assert.deepEqual(await ask('client.py'), ['unhandled-device-error']);
    folder.write('.thinq-nugu.json', OFF);
    await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: uriOf('other.py'), languageId: 'python', version: 1, text: CLIENT },
    });
    assert.deepEqual(await ask('other.py'), []);
    assert.deepEqual(await ask('client.py'), []);
  });

  it('makes no work where nothing of it has changed', async () => {
    folder.write('requirements.txt', 'thinqconnect==1.0.5\n');
    client = await startClient();
    await client.open(uriOf('client.py'), 'python', CLIENT);
    assert.deepEqual(await codes('client.py'), ['unhandled-device-error']);
    folder.write('other.txt', 'new, and of no importance');
    for (let time = 0; time < 5; time++) await save('client.py');
    folder.write('.thinq-nugu.json', OFF);
    await save('client.py');
    assert.deepEqual(await codes('client.py'), []);
    assert.equal(client.publications(uriOf('client.py')), 2);
  });

  it('is taken in when it is saved, whatever its name, since a project file may name it', async () => {
    folder.write('.thinq-nugu.json', '{ "vendors": ["thinq"], "catalog": "codes.json" }');
    folder.write('codes.json', '[]');
    client = await startClient({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await client.open(uriOf('client.py'), 'python', CLIENT);
    await codes('client.py');
    folder.write('.thinq-nugu.json', OFF);
    await client.open(uriOf('codes.json'), 'json', '[]');
    await save('codes.json');
    assert.deepEqual(await codes('client.py'), []);
  });
});
