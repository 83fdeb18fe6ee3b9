import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  appearing,
  completionLabels,
  eventually,
  hoverText,
  inWorkspace,
  open,
  place,
  quickFixes,
  revert,
  underSettings,
  withSettings,
  write,
} from './editor.ts';
import { withManyFiles } from './manyFiles.ts';
import { listed } from './page.ts';

/** Where the places lie that are found: the names of their files. */
function filesOf(places: readonly { readonly uri: vscode.Uri }[]): readonly string[] {
  return [...new Set(places.map(({ uri }) => uri.path.split('/').at(-1) ?? ''))].sort();
}

/** Does something while there are some files more in the workspace. */
async function withFiles(texts: Readonly<Record<string, string>>, run: () => Promise<void>): Promise<void> {
  const uris = Object.keys(texts).map(inWorkspace);
  try {
    for (const [file, text] of Object.entries(texts)) await write(file, text);
    await run();
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    for (const uri of uris) await vscode.workspace.fs.delete(uri);
  }
}

/** What a page says. */
async function pageText(address: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address));
  assert.equal(document.languageId, 'markdown');
  return document.getText();
}

/** The label of the tab that comes to be in front once something is done. */
async function tabAfter(run: () => Thenable<unknown>, wanted: string): Promise<void> {
  await run();
  const isThere = (): boolean => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes(wanted) === true;
  if (isThere()) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no tab ${wanted}`)), 10_000);
    const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!isThere()) return;
      clearTimeout(timer);
      listening.dispose();
      resolve();
    });
  });
}

describe('Codes: over the workspace', function () {
  // VS Code asks the languages' own servers as well, and the first time has to start them.
  this.timeout(90_000);
  const PLACES = [
    ['TypeScript', 'handler.ts', 'case ThinQError.NOT_CONN|ECTED'],
    ['Python', 'client.py', 'NOT_CONN|ECTED_DEVICE'],
    ['Kotlin', 'Client.kt', '"12|22"'],
    ['JSON', 'offline.json', '"12|22"'],
  ] as const;
  for (const [language, file, marked] of PLACES)
    it(`is found everywhere from ${language}`, async () => {
      const document = await open(file);
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        place(document, marked),
      );
      for (const [, one] of PLACES)
        assert.ok(filesOf(found).includes(one), `${one} among ${filesOf(found).join(', ')}`);
    });

  it('is found everywhere from its message', () =>
    withFiles(
      {
        'said.ts': "import { ThinQApi } from 'thinqconnect';\nif (error.message === 'Not connected device') again();\n",
      },
      async () => {
        const document = await open('said.ts');
        const found = await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          place(document, 'Not conn|ected'),
        );
        for (const file of ['said.ts', ...PLACES.map(([, one]) => one)])
          assert.ok(filesOf(found).includes(file), `${file} among ${filesOf(found).join(', ')}`);
      },
    ));

  it('is highlighted in data, and leads to its page', async () => {
    const document = await open('offline.json');
    const position = place(document, '"12|22"');
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      position,
    );
    assert.ok(highlights.length > 0);
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    const [target] = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri).toString());
    assert.equal(target, 'thinq-nugu:/thinq/1222.md');
  });

  it('is a symbol of the workspace', async () => {
    await open('offline.json');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '1222',
    );
    assert.ok(symbols.some(({ name }) => name === '1222 Not connected device'));
  });

  it('is renamed in so many files at once', async () => {
    const item = "export const item = { resultCode: 'NoControlAuthorty', smartHomeDevice: device };\n";
    await withManyFiles(402, item, async () => {
      const document = await open('many/answer0.ts');
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place(document, 'NoControl|Authorty'),
        'NoControlAuthority',
      );
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      // That there are more is said in a message, which test/protocol/references.test.ts reads.
      assert.equal(edit.entries().length, 400);
    });
  });

  it('is renamed everywhere where it is misspelt', async () => {
    const document = await open('answer.json');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place(document, 'TemperatureOutOf|Range'),
      'TemperatureOutofRange',
    );
    const files = filesOf(edit.entries().map(([uri]) => ({ uri })));
    for (const file of ['Answer.kt', 'answer.json', 'answer.py', 'answer.ts'])
      assert.ok(files.includes(file), files.join());
    assert.ok(edit.entries().every(([, edits]) => edits.every(({ newText }) => newText === 'TemperatureOutofRange')));
  });
});

describe('Codes: in an editor', () => {
  it('are mended when a file is saved, where the settings want it', async () => {
    const document = await open('answer.ts');
    const misspelt = document.getText();
    const settings = vscode.workspace.getConfiguration('editor', document);
    await settings.update('codeActionsOnSave', { 'source.fixAll.thinqNugu': 'explicit' });
    try {
      await appearing(document.uri, 'unknown-code');
      await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.match(document.getText(), /'TemperatureOutofRange'/);
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('codeActionsOnSave', undefined);
      await vscode.workspace.fs.writeFile(document.uri, Buffer.from(misspelt));
      await appearing(document.uri, 'unknown-code');
    }
  });

  for (const setting of ['en', 'ko'] as const)
    it(`lead from a finding to the file that declares their constant (${setting})`, () =>
      withSettings({ 'docs.language': setting }, () =>
        withFiles(
          {
            'shared/codes.ts': "export const OFFLINE = '1222';\n",
            'shared/twice.ts': `import { ThinQApi } from 'thinqconnect';
import { OFFLINE } from './codes';
switch (error.code) {
  case '1222':
    break;
  case OFFLINE:
    break;
}
`,
          },
          async () => {
            const { uri } = await open('shared/twice.ts');
            const places = async () =>
              ((await appearing(uri, 'duplicate-arm')).relatedInformation ?? []).map(({ location, message }) => ({
                file: location.uri.path.split('/').at(-1),
                message,
              }));
            const found = await eventually(places, (all) => all.some(({ file }) => file === 'codes.ts'));
            const declared = found.find(({ file }) => file === 'codes.ts');
            assert.ok(declared, JSON.stringify(found));
            assert.equal(/[가-힣]/.test(declared.message), setting === 'ko', declared.message);
          },
        ),
      ));

  for (const setting of ['en', 'ko'] as const)
    it(`are handled once, and a second arm leads to the first (${setting})`, () =>
      withSettings({ 'docs.language': setting }, async () => {
        const arms = '  case "1222":\n    offline();\n    break;\n  case "1222":\n    again();\n';
        const document = await vscode.workspace.openTextDocument({
          language: 'typescript',
          content: `import { ThinQApi } from 'thinqconnect';\nswitch (error.code) {\n${arms}}\n`,
        });
        const { relatedInformation } = await appearing(document.uri, 'duplicate-arm');
        const [first] = relatedInformation ?? [];
        assert.equal(first?.location.range.start.line, 2);
        assert.equal(/[가-힣]/.test(first.message), setting === 'ko', first.message);
      }));

  it('leave identifiers to their own language', async () => {
    const document = await open('handler.ts');
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place(document, 'ThinQError.NOT_CONN|ECTED_DEVICE'),
    );
    const schemes = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri).scheme);
    assert.ok(schemes.length > 0 && schemes.every((scheme) => scheme === document.uri.scheme), schemes.join());
  });
});

/** What is shown in each language of the display. */
const LANGUAGES = [
  {
    setting: 'en',
    page: ['## What to do', '## Source by source', '## In this workspace', 'offline.json'],
    rule: ['## Why', '## Example', '## How to silence it', '#:~:text='],
    why: 'NUGU silently ignores',
    action: 'Why? (unknown-code)',
    all: 'Fix all codes that are safely fixed',
    lookUps: [
      ['1222', '1222'],
      ['온도 범위', 'TemperatureOutofRange'],
    ],
  },
  {
    setting: 'ko',
    page: ['## 할 일', '## 자료별 내용', '## 이 워크스페이스에서', 'offline.json'],
    rule: ['## 이유', '## 예시', '## 끄는 방법', '#:~:text='],
    why: 'NUGU가 아무 알림 없이 무시합니다',
    action: '이유 보기 (unknown-code)',
    all: '안전하게 고칠 수 있는 코드 모두 고치기',
    lookUps: [
      ['offline', '1222'],
      ['turnon', 'TurnOn'],
      ['unknown-code', 'unknown-code'],
    ],
  },
] as const;

for (const { setting, page, rule, why, action, all, lookUps } of LANGUAGES)
  describe(`Codes: pages and rules (${setting})`, () => {
    underSettings({ 'docs.language': setting });
    // What is open is not asked for anew: each test has addresses of its own.
    const asked = `?${setting}`;

    it('say everything about a code', async () => {
      await open('offline.json');
      const text = await pageText(`thinq-nugu:/thinq/1222.md${asked}`);
      for (const part of page) assert.ok(text.includes(part), `${part} in ${text}`);
    });

    it('explain a rule', async () => {
      await open('offline.json');
      // The code of a finding stands behind the question mark.
      const text = await pageText(`thinq-nugu:/rules/code-type.md?${setting === 'en' ? '2305' : '1222'}`);
      for (const part of rule) assert.ok(text.includes(part), `${part} in ${text}`);
    });

    it('are where a finding, its light bulb and its hover lead', async () => {
      const document = await open('answer.ts');
      const diagnostic = await appearing(document.uri, 'unknown-code');
      const { code } = diagnostic;
      assert.ok(typeof code === 'object');
      assert.equal(code.target.toString(), 'thinq-nugu:/rules/unknown-code.md');
      const fixes = await quickFixes(document.uri, diagnostic);
      assert.ok(
        fixes.some(({ title, command }) => title === action && command?.command === 'thinqNugu.openPage'),
        fixes.map(({ title }) => title).join(', '),
      );
      const text = await hoverText(document, diagnostic.range.start);
      assert.ok(text.includes(why), text);
    });

    it('open where the rule of a finding is clicked in Problems', async () => {
      const document = await open('answer.ts');
      const { code } = await appearing(document.uri, 'unknown-code');
      assert.ok(typeof code === 'object');
      // What Problems does with the address of a code.
      await tabAfter(() => vscode.commands.executeCommand('vscode.open', code.target), 'unknown-code');
      const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === code.target.toString());
      assert.ok(shown?.getText().startsWith('# `unknown-code`'), shown?.getText());
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

    it('are there for the codes of a team, by what they mean', async () => {
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(folder);
      const files = {
        '.thinq-nugu.json': { catalog: 'team.json' },
        'team.json': [
          { vendor: 'thinq', code: '9801', description: { en: 'Our hub is asleep', ko: '우리 허브가 잠들었습니다' } },
        ],
      };
      const uris = Object.keys(files).map((name) => vscode.Uri.joinPath(folder.uri, name));
      for (const [index, text] of Object.values(files).entries())
        await vscode.workspace.fs.writeFile(uris[index] as vscode.Uri, Buffer.from(JSON.stringify(text)));
      try {
        await open('offline.json');
        // VS Code tells of new files in its own time. What is open is not asked for anew: each time another address.
        let asked = 0;
        const page = (): Thenable<string> =>
          pageText(`thinq-nugu:/thinq/9801.md?${encodeURIComponent(`${folder.uri}/${setting}-${++asked}.json`)}`);
        const told = await eventually(page, (text) => text.includes('9801'));
        assert.match(told, setting === 'ko' ? /우리 허브/ : /Our hub/);
        for (const typed of ['9801', setting === 'ko' ? '허브가 잠' : 'hub is asleep']) {
          await vscode.commands.executeCommand('thinqNugu.lookUp', typed);
          await listed('9801', 'chosen');
          const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          await tabAfter(accept, '9801');
          const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
          assert.ok(input instanceof vscode.TabInputWebview, 'a preview');
          await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        }
      } finally {
        for (const uri of uris) await vscode.workspace.fs.delete(uri);
      }
    });

    it('open as a preview', async () => {
      await open('offline.json');
      await tabAfter(
        () => vscode.commands.executeCommand('thinqNugu.openPage', 'thinq-nugu:/rules/unknown-code.md'),
        'unknown-code',
      );
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

    for (const [typed, wanted] of lookUps)
      it(`are looked up with "${typed}"`, async () => {
        await open('offline.json');
        await vscode.commands.executeCommand('thinqNugu.lookUp', typed);
        await listed(wanted, 'chosen');
        await tabAfter(() => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'), wanted);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      });

    it('fix what is safe when a file is saved', async () => {
      const document = await open('answer.ts');
      await appearing(document.uri, 'unknown-code');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        'source.fixAll.thinqNugu',
      );
      const [fix] = actions;
      assert.equal(fix?.title, all);
      assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
      assert.match(document.getText(), /TemperatureOutofRange/);
      await revert();
    });

    it('offer codes with a few words of their meaning', async () => {
      const document = await open('handler.ts');
      const position = place(document, "case '|2201'");
      assert.ok((await completionLabels(document, position)).length > 0);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const label = items.map((item) => item.label).find((one) => typeof one === 'object' && one.label === '1222');
      assert.ok(typeof label === 'object');
      assert.equal(/[가-힣]/.test(label.description ?? ''), setting === 'ko', label.description);
    });
  });
