import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** How long the server may take to tell what it found, in milliseconds. */
const PATIENCE = 10_000;

/** The extension under test. */
export function product(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('thinq-nugu.thinq-nugu-codes');
  assert.ok(extension, 'the extension is installed');
  return extension;
}

/** The address of a file of the workspace. */
export function inWorkspace(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, file);
}

/** Writes a file of the workspace. */
export async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(file), new TextEncoder().encode(text));
}

/** A file of the workspace, shown in an editor, with the extension started. */
export async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document);
  await product().activate();
  return document;
}

/** The place that a text with a cursor in it (`|`) names; the text stands in the document once. */
export function place(document: vscode.TextDocument, marked: string): vscode.Position {
  const text = marked.replace('|', '');
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `${text} stands in ${document.fileName}`);
  return document.positionAt(start + marked.indexOf('|'));
}

/** The text of all hovers at a place. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The labels of what is offered at a place, in the order in which they are shown. */
export async function completionLabels(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);
  const keyOf = (item: vscode.CompletionItem): string => item.sortText ?? labelOf(item);
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(labelOf);
}

/** Asks again while a window is busy, as whoever works in it would. @returns the first answer that is the one, else the last */
export async function eventually<T>(ask: () => T | Thenable<T>, isIt: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (isIt(answer) || Date.now() > end) return answer;
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** The quick fixes for a diagnostic, with their edits. */
export function quickFixes(uri: vscode.Uri, diagnostic: vscode.Diagnostic): Thenable<vscode.CodeAction[]> {
  const analysis = 20;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
    analysis,
  );
}

/** Other settings of the workspace; one without a value is as it was. */
type Settings = Readonly<Record<string, unknown>>;

async function change(settings: Settings): Promise<void> {
  const section = vscode.workspace.getConfiguration('thinqNugu');
  for (const [name, value] of Object.entries(settings))
    await section.update(name, value, vscode.ConfigurationTarget.Workspace);
}

function changeBack(settings: Settings): Promise<void> {
  return change(Object.fromEntries(Object.keys(settings).map((name) => [name, undefined])));
}

/** Runs something under other settings of the workspace. */
export async function withSettings(settings: Settings, run: () => Promise<void>): Promise<void> {
  await change(settings);
  try {
    await run();
  } finally {
    await changeBack(settings);
  }
}

/** Has all tests around run under other settings of the workspace: to change them takes longer than many a test. */
export function underSettings(settings: Settings): void {
  before(() => change(settings));
  after(() => changeBack(settings));
}

/** Gives the active editor its file's text again. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** The rule that a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a file has a diagnostic of a rule, and yields the first. */
export async function appearing(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const [diagnostic] = await settled(uri, (all) => all.filter((one) => ruleOf(one) === rule).slice(0, 1), `a ${rule}`);
  assert.ok(diagnostic);
  return diagnostic;
}

/** Waits until a file has no diagnostic of a rule. */
export async function disappearing(uri: vscode.Uri, rule: string): Promise<void> {
  await settled(uri, (all) => (all.some((one) => ruleOf(one) === rule) ? [] : [true]), `no ${rule}`);
}

/** Looks at a file's diagnostics now and after each change, until the look finds something. */
async function settled<T>(
  uri: vscode.Uri,
  look: (diagnostics: readonly vscode.Diagnostic[]) => readonly T[],
  wanted: string,
): Promise<readonly T[]> {
  const disposables: vscode.Disposable[] = [];
  try {
    return await new Promise((resolve, reject) => {
      const attempt = () => {
        const found = look(vscode.languages.getDiagnostics(uri));
        if (found.length > 0) resolve(found);
      };
      const timer = setTimeout(() => {
        const present = vscode.languages.getDiagnostics(uri).map((one) => `${ruleOf(one)}: ${one.message}`);
        reject(new Error(`${uri.path} should come to have ${wanted}; it has [${present.join(', ')}]`));
      }, PATIENCE);
      disposables.push({ dispose: () => clearTimeout(timer) }, vscode.languages.onDidChangeDiagnostics(attempt));
      attempt();
    });
  } finally {
    for (const disposable of disposables) disposable.dispose();
  }
}
