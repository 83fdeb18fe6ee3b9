import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type Connection,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Localized } from '../catalog/types.ts';
import { plainIn } from '../features/describe/language.ts';
import type { Edit } from '../fixes/fix.ts';
import type { Span } from '../model/model.ts';
import type { CodeAction as Action, Diagnostic as Found, LanguageService } from '../service/api.ts';
import { wordsToScanFor } from '../service/cues.ts';
import { safeEdits, safeFixesAmong } from '../service/safeFixes.ts';
import { asRecord, type Settings } from '../settings.ts';
import type { Answers } from './answers.ts';
import { choiceActions, chosenCode } from './chooseCode.ts';
import { type Client, FIX_ALL } from './client.ts';
import type { CodeSearch, Look } from './codeSearch.ts';
import { toCodeAction, toDiagnostic, toSpan, toTextEdit, toWorkspaceEdit } from './convert.ts';
import { turnOffActions } from './projectFiles.ts';
import { ChosenCodeRequest } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { tellOfCut } from './tellOfCut.ts';
import { whyActions } from './why.ts';

/** What makes and resolves code actions. */
export interface CodeActionProviders {
  readonly connection: Connection;
  readonly answers: Answers;
  readonly settings: SettingsStore;
  readonly search: CodeSearch;
  client(): Client;
  service(): LanguageService;
}

const EVERYTHING: Span = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** Under which name a client groups what it shows before it is changed. */
const ANNOTATION = 'thinqNugu.fixAll';

/** What was found in a document, and what can be done about it. */
interface Offered {
  readonly actions: readonly Action[];
  /** Every action of the document, for what is done to all findings of a kind. */
  readonly all: readonly Action[];
  readonly found: readonly Found[];
}

/** The light bulb, and what is fixed on save. */
export function registerCodeActions(providers: CodeActionProviders): void {
  const { connection, answers, client, service } = providers;

  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }, token) => {
    const isAsked = (kind: string): boolean =>
      only?.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`)) ?? kind === CodeActionKind.QuickFix;
    const fixAll = isAsked(FIX_ALL) ? await fixesOnSave(providers, uri, token) : [];
    if (!isAsked(CodeActionKind.QuickFix)) return fixAll.length > 0 ? fixAll : null;
    const quickFixes = await answers.about(uri, token, {
      async ask(asked, wanted, document): Promise<Offered> {
        const actions = await service().actions(asked, toSpan(document, range), wanted);
        const all = actions.some(({ safe }) => safe) ? await service().actions(asked, EVERYTHING, wanted) : [];
        const found =
          client().opensPages || client().hasCommands ? (await service().diagnose(asked, wanted)).diagnostics : [];
        return { actions, all, found };
      },
      tell: (offered, document, wanted) => [
        ...offered.actions.map((action) => toCodeAction(document, action, client())),
        ...choiceActions(document, offered, toSpan(document, range), wanted, client()),
        ...ofOneKind(document, offered, wanted, client()),
        ...whyActions(document, offered.found, toSpan(document, range), wanted, client()),
        ...turnOffActions(document, offered.found, toSpan(document, range), wanted, client()),
      ],
    });
    return quickFixes && [...quickFixes, ...fixAll];
  });

  connection.onRequest(ChosenCodeRequest, (params) => chosenCode(answers, service(), params));

  connection.onCodeActionResolve(async (action, token) => {
    const { rule } = asRecord(action.data);
    return typeof rule === 'string' ? { ...action, edit: await editsOfWorkspace(providers, rule, token) } : action;
  });
}

/** All that is safely fixed in a document, as one action; none where nothing is. */
async function fixesOnSave(
  { answers, service }: CodeActionProviders,
  uri: string,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const edits = await answers.about(uri, token, {
    ask: (asked, wanted) => safeEdits(asked, service(), wanted),
    tell: (found, document, wanted) => ({
      title: plainIn(ALL, wanted.docsLanguage),
      kind: FIX_ALL,
      edit: found.length > 0 ? toWorkspaceEdit(document, found, 'none') : undefined,
    }),
  });
  return edits?.edit ? [{ ...edits, edit: edits.edit }] : [];
}

const ALL: Localized = { en: 'Fix all codes that are safely fixed', ko: '안전하게 고칠 수 있는 코드 모두 고치기' };

/** For each rule with a safe fix at hand: the same for all of its findings in the file, and in the workspace. */
function ofOneKind(
  document: TextDocument,
  { actions, all }: Offered,
  { docsLanguage }: Settings,
  client: Client,
): CodeAction[] {
  const rules = new Set(
    actions.flatMap(({ safe, silences, diagnostic }) => (safe && !silences ? diagnostic.rule : [])),
  );
  return [...rules].flatMap((rule) => {
    const fixes = safeFixesAmong(all.filter(({ diagnostic }) => diagnostic.rule === rule));
    const kind = CodeActionKind.QuickFix;
    const diagnostics = fixes.map(({ diagnostic }) => toDiagnostic(document, diagnostic, client));
    const inFile: Localized = {
      en: `Fix all findings of ${rule} in this file`,
      ko: `이 파일의 ${rule} 문제 모두 고치기`,
    };
    const edits = fixes.flatMap((fix) => fix.edits);
    const ofFile: CodeAction[] =
      fixes.length > 1
        ? [{ title: plainIn(inFile, docsLanguage), kind, diagnostics, edit: toWorkspaceEdit(document, edits, 'none') }]
        : [];
    const title = plainIn(titleInWorkspace(rule), docsLanguage);
    const ofWorkspace: CodeAction[] =
      client.previewsChanges && client.folders.length > 0 ? [{ title, kind, diagnostics, data: { rule } }] : [];
    return [...ofFile, ...ofWorkspace];
  });
}

function titleInWorkspace(rule: string): Localized {
  return {
    en: `Fix all findings of ${rule} in the workspace…`,
    ko: `워크스페이스의 ${rule} 문제 모두 고치기…`,
  };
}

/** Safe fixes of a rule in all files of the workspace, each to be looked at before it is made. */
async function editsOfWorkspace(
  { connection, settings, search, client, service }: CodeActionProviders,
  rule: string,
  token: CancellationToken,
): Promise<WorkspaceEdit> {
  const editsOf = new Map<string, readonly Edit[]>();
  const look: Look = async (asked) => {
    const edits = await safeEdits(asked, service(), await settings.of(asked.uri), rule);
    editsOf.set(asked.uri, edits);
    return edits.map(({ span }) => span);
  };
  const { found, isWhole } = await search.inFilesBelow(client().folders, wordsToScanFor(), look, token);
  const wanted = await settings.of();
  const { docsLanguage } = wanted;
  if (!isWhole && !token.isCancellationRequested) tellOfCut(connection, wanted);
  return {
    documentChanges: found.map(({ document }) => ({
      // What is open has a version; what is not is as it lies on the disk.
      textDocument: { uri: document.uri, version: document.languageId === '' ? null : document.version },
      edits: (editsOf.get(document.uri) ?? []).map((edit) => ({
        ...toTextEdit(document, edit),
        annotationId: ANNOTATION,
      })),
    })),
    changeAnnotations: {
      [ANNOTATION]: { label: plainIn(titleInWorkspace(rule), docsLanguage).replace('…', ''), needsConfirmation: true },
    },
  };
}
