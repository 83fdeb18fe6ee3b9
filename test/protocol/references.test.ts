import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ShowMessageNotification,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { startClient, type TestClient } from '../harness/languageClient.ts';

/** A program in several languages that all speak of 1222, each in its own way. `|` is in no file: it marks a cursor. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{}',
  'codes.ts': "export const OFFLINE = '1222';\n",
  'decide.ts': `import { OFFLINE } from './codes';
// ThinQ answers 1222 then.
export const isOffline = (error: ThinQApiError) => error.code === OFFLINE || error.message === 'Not connected device';
`,
  'decide.py': `from thinqconnect import ThinQAPIErrorCodes
def is_offline(error: ThinQAPIException) -> bool:
    return error.code == ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE
`,
  'Decide.kt': `fun isOffline(error: ThinQApiException) = error.code == "1222"
`,
  'decide.go': `package thinq

const Offline = "1222"

func isOffline(err *thinq.APIError) bool { return err.Code == Offline }
`,
  'answer.json': `{ "messageId": "m", "timestamp": "t", "error": { "code": "1222", "message": "Not connected device" } }
`,
  'thinq.log': 'NOT_CONNECTED_DEVICE (1222)\n',
  // About nobody: its number is one of anything.
  'rooms.ts': "export const room = '1222';\n",
};

const MISSPELT: Readonly<Record<string, string>> = {
  'package.json': '{}',
  'answer.json': `{ "requestId": "1", "data": [{ "resultCode": "DeviceTurnedoff", "smartHomeDevice": {} }] }
`,
  'answer.ts': `// DeviceTurnedoff is what we answer.
export const answer = { resultCode: 'DeviceTurnedoff', smartHomeDevice: device };
`,
  'answer.py': `def answer(device):
    return {"resultCode": "DeviceTurnedoff", "smartHomeDevice": device}
`,
  'Answer.kt': `fun answer(device: Device) = mapOf("resultCode" to "DeviceTurnedoff", "smartHomeDevice" to device)
`,
  'right.ts': "export const answer = { resultCode: 'DeviceTurnedOff', smartHomeDevice: device };\n",
  'other.ts': "export const DeviceTurnedoff = 1;\nlog('DeviceTurnedoff');\n",
};

describe('codes over a project', () => {
  let folder: string;
  let client: TestClient;
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  let files = FILES;
  const write = (wanted: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(wanted)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const start = async (options: object = {}, written = FILES): Promise<void> => {
    files = written;
    write(files);
    client = await startClient(
      { workspace: { configuration: true }, textDocument: { definition: { linkSupport: true } } },
      undefined,
      options,
      { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'project' }] },
    );
  };
  /** Opens a file, and gives the place that a marked piece of it names. */
  const at = async (path: string, languageId: string, marked: string) => {
    const text = files[path] ?? '';
    await client.open(uriOf(path), languageId, text);
    const start = text.indexOf(marked.replace('|', ''));
    assert.notEqual(start, -1, marked);
    const before = text.slice(0, start + marked.indexOf('|')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { textDocument: { uri: uriOf(path) }, position };
  };
  /** Places as `path:line text`. */
  const shown = (places: readonly Location[] | null): readonly string[] =>
    (places ?? []).map(({ uri, range }) => {
      const path = relative(folder, fileURLToPath(uri));
      const line = (files[path] ?? '').split('\n')[range.start.line] ?? '';
      return `${path}:${range.start.line + 1} ${line.slice(range.start.character, range.end.character)}`;
    });
  const references = async (path: string, languageId: string, marked: string) =>
    shown(
      await client.connection.sendRequest(ReferencesRequest.type, {
        ...(await at(path, languageId, marked)),
        context: { includeDeclaration: true },
      }),
    ).toSorted();

  /** Has the tests of a part share a server over a folder. */
  const share = (begin: () => Promise<void>): void => {
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'references-'));
      await begin();
    });
    afterEach(() => client.forget());
    after(async () => {
      assert.equal(await client.stop(), 0);
      rmSync(folder, { recursive: true });
    });
  };

  const EVERYWHERE = [
    'Decide.kt:1 1222',
    'answer.json:1 1222',
    'answer.json:1 Not connected device',
    'codes.ts:1 1222',
    'codes.ts:1 OFFLINE',
    'decide.go:3 1222',
    'decide.go:3 Offline',
    'decide.go:5 Offline',
    'decide.py:3 NOT_CONNECTED_DEVICE',
    'decide.ts:1 OFFLINE',
    'decide.ts:2 1222',
    'decide.ts:3 Not connected device',
    'decide.ts:3 OFFLINE',
    'thinq.log:1 NOT_CONNECTED_DEVICE (1222)',
  ];

  describe('for a client that opens no pages', () => {
    share(() => start());

    for (const [what, path, languageId, marked] of [
      ['a constant', 'decide.ts', 'typescript', '=== OFF|LINE'],
      ['the constant that another file declares', 'codes.ts', 'typescript', "'12|22'"],
      ['a symbol of the SDK', 'decide.py', 'python', 'NOT_CONN|ECTED_DEVICE'],
      ['a string', 'Decide.kt', 'kotlin', '"12|22"'],
      ['a constant of Go', 'decide.go', 'go', '== Off|line'],
      ['data', 'answer.json', 'json', '"12|22"'],
      ['a line of a log', 'thinq.log', 'log', '(12|22)'],
    ] as const)
      it(`finds all that names a code from ${what}`, async () => {
        assert.deepEqual(await references(path, languageId, marked), EVERYWHERE);
      });

    it('finds nothing from a file that is about nobody', async () => {
      assert.deepEqual(await references('rooms.ts', 'typescript', "'12|22'"), []);
    });

    it('counts what is open before what is saved', async () => {
      await client.open(uriOf('Decide.kt'), 'kotlin', '// ThinQApiException\n');
      const found = await references('codes.ts', 'typescript', "'12|22'");
      assert.deepEqual(
        found,
        EVERYWHERE.filter((place) => !place.startsWith('Decide.kt')),
      );
    });

    it('highlights in strings and comments, and leaves names to the language', async () => {
      const highlights = async (marked: string) =>
        client.connection.sendRequest(DocumentHighlightRequest.type, await at('decide.ts', 'typescript', marked));
      assert.equal((await highlights('ThinQ answers 12|22'))?.length, 4);
      assert.equal(await highlights('=== OFF|LINE'), null);
    });

    it('offers no definition to a client that opens no pages, and places for symbols', async () => {
      assert.equal(client.initialized.capabilities.definitionProvider, undefined);
      const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '1222' });
      const places = (symbols ?? []).map(({ location }) => location as Location);
      assert.deepEqual(shown(places).toSorted(), EVERYWHERE);
    });
  });

  describe('where the client opens pages', () => {
    share(() => start({ pages: true }));

    const page = (path: string, query = '') =>
      client.connection.sendRequest('thinqNugu/page', { path, query }) as Promise<{ markdown: string | null }>;

    it('goes from a string to the page of its code, and from a name nowhere', async () => {
      assert.equal(client.initialized.capabilities.definitionProvider, true);
      const definition = async (path: string, languageId: string, marked: string) =>
        client.connection.sendRequest(DefinitionRequest.type, await at(path, languageId, marked));
      const found = await definition('Decide.kt', 'kotlin', '"12|22"');
      assert.ok(Array.isArray(found));
      const [link] = found;
      assert.ok(link && 'targetUri' in link);
      assert.equal(link.targetUri, 'thinq-nugu:/thinq/1222.md');
      assert.equal(await definition('decide.ts', 'typescript', '=== OFF|LINE'), null);
      assert.equal(await definition('rooms.ts', 'typescript', "'12|22'"), null);
    });

    it('has everything about a code on its page, and where the workspace names it', async () => {
      const { markdown } = await page('/thinq/1222.md');
      assert.ok(markdown);
      for (const part of [
        '# ThinQ `1222` Not connected device',
        '## What to do',
        '## Source by source',
        '#:~:text=1222',
        '## What to answer NUGU',
        'NoConnectionDevice',
        '## In this workspace',
        `(${uriOf('answer.json')}#L1)`,
      ])
        assert.ok(markdown.includes(part), `${part} in\n${markdown}`);
      assert.equal((await page('/thinq/0815.md')).markdown, null);
      assert.equal((await page('/etc/passwd')).markdown, null);
    });

    it('has pages of directives and rules, with the vendor at the code of the finding', async () => {
      assert.match((await page('/nugu/directives/TurnOn.md')).markdown ?? '', /PowerControl/);
      const { markdown } = await page('/rules/code-type.md', '2305');
      for (const part of [
        '## Why',
        '## Example',
        '## How to silence it',
        'thinq-nugu-ignore-next-line code-type',
        '#:~:text=2305',
      ])
        assert.ok(markdown?.includes(part), `${part} in\n${markdown}`);
    });

    it('finds symbols by number, word and name of the SDK, and none for a word of everybody', async () => {
      const symbols = async (query: string) =>
        ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []).map(({ name }) => name);
      assert.deepEqual(await symbols('1222'), ['1222 Not connected device']);
      assert.deepEqual(await symbols('DeviceTurnedOff'), ['DeviceTurnedOff']);
      assert.deepEqual(await symbols('not_connected'), ['1222 Not connected device']);
      assert.deepEqual(await symbols('error'), []);
      assert.deepEqual(await symbols(''), []);
    });
  });

  const renamed = async (marked: string, newName: string, path = 'answer.ts', languageId = 'typescript') => {
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      ...(await at(path, languageId, marked)),
      newName,
    });
    return Object.entries(edit?.changes ?? {})
      .flatMap(([uri, edits]) => shown(edits.map(({ range }) => ({ uri, range }))))
      .toSorted();
  };

  describe('a misspelt code in very many files', () => {
    const answer = MISSPELT['answer.ts'] ?? '';
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`many/answer${n}.ts`, answer]));
    for (const [language, more] of [
      ['en', /at most 400 files and 2,000 places/],
      ['ko', /파일 400개, 2,000곳까지/],
    ] as const)
      describe(language, () => {
        share(() => start({ displayLanguage: language }, { 'package.json': '{}', 'answer.ts': answer, ...many }));

        it(`is renamed in so many files at once, and it is said that there are more (${language})`, async () => {
          const messages: string[] = [];
          client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
          assert.equal((await renamed("'Device|Turnedoff'", 'DeviceTurnedOff')).length, 800);
          assert.match(messages.join(), more);
          assert.equal(messages.length, 1);
        });
      });
  });

  describe('a misspelt code', () => {
    share(() => start({}, MISSPELT));

    it('is renamed in strings, data and comments everywhere, and no name is touched', async () => {
      assert.deepEqual(await renamed("'Device|Turnedoff'", 'DeviceTurnedOff'), [
        'Answer.kt:1 DeviceTurnedoff',
        'answer.json:1 DeviceTurnedoff',
        'answer.py:2 DeviceTurnedoff',
        'answer.ts:1 DeviceTurnedoff',
        'answer.ts:2 DeviceTurnedoff',
      ]);
    });

    it('is said to be renamed as a whole where it is, by no message', async () => {
      const messages: string[] = [];
      client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
      await renamed("'Device|Turnedoff'", 'DeviceTurnedOff');
      assert.deepEqual(messages, []);
    });

    it('is not renamed to what is no code', async () => {
      await assert.rejects(renamed("'Device|Turnedoff'", 'DeviceTurndOff'), /not a NUGU code\. Did you mean/);
    });

    it('is offered under the name that it was meant for; a right code is not offered, and no name', async () => {
      const prepared = async (path: string, marked: string) =>
        client.connection.sendRequest(PrepareRenameRequest.type, await at(path, 'typescript', marked));
      const found = await prepared('answer.ts', "'Device|Turnedoff'");
      assert.ok(found && 'placeholder' in found);
      assert.equal(found.placeholder, 'DeviceTurnedOff');
      assert.equal(await prepared('other.ts', 'const Device|Turnedoff'), null);
      assert.equal(await prepared('right.ts', "'DeviceTurned|Off'"), null);
    });
  });

  describe('a finding', () => {
    const TWICE: Readonly<Record<string, string>> = {
      'package.json': '{}',
      'codes.ts': "export const OFFLINE = '1222';\n",
      'twice.ts': `import { OFFLINE } from './codes';
export function tell(error: ThinQApiError) {
  switch (error.code) {
    case '1222': return 'offline';
    case OFFLINE: return 'gone';
    default: return 'failed';
  }
}
`,
      'twice.py': `def tell(error: ThinQAPIException) -> str:
    match error.code:
        case "1222":
            return "offline"
        case "1222":
            return "gone"
        case _:
            return "failed"
`,
      'Twice.kt': `fun tell(error: ThinQApiException) = when (error.code) {
    "1222" -> "offline"
    "1222" -> "gone"
    else -> "failed"
}
`,
    };
    share(async () => {
      write(TWICE);
      files = TWICE;
      client = await startClient({ textDocument: { publishDiagnostics: { relatedInformation: true } } });
    });
    const related = async (path: string, languageId: string) => {
      await client.open(uriOf(path), languageId, TWICE[path] ?? '');
      const found = (await client.published(uriOf(path))).find(({ code }) => code === 'duplicate-arm');
      return (found?.relatedInformation ?? []).map(
        ({ location, message }) => `${shown([location]).join()} – ${message}`,
      );
    };

    it('leads to the arm that takes its code, and to the file that declares its constant', async () => {
      assert.deepEqual(await related('twice.ts', 'typescript'), [
        "twice.ts:4 1222 – '1222' is here first.",
        'codes.ts:1 OFFLINE – It is declared here.',
      ]);
    });
    it('leads there in Python', async () => {
      assert.deepEqual(await related('twice.py', 'python'), ["twice.py:3 1222 – '1222' is here first."]);
    });
    it('leads there in Kotlin', async () => {
      assert.deepEqual(await related('Twice.kt', 'kotlin'), ["Twice.kt:2 1222 – '1222' is here first."]);
    });
  });
});
