import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
  PublishDiagnosticsNotification,
  WorkDoneProgress,
} from 'vscode-languageserver/node';
import {
  CheckWorkspaceRequest,
  ClearWorkspaceNotification,
  type WorkspaceCheck,
} from '../../server/src/lsp/protocol.ts';
import type { Report } from '../../server/src/report/report.ts';
import { createFolder, type Folder, run } from '../harness/commandLine.ts';
import { startClient, type TestClient } from '../harness/languageClient.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";

const MENDED = WRONG.replace('TemperatureOutOfRange', 'OK');

/** What a check comes to that has looked at everything. */
function whole(numbers: Pick<WorkspaceCheck, 'total' | 'findings' | 'filesWithFindings'>): WorkspaceCheck {
  return { ...numbers, looked: numbers.total, unread: 0, isWhole: true };
}

/** Waits for something to come true; Mocha's time limit ends a wait in vain. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(10);
}

describe('a check of the workspace', function () {
  this.timeout(20_000);
  let client: TestClient;
  let folder: Folder;
  /** How many findings were last published, by path. */
  let counts: Map<string, number>;
  /** How many were published, one time after the other. */
  let sent: number[];
  const uriOf = (path: string): string => pathToFileURL(join(folder.path, path)).href;
  const check = () =>
    client.connection.sendRequest(CheckWorkspaceRequest, {
      folders: [pathToFileURL(folder.path).href],
      mayRunGit: true,
      workDoneToken: 'w',
    });
  const withFindings = () => [...counts].flatMap(([uri, count]) => (count > 0 ? [uri] : [])).sort();

  beforeEach(async () => {
    client = await startClient();
    counts = new Map();
    sent = [];
    client.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      counts.set(uri, diagnostics.length);
      sent.push(diagnostics.length);
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
    await until(() => counts.has(uriOf('open.ts')));
    assert.deepEqual(await check(), whole({ total: 4, findings: 3, filesWithFindings: 3 }));
    assert.equal(counts.get(uriOf('a.ts')), 1);
    assert.equal(counts.get(uriOf('src/b.py')), 1);
    assert.equal(counts.get(uriOf('.thinq-nugu.json')), 1);
    assert.equal(counts.get(uriOf('dist/c.js')), undefined);
    assert.equal(said.at(-1), 'end');

    folder.write('a.ts', '');
    assert.deepEqual(await check(), whole({ total: 4, findings: 2, filesWithFindings: 2 }));
    assert.equal(counts.get(uriOf('a.ts')), 0);
  });

  it('finds what the command line finds, in files that git keeps as well', async () => {
    folder = createFolder({
      'a.ts': WRONG,
      'dist/own.js': WRONG,
      'dist/built.js': WRONG,
      'tmp/b.ts': WRONG,
      '.gitignore': 'tmp/\n',
      'sub/.thinq-nugu.json': '{ "rules": { "unknown-code": "off" } }',
      'sub/c.ts': WRONG,
    });
    execFileSync('git', ['-C', folder.path, 'init', '-q']);
    execFileSync('git', ['-C', folder.path, 'add', '-f', 'dist/own.js']);
    const { files } = JSON.parse(run(['check', '--reporter', 'json'], { cwd: folder.path }).stdout) as Report;
    const expected = files.filter(({ findings }) => findings.length > 0).map(({ path }) => uriOf(path));
    await check();
    assert.deepEqual(withFindings(), expected);
    assert.deepEqual(expected, [uriOf('a.ts'), uriOf('dist/own.js')]);
  });

  it('leaves a file to itself while it is open, and looks after it again once it is closed', async () => {
    folder = createFolder({ 'a.ts': WRONG });
    await check();
    assert.equal(counts.get(uriOf('a.ts')), 1);
    await client.open(uriOf('a.ts'), 'typescript', MENDED);
    await until(() => counts.get(uriOf('a.ts')) === 0);
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: uriOf('a.ts') },
    });
    await until(() => counts.get(uriOf('a.ts')) === 1);
  });

  it('counts what an open file has, and shows it when the file is closed', async () => {
    folder = createFolder({ 'a.ts': WRONG });
    await client.open(uriOf('a.ts'), 'typescript', WRONG);
    await until(() => counts.has(uriOf('a.ts')));
    assert.deepEqual(await check(), whole({ total: 1, findings: 1, filesWithFindings: 1 }));
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: uriOf('a.ts') },
    });
    await until(() => sent.join() === '1,0,1');
  });

  it('follows files that change or go, and settings that change', async () => {
    folder = createFolder({ 'a.ts': WRONG, 'b.ts': WRONG, 'c.ts': WRONG });
    await check();
    folder.write('a.ts', MENDED);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: uriOf('a.ts'), type: FileChangeType.Changed },
        { uri: uriOf('b.ts'), type: FileChangeType.Deleted },
      ],
    });
    await until(() => counts.get(uriOf('a.ts')) === 0 && counts.get(uriOf('b.ts')) === 0);
    assert.equal(counts.get(uriOf('c.ts')), 1);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { thinqNugu: { rules: { 'unknown-code': 'off' } } },
    });
    await until(() => counts.get(uriOf('c.ts')) === 0);
  });

  it('takes everything back when it is told to', async () => {
    folder = createFolder({ 'a.ts': WRONG });
    await check();
    await client.connection.sendNotification(ClearWorkspaceNotification);
    await until(() => counts.get(uriOf('a.ts')) === 0);
  });

  it('looks into a file once, although folders lie within one another', async () => {
    folder = createFolder({ 'a.ts': WRONG, 'sub/b.ts': WRONG });
    const folders = [folder.path, join(folder.path, 'sub')].map((path) => pathToFileURL(path).href);
    const checked = await client.connection.sendRequest(CheckWorkspaceRequest, { folders });
    assert.deepEqual(checked, whole({ total: 2, findings: 2, filesWithFindings: 2 }));
    assert.deepEqual(sent, [1, 1]);
  });

  it('ends when it is asked for once more', async () => {
    folder = createFolder(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}.ts`, ''])));
    folder.write('f999.ts', WRONG);
    const [first, second] = await Promise.all([check(), check()]);
    assert.equal(first.isWhole, false);
    assert.deepEqual(second, whole({ total: 1000, findings: 1, filesWithFindings: 1 }));
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
