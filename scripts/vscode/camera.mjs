// A real VS Code to take pictures of: windows in any of its languages and themes, and what somebody does in them.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { launchChromium } from './chromium.mjs';
import { cache } from './install.mjs';
import { startServer, writeSettings } from './server.mjs';

export const LANGUAGES = ['en', 'ko'];

/** The themes of VS Code, by what files are called. */
export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

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
  'workbench.layoutControl.enabled': false,
};

/** What windows leave behind for the next one of their folder: texts that nobody saved, open editors, rows that are unfolded. */
const LEFT_BEHIND = ['Backups', 'workspaceStorage'];

const PATIENCE_MS = 120_000;
const ATTEMPT_MS = 15_000;
/** For what appears smoothly: an animation has no end that can be waited for. */
const SETTLE_MS = 700;

/**
 * What somebody does: a key, or a text that is written, a command of ours that is chosen in the palette, a place that is
 * clicked, or something that is waited for.
 *
 * @typedef {string | { write: string | Record<string, string> } | { command: string } | { click: string } | { see: string }} Act
 */

/**
 * One picture: a file, the cursor (`|`) in a text that it holds, what is done (`keys`) to make VS Code show something, and
 * the element that is then to be seen, as Playwright's selector. That is done until it is seen, for the first time the
 * server may not be ready. What is done after that is `finally`; `ends` is what is to be seen then.
 *
 * @typedef {object} Shot
 * @property {string} name
 * @property {string | Record<string, string>} file one, or one for each language
 * @property {string} [at]
 * @property {readonly Act[]} keys
 * @property {string} shows
 * @property {readonly Act[]} [finally]
 * @property {string} [ends]
 * @property {{ width: number, height: number }} [size] of the window
 */

/**
 * Starts VS Code on a copy of a folder, in which nothing can be spoilt.
 *
 * @param {string} sample the folder
 * @param {string} vsix the packaged extension
 * @param {Record<string, unknown>} [more] settings
 */
export async function openCamera(sample, vsix, more = {}) {
  const temporary = mkdtempSync(join(tmpdir(), 'vscode-shots-'));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  const folder = join(temporary, 'sample');
  cpSync(sample, folder, { recursive: true });
  const data = join(temporary, 'data');
  const server = await startServer({ data, vsix, settings: SETTINGS });
  const browser = await launchChromium();

  /** Opens a window for a picture and does all that is to be done. @throws when what the picture is about does not appear */
  async function stage(shot, { language = 'en', theme = 'light' } = {}) {
    for (const name of LEFT_BEHIND)
      rmSync(join(data, 'data/User', name), { recursive: true, force: true, maxRetries: 5 });
    writeSettings(data, { ...SETTINGS, ...more, 'workbench.colorTheme': THEMES[theme] });
    const path = join(folder, typeof shot.file === 'string' ? shot.file : shot.file[language]);
    const { line, column } = place(readFileSync(path, 'utf8'), shot.at ?? '|');
    const payload = [
      ['openFile', `${server.uri(path)}:${line}:${column}`],
      ['gotoLineMode', 'true'],
    ];
    const context = await browser.newContext({ viewport: shot.size, deviceScaleFactor: 1.5, locale: language });
    const page = await context.newPage();
    await page.goto(`${server.origin}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`);
    await page.locator('.monaco-editor.focused').first().waitFor({ timeout: PATIENCE_MS });
    const hand = handFor(page, language);
    await page.keyboard.press('Control+b');
    await show(page, hand, shot);
    for (const act of shot.finally ?? []) {
      await page.waitForTimeout(SETTLE_MS);
      await hand(act);
    }
    if (shot.ends) await page.locator(shot.ends).first().waitFor({ timeout: PATIENCE_MS });
    await page.waitForTimeout(SETTLE_MS);
    return { page, hand, close: () => context.close() };
  }

  return {
    stage,
    /** @returns {Promise<Buffer>} a PNG */
    async take(shot, look) {
      const { page, close } = await stage(shot, look);
      const picture = await page.screenshot();
      await close();
      return picture;
    },
    async close() {
      await browser.close();
      server.stop();
    },
  };
}

async function show(page, hand, { keys, shows }) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      for (const act of keys) await hand(act);
      await page.locator(shows).first().waitFor({ timeout: ATTEMPT_MS });
      return;
    } catch (error) {
      if (Date.now() > end) {
        await page.screenshot({ path: join(cache, 'shot.png') });
        throw new Error(`${error.message}\nWhat was to be seen instead is in ${join(cache, 'shot.png')}.`);
      }
      await page.keyboard.press('Escape');
    }
  }
}

/** @returns {(act: Act) => Promise<void>} does one thing in a window of a language */
function handFor(page, language) {
  const titles = JSON.parse(
    readFileSync(join(root, `package.nls${language === 'en' ? '' : `.${language}`}.json`), 'utf8'),
  );
  const see = (selector, ms = PATIENCE_MS) => page.locator(selector).first().waitFor({ timeout: ms });
  return async (act) => {
    if (typeof act === 'string') await page.keyboard.press(act);
    else if ('write' in act)
      await page.keyboard.insertText(typeof act.write === 'string' ? act.write : act.write[language]);
    else if ('click' in act) {
      await page.locator(act.click).first().click({ timeout: PATIENCE_MS });
      // What a mouse rests on shows a hint of its own.
      await page.mouse.move(0, 0);
    } else if ('see' in act) await see(act.see);
    else {
      const title = titles[`command.${act.command}`];
      await page.keyboard.press('F1');
      await page.keyboard.insertText(title);
      // It has what was there when it was opened: in a new window that may be too early.
      await see(`.quick-input-list .monaco-list-row:has-text("${title}")`, ATTEMPT_MS);
      await page.keyboard.press('Enter');
    }
  };
}

/** The cursor of a marked text, counted from 1 as VS Code does. */
function place(text, marked) {
  const start = text.indexOf(marked.replace('|', ''));
  if (start < 0) throw new Error(`Not in the file: ${marked}`);
  const before = text.slice(0, start + marked.indexOf('|')).split('\n');
  return { line: before.length, column: before.at(-1).length + 1 };
}
