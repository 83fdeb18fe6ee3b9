import { join } from 'node:path';
import { format } from 'node:util';
import { answerAbout } from './asked.mjs';
import { cache } from './install.mjs';

/** Marks what the suite prints among all that an extension host logs. */
const TAG = '[suite] ';

/** For tests that hang: on a machine that others use a whole suite takes minutes. */
const TIME_LIMIT_MS = 900_000;

/**
 * Opens a workbench whose address asks for tests, prints what they print, and waits for their end.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {(asked: string) => string} urlFor its address, given one that answers tests about the page
 * @param {object} options
 * @param {(text: string) => void} options.log takes everything else that the page logs
 * @param {string} [options.language] that VS Code shows to extensions
 * @param {(url: string) => void} [options.asks] takes the address of everything that the page and its workers ask for
 * @returns {Promise<number>} the exit code of the tests
 * @throws when the page crashes or the tests take longer than fifteen minutes
 */
export async function runInPage(browser, urlFor, { log, language = 'en', asks = () => {} }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: language });
  await page.addInitScript(hide);
  const asked = await answerAbout(page);
  page.on('console', (message) => log(`[${message.type()}] ${message.text()}`));
  page.on('request', (request) => asks(request.url()));
  page.on('pageerror', (error) => log(`[pageerror] ${error.stack}`));

  let timer;
  const ended = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The tests have not come to an end in time.')), TIME_LIMIT_MS);
    page.once('crash', () => reject(new Error('The page crashed.')));
    // The workbench reports through two global functions, which it looks for as it starts.
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    if (text.startsWith(TAG)) console.log(text.slice(TAG.length));
    else log(`[${type}] ${text}`);
  });
  try {
    await page.goto(urlFor(asked.address));
    return await ended;
  } catch (error) {
    await page
      .screenshot({ path: join(cache, 'suite.png'), style: ':root { opacity: 1 !important }' })
      .catch(() => log('No screenshot could be taken.'));
    throw error;
  } finally {
    clearTimeout(timer);
    asked.end();
    await page.close();
  }
}

/** Runs in the page, which nobody looks at: nothing is painted, but all has its place, its text, and takes keys and clicks. */
function hide() {
  const { document } = globalThis;
  document.addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('opacity', '0'));
}
