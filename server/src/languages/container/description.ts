import type { Move } from '../../model/compose.ts';
import type { Span } from '../../model/model.ts';
import type { CommentStyle, Printer } from '../language.ts';
import type { Modules } from '../modules.ts';

/** A program in a file of another language, as a text of its own. */
export interface EmbeddedProgram {
  /** A language id or a file name's ending. */
  readonly language: string;
  readonly text: string;
  /** Where the program's offsets lie in the file; absent where they are the same. */
  readonly move?: Move;
}

/** What a file holds. */
export interface Contents {
  readonly programs: readonly EmbeddedProgram[];
  /** Comments of the file's own. */
  readonly comments: readonly Span[];
  /** Where comments of the programs may be written; around them lines are something else. */
  readonly insides: readonly Span[];
  /** What is written for people, in the order of the text. */
  readonly prose: readonly Span[];
}

/** A kind of file that is no program, but holds some: markup with scripts, a notebook. */
export interface ContainerDescription {
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
  readonly scopes: readonly string[];
  /** How its programs write comments, and where one for the whole file may stand. */
  readonly comment: CommentStyle;
  readonly quote: string;
  /** Ids of the languages whose programs are read. */
  readonly embeds: readonly string[];
  /** Writes for all of them. */
  readonly printer?: Printer;
  /** How its programs find what other files declare; those in a language that finds it otherwise find nothing. */
  readonly modules?: Modules;
  /** UTF-16 units of the longest text that is looked into; each program is read up to the limit of its own language. */
  readonly limit: number;
  /** Lines of its programs are texts of JSON. */
  readonly isEncoded?: true;
  contents(text: string): Contents;
}
