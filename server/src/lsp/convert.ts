import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  InsertTextFormat,
  MarkupKind,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem as Offer } from '../features/completion/item.ts';
import { textIn } from '../features/describe/language.ts';
import type { Edit } from '../fixes/fix.ts';
import type { Span } from '../model/model.ts';
import type {
  CodeAction as Action,
  Diagnosis,
  Document,
  Diagnostic as Found,
  CodeLens as Lens,
} from '../service/api.ts';
import type { Settings } from '../settings.ts';

/** The only place that makes positions of the protocol (0-based lines, UTF-16 columns) out of offsets. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The text as the service knows it. */
export function toDocument(document: TextDocument): Document {
  return { uri: document.uri, languageId: document.languageId, version: document.version, text: document.getText() };
}

/** A line above a place; it names no command, since there is nothing to click. */
export function toCodeLens(document: TextDocument, { title, span }: Lens): CodeLens {
  return { range: toRange(document, span), command: { title, command: '' } };
}

const SEVERITY = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const;

/** A finding; `source` is the vendor where it is about one, `code` the rule. */
export function toDiagnostic(document: TextDocument, found: Found): Diagnostic {
  return {
    range: toRange(document, found.span),
    severity: SEVERITY[found.severity],
    source: found.vendor ?? 'thinq-nugu',
    code: found.rule,
    ...(found.link && { codeDescription: { href: found.link } }),
    message: found.message,
  };
}

/** All findings of a file, or the one note that it was skipped, on its first line. */
export function toDiagnostics(document: TextDocument, diagnosis: Diagnosis, settings: Settings): Diagnostic[] {
  const { skipped, diagnostics } = diagnosis;
  if (!skipped) return diagnostics.map((found) => toDiagnostic(document, found));
  return [
    {
      range: toRange(document, { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source: 'thinq-nugu',
      code: 'file-skipped',
      message: textIn(skipped.reason, settings.docsLanguage),
    },
  ];
}

/** A code on offer; documentation comes with the resolve request. */
export function toCompletionItem(document: TextDocument, offer: Offer): CompletionItem {
  return {
    label: offer.label,
    kind: CompletionItemKind.EnumMember,
    detail: offer.detail,
    filterText: offer.filter,
    sortText: offer.sort,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: toTextEdit(document, offer.edit),
    ...(offer.more.length > 0 && { additionalTextEdits: offer.more.map((edit) => toTextEdit(document, edit)) }),
    data: { vendor: offer.vendor, code: offer.code, uri: document.uri },
  };
}

/** A quick fix. */
export function toCodeAction(document: TextDocument, action: Action): CodeAction {
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, action.diagnostic)],
    ...(action.preferred && { isPreferred: true }),
    edit: { changes: { [document.uri]: action.edits.map((edit) => toTextEdit(document, edit)) } },
  };
}

function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit.span), newText: edit.text };
}

/** Markdown as the protocol carries it. */
export function toMarkup(value: string) {
  return { kind: MarkupKind.Markdown, value };
}
