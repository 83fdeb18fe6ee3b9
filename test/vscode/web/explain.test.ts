import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { product } from '../suite/editor.ts';

describe('Explain a Code', () => {
  it('answers in a document of its own', async () => assert.match(await explanation('/1222.md'), /1222/));

  it('answers from a new worker after a restart', async () => {
    await vscode.commands.executeCommand('thinqNugu.restart');
    assert.match(await explanation('/once-more.md'), /1222/);
  });
});

/** The text of the document that the command for explanations would show of 1222. */
async function explanation(path: string): Promise<string> {
  await product().activate();
  const uri = vscode.Uri.from({ scheme: 'thinq-nugu-explain', path, query: '1222' });
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
