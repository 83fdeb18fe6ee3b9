import { holdsThinqAddress } from '../knowledge/vendors.ts';
import type { Modules, Packages } from '../languages/modules.ts';
import type { Alias, Constant, Import } from '../model/names.ts';
import { Bindings, bindPackages, type PackageTable, STRENGTH } from './bindings.ts';
import { type Entry, type LookUp, type Names, ownNames, type ProgramFile } from './entries.ts';

/** What is known of the packages of a project. */
export interface PackagesOfProject {
  /** What they declare. */
  readonly table: PackageTable;
  /** Imports that hold for every file. */
  readonly everywhere: readonly Import[];
  /** What others call the project. */
  readonly base: string | undefined;
  /** Words one of which stands in every text that has something about codes of it; undefined where an import for all gives it others. */
  readonly words: ReadonlySet<string> | undefined;
}

/** Where nothing is known. */
export const NO_PACKAGES: PackagesOfProject = { table: new Map(), everywhere: [], base: undefined, words: new Set() };

/**
 * What the packages of a project declare.
 *
 * @param files those that declare or give on something
 * @param base what others call the project
 * @param isCode whether a text is a code, or may be one
 */
export function packagesOf(
  files: readonly ProgramFile[],
  packages: Packages,
  base: string | undefined,
  isCode: (text: string) => boolean,
): PackagesOfProject {
  const byPackage = new Map<string, Bindings>();
  for (const file of files) {
    const name = packages.of(file.names.packageName, file.path);
    const bindings = byPackage.get(name) ?? new Bindings();
    byPackage.set(name, bindings);
    const own = ownNames(file);
    bindings.addAll(own, '', STRENGTH.own);
    if (packages.leavesOutOuter) bindings.addInner(own);
  }
  const given = (): PackageTable => new Map([...byPackage].map(([name, bindings]) => [name, new Map(bindings.all())]));
  // What is given on may have been given on before.
  for (let step = 0; step < MOST_STEPS; step++) {
    const before = given();
    for (const file of files) giveOn(file, before, byPackage, packages, base);
  }
  const everywhere = files.flatMap(({ names }) => names.imports.filter(({ isEverywhere }) => isEverywhere));
  const table = given();
  return { table, everywhere, base, words: everywhere.length === 0 ? wordsOf(table, isCode) : undefined };
}

/** The words of names that may stand for a code, or for what talks to a vendor. */
function wordsOf(table: PackageTable, isCode: (text: string) => boolean): ReadonlySet<string> {
  const words = new Set<string>();
  for (const names of table.values()) {
    for (const [name, entry] of names) {
      if (entry && mayTell(entry, isCode)) for (const word of name.split('.')) words.add(word);
    }
  }
  return words;
}

/** Whether a declaration may say something about codes to whoever has it from its file. */
function mayTell({ declared, file }: Entry, isCode: (text: string) => boolean): boolean {
  const tells = (one: Constant | Alias): boolean =>
    one.kind === 'alias' || isCode(one.text) || holdsThinqAddress(one.text);
  if (file.vendors.length > 0) return true;
  switch (declared.kind) {
    case 'constant':
    case 'alias':
      return tells(declared);
    case 'list':
      return declared.spreads !== undefined || declared.items.some(tells);
    case 'map':
      return declared.spreads !== undefined || declared.keys.some(tells);
    case 'type':
      return declared.of !== undefined || declared.values !== undefined;
    case 'value':
      return true;
    default:
      return declared.of !== undefined;
  }
}

/** How often something is given on. */
const MOST_STEPS = 2;

/** Adds to packages what their files give on: `pub use codes::*`. */
function giveOn(
  file: ProgramFile,
  table: PackageTable,
  byPackage: ReadonlyMap<string, Bindings>,
  packages: Packages,
  base: string | undefined,
): void {
  const own = packages.of(file.names.packageName, file.path);
  const bindings = byPackage.get(own);
  for (const one of file.names.imports) {
    if (one.isGivenOn && bindings)
      bindPackages(bindings, one, modulesOf(one, own, packages, base), table, packages, base);
  }
}

function modulesOf({ module }: Import, own: string, packages: Packages, base: string | undefined): readonly string[] {
  return packages.resolve?.(module, own, base) ?? [module];
}

/** What is visible where imports name packages. */
export function createPackageLookUp(known: PackagesOfProject, modules: Modules): LookUp {
  return new PackageLookUp(known, modules);
}

class PackageLookUp implements LookUp {
  private readonly visible = new Map<string, Names>();

  constructor(
    private readonly known: PackagesOfProject,
    private readonly modules: Modules,
  ) {}

  async visibleIn(file: ProgramFile): Promise<Names> {
    const names = this.visible.get(file.path) ?? this.bind(file);
    this.visible.set(file.path, names);
    return names;
  }

  private bind(file: ProgramFile): Names {
    const { packages } = this.modules;
    const bindings = new Bindings();
    if (!packages) return bindings.all();
    const { table, everywhere, base } = this.known;
    const own = packages.of(file.names.packageName, file.path);
    const ofOthers = (names: Names | undefined): Names =>
      new Map([...(names ?? [])].filter(([, entry]) => entry?.file.path !== file.path));
    bindings.addAll(ofOthers(table.get(own)), '', STRENGTH.own);
    for (const name of packages.around?.(own) ?? []) bindings.addAll(ofOthers(table.get(name)), '', STRENGTH.around);
    for (const one of [...file.names.imports, ...everywhere]) {
      bindPackages(bindings, one, modulesOf(one, own, packages, base), table, packages, base);
      // What comes under a name of its own hides whatever else has that name, also where it comes from outside the project.
      if (one.as !== undefined) bindings.hide(one.as, STRENGTH.named);
    }
    for (const [name, names] of table) {
      for (const written of packages.writtenAs?.(name, own) ?? [name])
        if (written !== '') bindings.addAll(ofOthers(names), `${written}.`, STRENGTH.around);
    }
    hideOwn(bindings, file, packages);
    return bindings.all();
  }
}

/** A file's own types hide others of their names, but for their own parts in other files. */
function hideOwn(bindings: Bindings, { names }: ProgramFile, { hasParts }: Packages): void {
  for (const [name, declared] of names.declared) {
    if (declared?.kind !== 'type') continue;
    const isInner = name.includes('.');
    bindings.hide(name.slice(name.lastIndexOf('.') + 1), hasParts && !isInner ? STRENGTH.own : STRENGTH.named);
  }
}
