import * as vscode from 'vscode';
import { AROUND_UNITS, hasHintAnywhere } from './hints.ts';
import { documentSelector } from './options.ts';

/**
 * Looks for hints in the texts of open documents, and in what is typed. Of a change only what stands around it is looked at.
 *
 * @param found is told of each
 */
export function watchTexts(found: () => void): vscode.Disposable {
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (isOurs(document) && (await hasHintAnywhere(document.getText()))) found();
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges }) => {
      for (const piece of changedIn(document, contentChanges))
        if ((await hasHintAnywhere(piece)) && isOurs(document)) found();
    }),
  );
}

/** Whether the server would be asked about a document. */
export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector(), document) > 0;
}

/** What has changed in a text, with what stands around it. */
function changedIn(
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): readonly string[] {
  // Offsets are those of the text as it was.
  let shift = 0;
  return changes
    .toSorted((one, other) => one.rangeOffset - other.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => {
      const start = rangeOffset + shift;
      shift += text.length - rangeLength;
      const from = document.positionAt(Math.max(0, start - AROUND_UNITS));
      const to = document.positionAt(start + text.length + AROUND_UNITS);
      return document.getText(new vscode.Range(from, to));
    });
}
