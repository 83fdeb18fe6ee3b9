import * as assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { product } from './editor.ts';

describe('Extension', () => {
  it('is installed from its package, not run from the sources', () => {
    const folder = product().extensionPath.split(/[\\/]/).slice(-2);
    assert.deepEqual(folder, ['extensions', `thinq-nugu.thinq-nugu-codes-${product().packageJSON.version}`]);
  });

  it('starts by itself when a file of its languages is opened', async () => {
    await vscode.workspace.openTextDocument({ language: 'json', content: '{}' });
    // There is no event for it. Mocha's time limit ends a wait in vain.
    while (!product().isActive) await wait(20);
  });

  it('explains a code in a document of its own', async () => {
    assert.match(await explanation('/1222.md'), /1222/);
  });

  it('restarts its server', async () => {
    await vscode.commands.executeCommand('thinqNugu.restart');
    assert.match(await explanation('/once-more.md'), /1222/);
  });
});

/** The text of the document that the command for explanations would show of 1222. */
async function explanation(path: string): Promise<string> {
  await product().activate();
  const uri = vscode.Uri.from({ scheme: 'thinq-nugu-explain', path, query: '1222' });
  const document = await vscode.workspace.openTextDocument(uri);
  assert.equal(document.languageId, 'markdown');
  return document.getText();
}
