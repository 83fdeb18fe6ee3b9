import assert from 'node:assert/strict';
import {
  CheckWorkspaceRequest,
  CoverageRequest,
  ListRequest,
  ReadRequest,
  SearchRequest,
} from '../../server/src/lsp/protocol.ts';
import { startClient, type TestClient } from '../harness/languageClient.ts';

const HANDLER = `import { MODE, OFFLINE } from './codes';

export function decide(error: { code: string }) {
  switch (error.code) {
    case OFFLINE:
    case MODE:
      return true;
  }
}
`;
const URI = 'vscode-vfs://github/owner/home/handler.ts';
/** A workspace that lies on another machine. */
const FILES: Readonly<Record<string, string>> = {
  'vscode-vfs://github/owner/home/package.json': '{ "dependencies": { "thinq-connect": "1.0.0" } }',
  'vscode-vfs://github/owner/home/codes.ts': "export const OFFLINE = '1222';\nexport const MODE = '2305';\n",
  [URI]: HANDLER,
};

describe('files that only the editor can read', () => {
  let asked: string[];

  /** @param files what the client says of whether it answers for them */
  const start = async (files?: boolean): Promise<TestClient> => {
    asked = [];
    const client = await startClient({}, undefined, { files });
    client.connection.onRequest(ListRequest, ({ uri }) => {
      asked.push(uri);
      const start = uri.replace(/\/?$/, '/');
      const below = Object.keys(FILES).filter((one) => one.startsWith(start));
      return below.map((one) => {
        const [name = '', ...rest] = one.slice(start.length).split('/');
        return { name, kind: rest.length > 0 ? ('folder' as const) : ('file' as const) };
      });
    });
    client.connection.onRequest(ReadRequest, ({ uri }) => FILES[uri] ?? null);
    client.connection.onRequest(SearchRequest, ({ uris, words }) =>
      uris.filter((uri) => words.some((word) => FILES[uri]?.toLowerCase().includes(word.toLowerCase()))),
    );
    return client;
  };

  it('are asked of it: a manifest, and constants of another file', async () => {
    const client = await start(true);
    await client.open(URI, 'typescript', HANDLER);
    const [finding] = await client.published(URI);
    assert.equal(finding?.code, 'unhandled-device-error');
    await client.stop();
  });

  it('are looked through as a whole, where somebody asks for it', async () => {
    const client = await start(true);
    const params = { folders: ['vscode-vfs://github/owner/home'], mayRunGit: true, workDoneToken: 'look' };
    const checked = await client.connection.sendRequest(CheckWorkspaceRequest, params);
    assert.deepEqual([checked.isWhole, checked.total, checked.findings], [true, 3, 1]);
    const { rows } = await client.connection.sendRequest(CoverageRequest, { ...params, workDoneToken: 'again' });
    const thinq = JSON.stringify(rows.find(({ label }) => label.includes('ThinQ')));
    assert.match(thinq, /vscode-vfs:\/\/github\/owner\/home\/handler\.ts/);
    await client.stop();
  });

  it('are not asked of an editor that does not say that it answers', async () => {
    const client = await start();
    await client.open(URI, 'typescript', HANDLER);
    assert.deepEqual(await client.published(URI), []);
    assert.deepEqual(asked, []);
    await client.stop();
  });

  it('are not asked for beside files of the disk', async () => {
    const client = await start(true);
    await client.open('file:///nowhere/handler.ts', 'typescript', HANDLER);
    await client.published('file:///nowhere/handler.ts');
    assert.deepEqual(asked, []);
    await client.stop();
  });
});
