import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  appearing,
  disappearing,
  hoverText,
  inWorkspace,
  open,
  place,
  product,
  quickFixes,
  revert,
  underSettings,
  withSettings,
} from './editor.ts';
import { listed } from './page.ts';

/** A row of a tree, as the command answers with it. */
interface Row {
  readonly label: string;
  readonly kind: string;
  readonly rows?: readonly Row[];
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Lets a command run that waits for somebody to choose, and chooses the first row. */
async function choosingFirst(run: Thenable<unknown>): Promise<void> {
  await listed('', 'chosen');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await run;
}

function lensesOf(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
}

/** What is shown in each language of the display. */
const LANGUAGES = [
  {
    setting: 'en',
    add: /^Add the \d+ missing codes$/,
    list: 'tell the user',
    off: 'Turn unknown-code off in the project file',
    choose: 'Choose a code…',
  },
  {
    setting: 'ko',
    add: /^빠진 코드 \d+개 추가$/,
    list: '사용자에게 안내',
    off: '프로젝트 파일에서 unknown-code 규칙 끄기',
    choose: '코드 선택…',
  },
] as const;

for (const { setting, add, list, off, choose } of LANGUAGES)
  describe(`At a glance (${setting})`, function () {
    this.timeout(60_000);
    underSettings({ 'docs.language': setting });

    it('adds the missing codes where the lens is clicked', async () => {
      const document = await open('handler.ts');
      await appearing(document.uri, 'unhandled-device-error');
      const commands = (await lensesOf(document.uri)).map(({ command }) => command);
      const lens = commands.find((one) => one?.command === 'thinqNugu.addMissing');
      assert.match(lens?.title ?? '', add);
      await vscode.commands.executeCommand('thinqNugu.addMissing', ...(lens?.arguments ?? []));
      assert.match(document.getText(), /case '2305'/);
      await revert();
    });

    it('lists the missing codes, with the fixes first', async () => {
      const document = await open('handler.ts');
      await appearing(document.uri, 'unhandled-device-error');
      const lens = (await lensesOf(document.uri)).find(({ command }) => command?.command === 'thinqNugu.showSite');
      assert.ok(lens?.command?.arguments);
      await choosingFirst(vscode.commands.executeCommand('thinqNugu.showSite', ...lens.command.arguments));
      assert.match(document.getText(), /default:|case '2305'/);
      await revert();
    });

    it('lists them in the hover on what decides', async () => {
      const document = await open('handler.ts');
      const text = await hoverText(document, place(document, 'switch (error.co|de)'));
      assert.ok(text.includes(list) && text.includes('`2305`'), text);
    });

    it('turns a rule off in the project file, from the light bulb', async () => {
      const document = await open('answer.ts');
      const diagnostic = await appearing(document.uri, 'unknown-code');
      const fix = (await quickFixes(document.uri, diagnostic)).find(({ title }) => title === off);
      assert.ok(fix?.command);
      const file = inWorkspace('.thinq-nugu.json');
      try {
        await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
        assert.match(await textOf(file), /"unknown-code": "off"/);
        await disappearing(document.uri, 'unknown-code');
      } finally {
        await vscode.workspace.fs.delete(file);
      }
      await appearing(document.uri, 'unknown-code');
    });

    it('lets a code be chosen where none is near', async () => {
      const document = await vscode.workspace.openTextDocument({
        language: 'json',
        content: '{ "requestId": "1", "data": [{ "resultCode": "Xyzzy", "smartHomeDevice": {} }] }',
      });
      await vscode.window.showTextDocument(document);
      const diagnostic = await appearing(document.uri, 'unknown-code');
      assert.doesNotMatch(diagnostic.message, /`/);
      const fix = (await quickFixes(document.uri, diagnostic)).find(({ title }) => title === choose);
      assert.ok(fix?.command);
      await choosingFirst(vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? [])));
      assert.match(document.getText(), /"resultCode": "(?:OK|[A-Z]\w+)"/);
      assert.doesNotMatch(document.getText(), /Xyzzy/);
      await disappearing(document.uri, 'unknown-code');
      await revert();
    });

    it('shows behind codes what they mean, where the settings want it', async () => {
      const document = await open('handler.ts');
      const hints = () =>
        vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          new vscode.Range(0, 0, document.lineCount, 0),
        );
      const ours = async () =>
        (await hints()).map(({ label }) => String(label)).filter((label) => label.startsWith('⟵'));
      assert.deepEqual(await ours(), []);
      await withSettings({ inlayHints: true }, async () => {
        const found = await ours();
        assert.ok(found.length > 1, found.join());
        assert.equal(/[가-힣]/.test(found.join()), setting === 'ko');
      });
    });

    it('shows the catalog by vendor, class and directive, and the coverage with its places', async () => {
      await open('handler.ts');
      await vscode.commands.executeCommand('thinqNugu.catalog.focus');
      const found = await vscode.commands.executeCommand<{ rows: readonly Row[] }>('thinqNugu.coverage');
      const [thinq] = found.rows;
      const handled = thinq?.rows?.find(({ kind }) => kind === 'handled');
      assert.ok(
        handled?.rows?.some(({ label }) => label === '1222'),
        JSON.stringify(handled),
      );
      assert.equal(/[가-힣]/.test(handled?.label ?? ''), setting === 'ko');
    });

    it('writes the page of the command line, with places that link back', async () => {
      await open('handler.ts');
      const target = inWorkspace('coverage.html');
      try {
        await vscode.commands.executeCommand('thinqNugu.exportCoverage', target);
        const page = await textOf(target);
        assert.ok(page.startsWith(`<!doctype html>\n<html lang="${setting}">`));
        assert.ok(page.includes(`href="${vscode.env.uriScheme}://file`), 'links');
        assert.match(page, /handler\.ts:\d+"><code>handler\.ts:\d+<\/code><\/a>/);
      } finally {
        await vscode.workspace.fs.delete(target);
      }
    });
  });

describe('At a glance: whose codes these are', () => {
  const file = inWorkspace('.thinq-nugu.json');
  afterEach(async () => {
    await vscode.workspace.fs.delete(file).then(undefined, () => {});
  });

  it('is written down for a file and for the project, when somebody says so', async () => {
    await product().activate();
    const document = await open('handler.ts');
    await appearing(document.uri, 'unhandled-device-error');
    await vscode.commands.executeCommand('thinqNugu.declare', { scope: 'file', vendors: [] });
    assert.match(await textOf(file), /"exclude": \[\s*"\/handler\.ts"\s*\]/);
    await disappearing(document.uri, 'unhandled-device-error');
    await vscode.commands.executeCommand('thinqNugu.declare', { scope: 'file', vendors: ['thinq'] });
    await appearing(document.uri, 'unhandled-device-error');
    await vscode.commands.executeCommand('thinqNugu.declare', { scope: 'project', vendors: ['nugu'] });
    assert.match(await textOf(file), /"vendors": \[\s*"nugu"\s*\]/);
  });

  it('is what a new project file begins with', async () => {
    await open('handler.ts');
    await choosingFirst(vscode.commands.executeCommand('thinqNugu.init'));
    const text = await textOf(file);
    assert.match(text, /\/\/ Found thinq in .*handler\.ts|\/\/ thinq가 나오는 파일: .*/);
    assert.match(text, /\n {2}"vendors": \["thinq", "nugu"\],\n/);
    // No package of npm's lies there, so the line that names the schema is a comment.
    assert.match(text, /\n {2}\/\/ "\$schema": "\.\/node_modules\/[\w-]+\/schemas\/project\.schema\.json",\n/);
    assert.match(text, /\n {4}\/\/ "unknown-code": "\w+",\n/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file.toString());
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('names the schema in a new project file where npm has installed the package', async () => {
    const schema = inWorkspace('node_modules/thinq-nugu-codes/schemas/project.schema.json');
    await vscode.workspace.fs.writeFile(schema, Buffer.from('{}'));
    try {
      await open('handler.ts');
      await choosingFirst(vscode.commands.executeCommand('thinqNugu.init'));
      const name = './node_modules/thinq-nugu-codes/schemas/project.schema.json';
      assert.ok((await textOf(file)).includes(`\n  "$schema": "${name}",\n`), await textOf(file));
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    } finally {
      await vscode.workspace.fs.delete(inWorkspace('node_modules'), { recursive: true });
    }
  });
});

describe('At a glance: a check of the workspace by itself', () => {
  it('is made where the setting wants it, and follows new files', async () => {
    await open('handler.ts');
    const fresh = inWorkspace('service/fresh.ts');
    await withSettings({ workspaceCheck: 'automatic' }, async () => {
      await appearing(inWorkspace('service/unopened.ts'), 'unknown-code');
      const text = "export const item = { resultCode: 'NotSupportedBrightnessControl', smartHomeDevice: device };\n";
      await vscode.workspace.fs.writeFile(fresh, Buffer.from(text));
      await appearing(fresh, 'unknown-code');
      await vscode.workspace.fs.delete(fresh);
    });
    await vscode.commands.executeCommand('thinqNugu.clearWorkspace');
  });
});

describe('At a glance: commands', () => {
  it('are all there, with titles and icons of VS Code', async () => {
    await product().activate();
    const { contributes } = product().packageJSON;
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command, title, category, icon } of contributes.commands) {
      assert.ok(known.has(command), command);
      assert.ok(title.length > 3 && !title.includes('%') && category, command);
      if (icon !== undefined) assert.match(icon, /^\$\([a-z-]+\)$/);
    }
  });

  it('show the log, and say that the server has been restarted', async () => {
    await vscode.commands.executeCommand('thinqNugu.showLog');
    await vscode.commands.executeCommand('thinqNugu.restart');
  });
});
