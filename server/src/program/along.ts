import type { Vendor } from '../catalog/types.ts';
import { isErrorType, tellsOfErrors } from '../knowledge/names.ts';
import { holdsThinqAddress, isThinqClient, isThinqName } from '../knowledge/vendors.ts';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import type { Constant, Outside } from '../model/names.ts';
import type { Entry, ProgramFile } from './entries.ts';

/** How sure it is that a file is about vendors because of what it has from others. */
export type Along = { readonly [vendor in Vendor]?: 'certain' | 'likely' };

/** What a name stands for in the end, and the files that have said so. */
export interface Found {
  readonly outside: Outside;
  readonly files: readonly ProgramFile[];
}

/** Notes whom a text is about because of what it uses of other files. */
export interface Telling {
  readonly along: Along;
  /** @param name as it would be written in the text, with dots */
  add(name: string, entry: Entry, found: Found): void;
}

/** @param isCode whether a text is a code of some vendor */
export function createTelling(text: string, isCode: (text: string) => boolean): Telling {
  const along: { [vendor in Vendor]?: 'certain' | 'likely' } = {};
  return {
    along,
    add(name, entry, { outside, files }) {
      const vendors = new Set([entry.file, ...files].flatMap((file) => file.vendors));
      if ([...vendors].every((vendor) => along[vendor] === 'certain')) return;
      const sure = sureness(name, entry, outside, isCode);
      if (!sure || !writtenAs(name, outside).some((written) => isUsed(text, written))) return;
      for (const vendor of vendors) if (along[vendor] !== 'certain') along[vendor] = sure;
    },
  };
}

/** How sure it is that whoever uses something from a file about a vendor is about that vendor, too. */
function sureness(
  name: string,
  { isNamed }: Entry,
  outside: Outside,
  isCode: (text: string) => boolean,
): 'certain' | 'likely' | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  // Any file has an `Error` and a `get`: only an import tells that this one is meant.
  const isMeant = isNamed || name.includes('.');
  if (talks(outside) && (outside.kind === 'value' || isMeant || !isCommonplace(last))) return 'certain';
  switch (outside.kind) {
    case 'type':
      return isThinqName(last) || (isErrorType(last) && (isMeant || !isCommonplace(last))) ? 'likely' : undefined;
    case 'function':
      return isThinqName(last) || (isMeant && tellsOfErrors(last)) ? 'likely' : undefined;
    case 'value':
      return outside.types.some(isThinqClient) ? 'certain' : undefined;
    default:
      if (outside.kind === 'constant' && holdsThinqAddress(outside.text)) return 'certain';
      return codesOf(outside).some(({ text, value }) => value === 'string' && isCode(text)) ? 'likely' : undefined;
  }
}

/** Whether something talks to a vendor's service. */
function talks(outside: Outside): boolean {
  return 'addresses' in outside && outside.addresses.length > 0;
}

/** Whether a name is one word, as those that many programs have: `Client`, `Error`. */
function isCommonplace(name: string): boolean {
  return /^[A-Z]?[a-z]+$/.test(name);
}

function codesOf(outside: Outside): readonly Constant[] {
  if (outside.kind === 'constant') return [outside];
  if (outside.kind === 'list') return outside.items;
  return outside.kind === 'map' ? outside.keys : [];
}

/** What of a name stands in a text that uses it. */
function writtenAs(name: string, outside: Outside): readonly string[] {
  const start = name.slice(0, name.lastIndexOf('.') + 1);
  // Of one of many codes, what it belongs to. A class of settings may hold an address among others.
  if (outside.kind === 'constant' && start !== '' && !holdsThinqAddress(outside.text)) return [start.slice(0, -1)];
  return outside.kind === 'type' ? [name, `${start}New${name.slice(start.length)}`] : [name];
}

/** Whether a text uses a name, and not only a member of something else that is called so. */
function isUsed(text: string, name: string): boolean {
  const written = name.split('.').map(escapeRegExp).join('\\s*(?:\\?\\.|->|::|\\.|\\\\)\\s*');
  return new RegExp(`(?<![\\p{L}\\p{N}_]|[\\w)\\]?!]\\.|->)${written}(?![\\p{L}\\p{N}_$])`, 'u').test(text);
}
