import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  HoverRequest,
  InsertTextFormat,
  ShowMessageNotification,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient, type TestClient } from '../harness/languageClient.ts';

/** Two slips that are safely mended, beside one that nobody can be sure of, in every language. */
const FILES: Readonly<Record<string, readonly [languageId: string, text: string]>> = {
  'answers.json': [
    'json',
    `[
  { "resultCode": "DeviceTurnedoff", "smartHomeDevice": {} },
  { "resultCode": "noConnectionDevice", "smartHomeDevice": {} },
  { "resultCode": "DeviceTurnedOn", "smartHomeDevice": {} }
]
`,
  ],
  'answers.ts': [
    'typescript',
    `export const answers = [
  { resultCode: 'DeviceTurnedoff', smartHomeDevice: device },
  { resultCode: 'noConnectionDevice', smartHomeDevice: device },
  { resultCode: 'DeviceTurnedOn', smartHomeDevice: device },
];
`,
  ],
  'answers.py': [
    'python',
    `answers = [
    {"resultCode": "DeviceTurnedoff", "smartHomeDevice": device},
    {"resultCode": "noConnectionDevice", "smartHomeDevice": device},
    {"resultCode": "DeviceTurnedOn", "smartHomeDevice": device},
]
`,
  ],
  'Answers.kt': [
    'kotlin',
    `val answers = listOf(
    mapOf("resultCode" to "DeviceTurnedoff", "smartHomeDevice" to device),
    mapOf("resultCode" to "noConnectionDevice", "smartHomeDevice" to device),
    mapOf("resultCode" to "DeviceTurnedOn", "smartHomeDevice" to device),
)
`,
  ],
  'answers.go': [
    'go',
    `package nugu

var answers = []map[string]any{
	{"resultCode": "DeviceTurnedoff", "smartHomeDevice": device},
	{"resultCode": "noConnectionDevice", "smartHomeDevice": device},
	{"resultCode": "DeviceTurnedOn", "smartHomeDevice": device},
}
`,
  ],
};

const mended = (text: string): string =>
  text.replace('DeviceTurnedoff', 'DeviceTurnedOff').replace('noConnectionDevice', 'NoConnectionDevice');

const PREVIEWS: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
};

describe('actions', () => {
  let folder: string;
  let client: TestClient;
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const textOf = (path: string): string => FILES[path]?.[1] ?? '';
  const start = async (capabilities: ClientCapabilities = {}, options: object = {}): Promise<void> => {
    for (const [path, [, text]] of Object.entries(FILES)) writeFileSync(join(folder, path), text);
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'project' }];
    client = await startClient(capabilities, undefined, options, { workspaceFolders });
  };
  const actionsFor = async (path: string, only?: string[]): Promise<readonly CodeAction[]> => {
    const [languageId = '', text = ''] = FILES[path] ?? [];
    await client.open(uriOf(path), languageId, text);
    const [finding] = await client.published(uriOf(path));
    assert.equal(finding?.code, 'unknown-code');
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf(path) },
      range: finding.range,
      context: { diagnostics: [finding], ...(only && { only }) },
    });
    return (found ?? []) as CodeAction[];
  };
  const applied = (path: string, edits: readonly TextEdit[] = []): string =>
    TextDocument.applyEdits(TextDocument.create(uriOf(path), '', 0, textOf(path)), [...edits]);

  const makeFolder = (): void => {
    folder = mkdtempSync(join(tmpdir(), 'actions-'));
    writeFileSync(join(folder, '.thinq-nugu.json'), '{ "vendors": ["nugu"] }');
  };
  const end = async (): Promise<void> => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true });
  };

  describe('for a client that can do little', () => {
    before(async () => {
      makeFolder();
      await start();
    });
    afterEach(() => client.forget());
    after(end);

    for (const path of Object.keys(FILES)) {
      it(`fix on save what is safe in ${path}, and nothing else`, async () => {
        const [fix, ...others] = await actionsFor(path, ['source.fixAll.thinqNugu']);
        assert.deepEqual(others, []);
        assert.equal(fix?.kind, 'source.fixAll.thinqNugu');
        assert.equal(applied(path, fix.edit?.changes?.[uriOf(path)]), mended(textOf(path)));
      });

      it(`fix all of a kind in ${path}`, async () => {
        const fix = (await actionsFor(path)).find(
          ({ title }) => title === 'Fix all findings of unknown-code in this file',
        );
        assert.equal(applied(path, fix?.edit?.changes?.[uriOf(path)]), mended(textOf(path)));
        assert.equal(fix?.diagnostics?.length, 2);
      });
    }

    it('offer nothing in the workspace to a client that shows no changes beforehand', async () => {
      assert.deepEqual(
        (await actionsFor('answers.ts')).filter(({ title }) => /workspace|^Why/.test(title)),
        [],
      );
    });

    it('write the name of a rule in one way', async () => {
      const naming = (await actionsFor('answers.ts')).filter(({ title }) => title.includes('unknown-code'));
      assert.ok(naming.length > 2, `${naming.length} titles`);
      for (const { title } of naming) assert.doesNotMatch(title, /['`"]unknown-code/);
    });

    it('lead it to the web from a rule', async () => {
      const [action] = await actionsFor('answers.py');
      assert.match(action?.diagnostics?.[0]?.codeDescription?.href ?? '', /^https:/);
    });
  });

  describe('for one that can do more', () => {
    beforeEach(makeFolder);
    afterEach(end);

    it('fix all of a kind in the workspace, to be looked at first', async () => {
      await start(PREVIEWS);
      assert.equal(
        (client.initialized.capabilities.codeActionProvider as { resolveProvider?: boolean }).resolveProvider,
        true,
      );
      const fix = (await actionsFor('answers.ts')).find(({ title }) => title.includes('in the workspace'));
      assert.ok(fix);
      assert.equal(fix.edit, undefined, 'nothing is looked for before somebody asks');
      const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, fix);
      const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      const texts = Object.fromEntries(
        changes.map(({ textDocument, edits }) => {
          const path = basename(textDocument.uri);
          return [path, applied(path, edits as TextEdit[])];
        }),
      );
      assert.deepEqual(texts, Object.fromEntries(Object.keys(FILES).map((path) => [path, mended(textOf(path))])));
      const annotations = Object.values(edit?.changeAnnotations ?? {});
      assert.deepEqual(
        annotations.map(({ needsConfirmation }) => needsConfirmation),
        [true],
      );
      for (const { edits, textDocument } of changes) {
        for (const one of edits)
          assert.ok('annotationId' in one && one.annotationId in (edit?.changeAnnotations ?? {}));
        assert.equal(textDocument.version, textDocument.uri === uriOf('answers.ts') ? 1 : null);
      }
    });

    it('fix so many files of the workspace at once, and say that there are more', async () => {
      await start(PREVIEWS);
      const text = textOf('answers.ts');
      for (let n = 0; n < 401; n++) writeFileSync(join(folder, `more${n}.ts`), text);
      const messages: string[] = [];
      client.connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
      const fix = (await actionsFor('answers.ts')).find(({ title }) => title.includes('in the workspace'));
      assert.ok(fix);
      const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, fix);
      assert.equal(edit?.documentChanges?.length, 400);
      assert.match(messages.join(), /at most 400 files and 2,000 places/);
    });

    describe('on a rule', () => {
      it('lead to its page, as the finding itself, and the hover says why', async () => {
        await start({}, { pages: true });
        const page = 'thinq-nugu:/rules/unknown-code.md';
        const why = (await actionsFor('answers.py')).find(({ title }) => title.startsWith('Why?'));
        assert.deepEqual(why?.command?.arguments, [page]);
        assert.equal(why?.diagnostics?.[0]?.codeDescription?.href, page);
        const position = why?.diagnostics?.[0]?.range.start ?? { line: 0, character: 0 };
        const textDocument = { uri: uriOf('answers.py') };
        const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position });
        const text = JSON.stringify(hover?.contents);
        assert.ok(text.includes('NUGU silently ignores a response whose `resultCode` is misspelt.'), text);
      });
    });

    describe('of completion', () => {
      const offered = async (capabilities: ClientCapabilities) => {
        await start(capabilities);
        const text = '{ "requestId": "r", "data": [{ "resultCode": "", "smartHomeDevice": { "id": "d" } }] }\n';
        await client.open(uriOf('new.json'), 'json', text);
        const items = await client.connection.sendRequest(CompletionRequest.type, {
          textDocument: { uri: uriOf('new.json') },
          position: { line: 0, character: text.indexOf('"",') + 1 },
        });
        assert.ok(Array.isArray(items));
        const found = items.find(({ label }) => label === 'TemperatureOutofRange + errorProperties');
        assert.ok(found);
        return found;
      };

      it('have stops for values and a few words for those who show them', async () => {
        const item = await offered({
          textDocument: { completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } } },
        });
        assert.equal(item.insertTextFormat, InsertTextFormat.Snippet);
        assert.equal(
          item.textEdit?.newText.replace(/\$\{(\d)\}/g, '$$$1'),
          'TemperatureOutofRange", "smartHomeDevice": { "id": "d" \\}, "errorProperties": { "minTemperature": "$1", "maxTemperature": "$2" \\}',
        );
        assert.match(item.labelDetails?.description ?? '', /temperature/);
      });

      it('are plain for others', async () => {
        const item = await offered({});
        assert.equal(item.insertTextFormat, InsertTextFormat.PlainText);
        assert.equal(item.textEdit?.newText, 'TemperatureOutofRange');
        assert.equal(item.additionalTextEdits?.length, 1);
        assert.equal(item.labelDetails, undefined);
      });
    });
  });
});
