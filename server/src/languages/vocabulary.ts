/** A sign that a piece of source is about codes. */
export interface Cue {
  /** UTF-16 offset. */
  readonly at: number;
  /** A number that means a thousand other things: it counts only where something near is called a code. */
  readonly isCommon: boolean;
  /** A number that is no text by itself. */
  readonly isBare: boolean;
  /** A request, or a question to its answer: it counts only where the text talks to a vendor's service. */
  readonly isRequest?: true;
  /** It names a vendor's service: its host, or a client for it that the text declares. */
  readonly isService?: true;
}

/** What the reader of a file must know about codes to tell mentions from other strings. */
export interface Vocabulary {
  /** The text is a code of some vendor, or the mark that completion puts at the cursor. */
  isCode(text: string): boolean;
  /** The text is no code, but may be one of NUGU's words, misspelt. */
  isNearWord(text: string): boolean;
  /** The code that a well-known symbol stands for, as `ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE` does. */
  symbol(owner: string, name: string): string | undefined;
  /** Something worth explaining stands somewhere in the text. */
  hasProse(text: string): boolean;
  /** The same for a line of a document, where messages without their codes, keys of responses and statuses count as well. */
  hasDocumentProse(line: string): boolean;
  /** Where in source text codes, their names and texts, or names of vendors stand, or may stand; in text order. */
  cues(text: string): readonly Cue[];
  /** The type is that of something that talks to a vendor. */
  isClient(type: string): boolean;
  /** The text holds the address of a vendor's service. */
  holdsAddress(text: string): boolean;
  /** The name is one of those whose values NUGU's pages list: `deviceTypeCode`. */
  takesListedWords(name: string): boolean;
  /** The text speaks of directives, so that a path in it may name one. */
  hasDirectives(text: string): boolean;
}
