import * as vscode from 'vscode';
import { SECTION } from './options.ts';

/** What the walkthrough leads to, and what stands there in the sample, in both languages. */
const PLACES = { explain: "1222'", repair: 'TemperatureOutOfRange', handle: 'error.code' } as const;
type Step = keyof typeof PLACES;

/** Tells the walkthrough that the misspelt word has been corrected. */
const REPAIRED = `${SECTION}.isSampleRepaired`;

/**
 * The command that shows a sample to try things in: a document that nobody has saved, so that no folder is needed and nothing
 * can be spoilt. Given a step of the walkthrough, the cursor stands at its place.
 */
export function registerSample({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  let sample: vscode.TextDocument | undefined;
  return vscode.Disposable.from(
    vscode.commands.registerCommand('thinqNugu.openSample', async (step: Step = 'explain') => {
      if (sample === undefined || sample.isClosed) sample = await create(extensionUri);
      const editor = await vscode.window.showTextDocument(sample);
      const start = sample.getText().lastIndexOf(PLACES[step]);
      if (start < 0) return;
      const place = sample.positionAt(start);
      editor.selection = new vscode.Selection(place, place);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === sample && !document.getText().includes(PLACES.repair))
        vscode.commands.executeCommand('setContext', REPAIRED, true);
    }),
  );
}

async function create(extension: vscode.Uri): Promise<vscode.TextDocument> {
  const name = vscode.env.language.startsWith('ko') ? 'sample.ko.ts' : 'sample.ts';
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media/walkthrough', name));
  return vscode.workspace.openTextDocument({ language: 'typescript', content: new TextDecoder().decode(bytes) });
}
