import { holdsThinqAddress } from '../knowledge/vendors.ts';
import type { Language } from '../languages/language.ts';
import type { Modules, Packages, ProjectReader } from '../languages/modules.ts';
import type { Alias, Constant, Declared, FileNames } from '../model/names.ts';
import type { ProgramFile } from './entries.ts';
import type { ProgramFiles } from './files.ts';
import { Folders } from './folders.ts';
import { NO_PACKAGES, type PackagesOfProject, packagesOf } from './packages.ts';
import { Reach } from './reach.ts';
import { Remembered } from './remembered.ts';
import type { TextReader } from './textReader.ts';

/** Files of a project that are remembered. */
const REMEMBERED_FILES = 2000;
/** Files of a project that may declare something: those that hold a code or name a vendor. */
const DECLARING_FILES = 400;

/** Files that import what talks to a service and may talk to it as well: what more of them import is no client of one service. */
const IMPORTING_FILES = 60;
/** How often a client is followed to those that wrap it. */
const MOST_STEPS = 2;

/** The name of what a file gives as a whole. */
const WHOLE = 'default';

const NOTHING: Promise<undefined> = Promise.resolve(undefined);
const NO_NAMES: FileNames = { declared: new Map(), imports: [], given: [] };

/** What is known of the files of one project. Each is read when somebody asks for something from it. */
export class Project {
  private readonly known = new Remembered<Promise<ProgramFile | undefined>>(REMEMBERED_FILES);
  private readonly tables = new Map<string, Promise<PackagesOfProject>>();
  /** Paths of the files that may declare something; undefined where there are too many. */
  private declaring: Promise<ReadonlySet<string> | undefined> | undefined;
  /** Paths of those that name a vendor. */
  private naming: Promise<ReadonlySet<string> | undefined> | undefined;
  private evidence: Promise<ReadonlySet<string>> | undefined;
  /** Those that give on what others declare, by the language whose packages they belong to. */
  private readonly givingOn = new Map<string, readonly ProgramFile[]>();
  /** Words by which files are found that give on what others declare. */
  private readonly given = new Set<string>();
  /** Those that were asked what others call the project. */
  private readonly manifests = new Set<string>();
  private readonly folders = new Folders((folder) => this.files.names(this.root, folder));
  private readonly texts = new Remembered<Promise<string | undefined>>(REMEMBERED_FILES);
  private readonly searches = new Remembered<Promise<readonly string[]>>(REMEMBERED_FILES);
  /** The files that say how modules are found. */
  readonly reads: ProjectReader = {
    read: (path) => this.texts.get(path, () => this.textAt(path)),
    search: (endings, words) =>
      this.searches.get(
        JSON.stringify([endings, words]),
        async () => (await this.files.search(this.root, endings, words)) ?? [],
      ),
  };

  /** What may be had from files, going by words. */
  readonly reach = new Reach({
    reads: this.reads,
    languageOf: (path) => this.reader.languageOf(path),
    mayHold: (path) => this.folders.mayHold(path),
    read: (path) => this.textAt(path),
    mayTell: (text) => this.reader.mayTell(text),
  });

  constructor(
    private readonly root: string,
    private readonly files: ProgramFiles,
    private readonly reader: TextReader,
  ) {}

  /** @param path from the root */
  async fileAt(path: string): Promise<ProgramFile | undefined> {
    return (await this.folders.mayHold(path)) ? this.known.get(path, () => this.read(path)) : undefined;
  }

  /** What the packages of a language declare. */
  tableOf(language: Language): Promise<PackagesOfProject> {
    const table = this.tables.get(language.id) ?? this.readTable(language);
    this.tables.set(language.id, table);
    return table;
  }

  /** The words under which files that are about a vendor give something to others. */
  namesWithEvidence(): Promise<ReadonlySet<string>> {
    this.evidence ??= this.readEvidence();
    return this.evidence;
  }

  /** A file has changed. @returns whether what others have from it is something else now */
  async change(path: string): Promise<boolean> {
    const isNew = await this.folders.notice(path);
    const isReached = await this.reach.change(path, isNew);
    return (await this.changeNames(path, isNew)) || isReached;
  }

  private async changeNames(path: string, isNew: boolean): Promise<boolean> {
    // Somebody may have looked for it.
    const before = this.known.peek(path) ?? (isNew ? NOTHING : undefined);
    const isSearched = this.declaring !== undefined || this.naming !== undefined;
    if (!before && !isSearched) return false;
    const language = this.reader.languageOf(path);
    if (!language?.modules) return this.changeManifest(path);
    if (!before && !(await this.mayMatter(path, language.modules))) return false;
    const after = this.read(path);
    const isOther = JSON.stringify(plain(await before)) !== JSON.stringify(plain(await after));
    this.known.set(path, after);
    if (!isOther) return false;
    for (const key of ['declaring', 'naming'] as const) {
      const paths = await this[key];
      if (paths && !paths.has(path)) this[key] = Promise.resolve(new Set([...paths, path].sort()));
    }
    this.tables.clear();
    this.evidence = undefined;
    return true;
  }

  /** Whether others may have something from a file that nobody has read so far. */
  private async mayMatter(path: string, { paths }: Modules): Promise<boolean> {
    const text = await this.textAt(path);
    if (text === undefined) return false;
    const givesOn = paths?.mayGiveOn(text, path) === true || [...this.given].some((word) => text.includes(word));
    return givesOn || this.reader.mayDeclare(text);
  }

  private async textAt(path: string): Promise<string | undefined> {
    return (await this.folders.mayHold(path)) ? this.files.read(this.root, path) : undefined;
  }

  /** A manifest may say what others call the project. */
  private changeManifest(path: string): boolean {
    if (!this.manifests.has(path)) return false;
    this.tables.clear();
    return true;
  }

  private async read(path: string): Promise<ProgramFile | undefined> {
    const language = this.reader.languageOf(path);
    const text = language?.modules && (await this.textAt(path));
    if (!language || text === undefined || text.length > language.limit) return undefined;
    // Where imports name packages, only what was searched for is read.
    const { paths, packages } = language.modules ?? {};
    const isAsked = packages !== undefined || paths?.mayGiveOn(text, path) === true;
    if (!isAsked && !this.reader.mayDeclare(text)) return { path, names: NO_NAMES, vendors: [] };
    const read = await this.reader.read(text, language, 'all');
    return read && { path, ...read };
  }

  private async readTable({ id, extensions, modules }: Language): Promise<PackagesOfProject> {
    const packages = modules?.packages;
    if (!packages) return NO_PACKAGES;
    const endings = [...extensions, ...(packages.sharedWith ?? [])];
    const isOne = (path: string): boolean => endings.some((ending) => path.endsWith(ending));
    this.declaring ??= this.search(this.reader.words);
    const declaring = await this.readAll(await this.declaring, isOne);
    const givingOn = declaring.length > 0 ? await this.readGivingOn(declaring, endings, packages) : [];
    this.givingOn.set(id, givingOn);
    if (packages.manifest) this.manifests.add(packages.manifest.name);
    const manifest = packages.manifest && (await this.textAt(packages.manifest.name));
    const base = manifest === undefined ? undefined : packages.manifest?.baseOf(manifest);
    return packagesOf([...declaring, ...givingOn], packages, base, this.reader.mayBeCode);
  }

  /** Those that hold no code, but give on what others declare: `static final String GONE = Codes.OFFLINE`. */
  private async readGivingOn(
    declaring: readonly ProgramFile[],
    endings: readonly string[],
    { givingWords = [] }: Packages,
  ): Promise<readonly ProgramFile[]> {
    const known = new Set(declaring.map(({ path }) => path));
    const given = declaring.flatMap((file) => this.wordsGiven(file));
    for (const word of [...given, ...givingWords]) this.given.add(word);
    const found: ProgramFile[] = [];
    for (const words of [givingWords, [...new Set(given)].sort()]) {
      const paths = words.length > 0 ? await this.files.search(this.root, endings, words) : undefined;
      const others = [...(paths ?? [])].filter((path) => !known.has(path));
      for (const path of others) known.add(path);
      found.push(...(await this.readAll(new Set(others), () => true)));
    }
    return found;
  }

  /** The words by which others name what a file declares of codes and addresses. */
  private wordsGiven({ names }: ProgramFile): readonly string[] {
    const isTelling = (one: Constant | Alias): boolean =>
      one.kind === 'constant' && (this.reader.isCode(one.text) || holdsThinqAddress(one.text));
    return [...names.declared].flatMap(([name, declared]) => {
      const isGiven =
        (declared?.kind === 'constant' && isTelling(declared)) ||
        (declared?.kind === 'list' && declared.items.some(isTelling)) ||
        (declared?.kind === 'map' && declared.keys.some(isTelling));
      return (isGiven ? name.split('.').slice(-2).find(isFindable) : undefined) ?? [];
    });
  }

  private async readEvidence(): Promise<ReadonlySet<string>> {
    this.naming ??= this.search(this.reader.vendorWords);
    const files = await this.readAll(await this.naming, () => true);
    const telling = files.filter(({ vendors }) => vendors.length > 0);
    const languages = new Set(telling.flatMap(({ path }) => this.reader.languageOf(path) ?? []));
    // A client asks for its address elsewhere: `post(Config.BASE_URL + path)`.
    const further = [...languages].map(async (language) => {
      await this.tableOf(language);
      return (this.givingOn.get(language.id) ?? []).flatMap(wordsGivenOn);
    });
    const importing = await this.readImporting(telling);
    return new Set([
      ...telling.flatMap(wordsOf),
      ...(await Promise.all(further)).flat(),
      ...importing.flatMap(wordsGivenOn),
    ]);
  }

  /** Those that talk to a service through what others declare, and name no vendor: `import { http } from './http'`. */
  private async readImporting(telling: readonly ProgramFile[]): Promise<readonly ProgramFile[]> {
    const known = new Set(telling.map(({ path }) => path));
    const found: ProgramFile[] = [];
    let talking = telling.filter(talks);
    for (let step = 0; step < MOST_STEPS && talking.length > 0; step++) {
      const words = talking.flatMap(
        ({ path }) => this.reader.languageOf(path)?.modules?.paths?.importedAs?.(path).filter(isFindable) ?? [],
      );
      const paths = words.length > 0 ? await this.search([...new Set(words)].sort()) : undefined;
      const others = [...(paths ?? [])].filter((path) => !known.has(path));
      if (others.length > IMPORTING_FILES) break;
      for (const path of others) known.add(path);
      talking = (await this.readAll(new Set(others), () => true)).filter((file) => wordsGivenOn(file).length > 0);
      found.push(...talking);
    }
    return found;
  }

  private async search(words: readonly string[]): Promise<ReadonlySet<string> | undefined> {
    const paths = await this.files.search(this.root, this.reader.endings, words);
    return paths && new Set(paths);
  }

  private async readAll(
    paths: ReadonlySet<string> | undefined,
    isWanted: (path: string) => boolean,
  ): Promise<readonly ProgramFile[]> {
    const wanted = [...(paths ?? [])].filter(isWanted);
    if (wanted.length > DECLARING_FILES) return [];
    const files = await Promise.all(wanted.map((path) => this.fileAt(path)));
    return files.filter((file) => file !== undefined);
  }
}

/** Whether a scan can look for a word: it takes four characters, and these are bytes. */
function isFindable(word: string): boolean {
  return /^[\x21-\x7e]{4,}$/.test(word);
}

/** The words by which others may have something from a file: what it declares, and its own name in their imports. */
function wordsOf({ names, path }: ProgramFile): readonly string[] {
  const declared = [...names.declared.keys()]
    .filter((name) => name !== WHOLE)
    .map((name) => name.slice(name.lastIndexOf('.') + 1));
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  const isGivenWhole = names.declared.has(WHOLE) || names.given.some(({ as }) => as === WHOLE);
  return [
    ...declared,
    ...names.given.map(({ as }) => as),
    ...(isGivenWhole ? (stem.match(/[\p{L}\p{N}_$]+/gu) ?? []) : []),
  ];
}

/** The words under which a file gives on what it has from others. */
function wordsGivenOn({ names }: ProgramFile): readonly string[] {
  return [...names.declared].flatMap(([name, declared]) => {
    const items = declared?.kind === 'list' ? declared.items : declared?.kind === 'map' ? declared.keys : [];
    const isGivenOn =
      declared?.kind === 'alias' ||
      (isTalker(declared) && declared.of !== undefined) ||
      items.some(({ kind }) => kind === 'alias');
    return isGivenOn ? name.slice(name.lastIndexOf('.') + 1) : [];
  });
}

/** Whether a file gives others the address of a vendor's service, or what talks to it. */
function talks(file: ProgramFile): boolean {
  const isAddress = (declared: Declared | undefined): boolean =>
    declared?.kind === 'constant' && holdsThinqAddress(declared.text);
  return [...file.names.declared.values()].some((one) => isAddress(one) || (isTalker(one) && one.of !== undefined));
}

/** Whether something may talk to a service. */
function isTalker(
  declared: Declared | undefined,
): declared is Extract<Declared, { kind: 'type' | 'value' | 'function' }> {
  return declared?.kind === 'type' || declared?.kind === 'value' || declared?.kind === 'function';
}

/** A file as plain data that can be compared. */
function plain(file: ProgramFile | undefined): unknown {
  return file && { ...file, names: { ...file.names, declared: [...file.names.declared] } };
}
