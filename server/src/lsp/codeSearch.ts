import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Code } from '../catalog/types.ts';
import { type CodePlace, wordsNaming } from '../features/references/codePlaces.ts';
import { checkedEndings, programEndings } from '../languages/registry.json';
import type { Span } from '../model/model.ts';
import type { ProgramFiles } from '../program/files.ts';
import type { Document, LanguageService } from '../service/api.ts';
import { wordsOfVendors } from '../service/cues.ts';
import type { Addresses } from './addresses.ts';
import type { TextDocumentFactory } from './positions.ts';
import { nextTurn } from './turn.ts';

/** Places in one file. */
export interface PlacesInFile {
  readonly document: TextDocument;
  readonly spans: readonly Span[];
}

/** What a search has found, and whether it has looked into everything: one that changes things must say so. */
export interface Found {
  readonly found: readonly PlacesInFile[];
  readonly isWhole: boolean;
}

/** A search whose end somebody may not wait for. */
export type Waiting = Pick<CancellationToken, 'isCancellationRequested'>;

/** Looks for codes in whole projects. */
export interface CodeSearch {
  /**
   * Every place in the project of a file that names the codes of a place in it, that file's first. For a constant of a file
   * about nobody there are none, unless a file about a vendor uses it.
   */
  ofPlace(uri: string, place: CodePlace, waiting: Waiting): Promise<readonly PlacesInFile[]>;
  /** Every place that names one of some codes in some folders, and in nothing around them. @param folders URIs */
  ofCodesBelow(folders: readonly string[], codes: readonly Code[], waiting: Waiting): Promise<readonly PlacesInFile[]>;
  /** What a look at each file of a file's project gives that holds a word, that file's first. */
  inFiles(uri: string, words: readonly string[], look: Look, waiting: Waiting): Promise<Found>;
  /** What a look at each file of some folders gives that holds a word. */
  inFilesBelow(folders: readonly string[], words: readonly string[], look: Look, waiting: Waiting): Promise<Found>;
}

/** Finds places in a text. */
export type Look = (asked: Document) => Promise<readonly Span[]>;

interface CodesFound {
  readonly found: readonly PlacesInFile[];
  /** Constants that files about a vendor have from others for the codes. */
  readonly usedElsewhere: ReadonlySet<string>;
}

/** Files that are read for one search, and places that it finds: more is nothing that anybody goes through. */
export const MOST_FILES = 400;
export const MOST_PLACES = 2000;
/** Milliseconds of work in one go, without letting anybody else have a turn. */
const TURN_MS = 10;

/** What the search through bytes can look for. */
const SEARCHABLE = /^[ -~]{4,60}$/;

/** What a search needs of a server. */
export interface Searched {
  readonly documents: TextDocuments<TextDocument>;
  readonly textDocuments: TextDocumentFactory;
  /** The files of projects, open ones as they are in the editor; none where the host can read no others. */
  readonly program: ProgramFiles | undefined;
  readonly addresses: Addresses;
  getService(): LanguageService;
}

/** Where no other files can be read, open documents are all that is looked through. */
export function createCodeSearch({ documents, textDocuments, program, addresses, getService }: Searched): CodeSearch {
  let looks = 0;

  /** A document as it is in the editor, else as it lies on the disk. */
  const documentAt = async (root: string, path: string): Promise<TextDocument | undefined> => {
    const whole = `${root.replace(/\/$/, '')}/${path}`;
    const open = documents.all().find(({ uri }) => addresses.pathOf(uri) === whole);
    if (open) return open;
    const text = await program?.read(root, path);
    return text === undefined ? undefined : textDocuments.create(addresses.uriOf(whole), '', 0, text);
  };
  const isOpen = (document: TextDocument): boolean => documents.get(document.uri) === document;
  const lookInto = async (document: TextDocument, look: Look): Promise<readonly Span[]> => {
    const { uri, languageId } = document;
    if (isOpen(document)) return look({ uri, languageId, version: document.version, text: document.getText() });
    const found = await look({ uri, version: --looks, text: document.getText() });
    getService().forget(uri);
    return found;
  };

  /** One search: no file is looked into twice, and all of it ends where it has found or read enough. */
  const begin = (waiting: Waiting) => {
    const found: PlacesInFile[] = [];
    const seen = new Set<string>();
    let places = 0;
    let isWhole = true;
    let start = performance.now();
    const isOver = (): boolean => waiting.isCancellationRequested || places >= MOST_PLACES || seen.size >= MOST_FILES;
    const add = async (document: TextDocument, look: Look): Promise<void> => {
      if (seen.has(document.uri)) return;
      if (isOver()) {
        isWhole = false;
        return;
      }
      seen.add(document.uri);
      const all = await lookInto(document, look);
      const spans = all.slice(0, MOST_PLACES - places);
      isWhole &&= spans.length === all.length;
      places += spans.length;
      if (spans.length > 0) found.push({ document, spans });
      if (performance.now() - start < TURN_MS) return;
      await nextTurn();
      start = performance.now();
    };
    const addAll = async (
      root: string,
      endings: readonly string[],
      words: readonly string[],
      look: Look,
    ): Promise<void> => {
      const wanted = words.filter((word) => SEARCHABLE.test(word));
      if (wanted.length === 0) return;
      for (const path of (await program?.search(root, endings, wanted)) ?? []) {
        if (isOver() && !isWhole) return;
        const document = await documentAt(root, path);
        if (document) await add(document, look);
      }
    };
    /** What had nothing may have something now that more is known. */
    const lookAgain = (): void => {
      seen.clear();
      for (const { document } of found) seen.add(document.uri);
    };
    return { result: (): Found => ({ found, isWhole }), found, add, addAll, lookAgain };
  };

  /** Files that hold a code by its own words first, then those that have to do with a constant of one of these. */
  const search = async (
    roots: readonly string[],
    first: TextDocument | undefined,
    codes: readonly Code[],
    waiting: Waiting,
  ): Promise<CodesFound> => {
    const { found, add, addAll, lookAgain } = begin(waiting);
    const constants = new Set<string>();
    const usedElsewhere = new Set<string>();
    const look: Look = async (asked) => {
      const there = await getService().placesOf(asked, codes, usedElsewhere);
      for (const name of there.constants) constants.add(name);
      for (const name of there.outsideConstants) usedElsewhere.add(name);
      return there.places.map(({ span }) => span);
    };
    if (first) await add(first, look);
    // A word as short as `OK` stands everywhere: it counts in files that name its vendor.
    const isShort = codes.some(({ code }) => !SEARCHABLE.test(code));
    const words = isShort ? wordsOfVendors() : wordsNaming(codes);
    for (const root of roots) await addAll(root, ENDINGS, words, look);
    for (const root of roots) await addAll(root, programEndings, [...constants], look);
    if (usedElsewhere.size > 0) lookAgain();
    for (const root of roots) await addAll(root, programEndings, [...usedElsewhere], look);
    return { found, usedElsewhere };
  };

  const rootsBelow = (folders: readonly string[]): readonly string[] =>
    folders.flatMap((folder) => addresses.pathOf(folder)?.replace(/\/$/, '') ?? []);
  const rootsOf = async (uri: string): Promise<readonly string[]> => {
    const location = await program?.locate(uri);
    return location ? [location.root] : [];
  };

  return {
    async ofPlace(uri, { codes, usedAs }, waiting) {
      const { found, usedElsewhere } = await search(await rootsOf(uri), documents.get(uri), codes, waiting);
      return usedAs === undefined || usedElsewhere.has(usedAs) ? found : [];
    },
    async ofCodesBelow(folders, codes, waiting) {
      return (await search(rootsBelow(folders), undefined, codes, waiting)).found;
    },
    async inFilesBelow(folders, words, look, waiting) {
      const { result, addAll } = begin(waiting);
      for (const root of rootsBelow(folders)) await addAll(root, ENDINGS, words, look);
      return result();
    },
    async inFiles(uri, words, look, waiting) {
      const { result, add, addAll } = begin(waiting);
      const first = documents.get(uri);
      if (first) await add(first, look);
      for (const root of await rootsOf(uri)) await addAll(root, ENDINGS, words, look);
      return result();
    },
  };
}

/** Logs are no files of a program, but somebody asks where a code stands. */
const ENDINGS = [...checkedEndings, '.log'];
