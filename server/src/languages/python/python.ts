import type { TreeDescription } from '../tree/description.ts';
import { pythonModules } from './modules.ts';
import { pythonPrinter } from './printer.ts';
import query from './python.scm';

/** Python 3. */
const python: TreeDescription = {
  id: 'python',
  name: 'Python',
  languageIds: ['python'],
  extensions: ['.py', '.pyi'],
  isProgram: true,
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm',
  scopes: ['source.python'],
  modules: pythonModules,
  queries: [query],
  comment: { line: '#' },
  quote: '"',
  keys: 'quoted',
  statuses: { prefix: '\\bstatus\\.HTTP_\\d{3}_' },
  fallsThrough: false,
  references: ['identifier', 'attribute', 'dotted_name'],
  accessors: ['value'],
  words: {
    throws: /\braise\b/,
    declaresByAssigning: true,
    unchained: /\bfrom\s+None\b/,
    shows: /^(?:print|str|repr|format)$/,
    nothing: /\|\s*None\b|\bNone\s*\||\bOptional\b/,
    anyError: /^(?:builtins\.)?(?:BaseException|Exception)$/,
  },
  strings: {
    split(raw) {
      const [open = '', prefix = '', quote = ''] = /^([a-zA-Z]*)("""|'''|"|')/.exec(raw) ?? [];
      if (!quote || /b/i.test(prefix) || (/f|t/i.test(prefix) && /[{}]/.test(raw))) return undefined;
      return { open, close: quote, escapes: !/r/i.test(prefix) };
    },
    ofTemplate(raw) {
      const [open, prefix = '', quote = ''] = /^([a-zA-Z]*)("""|'''|"|')/.exec(raw) ?? [];
      // No JSON begins with two braces: `"{{…}}".format(…)`.
      const isFormat = open !== undefined && /^\s*\{\{/.test(raw.slice(open.length));
      if (open === undefined || !(/[ft]/i.test(prefix) || isFormat)) return undefined;
      return { open, close: quote, escapes: !/r/i.test(prefix), doubles: 'braces' };
    },
  },
  layout: {
    item: /(?:async\s+)?def\b|class\s+(?<name>\w+)/y,
    onTop: /[@#]/y,
    head: /(?:async\s+)?def\b/y,
    opens: /:(?:\s*#.*)?$/,
    filler: 'pass',
    comment: '#',
    spans: ['"""', "'''"],
  },
  printer: pythonPrinter,
};

export default [python];
