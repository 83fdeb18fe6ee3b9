import type { TreeDescription } from '../tree/description.ts';
import query from './go.scm';
import { goModules } from './modules.ts';
import { goPrinter } from './printer.ts';

/** Go. */
const go: TreeDescription = {
  id: 'go',
  name: 'Go',
  languageIds: ['go'],
  extensions: ['.go'],
  isProgram: true,
  noFormFor: [
    'directives/prefixes-of-other-frameworks',
    'mentions/a-default-of-a-parameter',
    'mentions/a-reference-to-a-member',
    'mentions/one-of-several-values',
    'sites/a-map-with-a-spread-is-open',
    'sites/constants-as-arms',
  ],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm',
  scopes: ['source.go'],
  modules: goModules,
  queries: [query],
  comment: { line: '//', block: ['/*', '*/'] },
  comparesOneType: true,
  quote: '"',
  keys: 'quoted',
  statuses: { prefix: '\\bhttp\\.Status', setter: 'WriteHeader' },
  fallsThrough: false,
  references: ['identifier', 'selector_expression'],
  accessors: [],
  words: {
    throws: /\bpanic\b/,
    returnsError: /\breturn (?:[\w.{}"]+, )*(?:err\b(?!\.)|fmt\.Errorf\(|errors\.\w+\()/,
    shows: /^(?:Sp|F?p|P)rint(?:f|ln)?$/i,
    anyError: /^[eE]rror$/,
  },
  strings: {
    split(raw) {
      const quote = raw[0];
      return quote === '"' || quote === '`' ? { open: quote, close: quote, escapes: quote === '"' } : undefined;
    },
  },
  layout: {
    item: /func\b|type\s+\w+\s+(?:struct|interface)\b/y,
    onTop: /\/[/*]/y,
    head: /func\b/y,
    opens: /\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['`', ['/*', '*/']],
  },
  printer: goPrinter,
};

export default [go];
