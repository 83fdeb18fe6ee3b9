import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type InlayHint,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem as Offer } from '../features/completion/item.ts';
import { plainIn } from '../features/describe/language.ts';
import type { Hint } from '../features/inlayHints.ts';
import type { Edit } from '../fixes/fix.ts';
import type { Span } from '../model/model.ts';
import { renderMarkdown } from '../report/terminal.ts';
import type {
  CodeAction as Action,
  Diagnosis,
  Document,
  Diagnostic as Found,
  CodeLens as Lens,
} from '../service/api.ts';
import type { Settings } from '../settings.ts';
import type { Client, SnippetSupport } from './client.ts';
import { hrefOf } from './hrefs.ts';

/** The only place that makes positions of the protocol (0-based lines, UTF-16 columns) out of offsets. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The way back from a range of the client's. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** The text as the service knows it. */
export function toDocument(document: TextDocument): Document {
  return { uri: document.uri, languageId: document.languageId, version: document.version, text: document.getText() };
}

/** Commands of a client of ours, which lenses and actions name. Their arguments are a document's URI and a position in it. */
export const SHOW_SITE = 'thinqNugu.showSite';
export const ADD_MISSING = 'thinqNugu.addMissing';

/** Lines above a place: what it does, and what can be added to it. A client of another kind has nothing to click. */
export function toCodeLenses(
  document: TextDocument,
  { title, span, at, addAll }: Lens,
  { hasCommands }: Pick<Client, 'hasCommands'>,
): CodeLens[] {
  const range = toRange(document, span);
  if (!hasCommands) return [{ range, command: { title, command: '' } }];
  const place = [document.uri, document.positionAt(at)];
  const sum = { range, command: { title, command: SHOW_SITE, arguments: place } };
  return addAll === undefined
    ? [sum]
    : [sum, { range, command: { title: addAll, command: ADD_MISSING, arguments: place } }];
}

/** Words of ours where no Markdown is shown: `'1222'` for a code that our texts write as a code span. */
export function plainWords(text: string): string {
  return text.replace(/`([^`\n]*)`/g, "'$1'");
}

/** A few words behind a code. */
export function toInlayHint(document: TextDocument, { at, label, tooltip }: Hint): InlayHint {
  return { position: document.positionAt(at), label, tooltip, paddingLeft: true };
}

const SEVERITY = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const;

/** What a client makes of findings. */
export type Shows = Pick<Client, 'opensPages' | 'showsRelated'>;

/** Places in other files that findings have to do with. */
export type Elsewhere = ReadonlyMap<Found, DiagnosticRelatedInformation>;

/** A finding; `source` is the vendor where it is about one, `code` the rule. */
export function toDiagnostic(
  document: TextDocument,
  found: Found,
  { opensPages, showsRelated }: Shows,
  elsewhere?: Elsewhere,
): Diagnostic {
  const href = hrefOf(found, opensPages);
  const here = (found.related ?? []).map(({ span, message }) => ({
    location: { uri: document.uri, range: toRange(document, span) },
    message: plainWords(message),
  }));
  const relatedInformation = showsRelated ? [...here, ...[elsewhere?.get(found)].flatMap((one) => one ?? [])] : [];
  return {
    range: toRange(document, found.span),
    severity: SEVERITY[found.severity],
    source: found.vendor ?? 'thinq-nugu',
    code: found.rule,
    ...(href !== undefined && { codeDescription: { href } }),
    message: plainWords(found.message),
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}

/** All findings of a file, or the one note that it was skipped, on its first line. */
export function toDiagnostics(
  document: TextDocument,
  { skipped, diagnostics }: Diagnosis,
  settings: Settings,
  shows: Shows,
  elsewhere?: Elsewhere,
): Diagnostic[] {
  if (!skipped) return diagnostics.map((found) => toDiagnostic(document, found, shows, elsewhere));
  return [
    {
      range: toRange(document, { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source: 'thinq-nugu',
      code: 'file-skipped',
      message: plainIn(skipped.reason, settings.docsLanguage),
    },
  ];
}

/** A code on offer; documentation comes with the resolve request. */
export function toCompletionItem(
  document: TextDocument,
  offer: Offer,
  { completesSnippets, showsLabelDetails }: Pick<Client, 'completesSnippets' | 'showsLabelDetails'>,
): CompletionItem {
  const snippet = completesSnippets && offer.filledIn ? snippetOf(offer.filledIn, 0, '') : undefined;
  const changes =
    offer.filledIn && snippet !== undefined
      ? {
          insertTextFormat: InsertTextFormat.Snippet,
          textEdit: { range: toRange(document, offer.filledIn.span), newText: snippet },
        }
      : {
          insertTextFormat: InsertTextFormat.PlainText,
          textEdit: toTextEdit(document, offer.edit),
          ...(offer.more.length > 0 && { additionalTextEdits: offer.more.map((edit) => toTextEdit(document, edit)) }),
        };
  return {
    label: offer.label,
    ...(showsLabelDetails && offer.gloss !== undefined && { labelDetails: { description: offer.gloss } }),
    kind: CompletionItemKind.EnumMember,
    detail: offer.detail,
    filterText: offer.filter,
    sortText: offer.sort,
    ...changes,
    data: { vendor: offer.vendor, code: offer.code, uri: document.uri },
  };
}

/** A quick fix. */
export function toCodeAction(
  document: TextDocument,
  action: Action,
  client: Shows & Pick<Client, 'snippets'>,
): CodeAction {
  return {
    title: plainWords(action.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, action.diagnostic, client)],
    ...(action.preferred && { isPreferred: true }),
    edit: toWorkspaceEdit(document, action.edits, client.snippets),
  };
}

/** Edits, with what is to be filled in as stops of snippets where the editor has such. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  support: SnippetSupport,
): NonNullable<CodeAction['edit']> {
  const plain = edits.map((edit) => toTextEdit(document, edit));
  const snippets = support === 'none' ? [] : toSnippets(document, edits, support);
  if (snippets.length === 0) return { changes: { [document.uri]: plain } };
  const { uri, version } = document;
  return { documentChanges: [{ textDocument: { uri, version }, edits: snippets }] };
}

/** @returns none where nothing is to be filled in, or where the lines of a snippet would be indented wrongly */
function toSnippets(
  document: TextDocument,
  edits: readonly Edit[],
  support: 'verbatim' | 'indenting',
): (TextEdit | SnippetTextEdit)[] {
  let number = 0;
  const written: (TextEdit | SnippetTextEdit)[] = [];
  for (const edit of edits) {
    if (!edit.stops) {
      written.push(toTextEdit(document, edit));
      continue;
    }
    const value = snippetOf(edit, number, support === 'indenting' ? indentAt(document, edit) : '');
    if (value === undefined) return [];
    number += edit.stops.length;
    written.push({ range: toRange(document, edit.span), snippet: { kind: 'snippet', value } });
  }
  return number === 0 ? [] : written;
}

/** The white space that the line of an edit begins with, as far as it stands before the edit. */
function indentAt(document: TextDocument, { span }: Edit): string {
  const { line } = document.positionAt(span.start);
  const before = document.getText({ start: { line, character: 0 }, end: document.positionAt(span.start) });
  return /^[ \t]*/.exec(before)?.[0] ?? '';
}

/**
 * An edit's text in the syntax of snippets.
 *
 * @param before how many stops there are in the edits before it @param indent what the editor puts in front of every
 * line but the first @returns undefined where a line does not begin with that
 */
function snippetOf({ text, stops = [] }: Edit, before: number, indent: string): string | undefined {
  const lines = (piece: string): string => piece.replaceAll(`\n${indent}`, '\n').replace(/[\\$}]/g, '\\$&');
  if (text.split('\n').some((line, index) => index > 0 && line !== '' && !line.startsWith(indent))) return undefined;
  let snippet = '';
  let end = 0;
  stops.forEach((stop, index) => {
    const number = before + index + 1;
    const choices = stop.choices?.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',');
    const shown = choices ? `|${choices}|` : stop.shown ? `:${stop.shown}` : '';
    snippet += `${lines(text.slice(end, stop.start))}\${${number}${shown}}`;
    end = stop.end;
  });
  return snippet + lines(text.slice(end));
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit.span), newText: edit.text };
}

/** The product's own Markdown as the client shows it. */
export function toMarkup(markdown: string, kind: MarkupKind): MarkupContent {
  return { kind, value: kind === MarkupKind.PlainText ? renderMarkdown(markdown, false) : markdown };
}
