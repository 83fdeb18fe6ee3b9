import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { product } from '../suite/editor.ts';

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
});
