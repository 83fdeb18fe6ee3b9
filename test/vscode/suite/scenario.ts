import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appearing, completionLabels, disappearing, eventually, hoverText, open, place, quickFixes } from './editor.ts';

/** What a language's files in the workspace hold. `|` marks a cursor. */
export interface Scenario {
  readonly language: string;
  /** A file with a ThinQ code to hover over, and the words that only our hover can hold. */
  readonly hover: { readonly file: string; readonly at: string; readonly shows: readonly string[] };
  readonly completion: { readonly file: string; readonly at: string; readonly offers: string };
  /** A file that misspells `TemperatureOutofRange`. */
  readonly misspelt: string;
  /** A file that leaves out device errors; none where a language cannot handle any. */
  readonly unhandled?: string;
}

/** Every feature, as VS Code's own commands see it, in one language. */
export function describeLanguage({ language, hover, completion, misspelt, unhandled }: Scenario): void {
  describe(language, () => {
    it('explains a code in a hover', async () => {
      const document = await open(hover.file);
      // The first window may still be starting the server.
      const ask = (): Promise<string> => hoverText(document, place(document, hover.at));
      const text = await eventually(ask, (found) => hover.shows.every((word) => found.includes(word)));
      for (const word of hover.shows) assert.ok(text.includes(word), `${word} in: ${text}`);
    });

    it('offers codes where one is to be written', async () => {
      const document = await open(completion.file);
      const isOffered = (found: readonly string[]): boolean => found.some((label) => label.includes(completion.offers));
      const labels = await eventually(() => completionLabels(document, place(document, completion.at)), isOffered);
      assert.ok(isOffered(labels), `${completion.offers} in: ${labels.join(', ')}`);
    });

    it('reports a misspelt code', async () => {
      const document = await open(misspelt);
      const diagnostic = await appearing(document.uri, 'unknown-code');
      assert.equal(diagnostic.source, 'nugu');
      assert.ok(document.getText(diagnostic.range).includes('TemperatureOutOfRange'));
    });

    it('is silent about it while the rule is switched off', async () => {
      const { uri } = await open(misspelt);
      const settings = vscode.workspace.getConfiguration('thinqNugu', uri);
      await appearing(uri, 'unknown-code');
      await settings.update('rules', { 'unknown-code': 'off' }, vscode.ConfigurationTarget.Workspace);
      try {
        await disappearing(uri, 'unknown-code');
      } finally {
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await appearing(uri, 'unknown-code');
    });

    it('corrects it', async () => {
      const document = await open(misspelt);
      const fixes = await quickFixes(document.uri, await appearing(document.uri, 'unknown-code'));
      const fix = fixes.find(({ isPreferred, edit }) => isPreferred && edit);
      assert.ok(fix?.edit, `a preferred fix among: ${fixes.map(({ title }) => title).join(', ')}`);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      assert.match(document.getText(), /(["'])TemperatureOutofRange\1/);
      await disappearing(document.uri, 'unknown-code');
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    if (!unhandled) return;
    it('reports device errors that nothing handles', async () => {
      const { uri } = await open(unhandled);
      const diagnostic = await appearing(uri, 'unhandled-device-error');
      assert.equal(diagnostic.source, 'thinq');
    });
  });
}
