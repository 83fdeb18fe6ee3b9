import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import type { ProgramFiles } from '../program/files.ts';

/** The files of projects, of which those that are open are as the editor has them, saved or not. */
export function withOpenDocuments(files: ProgramFiles, documents: TextDocuments<TextDocument>): ProgramFiles {
  const openIn = async (root: string): Promise<ReadonlyMap<string, TextDocument>> => {
    const located = await Promise.all(
      documents.all().map(async (document) => ({ document, location: await files.locate(document.uri) })),
    );
    return new Map(
      located.flatMap(({ document, location }) =>
        location?.root === root ? [[location.path, document] as const] : [],
      ),
    );
  };
  return {
    locate: files.locate,
    async read(root, path) {
      const open = await openIn(root);
      return open.get(path)?.getText() ?? files.read(root, path);
    },
    async names(root, folder) {
      const [saved, open] = await Promise.all([files.names(root, folder), openIn(root)]);
      const start = folder === '' ? '' : `${folder}/`;
      const below = [...open.keys()].filter((path) => path.startsWith(start));
      return saved && [...saved, ...below.map((path) => path.slice(start.length).split('/', 1).join())];
    },
    async search(root, endings, words) {
      const [found, open] = await Promise.all([files.search(root, endings, words), openIn(root)]);
      if (!found) return undefined;
      const anyWord = new RegExp(words.map(escapeRegExp).join('|'), 'i');
      const isWanted = (path: string): boolean => endings.some((ending) => path.toLowerCase().endsWith(ending));
      const saved = found.filter((path) => !open.has(path));
      const unsaved = [...open].filter(([path, document]) => isWanted(path) && anyWord.test(document.getText()));
      return [...saved, ...unsaved.map(([path]) => path)].sort();
    },
  };
}
