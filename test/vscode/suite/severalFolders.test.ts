import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appearing, eventually, product, ruleOf } from './editor.ts';

/** The only tests of a window over several folders, each with a project file of its own or none. */
describe('Several folders', () => {
  // The file that names them may be asked for before there is a connection to where it lies; it is read again when it changes.
  before(async () => {
    const count = (): number => vscode.workspace.workspaceFolders?.length ?? 0;
    const isThere = (folders: number): boolean => folders > 0;
    const { workspaceFile } = vscode.workspace;
    if (!isThere(await eventually(count, isThere)) && workspaceFile)
      await vscode.workspace.fs.writeFile(workspaceFile, await vscode.workspace.fs.readFile(workspaceFile));
    assert.equal(await eventually(count, isThere), 3);
  });

  const open = async (folder: string): Promise<vscode.Uri> => {
    const root = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
    assert.ok(root, `${folder} is open`);
    const uri = vscode.Uri.joinPath(root.uri, 'answer.json');
    await vscode.window.showTextDocument(uri);
    await product().activate();
    return uri;
  };

  for (const [folder, severity] of [
    ['strict', vscode.DiagnosticSeverity.Error],
    ['plain', vscode.DiagnosticSeverity.Warning],
  ] as const)
    it(`have each their own severities: ${folder}`, async () => {
      assert.equal((await appearing(await open(folder), 'unknown-code')).severity, severity);
    });

  it('have each their own rules: quiet', async () => {
    const uri = await open('quiet');
    // What is found in the same file comes with all that is found there.
    await appearing(uri, 'missing-error-property');
    const rules = vscode.languages.getDiagnostics(uri).map(ruleOf);
    assert.ok(!rules.includes('unknown-code'), rules.join());
  });

  it('are checked all at once, each by its own file', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { filesWithFindings } = await vscode.commands.executeCommand<{ filesWithFindings: number }>(
      'thinqNugu.checkWorkspace',
    );
    assert.equal(filesWithFindings, 3);
    await vscode.commands.executeCommand('thinqNugu.clearWorkspace');
  });
});
