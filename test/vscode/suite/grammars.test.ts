import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TRIES_ALL } from '../../harness/extent.ts';
import { hoverText, product } from './editor.ts';

/** Half of a program in any language, and far too much of what opens and never ends. */
const BROKEN = `ThinQAPIException smartHomeDevice\nif (error.code == "1222") { switch (x) { case '23${'([{"\n'.repeat(400)}`;
const LINES = TRIES_ALL ? 4_000 : 200;

describe('one server with every grammar', function () {
  this.timeout(120_000);

  it('lives through long and broken files of every language', async () => {
    await product().activate();
    const events: readonly string[] = product().packageJSON.activationEvents;
    const known = await vscode.languages.getLanguages();
    const languages = events.flatMap((event) => /^onLanguage:(.*)$/.exec(event)?.[1] ?? []);
    const asked = languages.filter((language) => known.includes(language));
    assert.ok(asked.length > 14, asked.join());
    for (const language of asked) {
      for (const content of [BROKEN, `${BROKEN}\n${'call(a, "1222") ; x = y + z\n'.repeat(LINES)}`]) {
        const document = await vscode.workspace.openTextDocument({ language, content });
        await hoverText(document, new vscode.Position(1, 18));
      }
    }
    const content = 'from thinqconnect import ThinQAPIException\nif error.code == "1222":\n    pass\n';
    const document = await vscode.workspace.openTextDocument({ language: 'python', content });
    assert.match(await hoverText(document, new vscode.Position(1, 19)), /1222/);
  });
});
