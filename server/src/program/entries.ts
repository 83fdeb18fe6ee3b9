import type { Vendor } from '../catalog/types.ts';
import type { Declared, FileNames } from '../model/names.ts';

/** One file as others see it. */
export interface ProgramFile {
  readonly path: string;
  readonly names: FileNames;
  /** The vendors that it is about, going by its own text. */
  readonly vendors: readonly Vendor[];
}

/** A declaration, and where it stands. */
export interface Entry {
  readonly declared: Declared;
  readonly file: ProgramFile;
}

/** Entries by their dotted names; `undefined` for one that stands for several things. */
export type Names = ReadonlyMap<string, Entry | undefined>;

/** What a file declares itself, also under the other names that it gives it. */
export function ownNames(file: ProgramFile): Names {
  const own = new Map<string, Entry | undefined>();
  for (const [name, declared] of file.names.declared) own.set(name, declared && { declared, file });
  for (const { name, as } of file.names.given) {
    if (name === as) continue;
    const prefix = `${name}.`;
    for (const [key, entry] of [...own]) {
      if (key === name) own.set(as, entry);
      else if (key.startsWith(prefix)) own.set(`${as}.${key.slice(prefix.length)}`, entry);
    }
  }
  return own;
}

/** What is visible in a file of what others declare. */
export interface LookUp {
  visibleIn(file: ProgramFile): Promise<Names>;
}
