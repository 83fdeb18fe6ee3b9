import * as assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventually, product } from './editor.ts';
import { click, inLanguage, LANGUAGE, point, read, reading } from './page.ts';

const RED = '\x1b[31m';
const PLAIN = '\x1b[0m';
/** Milliseconds that the mouse rests on a link. */
const RESTED_MS = 700;

/** A terminal without a program, in which some lines stand. */
function terminalWith(lines: readonly string[]): vscode.Terminal {
  const written = new vscode.EventEmitter<string>();
  const pty: vscode.Pseudoterminal = {
    onDidWrite: written.event,
    open: () => written.fire(lines.map((line) => `${line}\r\n`).join('')),
    close: () => written.dispose(),
  };
  return vscode.window.createTerminal({ name: 'log', pty });
}

describe(`What is shown (${LANGUAGE}): in a terminal`, () => {
  const terminal = vscode.workspace.getConfiguration('terminal.integrated');
  const { Workspace } = vscode.ConfigurationTarget;
  // Otherwise a terminal is painted: there is no text in the page.
  before(() => terminal.update('gpuAcceleration', 'off', Workspace));
  after(() => terminal.update('gpuAcceleration', undefined, Workspace));
  let shown: vscode.Terminal | undefined;
  afterEach(() => shown?.dispose());

  it('is a link of a code, that says what it means and leads to its page', async () => {
    await product().activate();
    // Colours make a piece of its own of the code, as in real logs.
    shown = terminalWith([
      `ERROR ThinQ API error ${RED}1222${PLAIN}: Not connected device`,
      `build ${RED}1205${PLAIN} done`,
    ]);
    shown.show();
    const code = '.xterm-rows span:text-is("1222")';
    await reading('.xterm-rows', 'Not connected device');
    const meaning = inLanguage({ en: '1222: The device is offline', ko: '1222: 기기가 네트워크에 연결되어 있지 않은' });
    const hovers = async (selector: string): Promise<string> => {
      await point(selector);
      // VS Code shows a hover when the mouse has rested.
      await wait(RESTED_MS);
      return (await read('.workbench-hover')).join('\n');
    };
    const text = await eventually(
      () => hovers(code),
      (said) => said.includes(meaning),
    );
    assert.ok(text.includes(meaning), text);
    const follow = async (): Promise<string> => {
      await click(code, 'Control');
      await wait(RESTED_MS);
      return vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    };
    assert.match(await eventually(follow, (label) => label.includes('1222')), /1222/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    // A number that any tool prints is none.
    assert.doesNotMatch(await hovers('.xterm-rows span:text-is("1205")'), /1205/);
  });
});
