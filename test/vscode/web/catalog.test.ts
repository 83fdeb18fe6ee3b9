import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, product } from '../suite/editor.ts';

describe('The catalog', () => {
  before(() => product().activate());

  it('has pages of codes, directives and rules', async () => {
    for (const [page, says] of [
      ['thinq-nugu:/thinq/1222.md', 'Not connected device'],
      ['thinq-nugu:/nugu/directives/TurnOn.md', 'PowerControl'],
      ['thinq-nugu:/rules/unknown-code.md', 'unknown-code'],
    ] as const) {
      const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse(page))).getText();
      assert.ok(text.includes(says), `${page}: ${text.slice(0, 200)}`);
    }
  });

  it('is a view whose rows lead to them', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('thinqNugu.catalog.focus');
    // Down from the first vendor to the first code of its first class, as the keys do.
    const opened = async (): Promise<string> => {
      for (const step of ['focusFirst', 'expand', 'focusDown', 'expand', 'focusDown', 'select'])
        await vscode.commands.executeCommand(`list.${step}`);
      return vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    };
    assert.match(await eventually(opened, (label) => /\d{4}\.md/.test(label)), /\d{4}\.md/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
