import type { Packages } from '../languages/modules.ts';
import type { Import } from '../model/names.ts';
import type { Entry, Names } from './entries.ts';

/** Brings names together; one that stands for several things stands for nothing. */
export class Bindings {
  private readonly names = new Map<string, Entry | undefined>();
  private readonly strength = new Map<string, number>();

  /** @param strength what is named itself goes before what comes with all of something */
  add(name: string, entry: Entry | undefined, strength = 1): void {
    const known = this.strength.get(name);
    if (known !== undefined && known > strength) return;
    const isOther = known === strength && !isSame(this.names.get(name), entry);
    this.names.set(name, isOther ? undefined : entry);
    this.strength.set(name, strength);
  }

  /** Adds all names of a file or a package. @param prefix what stands before them, with a dot at its end, or nothing */
  addAll(names: Names, prefix: string, strength: number): void {
    for (const [name, entry] of names) this.add(prefix + name, entry, strength);
  }

  all(): Names {
    return this.names;
  }
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || JSON.stringify(a.declared) === JSON.stringify(b.declared));
}

/** How strongly a name is bound: imported under its name, with all of a module, with the package around, with the project. */
export const STRENGTH = { named: 4, own: 3, all: 2, around: 1 } as const;

/** Binds what one import has from a file. @param names what that file gives */
export function bindImport(bindings: Bindings, { name, as }: Import, names: Names): void {
  if (name === undefined && as === undefined) {
    bindings.addAll(names, '', STRENGTH.all);
    return;
  }
  const local = as ?? name ?? '';
  if (name !== undefined) {
    bindPart(bindings, names, name, local);
    return;
  }
  bindings.addAll(names, `${local}.`, STRENGTH.named);
  // What is given as a whole is what the name stands for: `module.exports = CODES`.
  bindPart(bindings, names, 'default', local);
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

/** Binds what one import has from packages. @param module what it names, as seen from the file */
export function bindPackages(
  bindings: Bindings,
  module: string,
  as: string | undefined,
  table: PackageTable,
  { isNamed }: Packages,
): void {
  for (const [packageName, names] of table) {
    const isWhole = isNamed ? isNamed(module, packageName) : module === packageName;
    if (isWhole) {
      if (as === undefined) bindings.addAll(names, '', STRENGTH.all);
      else bindings.addAll(names, `${as}.`, STRENGTH.named);
      continue;
    }
    if (isNamed) continue;
    if (packageName.startsWith(`${module}.`) && as !== undefined)
      bindings.addAll(names, `${as}.${packageName.slice(module.length + 1)}.`, STRENGTH.named);
    const inside =
      packageName === ''
        ? module
        : module.startsWith(`${packageName}.`)
          ? module.slice(packageName.length + 1)
          : undefined;
    if (inside === undefined) continue;
    if (as !== undefined) bindPart(bindings, names, inside, as);
    else bindMembers(bindings, names, inside);
  }
}

function bindMembers(bindings: Bindings, names: Names, owner: string): void {
  const prefix = `${owner}.`;
  for (const [key, entry] of names)
    if (key.startsWith(prefix)) bindings.add(key.slice(prefix.length), entry, STRENGTH.all);
}
