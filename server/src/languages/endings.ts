import { checkedEndings } from './registry.json';

const ENDINGS = new RegExp(`(?:${checkedEndings.map((ending) => ending.replace('.', '\\.')).join('|')})$`, 'i');

/** Whether a file's name is that of a language in which something can be found; asked without loading any language. */
export function isChecked(name: string): boolean {
  return ENDINGS.test(name);
}
