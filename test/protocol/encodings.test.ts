import assert from 'node:assert/strict';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  type Position,
  PositionEncodingKind,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import { startClient, type TestClient } from '../harness/languageClient.ts';

/** How many units of an encoding a text has: the sizes that Node and the language itself give. */
const WIDTHS: ReadonlyMap<PositionEncodingKind, (text: string) => number> = new Map([
  [PositionEncodingKind.UTF8, (text) => Buffer.byteLength(text)],
  [PositionEncodingKind.UTF16, (text) => text.length],
  [PositionEncodingKind.UTF32, (text) => [...text].length],
]);

const WORD = 'TemperatureOutOfRange';
const ANSWER = `{
  "requestId": "1",
  "방 😀 é": "é😀 방", "data": [{ "말": "😀", "resultCode": "${WORD}", "smartHomeDevice": {}, "errorProperties": {} }]
}
`;
const HANDLER = `import { ThinQError } from './thinq';
export function tell(error: ThinQError): string | undefined {
  /* 기기 상태 😀 é */ switch (/* 😀 */ error.code) {
    case '1222':
      return 'offline';
  }
}
`;

for (const [encoding, widthOf] of WIDTHS)
  describe(`positions in ${encoding}`, () => {
    const at = (text: string, offset: number): Position => {
      const before = text.slice(0, offset).split('\n');
      return { line: before.length - 1, character: widthOf(before.at(-1) ?? '') };
    };
    const rangeOf = (text: string, piece: string): Range => {
      const start = text.indexOf(piece);
      assert.ok(start >= 0, piece);
      return { start: at(text, start), end: at(text, start + piece.length) };
    };
    const offsetAt = (text: string, { line, character }: Position): number => {
      const lines = text.split('\n');
      const before = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      const own = lines[line] ?? '';
      for (let length = 0; length <= own.length; length++)
        if (widthOf(own.slice(0, length)) === character) return before + length;
      return assert.fail(`no character ${character} in line ${line}`);
    };
    const applied = (text: string, edits: readonly TextEdit[]): string =>
      edits
        .map(({ range, newText }) => ({
          start: offsetAt(text, range.start),
          end: offsetAt(text, range.end),
          newText,
        }))
        .sort((a, b) => b.start - a.start)
        .reduce((changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end), text);

    let client: TestClient;
    const uri = 'file:///answer.json';
    const general = { positionEncodings: [encoding, PositionEncodingKind.UTF16] };
    before(async () => {
      client = await startClient({ general });
    });
    afterEach(() => client.forget());
    after(async () => {
      assert.equal(await client.stop(), 0);
    });

    it('are agreed upon', () => {
      assert.equal(client.initialized.capabilities.positionEncoding, encoding);
    });

    it('hold for findings that are sent, hovers and fixes', async () => {
      await client.open(uri, 'json', ANSWER);
      const [finding] = await client.published(uri);
      assert.deepEqual(finding?.range, rangeOf(ANSWER, WORD));
      assert.ok(finding);
      const textDocument = { uri };
      const hover = await client.connection.sendRequest(HoverRequest.type, {
        textDocument,
        position: finding.range.end,
      });
      assert.deepEqual(hover?.range, finding.range);
      const before = { line: finding.range.start.line, character: finding.range.start.character - 3 };
      const elsewhere = await client.connection.sendRequest(HoverRequest.type, { textDocument, position: before });
      assert.notDeepEqual(elsewhere?.range, finding.range);
      const actions = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start: finding.range.end, end: finding.range.end },
        context: { diagnostics: [] },
      });
      const fix = actions?.find((action) => 'isPreferred' in action && action.isPreferred);
      assert.ok(fix && 'edit' in fix);
      const fixed = applied(ANSWER, fix.edit?.changes?.[uri] ?? []);
      assert.equal(fixed, ANSWER.replace(WORD, 'TemperatureOutofRange'));
    });

    it('hold for findings that are asked for', async () => {
      const asking = await startClient({ general, textDocument: { diagnostic: {} } });
      await asking.open(uri, 'json', ANSWER);
      const report = await asking.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      assert.deepEqual(report.kind === 'full' && report.items.map(({ range }) => range), [rangeOf(ANSWER, WORD)]);
      assert.equal(await asking.stop(), 0);
    });

    it('hold for lines above the code', async () => {
      await client.open('file:///handler.ts', 'typescript', HANDLER);
      const [finding] = await client.published('file:///handler.ts');
      assert.deepEqual(finding?.range, rangeOf(HANDLER, 'error.code'));
      const [lens] =
        (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: 'file:///handler.ts' } })) ??
        [];
      assert.equal(lens?.range.start.line, 2);
      assert.equal(offsetAt(HANDLER, lens.range.start), HANDLER.indexOf('switch'));
    });

    it('hold for completion, and for all its edits', async () => {
      const text = '{ "requestId": "방 😀 é", "data": [{ "resultCode": "Temp", "smartHomeDevice": {} }] }';
      await client.open(uri, 'json', text);
      const items = await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: at(text, text.indexOf('Temp') + 4),
      });
      assert.ok(Array.isArray(items));
      const item = items.find(({ additionalTextEdits }) => additionalTextEdits !== undefined);
      assert.ok(item?.textEdit && 'range' in item.textEdit && item.additionalTextEdits);
      const completed = applied(text, [item.textEdit, ...item.additionalTextEdits]);
      assert.ok(
        completed.startsWith(
          `{ "requestId": "방 😀 é", "data": [{ "resultCode": "${item.textEdit.newText.replaceAll('"', '')}", `,
        ),
        completed,
      );
      assert.equal(Object.keys(JSON.parse(completed).data[0]).length, 3, completed);
    });

    it('hold for edits, each of which counts in what the one before has left', async () => {
      const started = ANSWER.replace(WORD, 'OK');
      await client.open(uri, 'json', started);
      assert.deepEqual(await client.published(uri), []);
      let text = started;
      let version = 1;
      const contentChanges: { range: Range; text: string }[] = [];
      const replace = (piece: string, by: string): void => {
        contentChanges.push({ range: rangeOf(text, piece), text: by });
        text = text.replace(piece, by);
      };
      replace('"OK"', '"😀방é"');
      replace('😀방é', WORD);
      replace('"é😀 방"', '"방é😀",\n  \n "é😀": "방"');
      replace('"방 😀 é"', '"é"');
      await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: ++version },
        contentChanges,
      });
      assert.deepEqual(
        (await client.published(uri, version)).map(({ range }) => range),
        [rangeOf(text, WORD)],
      );
      await client.change(uri, ++version, ANSWER);
      const [finding] = await client.published(uri, version);
      assert.deepEqual(finding?.range, rangeOf(ANSWER, WORD));
    });

    it('behind a line, and within a character, are those before it', async () => {
      await client.open(uri, 'json', ANSWER);
      await client.published(uri);
      const { start, end } = rangeOf(ANSWER, '😀 é');
      await client.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: [
          { range: { start: { line: 0, character: 99 }, end: { line: 0, character: 99 } }, text: ' ' },
          { range: { start, end: { line: end.line, character: end.character } }, text: 'x' },
        ],
      });
      const text = ANSWER.replace('{', '{ ').replace('😀 é', 'x');
      const [finding] = await client.published(uri, 2);
      assert.deepEqual(finding?.range, rangeOf(text, WORD));
    });
  });

describe('positions of a client that names no encoding', () => {
  it('are in utf-16', async () => {
    const client = await startClient();
    assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');
    assert.equal(await client.stop(), 0);
  });

  it('are in utf-16 where it names none that there is', async () => {
    const client = await startClient({ general: { positionEncodings: ['utf-7'] } });
    assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');
    assert.equal(await client.stop(), 0);
  });
});
