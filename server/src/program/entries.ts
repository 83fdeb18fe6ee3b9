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
  /** An import brings it in under its name, and not with all of something. */
  readonly isNamed?: true;
}

/** Entries by their dotted names; `undefined` for one that stands for several things. */
export type Names = ReadonlyMap<string, Entry | undefined>;

/** What a file declares itself, also under the other names that it gives it. */
export function ownNames(file: ProgramFile): Names {
  const own = new Map<string, Entry | undefined>();
  for (const [name, declared] of file.names.declared) own.set(name, declared && { declared, file });
  for (const { name, of } of memberSources(file)) {
    for (const [key, entry] of membersOf(own, of)) if (!own.has(`${name}.${key}`)) own.set(`${name}.${key}`, entry);
  }
  for (const { name, as } of file.names.given) {
    if (name === as) continue;
    if (own.has(name)) own.set(as, own.get(name));
    for (const [key, entry] of membersOf(own, name)) own.set(`${as}.${key}`, entry);
  }
  return own;
}

/** What has the members of something else as well: `const C = codes.Device`, `const CODES = { ...BASE }`. */
export function memberSources({ names }: ProgramFile): readonly { readonly name: string; readonly of: string }[] {
  return [...names.declared].flatMap(([name, declared]) => {
    if (declared?.kind === 'alias') return { name, of: declared.of };
    return declared?.kind === 'map' ? (declared.spreads ?? []).map(({ of }) => ({ name, of })) : [];
  });
}

/** The members of something, by what stands behind its name. */
export function membersOf(names: Names, owner: string): readonly (readonly [string, Entry | undefined])[] {
  const prefix = `${owner}.`;
  return [...names].flatMap(([key, entry]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), entry] as const] : [],
  );
}

/** What is visible in a file of what others declare. */
export interface LookUp {
  visibleIn(file: ProgramFile): Promise<Names>;
}

/** Where imports name files as well as packages. */
export function joinLookUps(lookUps: readonly LookUp[]): LookUp {
  const [only, ...others] = lookUps;
  if (only && others.length === 0) return only;
  return {
    async visibleIn(file) {
      const all = await Promise.all(lookUps.map((one) => one.visibleIn(file)));
      return new Map(all.flatMap((names) => [...names]));
    },
  };
}
