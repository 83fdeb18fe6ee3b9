import type { Packages } from '../languages/modules.ts';
import type { Import } from '../model/names.ts';
import type { Entry, Names } from './entries.ts';

/** Brings names together; one that stands for several things stands for nothing. */
export class Bindings {
  private readonly names = new Map<string, Entry | undefined>();
  private readonly strength = new Map<string, number>();
  /** First words of names that stand for something else, and how strongly. */
  private readonly hidden = new Map<string, number>();

  /** @param strength what is named itself goes before what comes with all of something */
  add(name: string, entry: Entry | undefined, strength = 1): void {
    const known = this.strength.get(name);
    if (known !== undefined && known > strength) return;
    const isOther = known === strength && !isSame(this.names.get(name), entry);
    const isNamed = strength === STRENGTH.named;
    this.names.set(name, isOther || !entry ? undefined : isNamed && !entry.isNamed ? { ...entry, isNamed } : entry);
    this.strength.set(name, strength);
  }

  /** Adds all names of a file or a package. @param prefix what stands before them, with a dot at its end, or nothing */
  addAll(names: Names, prefix: string, strength: number): void {
    for (const [name, entry] of names) this.add(prefix + name, entry, strength);
  }

  /** What stands in a module within a module may be written without the outer one. */
  addInner(names: Names): void {
    for (const [name, entry] of names) {
      const words = name.split('.');
      if (words.length > 2) this.add(words.slice(-2).join('.'), entry, STRENGTH.around);
    }
  }

  /** What a name begins with stands for something else, but where it is bound as strongly. */
  hide(word: string, strength: number): void {
    this.hidden.set(word, Math.max(strength, this.hidden.get(word) ?? 0));
  }

  all(): Names {
    if (this.hidden.size === 0) return this.names;
    const isSeen = (name: string): boolean => (this.strength.get(name) ?? 0) >= (this.hidden.get(firstWord(name)) ?? 0);
    return new Map([...this.names].filter(([name]) => isSeen(name)));
  }
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || JSON.stringify(a.declared) === JSON.stringify(b.declared));
}

/** How strongly a name is bound: imported under its name, with all of a module, with the package around, with the project. */
export const STRENGTH = { named: 4, own: 3, all: 2, around: 1 } as const;

/** Binds what one import has from a file. @param names what that file gives */
export function bindImport(bindings: Bindings, { name, as, except }: Import, given: Names): void {
  const names = except ? without(given, except) : given;
  if (name === undefined && as === undefined) {
    bindings.addAll(names, '', STRENGTH.all);
    return;
  }
  const local = as ?? name ?? '';
  if (name !== undefined) {
    bindPart(bindings, names, name, local);
    // `const { OFFLINE } = require(…)` takes it out of what the file gives as a whole.
    if (!names.has(name)) bindPart(bindings, names, `default.${name}`, local);
    return;
  }
  bindings.addAll(names, `${local}.`, STRENGTH.named);
  // What is given as a whole is what the name stands for: `module.exports = CODES`.
  bindPart(bindings, names, 'default', local);
}

function without(names: Names, except: readonly string[]): Names {
  return new Map([...names].filter(([name]) => !except.includes(firstWord(name))));
}

function bindPart(bindings: Bindings, names: Names, name: string, local: string): void {
  const own = names.get(name);
  if (names.has(name)) bindings.add(local, own, STRENGTH.named);
  const prefix = `${name}.`;
  for (const [key, entry] of names)
    if (key.startsWith(prefix)) bindings.add(`${local}.${key.slice(prefix.length)}`, entry, STRENGTH.named);
}

/** What the packages of a project declare, by the package. */
export type PackageTable = ReadonlyMap<string, Names>;

/** Binds what one import has from packages. @param modules what it may name, as seen from the file: the first that there is counts */
export function bindPackages(
  bindings: Bindings,
  { as }: Import,
  modules: readonly string[],
  table: PackageTable,
  packages: Packages,
  base: string | undefined,
): void {
  for (const module of modules) {
    let isThere = false;
    for (const [packageName, names] of table)
      if (bindPackage(bindings, module, as, packageName, names, packages, base)) isThere = true;
    if (isThere) return;
  }
}

/** @returns whether the import has anything from the package */
function bindPackage(
  bindings: Bindings,
  module: string,
  as: string | undefined,
  packageName: string,
  names: Names,
  { isNamed }: Packages,
  base: string | undefined,
): boolean {
  if (isNamed ? isNamed(module, packageName, base) : module === packageName) {
    if (as === undefined) bindings.addAll(names, '', STRENGTH.all);
    else bindings.addAll(names, `${as}.`, STRENGTH.named);
    return true;
  }
  if (isNamed) return false;
  if (packageName.startsWith(`${module}.`) && as !== undefined) {
    bindings.addAll(names, `${as}.${packageName.slice(module.length + 1)}.`, STRENGTH.named);
    return true;
  }
  const inside =
    packageName === ''
      ? module
      : module.startsWith(`${packageName}.`)
        ? module.slice(packageName.length + 1)
        : undefined;
  if (inside === undefined || !hasPart(names, inside)) return false;
  if (as !== undefined) bindPart(bindings, names, inside, as);
  else bindMembers(bindings, names, inside);
  return true;
}

function hasPart(names: Names, name: string): boolean {
  if (names.has(name)) return true;
  for (const key of names.keys()) if (key.startsWith(`${name}.`)) return true;
  return false;
}

function bindMembers(bindings: Bindings, names: Names, owner: string): void {
  const prefix = `${owner}.`;
  for (const [key, entry] of names)
    if (key.startsWith(prefix)) bindings.add(key.slice(prefix.length), entry, STRENGTH.all);
}

function firstWord(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
