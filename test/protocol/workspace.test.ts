import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, PublishDiagnosticsNotification, WorkDoneProgress } from 'vscode-languageserver/node';
import { CheckWorkspaceRequest } from '../../server/src/lsp/protocol.ts';
import { createFolder, type Folder } from '../harness/commandLine.ts';
import { startClient, type TestClient } from '../harness/languageClient.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";

describe('a check of the workspace', function () {
  this.timeout(60_000);
  let client: TestClient;
  let folder: Folder;
  /** How many findings were last published, by path. */
  let counts: Map<string, number>;
  const uriOf = (path: string): string => pathToFileURL(join(folder.path, path)).href;
  const check = () =>
    client.connection.sendRequest(CheckWorkspaceRequest, {
      folders: [pathToFileURL(folder.path).href],
      workDoneToken: 'w',
    });

  beforeEach(async () => {
    client = await startClient();
    counts = new Map();
    client.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      counts.set(uri, diagnostics.length);
    });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    folder.remove();
  });

  it('publishes the findings of files that are not open, and takes back what is mended', async () => {
    folder = createFolder({
      'a.ts': WRONG,
      'src/b.py': 'item = {"resultCode": "TemperatureOutOfRange", "smartHomeDevice": device}\n',
      'dist/c.js': WRONG,
      'open.ts': WRONG,
      '.thinq-nugu.json': '{ "preset": "loud" }',
    });
    const said: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'w', ({ kind }) => {
      said.push(kind);
    });
    await client.open(uriOf('open.ts'), 'typescript', '');
    assert.deepEqual(await check(), { findings: 3, isWhole: true });
    assert.equal(counts.get(uriOf('a.ts')), 1);
    assert.equal(counts.get(uriOf('src/b.py')), 1);
    assert.equal(counts.get(uriOf('.thinq-nugu.json')), 1);
    assert.equal(counts.get(uriOf('dist/c.js')), undefined);
    assert.equal(said.at(-1), 'end');

    folder.write('a.ts', '');
    assert.deepEqual(await check(), { findings: 2, isWhole: true });
    assert.equal(counts.get(uriOf('a.ts')), 0);
  });

  it('can be cancelled', async () => {
    folder = createFolder(
      Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${index}.ts`, index % 10 === 0 ? WRONG : ''])),
    );
    const source = new CancellationTokenSource();
    const request = client.connection.sendRequest(
      CheckWorkspaceRequest,
      { folders: [pathToFileURL(folder.path).href], workDoneToken: 'w' },
      source.token,
    );
    client.connection.onProgress(WorkDoneProgress.type, 'w', () => source.cancel());
    const { findings, isWhole } = await request;
    assert.equal(isWhole, false);
    assert.ok(findings < 300, `${findings}`);
  });
});
