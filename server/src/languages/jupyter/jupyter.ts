import type { ContainerDescription, Contents } from '../container/description.ts';
import { joined, moveOf } from '../decoded.ts';
import { pythonModules } from '../python/modules.ts';
import { pythonPrinter } from '../python/printer.ts';
import { withoutMagics } from './magics.ts';
import { readNotebook } from './notebook.ts';

/** Jupyter's notebooks, whose cells are texts within JSON. */
const jupyter: ContainerDescription = {
  id: 'jupyter',
  name: 'Jupyter notebooks',
  languageIds: [],
  extensions: ['.ipynb'],
  scopes: [],
  comment: { line: '#' },
  quote: "'",
  embeds: ['python', 'javascript', 'typescript'],
  printer: pythonPrinter,
  modules: pythonModules,
  limit: 8_000_000,
  isEncoded: true,
  contents,
};

/** All cells of code are one program, since they share their names. */
function contents(text: string): Contents {
  const { language, cells } = readNotebook(text);
  const programs = language === 'python' ? cells.map((cell) => ({ ...cell, text: withoutMagics(cell.text) })) : cells;
  const source = joined(programs, '\n');
  return {
    programs: source.text.trim() === '' ? [] : [{ language, text: source.text, move: moveOf(source) }],
    comments: [],
    insides: [],
    prose: [],
  };
}

export default [jupyter];
