import type { CodeSet } from './codeSet.ts';
import type { TargetName } from './names.ts';

/** How a language writes codes: one file of `languages/`. */
export interface Target {
  /** What `--format` calls it. */
  readonly id: TargetName;
  /** As editors call it. */
  readonly languageIds: readonly string[];
  /** What its files end in. */
  readonly ending: string;
  /** What begins the first line of a comment that says where the file comes from. */
  readonly comment: string;
  /** What stands above that comment: `<?php`. */
  readonly opening?: string;
  /** The line that puts a file into a package or a namespace; none where that needs no line. @param name with dots; undefined where none is wanted */
  inPackage?(name: string | undefined): string | undefined;
  /** What the declarations need above them. */
  readonly imports?: string;
  /** The declarations for the codes of one vendor, without anything around them. */
  write(set: CodeSet): string;
  /** Puts declarations into one that a file may hold; where there is none, they stand below one another. */
  wrap?(declarations: string): string;
}

/** Whose judgement the actions are. */
export const JUDGEMENT = 'The judgement of the authors of ThinQ & NUGU Codes: the vendor publishes none.';
/** Whose words the messages are. */
export const OUR_WORDS = 'What it means in English and Korean, in the words of ThinQ & NUGU Codes.';

/** Members by what is to be done about them, in the order of the actions. */
export function byAction({
  actions,
  members,
}: CodeSet): readonly (readonly [CodeSet['actions'][number], CodeSet['members']])[] {
  return actions.map((action) => [action, members.filter((member) => member.action === action)]);
}

/** Lines, each with two or more spaces before it. @param text in lines; empty ones stay empty */
export function indented(text: string, indentation: string): string {
  return text.replace(/^(?=.)/gm, indentation);
}
