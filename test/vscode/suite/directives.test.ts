import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  appearing,
  completionLabels,
  disappearing,
  hoverText,
  open,
  place,
  quickFixes,
  revert,
  withSettings,
} from './editor.ts';

const FILE = 'service/power.ts';

describe('NUGU directives', () => {
  it('are explained where a path names them', async () => {
    const document = await open(FILE);
    const text = await hoverText(document, place(document, 'directives/Turn|On'));
    assert.match(text, /TurnOn/);
    assert.match(text, /AlreadyTurnOn/);
  });

  it('are explained in Korean', async () => {
    const document = await open(FILE);
    await withSettings({ 'docs.language': 'ko' }, async () => {
      const text = await hoverText(document, place(document, 'directives/Turn|On'));
      assert.match(text, /[가-힣]/);
    });
  });

  it('put what they can end in before other codes', async () => {
    const document = await open(FILE);
    const labels = await completionLabels(document, place(document, "resultCode: '|', smart"));
    assert.match(labels[0] ?? '', /AlreadyTurnOn|OK/, labels.join(', '));
    assert.ok(labels.indexOf('AlreadyTurnOn') < labels.indexOf('AlreadyTurnOff'), labels.join(', '));
  });

  it('get an answer mended that lacks its requestId', async () => {
    const document = await open(FILE);
    const diagnostic = await appearing(document.uri, 'envelope-shape');
    const fixes = await quickFixes(document.uri, diagnostic);
    const fix = fixes.find(({ isPreferred, edit }) => isPreferred && edit) ?? fixes.find(({ edit }) => edit);
    assert.ok(fix?.edit, fixes.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /requestId.*AlreadyTurnOn|AlreadyTurnOn.*requestId/);
    await disappearing(document.uri, 'envelope-shape');
    await revert();
  });

  it('get a place to fill in for what only their author knows', async () => {
    const document = await open('service/limits.json');
    const diagnostic = await appearing(document.uri, 'missing-error-property');
    const [fix] = await quickFixes(document.uri, diagnostic);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /"minTemperature": "",\s*"maxTemperature": ""/);
    await vscode.commands.executeCommand('type', { text: '18' });
    assert.match(document.getText(), /"minTemperature": "18"/);
    await revert();
  });
});

describe('A mapping from ThinQ codes to NUGU answers', () => {
  it('shows above it how many codes it handles', async () => {
    const { uri } = await open('service/mapping.ts');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    assert.match(lenses[0]?.command?.title ?? '', /\d+ of \d+/);
  });

  it('names the answer in the hover on a code', async () => {
    const document = await open('service/mapping.ts');
    assert.match(await hoverText(document, place(document, "case '23|04'")), /DeviceTurnedOff/);
  });

  it('is complete as it is, until the settings say otherwise', async () => {
    const { uri } = await open('service/mapping.ts');
    await withSettings({ rules: { 'unmapped-code': 'information' } }, async () => {
      const { message } = await appearing(uri, 'unmapped-code');
      assert.match(message, /2301/);
    });
    await disappearing(uri, 'unmapped-code');
  });
});
