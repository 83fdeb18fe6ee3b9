import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { appearing, disappearing, eventually, open, place, product, write } from './editor.ts';
import { withManyFiles } from './manyFiles.ts';
import { assertSpoken, click, inLanguage, LANGUAGE, point, press, read, reading, type } from './page.ts';

/** So many that somebody has time to stop a check of them. */
const MANY_FILES = 3_000;
const ROW = '.quick-input-list .monaco-list-row';
const run = (command: string, ...given: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`thinqNugu.${command}`, ...given);

/** The texts of the manifest in the language of the display. */
function manifestTexts(): Readonly<Record<string, string>> {
  const file = inLanguage({ en: 'package.nls.json', ko: 'package.nls.ko.json' });
  return JSON.parse(readFileSync(join(product().extensionPath, file), 'utf8'));
}

/** Puts the cursor where a marked text has it. */
function select(document: vscode.TextDocument, marked: string): vscode.Position {
  const at = place(document, marked);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(at, at);
  return at;
}

/** Waits for a message, of whatever severity. Toasts go by themselves: it is looked for in the list of all. */
async function message(wanted: string): Promise<void> {
  await vscode.commands.executeCommand('notifications.showList');
  await reading('.notifications-center .notification-list-item', wanted);
}

/** Lists that a command asks with: what begins it, its title, and a part of one of its rows. */
const LISTS: Readonly<
  Record<string, { readonly begin: () => Thenable<unknown>; readonly title: Spoken; readonly row: Spoken }>
> = {
  'to look a code up': {
    begin: () => run('lookUp', '1222'),
    title: { en: 'Look Up a Code', ko: '코드 찾기' },
    row: { en: 'The device is offline', ko: '기기가 네트워크에 연결되어 있지 않은' },
  },
  'to say whose codes these are': {
    begin: () => run('declare'),
    title: { en: 'Whose codes are these?', ko: '어느 플랫폼의 코드인가요?' },
    row: { en: 'This is ThinQ', ko: 'ThinQ입니다' },
  },
  'to say whose codes a new project is about': {
    begin: () => run('init'),
    title: { en: 'Whose codes is this project about?', ko: '이 프로젝트는 어느 플랫폼의 코드를 다루나요?' },
    row: { en: 'As the files show: ', ko: '파일에 나오는 대로: ' },
  },
  'to turn a rule off': {
    begin: () => run('turnRuleOff'),
    title: { en: 'Which rule is to be turned off?', ko: '어느 규칙을 끌까요?' },
    row: { en: 'A ThinQ code written as a number', ko: '숫자로 쓴 ThinQ 코드' },
  },
  'for a directive to answer': {
    begin: () => run('insertAnswer'),
    title: { en: 'Which directive is answered?', ko: '어느 디렉티브의 응답인가요?' },
    row: { en: 'TurnOn', ko: 'TurnOn' },
  },
  'for the vendor of generated codes': {
    begin: () => run('insertCodes'),
    title: { en: 'Whose codes?', ko: '어느 플랫폼의 코드인가요?' },
    row: { en: 'Both', ko: '둘 다' },
  },
  'for the language of generated codes': {
    begin: () => run('newFileOfCodes'),
    title: { en: 'In which language?', ko: '어느 언어로 만들까요?' },
    row: { en: 'Kotlin', ko: 'Kotlin' },
  },
  'for what a switch leaves out': {
    begin: async () => {
      select(await open('handler.ts'), 'switch (error.co|de)');
      return run('showSite');
    },
    title: { en: '2 of 27', ko: '27' },
    row: { en: 'Add ', ko: '추가' },
  },
  'for a code that is near to none': {
    begin: async () => {
      const document = await open('answer.ts');
      await appearing(document.uri, 'unknown-code');
      return run('chooseCode', document.uri.toString(), select(document, "'Temperature|OutOfRange'"), 'nugu');
    },
    title: { en: 'Choose a Code', ko: '코드 선택' },
    row: { en: 'already', ko: '이미' },
  },
};

/** A row of a view, as its command answers with it. */
interface Row {
  readonly label: string;
  readonly rows?: readonly Row[];
}

interface Spoken {
  readonly en: string;
  readonly ko: string;
}

describe(`What is shown (${LANGUAGE})`, () => {
  const texts = manifestTexts();
  before(() => open('handler.ts'));
  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));

  it('is in the language of the display', () => assert.equal(vscode.env.language, LANGUAGE));

  it('says what a check of the workspace has found, in a message and a badge', async () => {
    const { findings } = (await run('checkWorkspace')) as { readonly findings: number };
    await message(inLanguage({ en: `Findings: ${findings}, in `, ko: `문제 ${findings}건을 찾았습니다.` }));
    await reading('.notifications-center .monaco-button', inLanguage({ en: 'Show Problems', ko: '문제 보기' }));
    const spoken = inLanguage({
      en: `Findings in the workspace: ${findings}`,
      ko: `워크스페이스의 문제: ${findings}건`,
    });
    await reading('.activitybar .action-label', spoken, 'aria-label');
    assert.deepEqual(await read('.activitybar .badge-content'), [String(findings)]);
  });

  it('says how far a check of the workspace has come, and that it was stopped', async () => {
    const item = "export const item = { resultCode: 'AlreadyTurnOn', smartHomeDevice: device };\n";
    try {
      await withManyFiles(MANY_FILES, item.repeat(40), async () => {
        const ended = run('checkWorkspace') as Thenable<{ readonly isWhole: boolean }>;
        await message(inLanguage({ en: 'Checking the workspace for codes', ko: '워크스페이스의 코드 검사 중' }));
        await click('.notifications-center .monaco-button:has-text("Cancel")');
        assert.equal((await ended).isWhole, false);
        await message(inLanguage({ en: 'Stopped after ', ko: '개까지 검사하고 멈췄습니다.' }));
      });
    } finally {
      await run('clearWorkspace');
    }
  });

  it('has every command in the palette, by its title', async () => {
    // One is there as long as there are findings of the workspace.
    await run('checkWorkspace');
    await open('handler.ts');
    const { commands } = product().packageJSON.contributes as { readonly commands: readonly { command: string }[] };
    assert.ok(commands.length > 15);
    const titles = commands.map(({ command }) => texts[command.replace('thinqNugu.', 'command.')] ?? command);
    titles.forEach(assertSpoken);
    const shown = new Set<string>();
    const missing = (): readonly string[] => titles.filter((title) => !shown.has(`${texts.category}: ${title}`));
    await vscode.commands.executeCommand('workbench.action.quickOpen', `>${texts.category}: `);
    const look = async (): Promise<readonly string[]> => {
      for (const label of await read(ROW, 'aria-label')) shown.add(label);
      await press('PageDown');
      return missing();
    };
    assert.deepEqual(await eventually(look, ({ length }) => length === 0), []);
    await press('Escape');
    await run('clearWorkspace');
    await eventually(
      () => read('.activitybar .badge-content'),
      (badges) => badges.length === 0,
    );
    assert.deepEqual(await read('.activitybar .badge-content'), [], 'the badge has gone with the findings');
  });

  for (const [what, { begin, title, row }] of Object.entries(LISTS))
    it(`lists what can be chosen ${what}`, async () => {
      await open('handler.ts');
      const ended = begin();
      await reading('.quick-input-title', inLanguage(title));
      await reading(ROW, inLanguage(row));
      for (const placeholder of await read('.quick-input-box input', 'placeholder'))
        if (placeholder !== '') assertSpoken(placeholder);
      await press('Escape');
      await ended;
    });

  it('asks for a code after the directive that is answered', async () => {
    await open('answer.ts');
    const ended = run('insertAnswer');
    await reading('.quick-input-title', inLanguage(LISTS['for a directive to answer']?.title ?? assert.fail()));
    await reading(ROW, 'TurnOn');
    await press('Enter');
    await reading('.quick-input-title', inLanguage({ en: 'With which code is ', ko: '에 어느 코드로 응답하나요?' }));
    await press('Escape');
    await ended;
  });

  it('says in messages what came of a command', async () => {
    const said: readonly (readonly [() => Thenable<unknown>, Spoken])[] = [
      [
        async () => {
          select(await open('answer.ts'), 'reque|stId,');
          return run('addMissing');
        },
        { en: 'Nothing at the cursor decides on codes.', ko: '커서 위치에 코드로 분기하는 곳이 없습니다.' },
      ],
      [
        async () => {
          await vscode.env.clipboard.writeText('');
          // It is said until somebody has read it.
          run('explainClipboard');
        },
        { en: 'The clipboard holds no text.', ko: '클립보드에 글이 없습니다.' },
      ],
      [
        async () => {
          await write('broken/.thinq-nugu.json', '{ "rules": ');
          await write('broken/handler.ts', 'export {};\n');
          await open('broken/handler.ts');
          return run('declare', { scope: 'file', vendors: ['thinq'] });
        },
        {
          en: 'The project file has errors. Correct them first.',
          ko: '프로젝트 파일에 오류가 있습니다. 먼저 고치세요.',
        },
      ],
      [() => run('restart'), { en: 'The language server has been restarted.', ko: '언어 서버를 다시 시작했습니다.' }],
    ];
    for (const [begin, wanted] of said) {
      await begin();
      await message(inLanguage(wanted));
    }
  });

  it('turns the rule off that is chosen from the list', async () => {
    const document = await open('answer.ts');
    await appearing(document.uri, 'unknown-code');
    const ended = run('turnRuleOff');
    await reading('.quick-input-title', inLanguage(LISTS['to turn a rule off']?.title ?? assert.fail()));
    await type('unknown-code');
    await eventually(
      () => read(ROW),
      (rows) => rows.every((row) => row.includes('unknown-code')),
    );
    await press('Enter');
    await ended;
    try {
      await disappearing(document.uri, 'unknown-code');
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(document.uri, '../.thinq-nugu.json'));
    }
    await appearing(document.uri, 'unknown-code');
  });

  it('has a log with levels, which a command shows', async () => {
    await run('showLog');
    const CHANNEL = '.panel .title-actions, .panel .title-label, .panel .composite.title';
    await reading(CHANNEL, product().packageJSON.displayName);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('says beside the language where a file stands', async () => {
    const status = (wanted: string) => reading('[id="status.languageStatus"]', wanted, 'aria-label');
    await open('handler.ts');
    await status(`${product().packageJSON.displayName}: ThinQ`);
    await status(
      inLanguage({ en: "Its code names something of ThinQ's", ko: '이 파일의 코드에 ThinQ 관련 이름이 있습니다' }),
    );
    await point('[id="status.languageStatus"]');
    await reading(
      '.hover-language-status',
      inLanguage({ en: 'Whose Codes Are These?', ko: '어느 플랫폼의 코드인지 정하기' }),
    );
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'typescript', content: 'export const n = 1;\n' }),
    );
    await status(inLanguage({ en: 'Codes are not checked in this file', ko: '이 파일의 코드는 검사하지 않습니다' }));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('has views with names, rows and what to do where there are none', async () => {
    const TREE = '.sidebar .monaco-list-row';
    await vscode.commands.executeCommand('thinqNugu.coverage.focus');
    for (const view of ['catalog', 'coverage']) await reading('.sidebar .pane-header', texts[`view.${view}`] ?? '');
    await reading(TREE, inLanguage({ en: 'NUGU smart home, 34 codes', ko: 'NUGU 스마트홈, 코드 34개' }), 'aria-label');
    const [begin = ''] = texts['welcome.coverage']?.split('\n') ?? [];
    assertSpoken(await reading('.sidebar .welcome-view-content', begin));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { rows } = (await run('coverage')) as { readonly rows: readonly Row[] };
    const [first] = rows;
    const below = first?.rows?.[0]?.label ?? assert.fail(JSON.stringify(rows));
    assertSpoken(below);
    await reading(`${TREE}.focused`, '%');
    // To what is handled, to the first code of it, to its first place, and there.
    const place = /([\w/]+\.(?:ts|py|kt|json)):\d+/;
    const deeper = async (): Promise<string> => {
      await press('ArrowRight');
      return (await read(`${TREE}.focused`)).join();
    };
    const [, file = ''] = place.exec(await eventually(deeper, (row) => place.test(row))) ?? [];
    const rowsNow = await read(TREE);
    assert.ok(
      rowsNow.some((row) => row.startsWith(below)),
      `${below} in ${rowsNow.join()}`,
    );
    await press('Enter');
    const opened = await eventually(() => vscode.window.activeTextEditor?.document.uri.path ?? '', Boolean);
    assert.ok(file !== '' && opened.endsWith(file), `${opened}, not ${file} in ${rowsNow.join()}`);
    assert.deepEqual(await read('.sidebar .welcome-view-content'), []);
  });

  it('has a walkthrough and settings', async () => {
    const walkthrough = `${product().id}#start`;
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
    for (const step of ['explain', 'repair', 'handle'])
      await reading('.getting-started-step .step-title', texts[`walkthrough.${step}.title`] ?? '');
    await vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${product().id}`);
    await reading('.settings-editor .setting-item-description', texts['setting.codeLens'] ?? '');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
