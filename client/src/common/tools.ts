import type { CancellationToken, Disposable } from 'vscode';
import type { ToolAnswer } from '../../../server/src/lsp/protocol.ts';
import type { ToolName } from '../../../server/src/service/toolTable.ts';
import type { Ask } from './ask.ts';

/** What VS Code has of this since 1.95, newer than the oldest that the extension runs in and so than the types at hand. */
export interface ToolHost {
  readonly lm?: { registerTool?(name: string, tool: { invoke: Invoke }): Disposable };
  readonly LanguageModelToolResult?: new (content: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

type Invoke = (
  options: { readonly input: Readonly<Record<string, unknown>> },
  token: CancellationToken,
) => Promise<unknown>;

/** What the manifest says of a tool: its name is one of the server's behind a prefix, as `thinqNugu_explain_code`. */
export interface DeclaredTool {
  readonly name: string;
}

/**
 * Registers the tools that the manifest declares for assistants; none where VS Code has no such. The server is started by the
 * first call of one.
 */
export function registerTools(
  { lm, LanguageModelToolResult, LanguageModelTextPart }: ToolHost,
  declared: readonly DeclaredTool[],
  ask: Ask,
): readonly Disposable[] {
  if (!lm?.registerTool || !LanguageModelToolResult || !LanguageModelTextPart) return [];
  const { registerTool } = lm;
  return declared.map(({ name }) => {
    const own = name.slice(name.indexOf('_') + 1) as ToolName;
    return registerTool(name, {
      async invoke({ input }, token) {
        const { text } = await ask<ToolAnswer>('thinqNugu/tool', { name: own, input }, token);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    });
  });
}
