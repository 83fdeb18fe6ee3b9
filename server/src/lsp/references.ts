import {
  type CancellationToken,
  type Connection,
  DocumentHighlightKind,
  ErrorCodes,
  type Location,
  type LocationLink,
  ResponseError,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { particle } from '../catalog/korean.ts';
import type { Code, Localized } from '../catalog/types.ts';
import { didYouMean } from '../catalog/wording.ts';
import { plainIn } from '../features/describe/language.ts';
import { addressOfCode, addressOfPage } from '../features/pages/address.ts';
import type { CodePlace } from '../features/references/codePlaces.ts';
import type { Misspelt } from '../features/references/misspelt.ts';
import type { Span } from '../model/model.ts';
import type { Document, LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import type { Answers } from './answers.ts';
import type { Client } from './client.ts';
import type { CodeSearch, PlacesInFile } from './codeSearch.ts';
import { toRange } from './convert.ts';
import { tellOfCut } from './tellOfCut.ts';

/** What answers about codes in a whole project. */
export interface ReferenceProviders {
  readonly connection: Connection;
  readonly answers: Answers;
  readonly search: CodeSearch;
  client(): Client;
  service(): LanguageService;
}

/** A symbol that nobody asked for is noise: fewer letters than these are not looked up. */
const FEWEST_LETTERS = 3;
/** Codes whose places a client is shown that opens no pages, and codes in one list. */
const MOST_PLACED_CODES = 3;
const MOST_SYMBOLS = 40;

/** A place at the beginning of a page. */
const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where codes stand: references, highlights, definitions, symbols, and the new name of one that is misspelt. */
export function registerReferences({ connection, answers, search, client, service }: ReferenceProviders): void {
  // On a name, the language's own server knows more: what it is called, and where it is declared.
  const textAt = async (asked: Document, offset: number): Promise<CodePlace | undefined> => {
    const there = await service().codesAt(asked, offset);
    return there?.isName || there?.usedAs !== undefined ? undefined : there;
  };

  connection.onReferences(({ textDocument: { uri }, position }, token) =>
    answers.about(uri, token, {
      async ask(asked, _, document) {
        const there = await service().codesAt(asked, document.offsetAt(position));
        return there ? search.ofPlace(uri, there, token) : [];
      },
      tell: (found) => (found.length > 0 ? locationsOf(found) : null),
    }),
  );

  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answers.about(uri, token, {
      async ask(asked, _, document) {
        const there = await textAt(asked, document.offsetAt(position));
        return there ? (await service().placesOf(asked, there.codes)).places : [];
      },
      tell: (places, document) =>
        places.length > 0
          ? places.map(({ span }) => ({ range: toRange(document, span), kind: DocumentHighlightKind.Text }))
          : null,
    }),
  );

  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answers.about(uri, token, {
      async ask(asked, _, document) {
        return client().opensPages ? textAt(asked, document.offsetAt(position)) : undefined;
      },
      tell: (there, document): LocationLink[] | Location[] | null => {
        if (!there) return null;
        const pages = there.codes.map((code) => addressOfCode(code, uri));
        if (!client().takesDefinitionLinks) return pages.map((page) => ({ uri: page, range: TOP }));
        const originSelectionRange = toRange(document, there.span);
        return pages.map((targetUri) => ({
          targetUri,
          targetRange: TOP,
          targetSelectionRange: TOP,
          originSelectionRange,
        }));
      },
    }),
  );

  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const codes = codesCalled(query, service().catalog.codes);
    if (client().opensPages)
      return codes.map((code) => symbolOf(code, service(), { uri: addressOfPage({ kind: 'code', code }), range: TOP }));
    const placed = codes.slice(0, MOST_PLACED_CODES).map(async (code) => {
      const found = await search.ofCodesBelow(client().folders, [code], token);
      return locationsOf(found).map((location) => symbolOf(code, service(), location));
    });
    return (await Promise.all(placed)).flat();
  });

  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answers.about(uri, token, {
      ask: (asked, _, document) => service().misspeltAt(asked, document.offsetAt(position)),
      tell: (found, document) =>
        found ? { range: toRange(document, found), placeholder: nearestTo(found, service()) ?? found.text } : null,
    }),
  );

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answers.about(uri, token, {
      async ask(asked, settings, document) {
        const misspelt = await service().misspeltAt(asked, document.offsetAt(position));
        if (!misspelt) return { found: [], isWhole: true };
        refuseUnknown(newName, misspelt, service(), settings);
        return search.inFiles(uri, [misspelt.text], (one) => service().misspeltIn(one, misspelt), token);
      },
      tell({ found, isWhole }, _, settings) {
        if (found.length === 0) return null;
        const changes = editsIn(found, newName, token);
        if (!isWhole) tellOfCut(connection, settings);
        return { changes };
      },
    }),
  );
}

function locationsOf(found: readonly PlacesInFile[]): Location[] {
  return found.flatMap(({ document, spans }) =>
    spans.map((span) => ({ uri: document.uri, range: toRange(document, span) })),
  );
}

/** The codes whose number, word or name in the SDK begins with what somebody has typed, or holds it as a whole. */
function codesCalled(query: string, codes: readonly Code[]): readonly Code[] {
  const typed = query.trim().toLowerCase();
  if (typed.length < FEWEST_LETTERS) return [];
  const isCalled = ({ code, sdkName = '' }: Code): boolean =>
    code.toLowerCase().startsWith(typed) || sdkName.toLowerCase().startsWith(typed);
  return codes.filter(isCalled).slice(0, MOST_SYMBOLS);
}

function symbolOf(code: Code, { catalog }: LanguageService, location: Location) {
  const text = catalog.textOf(code);
  return {
    name: text === code.code ? code.code : `${code.code} ${text}`,
    kind: SymbolKind.EnumMember,
    containerName: code.vendor === 'thinq' ? 'ThinQ' : 'NUGU',
    location,
  };
}

function nearestTo({ vendor, text }: Misspelt, { catalog }: LanguageService): string | undefined {
  return catalog.nearest(vendor, text, 1)[0]?.code;
}

/** @throws ResponseError for a new name that is no code of the vendor's: renaming would write the next mistake everywhere */
function refuseUnknown(
  name: string,
  { vendor }: Misspelt,
  { catalog }: LanguageService,
  { docsLanguage }: Settings,
): void {
  if (catalog.find(vendor, name)) return;
  const vendorName = vendor === 'thinq' ? 'ThinQ' : 'NUGU';
  const hint = didYouMean(catalog.nearest(vendor, name, 1).map(({ code }) => code));
  const refusal: Localized = {
    en: `"${name}" is not a ${vendorName} code.${hint.en}`,
    ko: `"${name}"${particle(name, '은/는')} ${vendorName} 코드가 아닙니다.${hint.ko}`,
  };
  throw new ResponseError(ErrorCodes.InvalidParams, plainIn(refusal, docsLanguage));
}

/** @throws ResponseError where the search was ended before it had found everything: half of a new name is none */
function editsIn(
  found: readonly PlacesInFile[],
  newText: string,
  { isCancellationRequested }: CancellationToken,
): Record<string, TextEdit[]> {
  if (isCancellationRequested) throw new ResponseError(ErrorCodes.InternalError, 'cancelled');
  const toEdits = (document: TextDocument, spans: readonly Span[]): TextEdit[] =>
    spans.map((span) => ({ range: toRange(document, span), newText }));
  return Object.fromEntries(found.map(({ document, spans }) => [document.uri, toEdits(document, spans)]));
}
