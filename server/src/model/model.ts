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
  /** Index of the object literal the mention is a key of, or a value in; for an argument, that stands in for its values. */
  readonly object?: number;
  /** Mentions with the same number stand side by side: in a list, or as constants of one owner. */
  readonly group?: number;
  /** Name of the parameter that an argument is given to, where the file declares the function. */
  readonly parameter?: string;
  /** For what stands in no place of these, such as what is given back: those with the same number are of one function, or of one class. */
  readonly within?: number;
  /** Types the counterpart's first word was declared or caught with, as written. */
  readonly types?: readonly string[];
  /** The expression it is compared with or decided on. */
  readonly counterpart?: Span;
  /** What the counterpart was made of, where it is a name that was given something: the words, and their types. */
  readonly origin?: { readonly path: readonly string[]; readonly types: readonly string[] };
  /** For a text: why nothing hangs on it. The code is decided on as well, or a test says what it expects. */
  readonly beside?: 'code' | 'expectation';
  /** For prose: it is a line of a document for people, or of a log, which a program has written; absent within a program. */
  readonly lineOf?: 'document' | 'log';
  /** It is looked for inside the counterpart's text. */
  readonly inText?: boolean;
  /** It stands elsewhere, in something that is compared by its name. */
  readonly isApart?: boolean;
  /** For a key of a map: what is looked up there. */
  readonly sought?: Pick<Place, 'path' | 'types' | 'counterpart' | 'origin'>;
  /** The counterpart was made a number on purpose, as in `Number(err.code)`, or is read as one: `json.getInt("code")`. */
  readonly converted?: boolean;
  /** The counterpart is made of a text, so that a number there stands for one: `Enum.Parse<ErrorCode>(error.Code)`. */
  readonly isMadeOfText?: boolean;
  /** A number is the same as its text there: JavaScript's and PHP's `==`. */
  readonly loose?: boolean;
  /**
   * For a number: the member it is compared with is one as well, since the program declares or makes it so (`own`), or
   * since a type claims so through which parsed data is looked at as it is (`claimed`).
   */
  readonly memberIsNumber?: 'own' | 'claimed';
  /** For a number: it is compared with a part of what was parsed, of which no type says anything. */
  readonly ofParsed?: boolean;
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
export interface InsertionPoint {
  readonly offset: number;
  /** Leading white space of the lines to insert. */
  readonly indent: string;
  /** One step of indentation. */
  readonly unit: string;
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
  /** It takes nothing but these. */
  readonly complete: boolean;
  /** Something else must hold as well: it handles them only then, and lets them through to what stands below it. */
  readonly guarded?: boolean;
  /** Control never runs on past it: it returns, throws, or leaves a loop. */
  readonly leaves: boolean;
  /** What is done for its codes, up to the mark that closes it; another arm's where it runs on into that one. */
  readonly body?: Span;
  /** Control runs on into the arm below it. */
  readonly runsOn?: boolean;
  /** It holds nothing but a note that something is to be done. */
  readonly toDo?: boolean;
  /** What it does against the error that is not done for all other codes as well. */
  readonly remedies?: readonly Remedy[];
}

/** What a program does against an error: it waits, gets a new token, or signs the user out. */
export type Remedy = 'waits' | 'renews' | 'signs out';

/** What an expression has at hand of an error, and of the function around it. */
export interface Surroundings {
  /** Name under which the surrounding handler caught the error, where it did. */
  readonly caught?: string;
  /** What it reads a part of, where that looks like an error: `failure` of `failure.code`, with the types of that name. */
  readonly error?: { readonly name: string; readonly types: readonly string[] };
  /** From the beginning of the function to its body: what it takes, gives and throws. */
  readonly head?: Span;
}

export type SiteKind = 'switch' | 'if-chain' | 'map';

/** What catches the codes that no arm names; `closed` where there are no others, since what is decided on has no more values. */
export type Fallback = 'arm' | 'after' | 'before' | 'preset' | 'lookup' | 'closed';

/** A place that decides on a code: a switch, a match, an if-chain, a map that is looked up. */
export interface DispatchSite {
  readonly kind: SiteKind;
  readonly span: Span;
  /** What a finding underlines. */
  readonly head: Span;
  /** The word that says what it is: `switch`, `match`, `if`. */
  readonly keyword?: Span;
  readonly subject: { readonly text: string; readonly path: readonly string[]; readonly types?: readonly string[] };
  readonly arms: readonly Arm[];
  /** Codes that never get there, since guards before it leave with them. */
  readonly taken?: readonly Pick<Arm, 'mentions' | 'ranges'>[];
  readonly fallback?: Fallback;
  /** One is written, but does nothing, and nothing else takes its place. */
  readonly idleFallback?: boolean;
  /** What it handles cannot be told for certain: a negation, an imported constant, a spread. */
  readonly open: boolean;
  /** Arms written with numbers rather than strings. */
  readonly value: 'string' | 'integer';
  readonly surroundings: Surroundings;
  readonly armInsertion?: InsertionPoint;
  /** The last arm runs on into what stands below it: it must be closed before another is added. */
  readonly runsOn?: boolean;
  /** The quote that its arms use. */
  readonly quote?: string;
  readonly fallbackInsertion?: InsertionPoint;
  /** For a map: the look-ups that nothing is ready for which they do not find. */
  readonly lookups?: readonly Lookup[];
}

/** A place that looks a map up. */
export interface Lookup {
  /** The whole expression, up to the mark that says there is a value where one stands behind it. */
  readonly span: Span;
  readonly map: Span;
  readonly key: Span;
  readonly surroundings: Surroundings;
  /** It stands within a string, where not every expression may. */
  readonly inText?: boolean;
}

/** A call whose failure a handler catches. */
export interface ProtectedCall {
  /** The words of what is called, outermost first. */
  readonly path: readonly string[];
  /** Types that the receiver was declared or made with, as written. */
  readonly types: readonly string[];
  /** Plain strings among its arguments. */
  readonly strings: readonly string[];
  /** The class that it belongs to, where that sends a request by it: its name, and all addresses that it keeps. */
  readonly client?: { readonly name: string; readonly addresses: readonly string[] };
  /** Addresses that its receiver talks to, as another file says. */
  readonly addresses?: readonly string[];
  /** Calls in a function of the file that it calls, which no handler there deals with. */
  readonly through?: readonly ProtectedCall[];
}

/** Code that runs when something else has failed: a catch clause, or what a language has in its place. */
export interface Handler {
  /** What a finding underlines. */
  readonly head: Span;
  /** Handlers with the same number belong to one attempt. */
  readonly attempt: number;
  /** Types it catches, as written; empty where it catches everything. */
  readonly types: readonly string[];
  /** It catches any error at all: it names no type, or one that says so. */
  readonly catchesAny: boolean;
  /** It catches those of an HTTP client in which refused requests end: `except requests.HTTPError`. */
  readonly catchesAnswers?: boolean;
  readonly calls: readonly ProtectedCall[];
  /** It deals with whatever a client asks for: among its calls is the one that made that. */
  readonly ofClient?: true;
  /** It stands in code that ends something, going by what that is called or how it is run. */
  readonly cleansUp: boolean;
  /**
   * What becomes of the error: its code is read, it is passed on whole (thrown again, returned, given to a function
   * that is no log), or it is dropped.
   */
  readonly outcome: 'read' | 'passed' | 'dropped';
  /** Where the error is dropped for another: the name that it was caught under, and the statement that throws the other. */
  readonly replaced?: { readonly name: string; readonly statement: Span };
}

/** The value of an object's entry, as far as it matters here. */
export type Value = {
  /** The text of a string without its quotes; a literal without what a language writes in front of its brackets. */
  readonly span: Span;
  /** The whole expression. */
  readonly outer: Span;
} & (
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'integer'; readonly text: string }
  | { readonly kind: 'object'; readonly object: number }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | {
      readonly kind: 'other';
      /** What it plainly is, where that shows: `null`, `true`, `new HashMap<>()`. */
      readonly plain?: 'null' | 'empty' | 'boolean';
    }
);

export interface Entry {
  /** The whole entry, from the key's quote to the end of the value, without what sets entries apart. */
  readonly span: Span;
  readonly key: string;
  /** The key without its quotes. */
  readonly keySpan: Span;
  readonly value: Value;
  /** A type of the file declares a member of this name. */
  readonly declared?: boolean;
}

/** An object, dict or map literal, in JSON or in source. */
export interface ObjectLiteral {
  readonly span: Span;
  readonly entries: readonly Entry[];
  /** It holds more than its literal keys show: a spread, a computed key, `...` in a sample. */
  readonly open: boolean;
  /** The object whose entry holds this one, directly or in a list. */
  readonly parent?: { readonly object: number; readonly key: string; readonly inList: boolean };
  /** Something adds to it or compares it right there. */
  readonly handedOver?: boolean;
  /** Name of the function that it is an argument of. */
  readonly givenTo?: string;
  /** Its function gives it back, written there or by its name: whoever called may put more into it. */
  readonly returned?: boolean;
  /** It is declared to be of a type of the program's own, which says what its keys are. */
  readonly typed?: boolean;
  /** It stands in a text of data, where nothing comes between its keys and those who read them. */
  readonly ofData?: boolean;
  /** For one that stands in no other: the pieces of text before it whose names can be used in it, the innermost first. */
  readonly inSight?: readonly Span[];
  /** Where another entry can be inserted; absent where the language cannot tell. */
  readonly insertion?: EntryInsertionPoint;
}

/** Where and how to add an entry to an object literal. */
export interface EntryInsertionPoint extends InsertionPoint {
  /** What must stand before the new entry: a comma where there is an entry without one behind it. */
  readonly lead: string;
  /** What must stand behind it: a comma where the last entry has one. */
  readonly trail: string;
  /** Whether entries stand on lines of their own. */
  readonly multiline: boolean;
  /** What stands between two new entries: a comma, or nothing where lines set them apart. */
  readonly between: string;
  /** End of the comment behind the last entry, where the new one needs a mark in front of that comment. */
  readonly behindComment?: number;
  /** How keys are written there. */
  readonly keys: 'quoted' | 'bare' | 'keyword' | 'pairs' | 'arrows';
  /** The quote its strings use. */
  readonly quote: string;
}

/** An HTTP status that a program sends, mocks or expects together with a body or a code. */
export interface StatusUse {
  readonly status: number;
  /** The number, or the name that stands for it. */
  readonly span: Span;
  /** Written as a number, which can be put another in the place of. */
  readonly isNumber: boolean;
  /** The object literals that are the body, outermost only. */
  readonly objects: readonly number[];
  /** Indices of mentions that are given to the same call. */
  readonly mentions: readonly number[];
}

/** A place that asks for an HTTP status: `response.status === 429`. */
export interface StatusTest {
  readonly status: number;
  /** The number, or the name that stands for it. */
  readonly span: Span;
}

/** Where something of an answer's item is read, and nothing of whether that went well. */
export interface ItemRead {
  /** The name of what is read, as written. */
  readonly key: string;
  readonly span: Span;
}

/** A piece of code that serves a path or runs for a value. */
export interface Body extends Span {
  /**
   * All that it answers is written in it: nothing is thrown, caught, or left to another function. False wherever that
   * cannot be told.
   */
  readonly respondsAlone: boolean;
}

/** A path that the program serves, and the code that does so. */
export interface Route {
  /** Decoded, behind the prefixes of classes and groups around it: `/nugu/v1/capabilities/PowerControl/directives/TurnOn`. */
  readonly path: string;
  /** The literal that ends it, without its quotes. */
  readonly span: Span;
  /** What stands between its slashes, in order; those of a prefix stand where the prefix does. */
  readonly segments: readonly PathSegment[];
  /** What serves it, where that stands in the same file: a function written there, named there, or under a decorator. */
  readonly handlers: readonly Body[];
}

/** One part of a path, between two slashes. */
export interface PathSegment {
  readonly text: string;
  readonly span: Span;
}

/** Code that runs for one text: an arm, what an `if` lets through, or a function that a map holds under a key. */
export interface Case {
  readonly text: string;
  /** The text where it is named, without its quotes. */
  readonly span: Span;
  /** The words of what is decided on, outermost first; none for a key of a map. */
  readonly subject: readonly string[];
  /** Index of the object literal that is the map. */
  readonly object?: number;
  readonly bodies: readonly Body[];
}

/** A text within the file that is read as data of its own: a string of a program that is JSON. */
export interface EmbeddedText {
  readonly span: Span;
  /** How a fix may write into it: as it is; as it is, in one line; with quotes and ends of lines escaped; not at all. */
  readonly writes: 'plain' | 'a line' | 'escaped' | 'nothing';
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
  readonly statuses: readonly StatusUse[];
  /** What is done where a condition by itself asks for codes, whether or not it is part of a dispatch. */
  readonly tests: readonly Arm[];
  readonly statusTests: readonly StatusTest[];
  readonly itemReads: readonly ItemRead[];
  /** Only of files that speak of directives, as `cases` are. */
  readonly routes: readonly Route[];
  readonly cases: readonly Case[];
  /** Where a line written as a comment would be text: in strings over several lines, and in markup. */
  readonly opaque: readonly Span[];
  /** Texts within it whose data is part of the model, inner ones before those around them. */
  readonly texts: readonly EmbeddedText[];
  /** The text did not parse cleanly; what is here is what could be read all the same. */
  readonly hadErrors: boolean;
}
