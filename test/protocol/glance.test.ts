import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionRequest,
  CodeLensRequest,
  type Diagnostic,
  HoverRequest,
  type InlayHint,
  InlayHintRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  ChosenCodeRequest,
  CoverageRequest,
  type FileStatus,
  FileStatusNotification,
  type Row,
  type Site,
  SiteRequest,
  type WorkspaceCoverage,
} from '../../server/src/lsp/protocol.ts';
import { startClient, type TestClient } from '../harness/languageClient.ts';

const HANDLER = `import { ThinQApiError } from 'thinq';
export function report(error: ThinQApiError): void {
  switch (error.code) {
    case '1222':
      console.warn('offline');
      break;
    case '2201':
      console.warn('failed');
      break;
  }
}
`;
const uri = 'file:///glance/handler.ts';
/** Where the dispatch decides on something. */
const SUBJECT = { line: 2, character: 10 };

/** What is said in each language of the display. */
const LANGUAGES = [
  {
    language: 'en',
    sum: /^Handles 2 of \d+/,
    add: /^Add the \d+ missing codes$/,
    heading: 'Without an arm of their own:',
    advice: 'tell the user',
    named: "Its code names something of ThinQ's.",
    nobody: 'Its text names no code and neither vendor.',
    log: 'Codes in such a file are explained in hovers, not checked.',
    hint: "⟵ not supported in the device's mode",
    choose: 'Choose a code…',
    off: 'Turn unknown-code off in the project file',
    handled: 'handled',
  },
  {
    language: 'ko',
    sum: /2개를 처리합니다/,
    add: /^빠진 코드 \d+개 추가$/,
    heading: '따로 처리하는 분기가 없는 코드:',
    advice: '사용자에게 안내',
    named: '이 파일의 코드에 ThinQ 관련 이름이 있습니다.',
    nobody: '코드나 ThinQ, NUGU 이름이 없습니다.',
    log: '이런 파일의 코드는 검사하지 않고 설명만 보여 줍니다.',
    hint: /^⟵ .*[가-힣]/,
    choose: '코드 선택…',
    off: '프로젝트 파일에서 unknown-code 규칙 끄기',
    handled: '처리',
  },
] as const;

/** Asserts that all that is shown of each row is said, too, and something that tells what it is. @returns how many there are */
function areSpoken(rows: readonly Row[]): number {
  return rows.reduce((sum, { id, label, description = '', spoken, rows: below = [] }) => {
    for (const shown of [label, description]) assert.ok(spoken.includes(shown), `${id}: ${shown} in: ${spoken}`);
    assert.ok(spoken.length > label.length, `${id}: ${spoken}`);
    return sum + 1 + areSpoken(below);
  }, 0);
}

for (const { language, sum, add, heading, advice, ...said } of LANGUAGES)
  describe(`At a glance (${language})`, () => {
    let client: TestClient;
    const begin = async (initializationOptions: object): Promise<void> => {
      client = await startClient({}, undefined, { ...initializationOptions, displayLanguage: language });
    };
    const end = () => client.stop();
    const openHandler = () => client.open(uri, 'typescript', HANDLER);
    const textDocument = { uri };
    const lenses = async () => (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];

    describe('for a client with commands', () => {
      before(() => begin({ commands: true }));
      beforeEach(openHandler);
      afterEach(() => client.forget());
      after(end);

      it('has lenses with commands for a client that has these', async () => {
        const commands = (await lenses()).map((lens) => lens.command);
        assert.deepEqual(
          commands.map((one) => one?.command),
          ['thinqNugu.showSite', 'thinqNugu.addMissing'],
        );
        assert.match(commands[0]?.title ?? '', sum);
        assert.match(commands[1]?.title ?? '', add);
        assert.deepEqual(commands[0]?.arguments, [uri, SUBJECT]);
      });

      it('says what a dispatch leaves out by what to do, with the quick fixes', async () => {
        const ask = (position: object): Promise<Site | null> =>
          client.connection.sendRequest(SiteRequest.method, { textDocument, position });
        const site = await ask(SUBJECT);
        assert.match(site?.summary ?? '', sum);
        const codes = site?.missing.find((one) => one.advice === advice)?.codes ?? [];
        const code = codes.find((one) => one.code === '2305');
        assert.equal(code?.page, 'thinq-nugu:/thinq/2305.md');
        assert.match(site?.fixes.find(({ addsAll }) => addsAll)?.title ?? '', add);
        assert.deepEqual(await ask({ line: 4, character: 6 }), site, 'from within it, too');
        assert.equal(await ask({ line: 0, character: 0 }), null);
      });

      it('lists the same in the hover on what decides', async () => {
        const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position: SUBJECT });
        const text = JSON.stringify(hover?.contents);
        assert.ok(text.includes(heading) && text.includes(`- ${advice}: `) && text.includes('`2305`'), text);
      });

      it('has a light bulb for a code that has no near name, without a backtick anywhere', async () => {
        const file = 'file:///glance/answer.json';
        const text = '{ "requestId": "1", "data": [{ "resultCode": "Xyzzy", "smartHomeDevice": {} }] }\n';
        await client.open(file, 'json', text);
        const found: readonly Diagnostic[] = await client.published(file);
        const unknown = found.find(({ code }) => code === 'unknown-code') ?? assert.fail(JSON.stringify(found));
        const { range } = unknown;
        const context = { diagnostics: [] };
        const actions = (await client.connection.sendRequest(CodeActionRequest.type, {
          ...{ textDocument: { uri: file }, range, context },
        })) as readonly CodeAction[];
        for (const words of [...found.map(({ message }) => String(message)), ...actions.map(({ title }) => title)])
          assert.doesNotMatch(words, /`/);
        assert.match(String(unknown.message), /'Xyzzy'/);
        const titles = actions.map(({ title }) => title);
        assert.ok(titles.includes(said.off), titles.join());
        const choose = actions.find(({ title }) => title === said.choose);
        assert.deepEqual(choose?.command?.arguments, [file, range.start, 'nugu']);
        const edit: WorkspaceEdit | null = await client.connection.sendRequest(ChosenCodeRequest.method, {
          ...{ textDocument: { uri: file }, position: range.start, code: 'NoConnectionDevice' },
        });
        const [change, ...more] = edit?.changes?.[file] ?? [];
        assert.deepEqual([change?.newText, more], ['"NoConnectionDevice"', []]);
        assert.equal(change?.range.end.character, range.end.character + 1, 'with its quotes');
      });

      it('has the catalog as a tree, by vendor, class and directive', async () => {
        const { rows } = await client.connection.sendRequest<{ readonly rows: readonly Row[] }>('thinqNugu/catalog');
        assert.deepEqual(
          rows.map(({ id }) => id),
          ['thinq', 'nugu'],
        );
        const ids = new Set<string>();
        const visit = (row: Row): void => {
          assert.ok(!ids.has(row.id), `${row.id} is one row`);
          ids.add(row.id);
          for (const below of row.rows ?? []) visit(below);
        };
        rows.forEach(visit);
        assert.equal(areSpoken(rows), ids.size);
        for (const id of [
          'thinq/1222',
          'nugu/tell-user',
          'PowerControl',
          'PowerControl.TurnOn',
          'PowerControl.TurnOn/nugu/AlreadyTurnOn',
        ])
          assert.ok(ids.has(id), `${id} in ${[...ids].slice(0, 40).join()}`);
      });
    });

    describe('for another', () => {
      afterEach(end);

      it('has one lens without a command for others', async () => {
        await begin({});
        await openHandler();
        assert.deepEqual(
          (await lenses()).map((lens) => lens.command?.command),
          [''],
        );
      });

      it('says whose codes a file is about and why, or why it is silent', async () => {
        client = await startClient({}, undefined, { fileStatus: true, displayLanguage: language });
        const told = new Map<string, FileStatus>();
        client.connection.onNotification(FileStatusNotification.method, (status: FileStatus) => {
          told.set(status.uri, status);
        });
        const statusOf = async (name: string, languageId: string, text: string): Promise<FileStatus | undefined> => {
          const file = `file:///glance/${name}`;
          await client.open(file, languageId, text);
          await client.published(file);
          await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: file }, position: SUBJECT });
          return told.get(file);
        };
        const thinq = await statusOf('handler.ts', 'typescript', HANDLER);
        assert.equal(thinq?.state, 'checked');
        assert.deepEqual(thinq?.about, [{ vendor: 'thinq', confidence: 'certain', reason: 'named' }]);
        assert.deepEqual([thinq?.title, thinq?.reason], ['ThinQ', said.named]);
        const plain = await statusOf('plain.ts', 'typescript', 'export const sum = 1;\n');
        assert.deepEqual([plain?.state, plain?.why, plain?.reason], ['silent', 'no words', said.nobody]);
        const log = await statusOf('app.log', 'log', 'ERROR ThinQ 1222\n');
        assert.deepEqual([log?.state, log?.why, log?.reason], ['silent', 'explained', said.log]);
      });

      it('shows behind codes what they mean, where the settings want it', async () => {
        const text = HANDLER.replace('2201', '2305');
        const line = 'ERROR ThinQ Connect API error code 2305\n';
        for (const inlayHints of [false, true]) {
          client = await startClient({ textDocument: { inlayHint: {} } }, undefined, {
            settings: { thinqNugu: { inlayHints } },
            displayLanguage: language,
          });
          assert.equal(client.initialized.capabilities.inlayHintProvider, true);
          const hintsIn = async (file: string, languageId: string, content: string): Promise<readonly InlayHint[]> => {
            await client.open(file, languageId, content);
            const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
            return (
              (await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri: file }, range })) ?? []
            );
          };
          const hints = await hintsIn(uri, 'typescript', text);
          const inLog = await hintsIn('file:///glance/app.log', 'log', line);
          assert.deepEqual([hints.length, inLog.length], inlayHints ? [2, 1] : [0, 0]);
          if (!inlayHints) {
            await client.stop();
            continue;
          }
          const behind = hints.find(
            ({ position }) => position.line === text.split('\n').findIndex((one) => one.includes('2305')),
          );
          assert.equal(behind?.position.character, "    case '2305'".length);
          const label = String(behind?.label);
          assert.ok(typeof said.hint === 'string' ? label === said.hint : said.hint.test(label), label);
          assert.equal(String(inLog[0]?.label), label);
        }
      });

      it('says what a workspace does with every code, and writes it as a page', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'glance-'));
        try {
          writeFileSync(join(folder, 'handler.ts'), HANDLER);
          client = await startClient({}, undefined, { displayLanguage: language });
          const asked: WorkspaceCoverage = await client.connection.sendRequest(CoverageRequest.method, {
            ...{ folders: [pathToFileURL(folder).href], workDoneToken: 'glance', linksTo: 'vscode', project: 'mine' },
          });
          const [vendor] = asked.rows;
          const handled = vendor?.rows?.find(({ kind }) => kind === 'handled');
          assert.equal(handled?.label, said.handled);
          const address = pathToFileURL(join(folder, 'handler.ts')).href;
          const codes = handled?.rows ?? [];
          assert.deepEqual(
            codes.map(({ label, opens }: Row) => [label, opens]),
            [
              ['1222', { uri: address, line: 3 }],
              ['2201', { uri: address, line: 6 }],
            ],
          );
          assert.ok(areSpoken(asked.rows) > 40);
          const path = address.slice('file://'.length);
          assert.ok(
            asked.page?.includes(`<a href="vscode://file${path}:4"><code>handler.ts:4</code></a>`),
            String(asked.page),
          );
        } finally {
          rmSync(folder, { recursive: true });
        }
      });
    });
  });
