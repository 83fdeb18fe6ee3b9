/**
 * What a file gives to others of its project, and what it takes from them: plain data, without syntax and without the text
 * of the file. Names are dotted, whatever a language writes between their words: `ErrorCode.OFFLINE`.
 */

/** What a constant stands for. */
export interface Constant {
  readonly kind: 'constant';
  readonly text: string;
  readonly value: 'string' | 'integer';
  /** It is itself a member of an enumeration, not the text that the member stands for. */
  readonly isMember?: true;
}

/** A name that stands for what another one does, which may come from yet another file. */
export interface Alias {
  readonly kind: 'alias';
  /** As it is written, but with dots. */
  readonly of: string;
}

/** The values of an enumeration, beside which there are no others. */
export interface Members {
  /** Their names, or their texts where it is a type made of texts. */
  readonly members: readonly string[];
  /** They are texts, so that what is compared with them may be any text. */
  readonly isLoose: boolean;
  readonly isOfTexts: boolean;
}

/** What a declaration means to those who use it from elsewhere. */
export type Declared =
  | Constant
  | Alias
  /** A list or a set, and the lists whose items it has as well; `open` where it may hold more. */
  | {
      readonly kind: 'list';
      readonly items: readonly (Constant | Alias)[];
      readonly spreads?: readonly Alias[];
      readonly open: boolean;
    }
  /** A map, by its keys, and by the maps whose entries it has as well; `open` where it may have others. */
  | {
      readonly kind: 'map';
      readonly keys: readonly (Constant | Alias)[];
      readonly spreads?: readonly Alias[];
      readonly open: boolean;
    }
  /** A class, or what a language has in its place; with what may be an address that it talks to. */
  | { readonly kind: 'type'; readonly of?: readonly (Constant | Alias)[]; readonly values?: Members }
  /** With what may be an address that it sends requests to, or the name of something that does. */
  | { readonly kind: 'function'; readonly of?: readonly (Constant | Alias)[] }
  /** Something that was made: the words of the type that it was made with, and what may be an address in the rest. */
  | { readonly kind: 'value'; readonly types: readonly string[]; readonly of?: readonly (Constant | Alias)[] };

/** What an import brings in. */
export interface Import {
  /** Where from, as the language writes it: `./codes`, `home.thinq.ErrorCodes`, `crate.codes`. */
  readonly module: string;
  /** What of it, where it names that; else it is all of it, under the name that is given to it, or under no name. */
  readonly name?: string;
  /** The name by which it is known in the file; absent where what it brings in keeps its own names. */
  readonly as?: string;
  /** What it leaves out, where it brings in all. */
  readonly except?: readonly string[];
  /** Whoever imports this file gets it as well. */
  readonly isGivenOn?: true;
  /** It is not known in the file itself. */
  readonly isOnlyGivenOn?: true;
  /** It holds for every file of the project: `global using`. */
  readonly isEverywhere?: true;
}

/** What one file gives to others, and where it has what it uses from. */
export interface FileNames {
  /** The package or namespace that it says it belongs to. */
  readonly packageName?: string;
  /** A name that stands for several things is `undefined`: nobody can tell which. */
  readonly declared: ReadonlyMap<string, Declared | undefined>;
  readonly imports: readonly Import[];
  /** Other names by which it gives its own to others: `export { A as B }`, `export default A`. */
  readonly given: readonly { readonly name: string; readonly as: string }[];
}

/** What a name stands for that another file declares: what that file says, with all aliases followed. */
export type Outside =
  | Constant
  | { readonly kind: 'list'; readonly items: readonly Constant[]; readonly open: boolean }
  | { readonly kind: 'map'; readonly keys: readonly Constant[]; readonly open: boolean }
  /** With the addresses of a vendor's service that it talks to. */
  | { readonly kind: 'function'; readonly addresses: readonly string[] }
  | { readonly kind: 'type'; readonly addresses: readonly string[]; readonly values?: Members }
  | { readonly kind: 'value'; readonly types: readonly string[]; readonly addresses: readonly string[] };

/** What the names in a file stand for that others declare. */
export interface OutsideNames {
  /** Two with the same key say the same. */
  readonly key: string;
  /** As they are written in the file, but with dots: `codes.ErrorCode.OFFLINE`; `undefined` where nobody can tell. */
  readonly names: ReadonlyMap<string, Outside | undefined>;
  /** The files that declare constants, by their paths from the root of the project. Nothing that is found depends on them. */
  readonly origins?: ReadonlyMap<string, string>;
}

/** Nothing comes from elsewhere. */
export const NO_OUTSIDE: OutsideNames = { key: '', names: new Map() };
