import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appearing, hoverText, open, product, quickFixes } from './editor.ts';

/** Run in a window whose display language is Korean: no setting says so. */
describe('A Korean window', () => {
  before(async () => {
    await product().activate();
  });

  it('is one', () => assert.equal(vscode.env.language, 'ko'));

  it('has Korean titles of commands, views, tools and settings', () => {
    const { contributes } = product().packageJSON;
    const titles: readonly string[] = [
      ...contributes.commands.map(({ title }: { readonly title: string }) => title),
      ...contributes.views.thinqNugu.map(({ name }: { readonly name: string }) => name),
      ...contributes.languageModelTools.map(({ displayName }: { readonly displayName: string }) => displayName),
    ];
    assert.ok(titles.length > 20);
    for (const title of titles) assert.match(title, /[가-힣]/);
  });

  it('explains, reports and mends in Korean', async () => {
    const document = await open('answer.ts');
    const diagnostic = await appearing(document.uri, 'unknown-code');
    assert.match(diagnostic.message, /[가-힣]/);
    assert.match(await hoverText(document, diagnostic.range.start), /[가-힣]/);
    const fixes = await quickFixes(document.uri, diagnostic);
    const ours = fixes.filter(({ title }) => /unknown-code|TemperatureOutofRange/.test(title));
    assert.ok(ours.length > 2);
    for (const { title } of ours) assert.match(title, /[가-힣]/);
  });

  it('names its documents in Korean', async () => {
    await open('handler.ts');
    await vscode.env.clipboard.writeText('1222 Not connected device');
    await vscode.commands.executeCommand('thinqNugu.explainClipboard');
    // The name is a text of the client's bundle.
    const isShown = (): boolean =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('클립보드') === true;
    for (let n = 0; n < 100 && !isShown(); n++) await new Promise((resume) => setTimeout(resume, 100));
    assert.ok(isShown(), vscode.window.tabGroups.activeTabGroup.activeTab?.label);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
