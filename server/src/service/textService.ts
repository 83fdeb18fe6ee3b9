import type { Localized, Vendor } from '../catalog/types.ts';
import type { CompletionItem } from '../features/completion/item.ts';
import type { Hover } from '../features/hover/answer.ts';
import type { Edit } from '../fixes/fix.ts';
import type { Span } from '../model/model.ts';
import type { Settings, Severity } from '../settings.ts';

/** A text as an editor or a command line holds it. */
export interface Document {
  readonly uri: string;
  readonly languageId?: string;
  /** Raised with each change; two documents with the same URI and version have the same text. */
  readonly version: number;
  readonly text: string;
  /** Aborted when nobody waits for an answer any more: what is not read yet is left unread, with its reason as the error. */
  readonly signal?: AbortSignal;
}

/** The rule that problems of a project file go by. */
export const PROJECT_FILE_RULE = 'project-file';

/** A finding as a person sees it. Offsets are UTF-16. */
export interface Diagnostic {
  readonly rule: string;
  /** Whose codes it is about; absent for a problem of a project file, which is nobody's but ours. */
  readonly vendor?: Vendor;
  readonly severity: Exclude<Severity, 'off'>;
  readonly span: Span;
  readonly message: string;
  /** The vendor's page. */
  readonly link?: string;
  /** The code that it is about, where it stands at one. */
  readonly code?: string;
  /** It stands where any code may be put that somebody chooses, with `chosen`. */
  readonly takesChoice?: true;
  /** Other places of the document that it has to do with. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** The findings of a file, or why it was not looked at. */
export interface Diagnosis {
  readonly diagnostics: readonly Diagnostic[];
  readonly skipped?: { readonly reason: Localized };
}

/** A line above a place in the code. */
export interface CodeLens {
  readonly title: string;
  readonly span: Span;
  /** Offset at which more is known of the place, for `siteAt`. */
  readonly at: number;
  /** What the fix is called that adds the codes which are missing there; absent where there is none. */
  readonly addAll?: string;
}

/** A fix as a person sees it, with the finding it repairs. */
export interface CodeAction {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  readonly safe: boolean;
  /** It adds every code to a dispatch site that can be added there. */
  readonly addsAll?: boolean;
  /** It repairs nothing, but writes the comment that silences the finding. */
  readonly silences: boolean;
  readonly diagnostic: Diagnostic;
}

/**
 * What programs outside of the product may ask about a text. Requests about a language that it does not read answer with
 * nothing. Rejects only when a grammar cannot be loaded, or nobody waits for the answer. Offsets are UTF-16.
 */
export interface TextService {
  diagnose(document: Document, settings: Settings): Promise<Diagnosis>;
  hover(document: Document, offset: number, settings: Settings): Promise<Hover | undefined>;
  /** What dispatch sites do with the device-level codes; nothing where the settings do not want it. */
  lenses(document: Document, settings: Settings): Promise<readonly CodeLens[]>;
  complete(document: Document, offset: number, settings: Settings): Promise<readonly CompletionItem[]>;
  /** Markdown for a code, a capability or a directive on offer. @param uri the document it was offered in, whose project may have codes of its own */
  describe(vendor: Vendor, code: string, settings: Settings, uri?: string): Promise<string | undefined>;
  /** Fixes for the findings that touch a span, and the comments that would silence them. */
  actions(document: Document, span: Span, settings: Settings): Promise<readonly CodeAction[]>;
  /** Markdown for anything that can be asked for: a code, a message, a log line, a directive, a status, a key, a rule, a word. */
  explain(query: string, settings: Settings): string;
  /** Markdown for a text of lines, such as a log: what each is, how often each code stands there, and what to do first. Secrets are left out. */
  explainText(text: string, settings: Settings): string;
  /** A file of a project has changed, appeared or gone. @returns whether others may have other findings now */
  change(uri: string): Promise<boolean>;
  /** Everything may have changed: project files, manifests. */
  reset(): void;
  /** Forgets a document that was closed. */
  forget(uri: string): void;
}
