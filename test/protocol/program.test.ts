import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType, HoverRequest } from 'vscode-languageserver/node';
import { startClient, type TestClient } from '../harness/languageClient.ts';
import { call } from '../harness/resident/resident.ts';

const CODES = "export const OFFLINE = '1222';\nexport const MODE = '2305';\n";
const DECIDE = `import { MODE, OFFLINE } from './codes';

export function decide(error: ThinQApiError): void {
  switch (error.code) {
    case OFFLINE:
      notify('offline');
      break;
    case MODE:
      notify('mode');
      break;
  }
}
`;

describe('a program of several files', () => {
  let folder: string;
  let client: TestClient;
  const write = (path: string, text: string): string => {
    const whole = join(folder, path);
    mkdirSync(join(whole, '..'), { recursive: true });
    writeFileSync(whole, text);
    return pathToFileURL(whole).href;
  };
  const rulesIn = async (uri: string): Promise<readonly unknown[]> =>
    (await client.published(uri)).map(({ code }) => code);
  /** Waits until a document has as many publications as this, and gives the rules of the last one. */
  const rulesAfter = async (uri: string, publications: number): Promise<readonly unknown[]> => {
    for (let turns = 0; client.publications(uri) < publications && turns < 500; turns++)
      await new Promise((resume) => setTimeout(resume, 10));
    return rulesIn(uri);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'program-'));
    write('package.json', '{}');
    client = await startClient({ workspace: { configuration: true } });
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('has the codes of a file that is not open', async () => {
    write('codes.ts', CODES);
    const uri = write('decide.ts', DECIDE);
    await client.open(uri, 'typescript', DECIDE);
    assert.deepEqual(await rulesIn(uri), ['unhandled-device-error']);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 4, character: 10 },
    });
    assert.match(JSON.stringify(hover?.contents), /1222/);
  });

  it('counts what is open before what is saved, and follows it', async () => {
    const codes = write('codes.ts', 'export {};\n');
    const uri = write('decide.ts', DECIDE);
    await client.open(uri, 'typescript', DECIDE);
    assert.deepEqual(await rulesIn(uri), []);
    const before = client.publications(uri);
    await client.open(codes, 'typescript', CODES);
    assert.deepEqual(await rulesAfter(uri, before + 1), ['unhandled-device-error']);
  });

  it('follows files that change and vanish on the disk', async () => {
    const codes = write('codes.ts', CODES);
    const uri = write('decide.ts', DECIDE);
    await client.open(uri, 'typescript', DECIDE);
    assert.deepEqual(await rulesIn(uri), ['unhandled-device-error']);
    const before = client.publications(uri);
    rmSync(join(folder, 'codes.ts'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: codes, type: FileChangeType.Deleted }],
    });
    assert.deepEqual(await rulesAfter(uri, before + 1), []);
  });

  it('has the same findings however it is asked on the command line', () => {
    write(
      'src/errors.ts',
      "export const BASE = 'https://api-kic.lgthinq.com';\nexport class ApiError extends Error {\n  constructor(readonly code: string) {\n    super();\n  }\n}\n",
    );
    write('src/codes.ts', CODES);
    write('src/index.ts', "export * from './codes';\nexport * from './errors';\n");
    write(
      'src/view.ts',
      `import { ApiError, MODE, OFFLINE } from './index';\n${DECIDE.split('\n').slice(1).join('\n').replace('ThinQApiError', 'ApiError')}`,
    );
    const findings = (...args: string[]): string => {
      const { stdout } = call(['check', '--reporter', 'json', ...args], { cwd: folder });
      const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string }[] }[] };
      return files.map((file) => `${file.path}: ${file.findings.map(({ rule }) => rule).join(' ')}`).join('\n');
    };
    const whole = findings('.');
    assert.equal(whole, 'src/view.ts: unhandled-device-error');
    assert.equal(findings('src'), whole);
    assert.equal(findings('src/view.ts'), whole);
    assert.equal(findings('src/view.ts', 'src/errors.ts'), whole);
  });
});
