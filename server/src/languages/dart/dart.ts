import type { TreeDescription } from '../tree/description.ts';
import query from './dart.scm';
import { dartModules } from './modules.ts';
import { dartPrinter } from './printer.ts';

/** Dart 3. */
const dart: TreeDescription = {
  id: 'dart',
  name: 'Dart',
  languageIds: ['dart'],
  extensions: ['.dart'],
  isProgram: true,
  noFormFor: ['directives'],
  grammar: 'server/grammars/tree-sitter-dart_orchard.wasm',
  scopes: ['source.dart'],
  modules: dartModules,
  queries: [query],
  comment: { line: '//', block: ['/*', '*/'] },
  quote: "'",
  keys: 'quoted',
  fallsThrough: true,
  references: ['identifier', 'unconditional_assignable_selector', 'qualified', 'dot_shorthand'],
  accessors: ['code', 'value'],
  words: {
    throws: /\b(?:throw|rethrow)\b/,
    shows: /^(?:print|debugPrint|toString)$/,
    anyError: /^(?:Exception|Error|Object|dynamic)$/,
  },
  strings: {
    split(raw) {
      const [open = '', prefix = '', quote = ''] = /^(r?)('''|"""|'|")/.exec(raw) ?? [];
      if (!quote || (!prefix && /(?<!\\)\$/.test(raw))) return undefined;
      // Strings side by side are one, but not in one piece.
      const content = raw.slice(open.length, -quote.length);
      if ((prefix ? content : content.replace(/\\[\s\S]/g, '')).includes(quote)) return undefined;
      return { open, close: quote, escapes: !prefix };
    },
    ofTemplate(raw) {
      const [open = '', prefix = '', quotes = ''] = /^(r?)('''|"""|'|")/.exec(raw) ?? [];
      return quotes === '' ? undefined : { open, close: quotes, escapes: !prefix };
    },
  },
  layout: {
    item: /(?:void|String|int|bool|double|num|dynamic|[A-Z]\w*)(?:<[^(=\n]*>)?\??\s+(?:get\s+)?\w+\s*\(/y,
    onTop: /@|\/[/*]/y,
    head: /(?:static\s+)?(?:void|String|int|bool|double|num|dynamic|[A-Z]\w*)(?:<[^(=\n]*>)?\??\s+(?:get\s+)?\w+\s*\(/y,
    opens: /\)\s*(?:async\*?|sync\*)?\s*\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['"""', "'''", ['/*', '*/']],
  },
  printer: dartPrinter,
};

export default [dart];
