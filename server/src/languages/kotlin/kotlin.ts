import type { TreeDescription } from '../tree/description.ts';
import query from './kotlin.scm';
import { kotlinModules } from './modules.ts';
import { kotlinPrinter } from './printer.ts';

/** Kotlin, scripts included. */
const kotlin: TreeDescription = {
  id: 'kotlin',
  name: 'Kotlin',
  languageIds: ['kotlin'],
  extensions: ['.kt', '.kts'],
  isProgram: true,
  noFormFor: ['directives/the-same-in-other-frameworks', 'directives/what-only-asks-for-a-directive'],
  grammar: 'server/grammars/tree-sitter-kotlin.wasm',
  scopes: ['source.kotlin'],
  modules: kotlinModules,
  queries: [query],
  comment: { line: '//', block: ['/*', '*/'] },
  comparesOneType: true,
  quote: '"',
  keys: 'quoted',
  fallsThrough: false,
  caught: 'it',
  references: ['identifier', 'navigation_expression'],
  accessors: ['code', 'value'],
  words: {
    throws: /\bthrow\b|(?<![\w.])error(?=\()/,
    putIntoText: /(?<!\\)\$([a-zA-Z_]\w*)/g,
    shows: /^(?:print|println|format|toString)$/,
    anyError:
      /^(?:kotlin\.|java\.lang\.)?(?:Throwable|Exception|RuntimeException|Error)$|^(?:Execution|Completion)Exception$/,
  },
  strings: {
    split(raw) {
      if (/\$(?:\{|[\p{L}_`])/u.test(raw)) return undefined;
      if (raw.startsWith('"""')) return { open: '"""', close: '"""', escapes: false };
      return raw.startsWith('"') ? { open: '"', close: '"', escapes: true } : undefined;
    },
    ofTemplate(raw) {
      const quotes = /^(?:"""|")/.exec(raw)?.[0];
      return quotes === undefined ? undefined : { open: quotes, close: quotes, escapes: quotes === '"' };
    },
  },
  layout: {
    item: /(?:(?:public|private|internal|suspend|inline|operator|infix|tailrec)\s+)*fun\b/y,
    onTop: /@|\/[/*]/y,
    head: /(?:(?:public|private|protected|internal|override|suspend|inline|open|operator|infix|tailrec|final)\s+)*fun\b/y,
    opens: /\)\s*(?::[^{}=]*)?\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['"""', ['/*', '*/']],
  },
  printer: kotlinPrinter,
};

export default [kotlin];
