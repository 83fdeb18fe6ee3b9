import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from './editor.ts';
import { describeLanguage } from './scenario.ts';

/** Set where an extension for Kotlin is there as well: `test/vscode/peer/`. */
const HAS_PEER = process.env.SUITE_PEER === 'kotlin';

describe('Kotlin, which VS Code does not know by itself', () => {
  it('is known by the ending of its programs', async () =>
    assert.equal((await open('Client.kt')).languageId, 'kotlin'));

  it('is left to others in scripts', async () => {
    const { languageId } = await open('build.kts');
    assert.equal(languageId === 'kotlin', HAS_PEER);
  });

  it('is written as another extension says, where there is one', async () => {
    const document = await open('Client.kt');
    const first = document.lineAt(0).text;
    await vscode.commands.executeCommand('cursorTop');
    await vscode.commands.executeCommand('editor.action.commentLine');
    const line = document.lineAt(0).text;
    await vscode.commands.executeCommand('workbench.action.files.revert');
    // Without its marks for comments, VS Code leaves the line as it is.
    assert.equal(line, HAS_PEER ? `// ${first}` : first);
  });
});

describeLanguage({
  language: 'Kotlin',
  hover: { file: 'Client.kt', at: '"12|22"', shows: ['1222', '416'] },
  completion: { file: 'Client.kt', at: '"|2201"', offers: '2305' },
  misspelt: 'Answer.kt',
  unhandled: 'Client.kt',
});
