import { holdsThinqAddress } from '../knowledge/vendors.ts';
import { type Alias, type Constant, NO_OUTSIDE, type Outside, type OutsideNames } from '../model/names.ts';
import { type Along, createTelling, type Found } from './along.ts';
import type { Entry, LookUp, Names, ProgramFile } from './entries.ts';
import { wordsIn } from './words.ts';

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
/** How often what talks is followed to what it talks through: each may name several. */
const MOST_CALLS = 3;

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
  const visible = await lookUp.visibleIn(file);
  if (visible.size === 0) return ALONE;
  const words = new Set(wordsIn(text));
  const names = new Map<string, Outside | undefined>();
  const origins = new Map<string, string>();
  const telling = createTelling(text, isCode);
  for (const [name, entry] of visible) {
    if (!words.has(firstWord(name)) || !isWhole(name, words)) continue;
    if (names.size >= MOST_NAMES) break;
    const found = entry && (await follow(entry, lookUp, MOST_STEPS));
    if (entry && found) telling.add(name, entry, found);
    const origin = found?.outside.kind === 'constant' ? found.files.at(-1) : undefined;
    if (origin) origins.set(name, origin.path);
    if (!entry || (found && isOfUse(found.outside))) names.set(name, found?.outside);
  }
  const key = names.size === 0 ? '' : JSON.stringify([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { outside: { key, names, origins }, along: telling.along };
}

function firstWord(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** Whether something is more than a name to whoever has it from elsewhere. */
function isOfUse(outside: Outside): boolean {
  if (outside.kind === 'type') return outside.addresses.length > 0 || outside.values !== undefined;
  return outside.kind !== 'function' || outside.addresses.length > 0;
}

/** Whether all that leads to a name stands in the text; its last word may be what is being written. */
function isWhole(name: string, words: ReadonlySet<string>): boolean {
  return name
    .split('.')
    .slice(0, -1)
    .every((word) => words.has(word));
}

/** What an entry stands for in the end. @returns undefined where that cannot be told */
async function follow({ declared, file }: Entry, lookUp: LookUp, steps: number): Promise<Found | undefined> {
  switch (declared.kind) {
    case 'alias':
      return followName(declared, file, lookUp, steps);
    case 'list': {
      const { items, open, files } = await followAll(declared.items, declared.open, file, lookUp, steps);
      const others = await followSpreads(declared.spreads, file, lookUp, steps);
      const lists = others.flatMap((one) => (one?.outside.kind === 'list' ? one.outside : []));
      const isOpen = open || lists.length < others.length || lists.some((one) => one.open);
      return {
        outside: { kind: 'list', items: [...items, ...lists.flatMap((one) => one.items)], open: isOpen },
        files: [...files, ...others.flatMap((one) => one?.files ?? [])],
      };
    }
    case 'map': {
      const { items, open, files } = await followAll(declared.keys, declared.open, file, lookUp, steps);
      const others = await followSpreads(declared.spreads, file, lookUp, steps);
      const maps = others.flatMap((one) => (one?.outside.kind === 'map' ? one.outside : []));
      const keys = [...items, ...maps.flatMap((one) => one.keys)];
      const isOpen = open || maps.length < others.length || maps.some((one) => one.open);
      return {
        outside: { kind: 'map', keys, open: isOpen },
        files: [...files, ...others.flatMap((one) => one?.files ?? [])],
      };
    }
    case 'type':
    case 'value': {
      const { of = [], ...rest } = declared;
      const { addresses, files } = await followTalk(of, file, lookUp, Math.min(steps, MOST_CALLS));
      const ofTypes = rest.kind === 'value' ? await addressesOfTypes(rest.types, file, lookUp, steps) : [];
      return { outside: { ...rest, addresses: [...addresses, ...ofTypes] }, files };
    }
    case 'function': {
      const { addresses, files } = await followTalk(declared.of ?? [], file, lookUp, Math.min(steps, MOST_CALLS));
      return { outside: { kind: 'function', addresses }, files };
    }
    default:
      return { outside: declared, files: [file] };
  }
}

/** The addresses of a vendor's service that something talks to, by itself or through what it calls; and the files that say so. */
async function followTalk(
  of: readonly (Constant | Alias)[],
  file: ProgramFile,
  lookUp: LookUp,
  steps: number,
): Promise<{ readonly addresses: readonly string[]; readonly files: readonly ProgramFile[] }> {
  const found = await Promise.all(
    of.map((one) => (one.kind === 'constant' ? { outside: one, files: [file] } : followName(one, file, lookUp, steps))),
  );
  const talking = found.flatMap((one) => {
    const addresses = one ? addressesOf(one.outside) : [];
    return one && addresses.length > 0 ? { addresses, files: one.files } : [];
  });
  return {
    addresses: [...new Set(talking.flatMap(({ addresses }) => addresses))],
    files: [...new Set([file, ...talking.flatMap(({ files }) => files)])],
  };
}

function addressesOf(outside: Outside): readonly string[] {
  if (outside.kind === 'constant') return holdsThinqAddress(outside.text) ? [outside.text] : [];
  return outside.kind === 'list' || outside.kind === 'map' ? [] : outside.addresses;
}

function followSpreads(
  spreads: readonly Alias[] | undefined,
  file: ProgramFile,
  lookUp: LookUp,
  steps: number,
): Promise<readonly (Found | undefined)[]> {
  return Promise.all((spreads ?? []).map((one) => followName(one, file, lookUp, steps)));
}

/** The addresses that something talks to which was made with a type. @param types its words */
async function addressesOfTypes(
  types: readonly string[],
  file: ProgramFile,
  lookUp: LookUp,
  steps: number,
): Promise<readonly string[]> {
  const found = types.map((of) => followName({ kind: 'alias', of }, file, lookUp, steps));
  return (await Promise.all(found)).flatMap((one) => (one?.outside.kind === 'type' ? one.outside.addresses : []));
}

async function followAll(
  items: readonly (Constant | Alias)[],
  isOpen: boolean,
  file: ProgramFile,
  lookUp: LookUp,
  steps: number,
): Promise<{ readonly items: readonly Constant[]; readonly open: boolean; readonly files: readonly ProgramFile[] }> {
  const found: Constant[] = [];
  const files = new Set([file]);
  let open = isOpen;
  for (const item of items) {
    const one = item.kind === 'constant' ? { outside: item, files: [] } : await followName(item, file, lookUp, steps);
    for (const behind of one?.files ?? []) files.add(behind);
    if (one?.outside.kind === 'constant') found.push(one.outside);
    else open = true;
  }
  return { items: found, open, files: [...files] };
}

async function followName({ of }: Alias, file: ProgramFile, lookUp: LookUp, steps: number): Promise<Found | undefined> {
  if (steps === 0) return undefined;
  const own = file.names.declared.get(of);
  if (own) return follow({ declared: own, file }, lookUp, steps - 1);
  const visible: Names = await lookUp.visibleIn(file);
  const entry = visible.get(of) ?? visible.get(of.split('.').slice(-2).join('.'));
  return entry && follow(entry, lookUp, steps - 1);
}
