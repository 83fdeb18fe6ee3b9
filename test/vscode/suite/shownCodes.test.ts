import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appearing, eventually, open, place, revert, withSettings } from './editor.ts';
import { assertSpoken, click, inLanguage, LANGUAGE, press, read, reading, showing } from './page.ts';

/** Puts the cursor where a marked text has it, in a file of the workspace. */
async function at(file: string, marked: string): Promise<vscode.TextDocument> {
  const document = await open(file);
  const position = place(document, marked);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(position, position);
  return document;
}

/** Waits for a tab in front with a word in its name, and closes it. */
async function tab(wanted: string): Promise<void> {
  const label = (): string => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
  const shown = await eventually(label, (text) => text.includes(wanted));
  assert.ok(shown.includes(wanted), shown);
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}

/** The text of a document of ours. */
async function textOf(address: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(vscode.Uri.parse(address))).getText();
}

const MISSPELT = ['answer.ts', "'Temperature|OutOfRange'"] as const;
const WHY = inLanguage({ en: 'NUGU silently ignores', ko: 'NUGU가 아무 알림 없이 무시합니다' });

describe(`What is shown (${LANGUAGE}): of codes`, () => {
  it('is the light bulb of a misspelt word', async () => {
    const { uri } = await at(...MISSPELT);
    await appearing(uri, 'unknown-code');
    await showing(
      'editor.action.quickFix',
      '.action-widget .monaco-list-row',
      inLanguage({ en: 'Why? (unknown-code)', ko: '이유 보기 (unknown-code)' }),
    );
    const rows = await read('.action-widget .monaco-list-row');
    assert.doesNotMatch(rows.join(), /`/);
    await press('Escape');
  });

  it('is the hover of a finding, whose rule leads to its page', async () => {
    const { uri } = await at(...MISSPELT);
    const { message } = await appearing(uri, 'unknown-code');
    assertSpoken(message);
    await showing('editor.action.showHover', '.monaco-hover', WHY);
    await click('.monaco-hover a:has-text("unknown-code")');
    await tab('unknown-code');
  });

  it('is the row of a finding in Problems, whose rule leads to its page', async () => {
    const { uri } = await at(...MISSPELT);
    const { message } = await appearing(uri, 'unknown-code');
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await reading('.markers-panel .monaco-list-row', message.split('\n')[0] ?? '');
    assert.doesNotMatch((await read('.markers-panel .monaco-list-row')).join(), /`/);
    await click('.markers-panel a:has-text("unknown-code")');
    await tab('unknown-code');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('is the line above what decides on codes', async () => {
    await open('handler.ts');
    await reading('.codelens-decoration', inLanguage({ en: 'missing codes', ko: '빠진 코드' }));
  });

  it('is what follows codes, where the settings want it', () =>
    withSettings({ inlayHints: true }, async () => {
      const log = await vscode.workspace.openTextDocument({ language: 'log', content: 'ThinQ: error 1222\n' });
      for (const document of [await open('handler.ts'), log]) {
        await vscode.window.showTextDocument(document);
        assertSpoken(await reading('.view-line', '⟵'));
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      }
    }));

  it('is mended in the whole workspace, after a look at each change', async () => {
    const { uri } = await at(...MISSPELT);
    await appearing(uri, 'unknown-code');
    const title = inLanguage({
      en: 'Fix all findings of unknown-code in the workspace…',
      ko: '워크스페이스의 unknown-code 문제 모두 고치기…',
    });
    await showing('editor.action.quickFix', '.action-widget .monaco-list-row', title);
    await click(`.action-widget .monaco-list-row:has-text("${title}")`);
    for (const file of ['Answer.kt', 'answer.json']) await reading('.panel .monaco-list-row', file);
    await vscode.commands.executeCommand('refactorPreview.discard');
    assert.ok(
      vscode.window.activeTextEditor?.document.getText().includes('TemperatureOutOfRange'),
      'nothing is changed',
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('is completed by words of either language', async () => {
    for (const typed of ['온도', 'temperature']) {
      const document = await at('answer.ts', "resultCode: 'TemperatureOutOfRange|'");
      await vscode.commands.executeCommand('deleteWordLeft');
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      const ROW = '.suggest-widget.visible .monaco-list-row';
      await reading(ROW, 'DeviceTurnedOff');
      await vscode.commands.executeCommand('type', { text: typed });
      const isFiltered = (rows: readonly string[]): boolean => !rows.some((row) => row.startsWith('DeviceTurnedOff'));
      const rows = await eventually(() => read(ROW), isFiltered);
      assert.ok(isFiltered(rows), `${typed}: ${rows.join(' | ')}`);
      assertSpoken(await reading(ROW, 'TemperatureOutofRange'));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      assert.match(document.getText(), /resultCode: '[A-Z]\w+',\n/);
      await revert();
    }
  });

  it('is completed with what belongs to a code, and places for what only its author knows', async () => {
    const content = '{ "requestId": "1", "data": [{ "resultCode": "", "smartHomeDevice": { "id": "2" } }] }';
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    const editor = await vscode.window.showTextDocument(document);
    const position = place(document, '"resultCode": "|"');
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const ROW = '.suggest-widget.visible .monaco-list-row';
    const WITH = 'TemperatureOutofRange + errorProperties';
    await reading(ROW, WITH);
    await vscode.commands.executeCommand('type', { text: 'TemperatureOutof' });
    await reading(`${ROW}.focused`, 'TemperatureOutofRange');
    await vscode.commands.executeCommand('selectNextSuggestion');
    await reading(`${ROW}.focused`, WITH);
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    await vscode.commands.executeCommand('type', { text: '18' });
    assert.match(document.getText(), /"resultCode": "TemperatureOutofRange".*"minTemperature": "18"/s);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are the pages of a code, a directive and a rule, and an explanation', async () => {
    for (const address of [
      'thinq-nugu:/thinq/1222.md?shown',
      'thinq-nugu:/nugu/directives/TurnOn.md?shown',
      'thinq-nugu:/rules/code-type.md?shown',
      'thinq-nugu-explain:/shown.md?1222',
    ]) {
      const text = await textOf(address);
      assert.ok(text.split('\n').length > 5, `${address}: ${text}`);
      assertSpoken(text);
    }
  });

  it('is an explanation of the clipboard, under a name of its own', async () => {
    await vscode.env.clipboard.writeText('1222 Not connected device\n');
    await vscode.commands.executeCommand('thinqNugu.explainClipboard');
    await tab(inLanguage({ en: 'Clipboard', ko: '클립보드' }));
  });

  it('changes with the setting of the language, where it is open', async () => {
    const other = LANGUAGE === 'ko' ? 'en' : 'ko';
    const addresses = [
      'thinq-nugu:/thinq/1205.md?kept',
      'thinq-nugu:/rules/wrong-level.md?kept',
      'thinq-nugu-explain:/kept.md?1205',
    ];
    const documents = await Promise.all(
      addresses.map((address) => vscode.workspace.openTextDocument(vscode.Uri.parse(address))),
    );
    const isKorean = (document: vscode.TextDocument): boolean => /[가-힣]/.test(document.getText());
    /** Those that are not in a language. */
    const others = (language: string) => (): readonly string[] =>
      documents.filter((one) => isKorean(one) !== (language === 'ko')).map(({ uri }) => uri.path);
    const none = (left: readonly string[]): boolean => left.length === 0;
    const ROW = '.sidebar .monaco-list-row';
    await vscode.commands.executeCommand('thinqNugu.coverage');
    /** How much of each vendor's codes is handled, which the coverage says. */
    const shares = async (): Promise<string> => (await read(ROW)).filter((row) => row.includes('% ')).join();
    const isIn = (language: string) => (text: string) => /[가-힣]/.test(text) === (language === 'ko') && text !== '';
    assert.ok(isIn(LANGUAGE)(await eventually(shares, isIn(LANGUAGE))));
    assert.deepEqual(others(LANGUAGE)(), []);
    await withSettings({ 'docs.language': other }, async () => {
      assert.deepEqual(await eventually(others(other), none), [], other);
      await reading(ROW, { en: 'NUGU smart home', ko: 'NUGU 스마트홈' }[other], 'aria-label');
      const said = await eventually(shares, isIn(other));
      assert.ok(isIn(other)(said), said);
    });
    assert.deepEqual(await eventually(others(LANGUAGE), none), [], LANGUAGE);
    await reading(ROW, inLanguage({ en: 'NUGU smart home', ko: 'NUGU 스마트홈' }), 'aria-label');
  });
});
