import * as assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventually } from './editor.ts';

/** How often it is looked, 50 ms apart, for what a command shows, before it is given once more. */
const LOOKS = 20;

/** Milliseconds in which a list has come to be shown. */
const LISTED_MS = 1_500;
const LISTED = {
  any: '.quick-input-list .monaco-list-row',
  chosen: '.quick-input-list .monaco-list-row.focused',
} as const;

/** The language that this window is to be shown in, where that is what is tried. */
export const LANGUAGE = process.env.SUITE_SHOWN === 'ko' ? 'ko' : 'en';

/** Answers about the page that this window is shown in: `scripts/vscode/asked.mjs`. */
const ADDRESS = process.env.SUITE_PAGE ?? '';

/** Which of two texts is shown here. */
export function inLanguage<T>(texts: { readonly en: T; readonly ko: T }): T {
  return texts[LANGUAGE];
}

/** @throws where a text is not in the language of the display. Names that both have are for nobody to tell */
export function assertSpoken(text: string): void {
  assert.equal(/[가-힣]/.test(text), LANGUAGE === 'ko', text);
}

/** The texts of all that is seen of a selector, or what an attribute of theirs says. */
export async function read(selector: string, attribute?: string): Promise<readonly string[]> {
  const texts = await ask<readonly string[]>({ read: selector, attribute });
  // Spaces at which no line is broken are spaces.
  return texts.map((text) => text.replaceAll('\u00a0', ' '));
}

/** The same, asked for until one of them holds a text. @returns the first that does @throws when none comes to hold it */
export async function reading(selector: string, wanted: string, attribute?: string): Promise<string> {
  const find = (texts: readonly string[]): string | undefined => texts.find((text) => text.includes(wanted));
  const texts = await eventually(
    () => read(selector, attribute),
    (shown) => find(shown) !== undefined,
  );
  return find(texts) ?? assert.fail(`${wanted} in ${selector}: ${texts.join(' | ')}`);
}

/**
 * Gives a command until something is seen that it shows: VS Code may know less of a finding yet than its extensions.
 *
 * @throws when nothing comes to hold the text
 */
export async function showing(command: string, selector: string, wanted: string): Promise<void> {
  const attempt = async (): Promise<readonly string[]> => {
    await vscode.commands.executeCommand(command);
    for (let looks = 0; looks < LOOKS; looks++) {
      const texts = await read(selector);
      if (texts.some((text) => text.includes(wanted))) return texts;
      await wait(50);
    }
    return [];
  };
  assert.notDeepEqual(await eventually(attempt, ({ length }) => length > 0), [], `${wanted} in ${selector}`);
}

/**
 * Waits for a row of a list that a command asks with. There is no event for it: where no page can be read, as on a desktop, it is
 * waited for so long that it should be there.
 *
 * @param row all rows, or the one that would be chosen
 */
export async function listed(wanted: string, row: keyof typeof LISTED = 'any'): Promise<void> {
  await (ADDRESS === '' ? wait(LISTED_MS) : reading(LISTED[row], wanted));
}

/** Presses a key, such as `Escape`. */
export function press(key: string): Promise<void> {
  return ask({ press: key });
}

/** Types a text. */
export function type(text: string): Promise<void> {
  return ask({ type: text });
}

/** Points at what is seen first of a selector. */
export function point(selector: string): Promise<void> {
  return ask({ point: selector });
}

/** Clicks what is seen first of a selector, with a key held such as `Control`. */
export function click(selector: string, holding?: string): Promise<void> {
  return ask({ click: selector, holding });
}

async function ask<T>(question: object): Promise<T> {
  const response = await fetch(ADDRESS, { method: 'POST', body: JSON.stringify(question) });
  const body = await response.text();
  assert.ok(response.ok, body);
  return JSON.parse(body) as T;
}
