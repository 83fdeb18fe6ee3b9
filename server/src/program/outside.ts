import type { Vendor } from '../catalog/types.ts';
import { isThinqClient } from '../knowledge/vendors.ts';
import { type Alias, type Constant, NO_OUTSIDE, type Outside, type OutsideNames } from '../model/names.ts';
import type { Entry, LookUp, Names, ProgramFile } from './entries.ts';

/** How sure it is that a file is about vendors because of what it has from others. */
export type Along = { readonly [vendor in Vendor]?: 'certain' | 'likely' };

/** What a file has from others. */
export interface Surrounding {
  readonly outside: OutsideNames;
  /** Whom it is about because of that. */
  readonly along: Along;
}

/** A file that has nothing from others. */
export const ALONE: Surrounding = { outside: NO_OUTSIDE, along: {} };

/** Names of one file that are kept; a list of codes has not so many. */
const MOST_NAMES = 2000;
/** How often a name is followed to another. */
const MOST_STEPS = 5;

/**
 * What the names in a text stand for that others declare, and whom the text is about because of that.
 *
 * @param isCode whether a text is a code of some vendor
 */
export async function outsideOf(
  text: string,
  file: ProgramFile,
  lookUp: LookUp,
  isCode: (text: string) => boolean,
): Promise<Surrounding> {
  const words = new Set(text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []);
  const visible = await lookUp.visibleIn(file);
  const names = new Map<string, Outside | undefined>();
  const along: { [vendor in Vendor]?: 'certain' | 'likely' } = {};
  for (const [name, entry] of visible) {
    if (!words.has(firstWord(name)) || !isWhole(name, words)) continue;
    if (names.size >= MOST_NAMES) break;
    const outside = entry && (await follow(entry, lookUp, MOST_STEPS));
    if (entry && outside) tell(along, entry, outside, isCode);
    if (!entry || (outside && outside.kind !== 'type' && outside.kind !== 'function')) names.set(name, outside);
  }
  const key = names.size === 0 ? '' : JSON.stringify([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { outside: { key, names }, along };
}

function firstWord(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** Whether all that leads to a name stands in the text; its last word may be what is being written. */
function isWhole(name: string, words: ReadonlySet<string>): boolean {
  return name
    .split('.')
    .slice(0, -1)
    .every((word) => words.has(word));
}

/** Notes whom a file is about that has this from another one. */
function tell(
  along: { [vendor in Vendor]?: 'certain' | 'likely' },
  { file }: Entry,
  outside: Outside,
  isCode: (text: string) => boolean,
): void {
  const isTold =
    outside.kind === 'type' || outside.kind === 'function' || codesOf(outside).some(({ text }) => isCode(text));
  const isClient = outside.kind === 'value' && outside.types.some(isThinqClient);
  if (!isTold && !isClient) return;
  for (const vendor of file.vendors) if (along[vendor] !== 'certain') along[vendor] = isClient ? 'certain' : 'likely';
}

function codesOf(outside: Outside): readonly Constant[] {
  if (outside.kind === 'constant') return [outside];
  if (outside.kind === 'list') return outside.items;
  return outside.kind === 'map' ? outside.keys : [];
}

/** What an entry stands for in the end. @returns undefined where that cannot be told */
async function follow({ declared, file }: Entry, lookUp: LookUp, steps: number): Promise<Outside | undefined> {
  if (declared.kind === 'alias') return followName(declared, file, lookUp, steps);
  if (declared.kind === 'list')
    return { ...declared, ...(await followAll(declared.items, declared.open, file, lookUp, steps)) };
  if (declared.kind === 'map') {
    const { items, open } = await followAll(declared.keys, declared.open, file, lookUp, steps);
    return { kind: 'map', keys: items, open };
  }
  return declared;
}

async function followAll(
  items: readonly (Constant | Alias)[],
  isOpen: boolean,
  file: ProgramFile,
  lookUp: LookUp,
  steps: number,
): Promise<{ readonly items: readonly Constant[]; readonly open: boolean }> {
  const found: Constant[] = [];
  let open = isOpen;
  for (const item of items) {
    const outside = item.kind === 'constant' ? item : await followName(item, file, lookUp, steps);
    if (outside?.kind === 'constant') found.push(outside);
    else open = true;
  }
  return { items: found, open };
}

async function followName(
  { of }: Alias,
  file: ProgramFile,
  lookUp: LookUp,
  steps: number,
): Promise<Outside | undefined> {
  if (steps === 0) return undefined;
  const own = file.names.declared.get(of);
  if (own) return follow({ declared: own, file }, lookUp, steps - 1);
  const visible: Names = await lookUp.visibleIn(file);
  const entry = visible.get(of) ?? visible.get(of.split('.').slice(-2).join('.'));
  return entry && follow(entry, lookUp, steps - 1);
}
