/**
 * What a file says, in terms that no language owns. Plain data: no syntax node, no offset other than
 * UTF-16 code units from the start of the text, no knowledge of which codes exist.
 */

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type MentionKind = 'literal' | 'reference' | 'declaration';

/** What a mention is there for. */
export type Role = 'compared' | 'arm' | 'key' | 'produced' | 'argument' | 'listed' | 'prose';

/** Where a mention stands. */
export interface Place {
  readonly role: Role;
  /**
   * The words of the counterpart, outermost first: what the code is compared with (`err`, `error`, `code`),
   * what it is assigned to, the keys above it, the function that is called, or the list's name.
   */
  readonly path: readonly string[];
  /** Index of the object literal the mention is a key of, or a value in. */
  readonly object?: number;
  /** Mentions with the same number stand side by side: in a list, or as constants of one owner. */
  readonly group?: number;
  /** Types the counterpart's first word was declared or caught with, as written. */
  readonly types?: readonly string[];
  /** The expression it is compared with or decided on. */
  readonly counterpart?: Span;
  /** It is looked for inside the counterpart's text. */
  readonly inText?: boolean;
  /** The counterpart was made a number on purpose, as in `Number(err.code)`. */
  readonly converted?: boolean;
}

/** A place in a file that names, or may name, a code. */
export interface Mention {
  readonly kind: MentionKind;
  /** The code's text: decoded, or what a constant resolves to. For prose, the whole decoded text. */
  readonly text: string;
  readonly value: 'string' | 'integer';
  /** What a finding underlines: a string without its quotes, a number, a name. */
  readonly span: Span;
  /** The whole expression, quotes included: what a fix replaces. */
  readonly outer: Span;
  readonly place: Place;
  /** The constant's name, for a reference or a declaration. */
  readonly name?: string;
}

/** Where something can be inserted, and how lines look there. */
export interface Slot {
  readonly offset: number;
  /** Leading white space of the lines to insert. */
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
  /** End of what it takes the place of, where something stands there that must go. */
  readonly until?: number;
}

/** All codes from one text to another in the order of their characters, both included. */
export interface CodeSpan {
  readonly from: string;
  readonly to: string;
}

/** One alternative of a dispatch site. */
export interface Arm {
  readonly span: Span;
  /** Indices of the mentions it handles. */
  readonly mentions: readonly number[];
  /** Whole ranges it handles: `startsWith("12")`, `in "1200".."1299"`. */
  readonly ranges: readonly CodeSpan[];
  /** It lets through just these; a guard or something unknown makes it narrower. */
  readonly exact: boolean;
  /** Control never runs on past it: it returns, throws, or leaves a loop. */
  readonly leaves: boolean;
}

export type SiteKind = 'switch' | 'if-chain' | 'map';

/** What catches the codes that no arm names. */
export type Fallback = 'arm' | 'after' | 'preset' | 'lookup';

/** A place that decides on a code: a switch, a match, an if-chain, a map that is looked up. */
export interface DispatchSite {
  readonly kind: SiteKind;
  readonly span: Span;
  /** What a finding underlines. */
  readonly head: Span;
  readonly subject: { readonly text: string; readonly path: readonly string[]; readonly types?: readonly string[] };
  readonly arms: readonly Arm[];
  readonly fallback?: Fallback;
  /** Something in it cannot be resolved (a guard, a negation, an imported constant, a spread). */
  readonly open: boolean;
  /** Arms written with numbers rather than strings. */
  readonly value: 'string' | 'integer';
  /** Name under which the surrounding handler caught the error, where it did. */
  readonly caught?: string;
  readonly armSlot?: Slot;
  /** The last arm runs on into what stands below it: it must be closed before another is added. */
  readonly runsOn?: boolean;
  /** The quote that its arms use. */
  readonly quote?: string;
  readonly fallbackSlot?: Slot;
  /** For a map: where its look-ups stand; `fallback` is theirs. */
  readonly lookups?: readonly Span[];
}

/** A call whose failure a handler catches. */
export interface ProtectedCall {
  /** The words of what is called, outermost first. */
  readonly path: readonly string[];
  /** Types that the receiver was declared or made with, as written. */
  readonly types: readonly string[];
  /** Plain strings among its arguments. */
  readonly strings: readonly string[];
}

/** Code that runs when something else has failed: a catch clause, or what a language has in its place. */
export interface Handler {
  /** What a finding underlines. */
  readonly head: Span;
  /** Handlers with the same number belong to one attempt. */
  readonly attempt: number;
  /** Types it catches, as written; empty where it catches everything. */
  readonly types: readonly string[];
  readonly calls: readonly ProtectedCall[];
  /**
   * What becomes of the error: its code is read, it is passed on whole (thrown again, returned, given to a function
   * that is no log), or it is dropped.
   */
  readonly outcome: 'read' | 'passed' | 'dropped';
}

/** The value of an object's entry, as far as it matters here. */
export type Value =
  | { readonly kind: 'string'; readonly span: Span; readonly text: string }
  | { readonly kind: 'integer'; readonly span: Span; readonly text: string }
  | { readonly kind: 'object'; readonly span: Span; readonly object: number }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Value[] }
  | { readonly kind: 'other'; readonly span: Span };

export interface Entry {
  readonly key: string;
  /** The key without its quotes. */
  readonly keySpan: Span;
  readonly value: Value;
}

/** An object, dict or map literal, in JSON or in source. */
export interface ObjectLiteral {
  readonly span: Span;
  readonly entries: readonly Entry[];
  /** It holds more than its literal keys show: a spread, a computed key, `...` in a sample. */
  readonly open: boolean;
  /** The object whose entry holds this one, directly or in a list. */
  readonly parent?: { readonly object: number; readonly key: string; readonly inList: boolean };
  /** It is given to something that adds to it or compares it, or together with more. */
  readonly handedOver?: boolean;
  /** Where another entry can be inserted; absent where the language cannot tell. */
  readonly slot?: ObjectSlot;
}

/** Where and how to add an entry to an object literal. */
export interface ObjectSlot extends Slot {
  /** What must stand before the new entry: a comma where there is an entry without one behind it. */
  readonly lead: string;
  /** What must stand behind it: a comma where the last entry has one. */
  readonly trail: string;
  /** Whether entries stand on lines of their own. */
  readonly multiline: boolean;
  /** What stands between two new entries: a comma, or nothing where lines set them apart. */
  readonly between: string;
  /** How keys are written there. */
  readonly keys: 'quoted' | 'bare' | 'keyword' | 'pairs' | 'arrows';
  /** The quote its strings use. */
  readonly quote: string;
}

export interface Comment {
  /** The whole comment, marks included. */
  readonly span: Span;
}

/** Everything one file says about codes. */
export interface FileModel {
  readonly comments: readonly Comment[];
  readonly mentions: readonly Mention[];
  readonly sites: readonly DispatchSite[];
  readonly handlers: readonly Handler[];
  readonly objects: readonly ObjectLiteral[];
  /** Where a line written as a comment would be text: in strings over several lines, and in markup. */
  readonly opaque: readonly Span[];
  /** The text did not parse cleanly; what is here is what could be read all the same. */
  readonly hadErrors: boolean;
}

/** A sign that a piece of source is about codes. */
export interface Trace {
  /** UTF-16 offset. */
  readonly at: number;
  /** A number that means a thousand other things: it counts only where something near is called a code. */
  readonly isCommon: boolean;
  /** A number that is no text by itself. */
  readonly isBare: boolean;
}

/** What the reader of a file must know about codes to tell mentions from other strings. */
export interface Vocabulary {
  /** The text is a code of some vendor, or the mark that completion puts at the cursor. */
  isCode(text: string): boolean;
  /** The code that a well-known symbol stands for, as `ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE` does. */
  symbol(owner: string, name: string): string | undefined;
  /** Something worth explaining stands somewhere in the text. */
  hasProse(text: string): boolean;
  /** Where in source text codes, their names and texts, or names of vendors stand, or may stand; in text order. */
  traces(text: string): readonly Trace[];
  /** The type is that of something that talks to a vendor. */
  isClient(type: string): boolean;
}
