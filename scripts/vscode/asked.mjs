// What tests ask of the page that their window is shown in: what stands there, keys and clicks. No extension can see that.
import { createServer } from 'node:http';

/** For what is pointed at: it may not have been shown yet. */
const PATIENCE_MS = 10_000;
/** In which VS Code has seen that the mouse has left. */
const LEFT_MS = 100;

/**
 * One question: the texts of all that is seen of a selector, or what one of its attributes says; a key that is pressed, as
 * Playwright names it; a text that is typed; the first of a selector that is clicked; or pointed at, or clicked with a key held,
 * whatever lies above it: terminals have layers above their texts.
 *
 * @typedef {{ read: string, attribute?: string }} Reading
 * @typedef {{ press: string } | { type: string } | { point: string } | { click: string, holding?: string }} Doing
 * @typedef {Reading | Doing} Question
 */

/**
 * Answers tests about a page, at an address of this machine that is told to nobody else.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ address: string, end: () => void }>}
 */
export async function answerAbout(page) {
  const server = createServer(async (request, response) => {
    try {
      let body = '';
      for await (const piece of request) body += piece;
      response.end(JSON.stringify((await answer(page, JSON.parse(body))) ?? null));
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, end: () => server.close() };
}

/** @param {Question} question */
async function answer(page, question) {
  if ('press' in question) return page.keyboard.press(question.press);
  if ('type' in question) return page.keyboard.insertText(question.type);
  if ('point' in question) {
    // Whoever points there already comes anew.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(LEFT_MS);
    return pointAt(page, question.point);
  }
  if ('click' in question) {
    const { click, holding } = question;
    if (holding === undefined) return page.locator(click).first().click({ timeout: PATIENCE_MS });
    await pointAt(page, click);
    await page.keyboard.down(holding);
    await page.mouse.down();
    await page.mouse.up();
    return page.keyboard.up(holding);
  }
  const { read, attribute } = question;
  const seen = page.locator(read).filter({ visible: true });
  if (attribute === undefined) return seen.allInnerTexts();
  return seen.evaluateAll((found, name) => found.map((one) => one.getAttribute(name) ?? ''), attribute);
}

/**
 * Moves the mouse into the middle of what is seen first, and within it. A terminal writes a line anew whenever the mouse comes or
 * goes: what stands there is looked for and measured at once.
 */
async function pointAt(page, selector) {
  const measure = (found) => found.map((one) => one.getBoundingClientRect().toJSON()).find(({ width }) => width > 0);
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const place = await page.locator(selector).evaluateAll(measure);
    if (place) {
      await page.mouse.move(place.x + 1, place.y + place.height / 2);
      return page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    }
    if (Date.now() > end) throw new Error(`Nothing is seen of ${selector}.`);
    await page.waitForTimeout(50);
  }
}
