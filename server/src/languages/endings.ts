import { checkedEndings, importWords, programEndings } from './registry.json';

const CHECKED = endingWith(checkedEndings);
const PROGRAMS = endingWith(programEndings);

function endingWith(endings: readonly string[]): RegExp {
  return new RegExp(`(?:${endings.map((ending) => ending.replace('.', '\\.')).join('|')})$`, 'i');
}

/** Whether a file's name is that of a language in which something can be found; asked without loading any language. */
export function isChecked(name: string): boolean {
  return CHECKED.test(name);
}

/** Whether a file's name is that of a language whose files have names from one another. */
export function isOfProgram(name: string): boolean {
  return PROGRAMS.test(name);
}

/** Whether a text may have something from another file, as far as its words say; true for all of which they do not. */
export function mayImport(name: string, text: string): boolean {
  const lower = name.toLowerCase();
  const known = importWords.find(({ endings }) => endings.some((ending) => lower.endsWith(ending)));
  return known?.words.some((word) => text.includes(word)) ?? isOfProgram(name);
}
