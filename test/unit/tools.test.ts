import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CancellationToken, Disposable } from 'vscode';
import { registerTools, type ToolHost } from '../../client/src/common/tools.ts';
import { TOOLS } from '../../server/src/service/toolTable.ts';

const declared: readonly { readonly name: string }[] = JSON.parse(readFileSync('package.json', 'utf8')).contributes
  .languageModelTools;

/** What a tool answers with, as it is made. */
class Part {
  readonly content: unknown;
  constructor(content: unknown) {
    this.content = content;
  }
}

describe('tools for assistants of the editor', () => {
  it('are those of the table', () =>
    assert.deepEqual(
      declared.map(({ name }) => name),
      TOOLS.map(({ name }) => `thinqNugu_${name}`),
    ));

  it('are none where VS Code knows no tools, which is no error', () => {
    const ask = () => assert.fail('nobody asks');
    for (const host of [{}, { lm: {} }, { lm: { registerTool: () => assert.fail('no results to answer with') } }])
      assert.deepEqual(registerTools(host, declared, ask), []);
  });

  it('ask the server when they are called, not before', async () => {
    const asked: unknown[] = [];
    const tools = new Map<string, Parameters<NonNullable<NonNullable<ToolHost['lm']>['registerTool']>>[1]>();
    const host: ToolHost = {
      lm: {
        registerTool(name, tool): Disposable {
          tools.set(name, tool);
          return { dispose: () => tools.delete(name) };
        },
      },
      LanguageModelToolResult: Part,
      LanguageModelTextPart: Part,
    };
    const registered = registerTools(host, declared, async <Answer>(method: string, params: unknown) => {
      asked.push([method, params]);
      return { text: 'offline' } as Answer;
    });
    assert.deepEqual([...tools.keys()].sort(), declared.map(({ name }) => name).sort());
    assert.deepEqual(asked, []);
    const input = { query: '1222' };
    const answer = await tools.get('thinqNugu_explain_code')?.invoke({ input }, {} as CancellationToken);
    assert.deepEqual(asked, [['thinqNugu/tool', { name: 'explain_code', input }]]);
    assert.deepEqual(answer, new Part([new Part('offline')]));
    for (const one of registered) one.dispose();
    assert.equal(tools.size, 0);
  });
});
