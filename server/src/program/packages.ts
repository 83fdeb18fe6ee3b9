import type { Modules, Packages } from '../languages/modules.ts';
import { Bindings, bindPackages, type PackageTable, STRENGTH } from './bindings.ts';
import { type LookUp, type Names, ownNames, type ProgramFile } from './entries.ts';

/** What the packages of a project declare. @param files those that declare something */
export function tableOfPackages(files: readonly ProgramFile[], packages: Packages): PackageTable {
  const byPackage = new Map<string, Bindings>();
  for (const file of files) {
    const name = packages.of(file.names.packageName, file.path);
    const bindings = byPackage.get(name) ?? new Bindings();
    byPackage.set(name, bindings);
    bindings.addAll(ownNames(file), '', STRENGTH.own);
  }
  const own = new Map([...byPackage].map(([name, bindings]) => [name, new Map(bindings.all())]));
  for (const file of files) giveOn(file, own, byPackage, packages);
  return new Map([...byPackage].map(([name, bindings]) => [name, bindings.all()]));
}

/** What is visible where imports name packages. */
export function createPackageLookUp(table: PackageTable, modules: Modules): LookUp {
  return new PackageLookUp(table, modules);
}

/** Adds to packages what their files give on: `pub use codes::*`. */
function giveOn(
  file: ProgramFile,
  table: PackageTable,
  byPackage: ReadonlyMap<string, Bindings>,
  packages: Packages,
): void {
  const own = packages.of(file.names.packageName, file.path);
  const bindings = byPackage.get(own);
  for (const { module, as, isGivenOn } of file.names.imports)
    if (isGivenOn && bindings) bindPackages(bindings, packages.resolve?.(module, own) ?? module, as, table, packages);
}

class PackageLookUp implements LookUp {
  constructor(
    private readonly table: PackageTable,
    private readonly modules: Modules,
  ) {}

  async visibleIn(file: ProgramFile): Promise<Names> {
    const { packages } = this.modules;
    const bindings = new Bindings();
    if (!packages) return bindings.all();
    const own = packages.of(file.names.packageName, file.path);
    const ofOthers = (names: Names | undefined): Names =>
      new Map([...(names ?? [])].filter(([, entry]) => entry?.file.path !== file.path));
    bindings.addAll(ofOthers(this.table.get(own)), '', STRENGTH.own);
    for (const name of packages.around?.(own) ?? [])
      bindings.addAll(ofOthers(this.table.get(name)), '', STRENGTH.around);
    for (const { module, as } of file.names.imports)
      bindPackages(bindings, packages.resolve?.(module, own) ?? module, as, this.table, packages);
    for (const [name, names] of this.table) if (name !== '') bindings.addAll(names, `${name}.`, STRENGTH.around);
    return bindings.all();
  }
}
