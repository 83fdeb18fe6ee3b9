import * as vscode from 'vscode';
import { ANSWER_LANGUAGES } from '../../../server/src/lsp/answerStyle.ts';
import type { Answer, AnsweredDirective, AnswerParams } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';

/** What is answered, and with which code. */
type Choice = Pick<AnswerParams, 'directive' | 'code'>;

/** The command that writes an answer for NUGU at the cursor, with tab stops where only its author knows the value. */
export function registerInsertAnswer(ask: Ask): vscode.Disposable {
  return vscode.commands.registerCommand('thinqNugu.insertAnswer', async (given?: Choice) => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const choice = given ?? (await choose(ask));
    if (choice === undefined) return;
    const { uri, languageId } = editor.document;
    const params: AnswerParams = { ...choice, uri: uri.toString(), languageId };
    const { snippet } = await ask<Answer>('thinqNugu/answer', params);
    if (snippet !== null) await editor.insertSnippet(new vscode.SnippetString(snippet));
    else
      await vscode.window.showInformationMessage(
        vscode.l10n.t(
          'No answer can be written in "{0}". Open a file in one of these: {1}.',
          languageId,
          ANSWER_LANGUAGES,
        ),
      );
  });
}

/** Asks for the directive, then for the code. @returns undefined where nothing was chosen */
async function choose(ask: Ask): Promise<Choice | undefined> {
  const { directives } = await ask<{ readonly directives: readonly AnsweredDirective[] }>(
    'thinqNugu/answeredDirectives',
    undefined,
  );
  const rows = directives.map(({ directive, capability, codes }) => ({
    ...{ label: directive, description: capability },
    codes,
  }));
  const asked = await vscode.window.showQuickPick(rows, {
    title: vscode.l10n.t('Which directive is answered?'),
    matchOnDescription: true,
  });
  if (asked === undefined) return undefined;
  const codes = asked.codes.map(({ code, gloss }) => ({ label: code, description: gloss }));
  const code = await vscode.window.showQuickPick(codes, {
    title: vscode.l10n.t('With which code is {0} answered?', asked.label),
    matchOnDescription: true,
  });
  return code && { directive: asked.label, code: code.label };
}
