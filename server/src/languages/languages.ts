import { createContainerLanguage } from './container/reader.ts';
import { type Description, isContainer, isProse, isTree } from './description.ts';
import type { Assets, Language } from './language.ts';
import { createProseLanguage } from './prose/reader.ts';
import { LANGUAGES } from './registry.ts';
import { createTreeLanguage } from './tree/reader.ts';
import { createTreeSitter } from './tree/syntax/treeSitter.ts';

/** Finds the language of a document. */
export interface Languages {
  readonly all: readonly Language[];
  /** @param languageId VS Code's language id, where the host knows one @param path file name or URI */
  of(languageId: string | undefined, path: string): Language | undefined;
}

/** @param assets where grammars are read from, when a file first needs one @param descriptions every language that is read */
export function createLanguages(assets: Assets, descriptions: readonly Description[] = LANGUAGES): Languages {
  const treeSitter = createTreeSitter(assets);
  const find = (languageId: string | undefined, path: string): Language | undefined =>
    all.find((language) => languageId !== undefined && language.languageIds.includes(languageId)) ??
    all.find((language) => language.extensions.some((extension) => path.toLowerCase().endsWith(extension)));
  const named = (word: string): Language | undefined => find(word, `.${word}`);
  const all = descriptions.map((one): Language => {
    if (isTree(one)) return createTreeLanguage(one, treeSitter);
    if (isContainer(one)) return createContainerLanguage(one, named);
    return isProse(one) ? createProseLanguage(one, named) : one;
  });
  return { all, of: find };
}
