import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appearing, disappearing, inWorkspace, product, revert, ruleOf } from './editor.ts';
import { withManyFiles } from './manyFiles.ts';

/** What the command answers with. */
interface Checked {
  readonly total: number;
  readonly findings: number;
  readonly filesWithFindings: number;
  readonly isWhole: boolean;
}

const FILE = 'service/unopened.ts';

describe('A check of the workspace', () => {
  const check = () => vscode.commands.executeCommand<Checked>('thinqNugu.checkWorkspace');
  const codes = (uri: vscode.Uri): readonly string[] =>
    vscode.languages
      .getDiagnostics(uri)
      .map(ruleOf)
      .filter((rule) => rule === 'unknown-code');
  beforeEach(() => product().activate());
  afterEach(() => vscode.commands.executeCommand('thinqNugu.clearWorkspace'));

  it('is not made by itself', () => assert.deepEqual(codes(inWorkspace(FILE)), []));

  it('shows the findings of files that are not open, until they are cleared', async () => {
    const { isWhole, findings, filesWithFindings } = await check();
    assert.ok(isWhole && findings > 5 && filesWithFindings > 3);
    await appearing(inWorkspace(FILE), 'unknown-code');
    await appearing(inWorkspace('service/.thinq-nugu.json'), 'project-file');
    await vscode.commands.executeCommand('thinqNugu.clearWorkspace');
    await disappearing(inWorkspace(FILE), 'unknown-code');
  });

  it('leaves an open file to itself, and looks after it once it is closed', async () => {
    const uri = inWorkspace(FILE);
    await check();
    await appearing(uri, 'unknown-code');
    // Not by `openTextDocument`, which keeps a document for minutes after its tab has gone.
    await vscode.commands.executeCommand('vscode.open', uri);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.delete(editor.document.lineAt(1).range));
    await disappearing(uri, 'unknown-code');
    await revert();
    await appearing(uri, 'unknown-code');
    assert.equal(codes(uri).length, 1, 'nothing is shown twice');
    const closed = new Promise<void>((resolve) => {
      const listening = vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.uri.path !== uri.path) return;
        listening.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await closed;
    await appearing(uri, 'unknown-code');
  });

  it('follows files that change on the disk', async () => {
    const uri = inWorkspace('service/changing.ts');
    const write = (word: string) =>
      vscode.workspace.fs.writeFile(
        uri,
        Buffer.from(`export const item = { resultCode: '${word}', smartHomeDevice: device };\n`),
      );
    await write('NotSupportedBrightnessControl');
    await check();
    await appearing(uri, 'unknown-code');
    await write('OK');
    await disappearing(uri, 'unknown-code');
    await vscode.workspace.fs.delete(uri);
  });

  it('ends where another one begins', () =>
    withManyFiles(600, '', async () => {
      const [first, second] = await Promise.all([check(), check()]);
      assert.deepEqual([first.isWhole, second.isWhole], [false, true]);
      assert.ok(second.total > 600);
    }));
});
