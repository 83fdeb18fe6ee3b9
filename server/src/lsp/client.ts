import type {
  CodeActionKind,
  InitializeParams,
  InitializeResult,
  MarkupKind,
  ResponseMessage,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { asRecord } from '../settings.ts';
import { TRIGGER_CHARACTERS } from './triggerCharacters.ts';

// Of the library no more than types: shaking hands is all that a server does before it has loaded anything else.
const INCREMENTAL: typeof TextDocumentSyncKind.Incremental = 2;
const QUICK_FIX: typeof CodeActionKind.QuickFix = 'quickfix';
const MARKDOWN: typeof MarkupKind.Markdown = 'markdown';
const PLAIN_TEXT: typeof MarkupKind.PlainText = 'plaintext';

/** Fixes whatever is safely fixed, such as on save: `"editor.codeActionsOnSave": { "source.fixAll.thinqNugu": "explicit" }`. */
export const FIX_ALL = 'source.fixAll.thinqNugu';

/** Settings of ours are named so. */
export const SECTION = 'thinqNugu';

/** What a character of a line is counted in. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** What an editor does with snippets in the edits of a quick fix: nothing, it takes them as they are, or it indents their lines. */
export type SnippetSupport = 'none' | 'verbatim' | 'indenting';

/** What a client can do and wants, as it says in the beginning. */
export interface Client {
  /** URIs of the folders that are worked in. */
  readonly folders: readonly string[];
  readonly displayLanguage: string;
  /** The settings of our section that hold until there are others, in the form that `readSettings` reads. */
  readonly settings: unknown;
  readonly encoding: Encoding;
  readonly hoverKind: MarkupKind;
  readonly documentationKind: MarkupKind;
  readonly snippets: SnippetSupport;
  /** It can be asked for its settings. */
  readonly canBeAsked: boolean;
  /** It can be asked to tell of changed settings, and of changed files. */
  readonly canTellOfSettings: boolean;
  readonly canWatch: boolean;
  /** It asks for diagnostics itself, and does so again when it is told to. */
  readonly pulls: boolean;
  readonly canPullAgain: boolean;
  readonly canRefreshLenses: boolean;
  /** It shows a few words behind a place, and asks for them again when it is told to. */
  readonly showsHints: boolean;
  readonly canRefreshHints: boolean;
  /** What an item of a completion may have: stops where something is to be filled in, and a few words beside its name. */
  readonly completesSnippets: boolean;
  readonly showsLabelDetails: boolean;
  /** It asks for the edits of an action when somebody chooses it, and shows changes that are to be looked at before they are made. */
  readonly previewsChanges: boolean;
  /** It shows other places that a finding has to do with. */
  readonly showsRelated: boolean;
  /** It takes more of a definition than a place: what of the line leads there. */
  readonly takesDefinitionLinks: boolean;
  /** It asks what can be renamed before it asks for a new name. */
  readonly preparesRenames: boolean;
  /** It opens pages of codes and rules by addresses of our own, whose texts it asks for with `thinqNugu/page`. */
  readonly opensPages: boolean;
  /** It shows what `thinqNugu/fileStatus` tells. */
  readonly showsFileStatus: boolean;
  /** It answers what `thinqNugu/fs/` asks for files of its own. */
  readonly answersForFiles: boolean;
  /** It has the commands that our lenses and actions name. */
  readonly hasCommands: boolean;
}

/** @throws where what a client says has not the form that the protocol wants */
export function clientOf(params: Pick<InitializeParams, 'capabilities'> & Partial<InitializeParams>): Client {
  const { capabilities, workspaceFolders, locale } = params;
  const { textDocument, workspace } = capabilities;
  const options = asRecord(params.initializationOptions);
  const { displayLanguage, indentsSnippets, fileStatus, pages, files, commands } = options;
  const edits = workspace?.workspaceEdit;
  const takesSnippets = edits?.documentChanges && edits.snippetEditSupport;
  return {
    folders: (workspaceFolders ?? []).map(({ uri }) => uri),
    displayLanguage: typeof displayLanguage === 'string' ? displayLanguage : (locale ?? 'en'),
    settings: settingsIn(options),
    encoding: firstKnown(capabilities.general?.positionEncodings, ['utf-8', 'utf-16', 'utf-32']) ?? 'utf-16',
    hoverKind: markupKindOf(textDocument?.hover?.contentFormat),
    documentationKind: markupKindOf(textDocument?.completion?.completionItem?.documentationFormat),
    // A client of another kind than ours says nothing of indentation: it takes snippets as they are.
    snippets: takesSnippets ? (indentsSnippets === true ? 'indenting' : 'verbatim') : 'none',
    canBeAsked: workspace?.configuration === true,
    canTellOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    canWatch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    pulls: textDocument?.diagnostic !== undefined,
    canPullAgain: workspace?.diagnostics?.refreshSupport === true,
    canRefreshLenses: workspace?.codeLens?.refreshSupport === true,
    showsHints: textDocument?.inlayHint !== undefined,
    canRefreshHints: workspace?.inlayHint?.refreshSupport === true,
    completesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    showsLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    previewsChanges:
      edits?.documentChanges === true &&
      edits.changeAnnotationSupport !== undefined &&
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    showsRelated: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation === true,
    takesDefinitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRenames: textDocument?.rename?.prepareSupport === true,
    opensPages: pages === true,
    showsFileStatus: fileStatus === true,
    answersForFiles: files === true,
    hasCommands: commands === true,
  };
}

/** What the server says of itself to a client. */
export function resultFor(client: Client): InitializeResult {
  const { encoding, pulls, preparesRenames, opensPages, previewsChanges, showsHints } = client;
  return {
    serverInfo: { name: 'thinq-nugu-codes', version },
    capabilities: {
      positionEncoding: encoding,
      textDocumentSync: { openClose: true, change: INCREMENTAL, save: true },
      hoverProvider: true,
      completionProvider: { resolveProvider: true, triggerCharacters: [...TRIGGER_CHARACTERS] },
      codeLensProvider: {},
      ...(showsHints && { inlayHintProvider: true }),
      codeActionProvider: {
        codeActionKinds: [QUICK_FIX, FIX_ALL],
        ...(previewsChanges && { resolveProvider: true }),
      },
      referencesProvider: true,
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      renameProvider: preparesRenames ? { prepareProvider: true } : true,
      ...(opensPages && { definitionProvider: true }),
      ...(pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
    },
  };
}

/**
 * The answer to `initialize` before the library is there to give it.
 *
 * @param message whatever a client sends first
 * @returns undefined for anything else than that request, in the right form: the library knows what to say
 */
export function earlyAnswerTo(message: unknown): ResponseMessage | undefined {
  const { id, method, params } = asRecord(message);
  if (method !== 'initialize' || (typeof id !== 'number' && typeof id !== 'string')) return undefined;
  try {
    return { jsonrpc: '2.0', id, result: resultFor(clientOf(params as InitializeParams)) };
  } catch {
    return undefined;
  }
}

/** Settings stand in what a client sends along as they are, below the section's name, or below `settings`. */
function settingsIn(options: { readonly [key: string]: unknown }): unknown {
  const around = 'settings' in options ? asRecord(options.settings) : options;
  return SECTION in around ? around[SECTION] : around;
}

/** What a client wants texts as: the first that it names of what there is, Markdown where it names none. */
function markupKindOf(formats: readonly MarkupKind[] | undefined): MarkupKind {
  return firstKnown(formats, [MARKDOWN, PLAIN_TEXT]) ?? MARKDOWN;
}

function firstKnown<T extends string>(wanted: readonly string[] | undefined, known: readonly T[]): T | undefined {
  for (const one of wanted ?? []) {
    const found = known.find((each) => each === one);
    if (found) return found;
  }
  return undefined;
}
