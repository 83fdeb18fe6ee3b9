import type { ModulePaths, ProjectReader } from '../languages/modules.ts';
import { Bindings, bindImport, STRENGTH } from './bindings.ts';
import { type LookUp, type Names, ownNames, type ProgramFile } from './entries.ts';

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
    const known = this.visible.get(file.path) ?? this.bind(file, false, []);
    this.visible.set(file.path, known);
    return known;
  }

  /** @param onlyGiven what it gives on to others @param behind paths of files that have led here */
  private async bind(file: ProgramFile, onlyGiven: boolean, behind: readonly string[]): Promise<Names> {
    const bindings = new Bindings();
    for (const one of file.names.imports) {
      if (onlyGiven ? !one.isGivenOn : one.isOnlyGivenOn) continue;
      const target = await this.targetOf(one.module, one.name, file.path);
      if (!target) continue;
      if (target.part !== undefined)
        bindImport(bindings, { module: one.module, as: one.as ?? target.part }, await this.given(target.file, behind));
      else bindImport(bindings, one, await this.given(target.file, behind));
    }
    if (onlyGiven) for (const { name, as } of file.names.given) giveUnder(bindings, name, as);
    return bindings.all();
  }

  /** What a file gives to those who import it: its own, and what it has from others and gives on. */
  private async given(file: ProgramFile, behind: readonly string[]): Promise<Names> {
    if (behind.includes(file.path) || behind.length > DEPTH) return new Map();
    const bindings = new Bindings();
    bindings.addAll(await this.bind(file, true, [...behind, file.path]), '', STRENGTH.all);
    bindings.addAll(ownNames(file), '', STRENGTH.own);
    return bindings.all();
  }

  /** The file that an import names, or the module within a folder: `from . import codes`. */
  private async targetOf(
    module: string,
    name: string | undefined,
    from: string,
  ): Promise<{ readonly file: ProgramFile; readonly part?: string } | undefined> {
    const paths = this.modules;
    const whole = (await this.first(paths.of(module, from))) ?? (await this.first(await this.mapped(module, from)));
    if (name === undefined || (whole && hasName(whole, name))) return whole && { file: whole };
    const inside = paths.within && (await this.first(paths.of(paths.within(module, name), from)));
    if (inside) return { file: inside, part: name };
    return whole && { file: whole };
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

/** Gives what is bound under one name under another one as well. */
function giveUnder(bindings: Bindings, name: string, as: string): void {
  const prefix = `${name}.`;
  for (const [key, entry] of [...bindings.all()]) {
    if (key === name) bindings.add(as, entry, STRENGTH.named);
    else if (key.startsWith(prefix)) bindings.add(`${as}.${key.slice(prefix.length)}`, entry, STRENGTH.named);
  }
}
