import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hoverText, place, product } from '../suite/editor.ts';

/** Milliseconds in which a server would have been started. */
const AFTERWARDS = 2_000;

describe('A cold window', () => {
  const servers: string[] = [];
  const host = globalThis as unknown as { Worker: new (url: string) => object };
  const { Worker: Original } = host;
  let document: vscode.TextDocument;
  before(async () => {
    host.Worker = class extends Original {
      constructor(url: string) {
        super(url);
        if (/\/dist\/browser\/server\.js$/.test(url)) servers.push(url);
      }
    };
    // Nothing lies around a text that nobody has saved.
    document = await vscode.workspace.openTextDocument({
      language: 'typescript',
      content: 'export const ready = true;\n',
    });
    await vscode.window.showTextDocument(document);
    await product().activate();
  });
  after(() => Object.assign(host, { Worker: Original }));

  it('without a word of ours starts no server', async () => {
    await new Promise((resume) => setTimeout(resume, AFTERWARDS));
    assert.deepEqual(servers, []);
  });

  it('starts it with the first, and explains it', async () => {
    const code = 'export const offline = "2305";\n';
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(1, 0), code));
    const text = await eventually(
      () => hoverText(document, place(document, '"23|05"')),
      (shown) => shown !== '',
    );
    assert.match(text, /\*\*`2305`\*\*/);
    assert.equal(servers.length, 1);
  });
});
