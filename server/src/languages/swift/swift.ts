import type { TreeDescription } from '../tree/description.ts';
import { swiftModules } from './modules.ts';
import { swiftPrinter } from './printer.ts';
import query from './swift.scm';

/** Swift. */
const swift: TreeDescription = {
  id: 'swift',
  name: 'Swift',
  languageIds: ['swift'],
  extensions: ['.swift'],
  isProgram: true,
  noFormFor: ['directives', 'sites/a-map-with-a-spread-is-open'],
  grammar: 'server/grammars/tree-sitter-swift.wasm',
  scopes: ['source.swift'],
  modules: swiftModules,
  queries: [query],
  comment: { line: '//', block: ['/*', '*/'] },
  comparesOneType: true,
  quote: '"',
  keys: 'quoted',
  fallsThrough: false,
  caught: 'error',
  unnamedParameter: '$',
  references: ['simple_identifier', 'navigation_expression', 'prefix_expression', 'pattern'],
  accessors: ['rawValue', 'code'],
  words: {
    throws: /\b(?:throw|fatalError)\b/,
    shows: /^(?:print|dump|NSLog|String)$/,
    anyError: /^(?:Swift\.)?(?:Error|NSError)$/,
  },
  strings: {
    split(raw) {
      const [open = '', hashes = '', quote = ''] = /^(#*)("""\r?\n[ \t]*|")/.exec(raw) ?? [];
      if (!quote || raw.includes(`\\${hashes}(`)) return undefined;
      const close = quote === '"' ? `"${hashes}` : /\r?\n[ \t]*"""#*$/.exec(raw)?.[0];
      return close === undefined ? undefined : { open, close, escapes: hashes === '' };
    },
    ofTemplate(raw) {
      const [open = '', hashes = '', quotes = ''] = /^(#*)("""|")/.exec(raw) ?? [];
      return quotes === '' ? undefined : { open, close: quotes + hashes, escapes: hashes === '' };
    },
  },
  layout: {
    item: /(?:(?:public|private|fileprivate|internal|open)\s+)*func\b/y,
    onTop: /@|\/[/*]/y,
    head: /(?:@\w+\s+)*(?:(?:public|private|fileprivate|internal|open|static|class|override|final|mutating|convenience|required)\s+)*(?:func|init)\b/y,
    opens: /\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['"""', ['/*', '*/']],
  },
  printer: swiftPrinter,
};

export default [swift];
