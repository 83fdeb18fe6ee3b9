import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  appearing,
  completionLabels,
  disappearing,
  hoverText,
  open,
  place,
  product,
  quickFixes,
  ruleOf,
} from './editor.ts';

const PYTHON = `def answer(device):
    return {"resultCode": "AlreadyTurnedOn", "smartHomeDevice": device}
`;
const JSON_ANSWER = `{ "data": [{ "resultCode": "AlreadyTurnedOn", "smartHomeDevice": { "id": "lamp" } }] }
`;

describe('Documents: the cells of a notebook', () => {
  it('are explained, completed, checked and repaired', async () => {
    await product().activate();
    const { Code, Markup } = vscode.NotebookCellKind;
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        new vscode.NotebookCellData(Markup, '# Answers', 'markdown'),
        new vscode.NotebookCellData(Code, PYTHON, 'python'),
        new vscode.NotebookCellData(Code, PYTHON.replace('AlreadyTurnedOn', 'AlreadyTurnOn'), 'python'),
      ]),
    );
    await vscode.window.showNotebookDocument(notebook);
    const [, wrong, right] = notebook.getCells().map((cell) => cell.document);
    assert.ok(wrong && right);
    const diagnostic = await appearing(wrong.uri, 'unknown-code');
    assert.match(await hoverText(right, place(right, 'Already|TurnOn')), /AlreadyTurnOn/);
    const labels = await completionLabels(right, place(right, '"AlreadyTurnOn|"'));
    assert.ok(labels.includes('DeviceTurnedOff'), labels.join());
    assert.deepEqual(vscode.languages.getDiagnostics(right.uri).map(ruleOf), []);
    const fix = (await quickFixes(wrong.uri, diagnostic)).find(({ edit }) => edit);
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await disappearing(wrong.uri, 'unknown-code');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('Documents: one that has no file yet', () => {
  it('is explained, checked and repaired', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: JSON_ANSWER });
    assert.equal(document.uri.scheme, 'untitled');
    await vscode.window.showTextDocument(document);
    const diagnostic = await appearing(document.uri, 'unknown-code');
    const fix = (await quickFixes(document.uri, diagnostic)).find(({ edit }) => edit);
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await disappearing(document.uri, 'unknown-code');
    assert.match(await hoverText(document, place(document, 'Already|TurnOn')), /AlreadyTurnOn/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('Documents: the sides of a comparison', () => {
  it('are the file, which is checked, and what it was, which nobody can change', async () => {
    const { uri } = await open('answer.json');
    const before = vscode.Uri.from({ scheme: 'test-before', path: '/answer.json' });
    const provider = vscode.workspace.registerTextDocumentContentProvider(before.scheme, {
      provideTextDocumentContent: () => JSON_ANSWER,
    });
    try {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('vscode.diff', before, uri, 'Before and now');
      await appearing(uri, 'unknown-code');
      assert.deepEqual(vscode.languages.getDiagnostics(before).map(ruleOf), []);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      provider.dispose();
    }
  });
});

describe('Documents: the sample', () => {
  it('is opened at the place that a step of the walkthrough is about, and only once', async () => {
    for (const [step, word] of [
      ['explain', "1222'"],
      ['repair', 'TemperatureOutOfRange'],
      ['handle', 'error.code'],
    ] as const) {
      await vscode.commands.executeCommand('thinqNugu.openSample', step);
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const rest = editor.document.getText().slice(editor.document.offsetAt(editor.selection.active));
      assert.ok(rest.startsWith(word), `${step}: ${rest.slice(0, 40)}`);
    }
    const samples = vscode.workspace.textDocuments.filter(
      ({ uri, languageId }) => uri.scheme === 'untitled' && languageId === 'typescript',
    );
    assert.equal(samples.length, 1);
  });

  it('has what the steps speak of', async () => {
    await vscode.commands.executeCommand('thinqNugu.openSample', 'repair');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    await appearing(document.uri, 'unhandled-device-error');
    const diagnostic = await appearing(document.uri, 'unknown-code');
    const fix = (await quickFixes(document.uri, diagnostic)).find(({ isPreferred, edit }) => isPreferred && edit);
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await disappearing(document.uri, 'unknown-code');
    assert.match(await hoverText(document, place(document, "'12|22', ")), /1222/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('Documents: the walkthrough', () => {
  it('opens', async () => {
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      'thinq-nugu.thinq-nugu-codes#start',
      false,
    );
    const isThere = () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /Walkthrough|Welcome/.test(label)));
    for (let tries = 0; tries < 100 && !isThere(); tries++) await new Promise((resume) => setTimeout(resume, 50));
    assert.ok(isThere(), vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
