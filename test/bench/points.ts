import type { Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CorpusFile } from './corpus.ts';

/** A code in quotes. */
export const CODE = /(?<=['"])\d{4}(?=['"])/g;
/** A name in ordinary code. */
export const NAME = /\b(?:found|items|given|result|response)\b/g;

/** A name that another file of the program declares. */
export const OUTSIDE = /\b(?:OFFLINE|WRONG_MODE|CodeOffline|CodeMode)\b/g;
/** A call in a program's file that decides. */
export const CALL = /\b(?:load0|notify)\b/g;

/** Places in a file: the ends of matches, spread evenly over all there are. */
export function pointsIn(file: CorpusFile, pattern: RegExp, count: number): readonly Position[] {
  const document = TextDocument.create(file.uri, file.languageId, 0, file.text);
  const matches = [...file.text.matchAll(pattern)];
  if (matches.length === 0) throw new Error(`nothing in ${file.uri} looks like ${pattern}`);
  return Array.from({ length: count }, (_, index) => {
    const match = matches[Math.floor((index * matches.length) / count)];
    return document.positionAt((match?.index ?? 0) + (match?.[0].length ?? 0));
  });
}
