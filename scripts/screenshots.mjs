// Takes the pictures in docs/images: npm run screenshots [-- name ...] [--folder=test/sample]
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from './setup.mjs';
import { launchChromium } from './vscode/chromium.mjs';
import { startServer } from './vscode/server.mjs';

/**
 * One picture: a file, the cursor (`|`) in a text that it holds, the keys that make VS Code show something, and the
 * element that is then to be seen, as Playwright's selector. The last keys are pressed once it is seen; `ends` is what is
 * to be seen after those.
 *
 * @type {{ name: string, file: string, at: string, keys: string[], shows: string, finally?: string[], ends?: string, size?: { width: number, height: number } }[]}
 */
const SHOTS = [
  {
    name: 'hover',
    file: 'thinq/codes.py',
    at: '{"1221", "22|02"}',
    keys: ['Control+k', 'Control+i'],
    shows: '.monaco-hover .hover-contents:has-text("503")',
    size: { width: 960, height: 390 },
  },
  {
    name: 'completion',
    file: 'nugu/draft.json',
    at: '"resultCode": "|"',
    keys: ['Control+Space'],
    shows: '.suggest-widget.visible .monaco-list-row:has-text("DeviceTurnedOff")',
    // Control+Space once more opens the documentation.
    finally: ['t', 'e', 'm', 'p', 'ArrowDown', 'Control+Space'],
    size: { width: 1160, height: 480 },
  },
  {
    name: 'quick-fix',
    file: 'nugu/answer.json',
    at: '"Temperature|OutOfRange"',
    keys: ['Control+.'],
    shows: '.action-widget .monaco-list-row:has-text("TemperatureOutofRange")',
  },
  {
    name: 'directive',
    file: 'nugu/power.js',
    at: 'directives/Turn|On',
    keys: ['Control+k', 'Control+i'],
    shows: '.monaco-hover .hover-contents:has-text("AlreadyTurnOn")',
    size: { width: 1160, height: 520 },
  },
  {
    name: 'envelope',
    file: 'nugu/temperature.js',
    at: "da|ta: [{ resultCode: 'AlreadyAtMaxTemp'",
    keys: ['Control+.'],
    shows: '.action-widget .monaco-list-row:has-text("requestId")',
    size: { width: 1160, height: 480 },
  },
  {
    name: 'mapping',
    file: 'nugu/mapping.ts',
    at: "'23|05'",
    keys: ['Control+k', 'Control+i'],
    shows: '.monaco-hover .hover-contents:has-text("NotSupportedInCurrentMode")',
    size: { width: 1160, height: 620 },
  },
  {
    name: 'workspace',
    file: 'nugu/handler.ts',
    at: 'setTempe|rature',
    keys: ['F1', ...typed('Check the Workspace')],
    shows: '.quick-input-list .monaco-list-row:has-text("Check the Workspace")',
    finally: ['Enter', 'Control+Shift+m'],
    ends: '.notification-list-item:has-text("Findings: ")',
    size: { width: 1160, height: 640 },
  },
  {
    name: 'problems',
    file: 'thinq/errors.ts',
    at: 'case ThinQError.COMMAND|_NOT',
    keys: ['Control+Shift+m'],
    shows: '.markers-panel .monaco-list-row:has-text("no fallback")',
  },
];

const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  // Colours that come later than the rest would be in some pictures only.
  'editor.semanticHighlighting.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.sideBar.location': 'right',
  'workbench.statusBar.visible': false,
};

/** Of a window, where a picture has no size of its own. */
const SIZE = { width: 960, height: 540 };

const PATIENCE_MS = 30_000;
const ATTEMPT_MS = 3_000;
/** For what appears smoothly: an animation has no end that can be waited for. */
const SETTLE_MS = 700;

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string', default: join(root, 'test/sample') } },
});

const temporary = mkdtempSync(join(tmpdir(), 'vscode-shots-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

ensureDependencies();
await import('./package.mjs');
const folder = join(temporary, 'sample');
cpSync(resolve(options.folder), folder, { recursive: true });
const images = join(root, 'docs/images');
mkdirSync(images, { recursive: true });

const server = await startServer({
  data: join(temporary, 'data'),
  vsix: join(root, 'thinq-nugu-codes.vsix'),
  settings: SETTINGS,
});
const browser = await launchChromium();
try {
  for (const shot of SHOTS.filter(({ name }) => names.length === 0 || names.includes(name))) await take(shot);
} finally {
  await browser.close();
  server.stop();
}

/** @throws when what the picture is about does not appear */
async function take({ name, file, at, keys, shows, finally: last = [], ends, size = SIZE }) {
  const path = join(folder, file);
  const { line, column } = place(readFileSync(path, 'utf8'), at);
  const payload = [
    ['openFile', `${server.uri(path)}:${line}:${column}`],
    ['gotoLineMode', 'true'],
  ];
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.goto(`${server.origin}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`);
  await page.locator('.monaco-editor.focused').first().waitFor({ timeout: PATIENCE_MS });
  await page.keyboard.press('Control+b');
  await show(page, keys, shows);
  for (const key of last) {
    await page.waitForTimeout(SETTLE_MS);
    await page.keyboard.press(key);
  }
  if (ends) await page.locator(ends).first().waitFor({ timeout: PATIENCE_MS });
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: join(images, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}

/** Presses the keys until they show what they should: the first time the server may not be ready. */
async function show(page, keys, selector) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    for (const key of keys) await page.keyboard.press(key);
    try {
      await page.locator(selector).first().waitFor({ timeout: ATTEMPT_MS });
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The keys that write a text. */
function typed(text) {
  return [...text].map((letter) => (letter === ' ' ? 'Space' : letter));
}

/** The cursor of a marked text, counted from 1 as VS Code does. */
function place(text, marked) {
  const start = text.indexOf(marked.replace('|', ''));
  if (start < 0) throw new Error(`Not in the file: ${marked}`);
  const before = text.slice(0, start + marked.indexOf('|')).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}
