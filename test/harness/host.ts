import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Description, isTree } from '../../server/src/languages/description.ts';
import type { Assets } from '../../server/src/languages/language.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { escapeRegExp } from '../../server/src/model/escapeRegExp.ts';
import type { ProgramFiles } from '../../server/src/program/files.ts';
import { createProjects } from '../../server/src/project/projects.ts';
import type { Document, Host, LanguageService } from '../../server/src/service/api.ts';
import type { ReadingPolicy } from '../../server/src/service/documents.ts';
import { createLanguageService, whatIsKnown } from '../../server/src/service/service.ts';

/** Where grammars lie: as built, else in the packages they come from. Tests run in the root of the repository. */
const GRAMMAR_FOLDERS = [
  'dist/grammars',
  'node_modules/web-tree-sitter',
  ...new Set(LANGUAGES.filter(isTree).flatMap(({ grammar }) => [dirname(grammar), `node_modules/${dirname(grammar)}`])),
];

/** Grammars as the built server reads them, or straight from their packages where nothing has been built. */
export const grammars: Assets = {
  async read(name) {
    const path = GRAMMAR_FOLDERS.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate));
    if (path === undefined) throw new Error(`${name} is in none of ${GRAMMAR_FOLDERS.join(', ')}`);
    return await readFile(path);
  },
};

const UNABRIDGED: ReadingPolicy = { languages: LANGUAGES.map(readWhole), mayHaveFindings: () => true };

/** The same language, of whose texts nothing is left out before parsing. */
export function readWhole(description: Description): Description {
  if (!isTree(description)) return description;
  const { layout: _, ...whole } = description;
  return whole;
}

/** Files that exist in memory only, in projects that know nothing of one another. */
export interface World {
  readonly service: LanguageService;
  /** Reads every text whole: nothing is passed over unparsed, and nothing left out before parsing. */
  unabridged(): LanguageService;
  /** @param files by path within the project @returns the project's root, for `document` */
  project(files?: ReadonlyMap<string, string>): string;
  /** Writes a file of a project, or takes it away, and tells whoever remembers what it said. */
  change(root: string, path: string, text: string | undefined): void;
  /** The text of a file of a project. */
  text(root: string, path: string): string | undefined;
  /** Writes a file of a project, and tells of it alone. @returns whether others may have other findings now */
  changeFile(root: string, path: string, text: string): Promise<boolean>;
  /** A document in a project; each call makes a newer version. */
  document(root: string, path: string, text: string, languageId?: string): Document;
}

/** Makes a world with one service: grammars are loaded once, projects are many. @param policy how much `service` reads */
export function createWorld(policy: ReadingPolicy = {}): World {
  /** Texts by path, by the root of their project: thousands of projects are looked through one by one. */
  const texts = new Map<string, Map<string, string>>();
  const textsOf = (root: string): ReadonlyMap<string, string> => texts.get(root) ?? new Map();
  const read = (uri: string): string | undefined => {
    const { root, path } = placeOf(uri) ?? {};
    return root === undefined || path === undefined ? undefined : textsOf(root).get(path);
  };
  /** Paths of a project below a folder of it, from there. @param folder `''` for the root */
  const pathsBelow = (root: string, folder: string): readonly string[] => {
    const start = folder === '' ? '' : `${folder}/`;
    return [...textsOf(root).keys()].flatMap((path) => (path.startsWith(start) ? path.slice(start.length) : []));
  };
  const write = (root: string, path: string, text: string): void => {
    const own = texts.get(root) ?? new Map<string, string>();
    texts.set(root, own.set(path, text));
  };
  const projects = createProjects(
    {
      read: async (uri) => read(uri),
      async names(folder) {
        const { root, path } = placeOf(folder) ?? {};
        return root === undefined ? [] : pathsBelow(root, path ?? '');
      },
    },
    whatIsKnown(),
    () => {},
  );
  const program: ProgramFiles = {
    async locate(uri) {
      const { root, path } = placeOf(uri) ?? {};
      return root === undefined || path === undefined ? undefined : { root, path };
    },
    read: async (root, path) => textsOf(root).get(path),
    names: async (root, folder) => pathsBelow(root, folder).map((path) => path.split('/', 1).join()),
    async search(root, endings, words) {
      const anyWord = new RegExp(words.map(escapeRegExp).join('|'), 'i');
      return [...textsOf(root)]
        .filter(([path]) => endings.some((ending) => path.endsWith(ending)))
        .flatMap(([path, text]) => (anyWord.test(text) ? path : []))
        .sort();
    },
  };
  const host: Host = {
    assets: grammars,
    program,
    projectOf: (uri) => projects.factsOf(foldersAround(uri), uri.slice(uri.lastIndexOf('/') + 1)),
    checkProjectFile: (uri, text) => projects.check(uri.slice(0, uri.lastIndexOf('/')), text),
  };
  const service = createLanguageService(host, policy);
  let unabridged: LanguageService | undefined;
  let count = 0;
  let version = 0;
  return {
    service,
    unabridged: () => (unabridged ??= createLanguageService(host, UNABRIDGED)),
    project(files = new Map()) {
      const root = `memory:/${++count}`;
      texts.set(root, new Map(files));
      return root;
    },
    change(root, path, text) {
      if (text === undefined) texts.get(root)?.delete(path);
      else write(root, path, text);
      projects.reset();
      service.reset();
      unabridged?.reset();
    },
    text: (root, path) => textsOf(root).get(path),
    changeFile(root, path, text) {
      write(root, path, text);
      return service.change(`${root}/${path}`);
    },
    document: (root, path, text, languageId) => ({
      uri: `${root}/${path}`,
      ...(languageId !== undefined && { languageId }),
      version: ++version,
      text,
    }),
  };
}

/** The project in which a document or a folder lies, and where in it; no path for the root itself. */
function placeOf(uri: string): { readonly root: string; readonly path: string | undefined } | undefined {
  const [, root, path] = /^(memory:\/\d+)(?:\/(.*))?$/s.exec(uri) ?? [];
  return root === undefined ? undefined : { root, path };
}

function foldersAround(uri: string): readonly string[] {
  const parts = uri.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).slice(0, -1);
}
