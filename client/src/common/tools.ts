import * as vscode from 'vscode';
import type { ToolAnswer } from '../../../server/src/lsp/protocol.ts';
import type { ToolName } from '../../../server/src/service/toolTable.ts';
import type { Ask } from './ask.ts';

/** What VS Code has of this since 1.95, newer than the oldest that the extension runs in and so than the types at hand. */
interface Newer {
  readonly lm?: {
    registerTool?(name: string, tool: { invoke: Invoke }): vscode.Disposable;
  };
  readonly LanguageModelToolResult: new (content: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart: new (text: string) => unknown;
}

type Invoke = (
  options: { readonly input: Readonly<Record<string, unknown>> },
  token: vscode.CancellationToken,
) => Promise<unknown>;

/**
 * Registers the tools that the manifest declares for assistants, where VS Code has such. The server is started by the first
 * call of one.
 */
export function registerTools(ask: Ask, { packageJSON }: vscode.Extension<unknown>): vscode.Disposable {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as unknown as Newer;
  const declared: readonly { readonly name: string }[] = packageJSON.contributes.languageModelTools;
  const tools = declared.flatMap(({ name }) => {
    const own = name.slice(name.indexOf('_') + 1) as ToolName;
    const invoke: Invoke = async ({ input }, token) => {
      const { text } = await ask<ToolAnswer>('thinqNugu/tool', { name: own, input }, token);
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    };
    return lm?.registerTool?.(name, { invoke }) ?? [];
  });
  return vscode.Disposable.from(...tools);
}
