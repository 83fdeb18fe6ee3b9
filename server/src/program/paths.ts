import type { ModulePaths, ProjectReader } from '../languages/modules.ts';
import type { Import } from '../model/names.ts';
import { Bindings, bindImport, STRENGTH } from './bindings.ts';
import { type LookUp, memberSources, membersOf, type Names, ownNames, type ProgramFile } from './entries.ts';

/** Files that are followed for one. */
const FOLLOWED_FILES = 200;
/** How far an import is followed from file to file. */
const DEPTH = 8;

/** What is visible where imports name files. @param fileAt reads a file, by its path from the root of the project @param project what says where modules are */
export function createPathLookUp(
  fileAt: (path: string) => Promise<ProgramFile | undefined>,
  modules: ModulePaths,
  project: ProjectReader,
): LookUp {
  return new PathLookUp(fileAt, modules, project);
}

class PathLookUp implements LookUp {
  private followed = 0;
  private readonly visible = new Map<string, Promise<Names>>();

  constructor(
    private readonly fileAt: (path: string) => Promise<ProgramFile | undefined>,
    private readonly modules: ModulePaths,
    private readonly project: ProjectReader,
  ) {}

  visibleIn(file: ProgramFile): Promise<Names> {
    const imports = file.names.imports.filter(({ isOnlyGivenOn }) => !isOnlyGivenOn);
    const known = this.visible.get(file.path) ?? this.bind(file, imports, []);
    this.visible.set(file.path, known);
    return known;
  }

  /** @param imports those of the file that count @param behind paths of files that have led here */
  private async bind(file: ProgramFile, imports: readonly Import[], behind: readonly string[]): Promise<Names> {
    const bindings = new Bindings();
    for (const one of imports) {
      const target = await this.targetOf(one.module, one.name, file.path);
      if (!target) continue;
      if (target.part !== undefined)
        bindImport(bindings, { module: one.module, as: one.as ?? target.part }, await this.given(target.file, behind));
      else bindImport(bindings, one, await this.given(target.file, behind));
    }
    return bindings.all();
  }

  /** What a file gives to those who import it: its own, and what it has from others and gives on. */
  private async given(file: ProgramFile, behind: readonly string[]): Promise<Names> {
    if (behind.includes(file.path) || behind.length > DEPTH) return new Map();
    const inside = [...behind, file.path];
    const bindings = new Bindings();
    const own = ownNames(file);
    const onward = file.names.imports.filter(({ isGivenOn }) => isGivenOn);
    bindings.addAll(await this.bind(file, onward, inside), '', STRENGTH.all);
    bindings.addAll(own, '', STRENGTH.own);
    bindings.addInner(own);
    // Under other names: `import { A } from …; export { A as B }`, `const CODES = { ...BASE }`.
    const others = [...file.names.given, ...memberSources(file).map(({ name, of }) => ({ name: of, as: name }))];
    const used = new Set(others.filter(({ name }) => !own.has(name)).map(({ name }) => firstWord(name)));
    const had = await this.bind(
      file,
      file.names.imports.filter((one) => bindsAny(one, used)),
      inside,
    );
    for (const { name, as } of others) {
      if (own.has(name)) continue;
      if (had.has(name)) bindings.add(as, had.get(name), STRENGTH.named);
      for (const [key, entry] of membersOf(had, name)) bindings.add(`${as}.${key}`, entry, STRENGTH.own);
    }
    return bindings.all();
  }

  /** The file that an import names, or the module within a folder: `from . import codes`. */
  private async targetOf(
    module: string,
    name: string | undefined,
    from: string,
  ): Promise<{ readonly file: ProgramFile; readonly part?: string } | undefined> {
    const paths = this.modules;
    const whole = await this.find(module, from);
    // A package has its own modules from itself: `from . import codes` in `__init__.py`.
    const isGiven = whole !== undefined && whole.path !== from && name !== undefined && hasName(whole, name);
    if (name === undefined || isGiven) return whole && { file: whole };
    const inside = paths.within && (await this.find(paths.within(module, name), from));
    if (inside) return { file: inside, part: name };
    return whole && { file: whole };
  }

  private async find(module: string, from: string): Promise<ProgramFile | undefined> {
    const found = new Map<string, ProgramFile>();
    for (const place of this.modules.places?.(module, from) ?? []) {
      const file = await this.first(place);
      if (file) found.set(file.path, file);
    }
    const [only, ...others] = found.values();
    if (only) return others.length === 0 ? only : undefined;
    return (await this.first(this.modules.of(module, from))) ?? (await this.first(await this.mapped(module, from)));
  }

  /** What the project's own configuration says, remembered for each name and folder. */
  private mapped(module: string, from: string): Promise<readonly string[]> {
    return this.modules.mapped?.(module, from, this.project) ?? Promise.resolve([]);
  }

  private async first(paths: readonly string[]): Promise<ProgramFile | undefined> {
    for (const path of paths) {
      if (this.followed > FOLLOWED_FILES) return undefined;
      const file = await this.fileAt(path);
      if (!file) continue;
      this.followed++;
      return file;
    }
    return undefined;
  }
}

function hasName({ names }: ProgramFile, name: string): boolean {
  return (
    names.declared.has(name) || names.given.some(({ as }) => as === name) || names.imports.some(({ as }) => as === name)
  );
}

function firstWord(name: string): string {
  return name.split('.')[0] ?? name;
}

/** Whether an import brings in one of some names, or may do so. */
function bindsAny({ name, as, isOnlyGivenOn }: Import, names: ReadonlySet<string>): boolean {
  if (names.size === 0 || isOnlyGivenOn) return false;
  const own = as ?? name;
  return own === undefined || names.has(firstWord(own));
}
