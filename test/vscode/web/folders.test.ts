import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Row, WorkspaceCheck, WorkspaceCoverage } from '../../../server/src/lsp/protocol.ts';
import { appearing, disappearing, inWorkspace, open, write } from '../suite/editor.ts';

/** NUGU writes `TemperatureOutofRange`. */
const MISSPELT = `export const answer = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: { id: '1' } };
`;

describe('All files of a virtual workspace', () => {
  before(async () => {
    await write('whole/answer.ts', MISSPELT);
    await write('whole/written/answer.ts', MISSPELT);
    await write('whole/.gitignore', 'written/\n');
    await write('whole/node_modules/theirs/answer.ts', MISSPELT);
  });

  it('are checked, but for what is ignored and what others have written', async () => {
    const checked = await vscode.commands.executeCommand<WorkspaceCheck>('thinqNugu.checkWorkspace');
    assert.ok(checked.isWhole);
    await appearing(inWorkspace('whole/answer.ts'), 'unknown-code');
    const about = vscode.languages
      .getDiagnostics()
      .filter(([{ path }, found]) => /^\/whole\//.test(path) && found.length);
    assert.deepEqual(
      about.map(([{ path }]) => path),
      ['/whole/answer.ts'],
    );
  });

  it('have findings that follow changes, until they are taken back', async () => {
    const uri = inWorkspace('whole/answer.ts');
    await write('whole/answer.ts', MISSPELT.replace('OutOf', 'Outof'));
    await disappearing(uri, 'unknown-code');
    await write('whole/answer.ts', MISSPELT);
    await vscode.commands.executeCommand('thinqNugu.checkWorkspace');
    await appearing(uri, 'unknown-code');
    await vscode.commands.executeCommand('thinqNugu.clearWorkspace');
    await disappearing(uri, 'unknown-code');
  });

  it('are looked through for what they do with every code', async () => {
    await open('handler.ts');
    const { rows, isWhole } = await vscode.commands.executeCommand<WorkspaceCoverage>('thinqNugu.coverage');
    assert.ok(isWhole);
    const [thinq] = rows;
    const handled = thinq?.rows?.find(({ kind }) => kind === 'handled');
    const labels = (handled?.rows ?? []).map(({ label }: Row) => label);
    assert.ok(labels.includes('1222'), labels.join(', '));
  });

  it('have a page of that', async () => {
    const target = inWorkspace('coverage.html');
    await vscode.commands.executeCommand('thinqNugu.exportCoverage', target);
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /handler\.ts:\d+/);
    await vscode.workspace.fs.delete(target);
  });
});
