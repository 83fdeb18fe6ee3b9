import type { Import } from '../model/names.ts';

/** What a statement says about names of other files, or about the file's own. */
export interface ModuleStatement {
  readonly imports?: readonly Import[];
  /** Other names by which the file gives its own to others: `export { A as B }`. */
  readonly given?: readonly { readonly name: string; readonly as: string }[];
}

/**
 * How the files of a language find what others of their project declare: either imports name files, or they name packages,
 * which any number of files may belong to.
 */
export interface Modules {
  /** @param statement its source text, without comments */
  read(statement: string): ModuleStatement;
  /** How files are found, where imports name them. */
  readonly paths?: ModulePaths;
  /** What packages are, where imports name these. */
  readonly packages?: Packages;
}

/** Where imports name files. */
export interface ModulePaths {
  /**
   * The files that an import may mean, the likeliest first. Paths begin at the root of the project, without a slash.
   *
   * @param from path of the file with the import
   */
  of(module: string, from: string): readonly string[];
  /**
   * The same for a module that may lie in several places: where it does in more than one, nobody can tell which is meant.
   * Without any, the import names a file by itself.
   */
  places?(module: string, from: string): readonly (readonly string[])[];
  /**
   * The same for an import that names no file by itself, but by what the project says of modules.
   *
   * @param project what tells it
   */
  mapped?(module: string, from: string, project: ProjectReader): Promise<readonly string[]>;
  /** What a name of a module is called where it is a module of its own: `from . import codes` → `.codes`. */
  within?(module: string, name: string): string;
  /**
   * What stands in the text of whoever imports a file, at least as a rule: `/http'` for `lib/http.ts`. It may stand in
   * others as well.
   */
  importedAs?(path: string): readonly string[];
  /**
   * The modules that a text may have something from, going by its words alone: all that its statements name, and maybe
   * others. Absent where only a parser can tell.
   */
  namedIn?(text: string): Iterable<string>;
  /** Plain words, one of which stands in every text that has something from another file. */
  readonly importWords: readonly string[];
  /** A file without codes may give on what it has from others. @param path the file's own */
  mayGiveOn(text: string, path: string): boolean;
}

/** The files of a project that say how its modules are found. */
export interface ProjectReader {
  /** @param path from the root of the project @returns undefined for what is not there */
  read(path: string): Promise<string | undefined>;
  /** The files with one of these endings that hold one of these words, sorted. */
  search(endings: readonly string[], words: readonly string[]): Promise<readonly string[]>;
}

/** Where imports name packages. What is called `base` is what the manifest at the root calls the project. */
export interface Packages {
  /** The package that a file belongs to, its words joined by dots. @param declared what the file says @param path from the root of the project */
  of(declared: string | undefined, path: string): string;
  /** The packages that an import of a file may mean, the likeliest first: `super.codes` → `crate.codes`. @param from the package of that file */
  resolve?(module: string, from: string, base: string | undefined): readonly string[];
  /** Whether an import's path names a package, where it says more than the package's own name. */
  isNamed?(module: string, packageName: string, base: string | undefined): boolean;
  /** What a file knows without an import, besides its own package. @param own its package */
  around?(own: string): readonly string[];
  /** How a place of use may write a package out; just so where absent. @param own the package of that place */
  writtenAs?(packageName: string, own: string): readonly string[];
  /** The manifest that says what others call the project. */
  readonly manifest?: { readonly name: string; baseOf(text: string): string | undefined };
  /** Endings of the files in other languages that belong to the same packages. */
  readonly sharedWith?: readonly string[];
  /** What stands in a module within a module may be written without the outer one. */
  readonly leavesOutOuter?: true;
  /** A type may go on in other files. */
  readonly hasParts?: true;
  /** Plain words, of which every file has one that gives on what it has from others, or says something for all files. */
  readonly givingWords?: readonly string[];
}
