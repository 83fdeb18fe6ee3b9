import * as assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { appearing, disappearing, open, product, withSettings } from './editor.ts';
import { listed } from './page.ts';

const [folder] = vscode.workspace.workspaceFolders ?? [];
assert.ok(folder, 'a folder is open');
const drafts = vscode.Uri.joinPath(folder.uri, 'drafts');

/** A new file with the cursor in the place of `|`. Its name is nobody's before: VS Code may keep the text of a closed one. */
async function draft(name: string, marked: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(drafts, name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(marked.replace('|', '')));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(marked.indexOf('|'));
  editor.selection = new vscode.Selection(at, at);
  return document;
}

/** Chooses the second row of a list. */
async function choosingSecond(text: string): Promise<void> {
  await listed(text);
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

const insert = (directive: string, code: string): Thenable<unknown> =>
  vscode.commands.executeCommand('thinqNugu.insertAnswer', { directive, code });

describe('An answer for NUGU', () => {
  before(async () => {
    await product().activate();
    await open('handler.ts');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  after(() => vscode.workspace.fs.delete(drafts, { recursive: true }));

  it('is written into JSON, with tab stops that are gone through', async () => {
    const document = await draft('range.json', '|');
    await insert('SetTemperature', 'TemperatureOutofRange');
    await vscode.commands.executeCommand('type', { text: 'request-1' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: '"id": "device-1"' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: '16' });
    assert.deepEqual(JSON.parse(document.getText()), {
      requestId: 'request-1',
      data: [
        {
          resultCode: 'TemperatureOutofRange',
          smartHomeDevice: { id: 'device-1' },
          errorProperties: { minTemperature: '16', maxTemperature: '29' },
        },
      ],
    });
  });

  for (const [name, marked, sign] of [
    [
      'answer.ts',
      "export const answer = (requestId: string, device: Device) => (|);\nexport const other = 'single';\n",
      /=> \(\{\n {2,4}requestId: requestId,\n {2,4}data: \[\n\s+\{\n\s+resultCode: 'OK',\n\s+smartHomeDevice: device,\n\s+properties: \{\n\s+powerConsumption: '30',/,
    ],
    ['answer.js', 'const answer = (requestId, device) => (|);\nconst other = "double";\n', /resultCode: "OK",/],
    [
      'answer.py',
      'def answer(request_id, device):\n    return |\n',
      / {4}return \{\n {8}"requestId": request_id,\n {8}"data": \[\n {12}\{\n {16}"resultCode": "OK",/,
    ],
  ] as const)
    it(`is written into ${name}, as the file is written`, async () => {
      const document = await draft(name, marked);
      await insert('AskPower', 'OK');
      assert.match(document.getText(), sign);
    });

  it('is no finding once its id is there, and one before', async () => {
    const document = await draft('off.json', '|');
    await insert('TurnOn', 'DeviceTurnedOff');
    await appearing(document.uri, 'envelope-shape');
    await vscode.commands.executeCommand('type', { text: 'request-1' });
    await disappearing(document.uri, 'envelope-shape');
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'nugu'),
      [],
    );
  });

  it('is not written where no such literal stands', async () => {
    const document = await draft('answer.kt', 'val answer = |\n');
    await Promise.race([insert('TurnOn', 'OK'), wait(3000)]);
    assert.equal(document.getText(), 'val answer = \n');
  });

  for (const setting of ['en', 'ko'] as const)
    it(`is chosen by directive, then by code (${setting})`, () =>
      withSettings({ 'docs.language': setting }, async () => {
        const document = await draft(`chosen-${setting}.json`, '|');
        const run = vscode.commands.executeCommand('thinqNugu.insertAnswer');
        await choosingSecond('TurnOff');
        await choosingSecond('AlreadyTurnOff');
        await run;
        assert.match(document.getText(), /"resultCode": "AlreadyTurnOff"/);
      }));
});
