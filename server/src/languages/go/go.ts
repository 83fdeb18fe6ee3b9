import type { TreeDescription } from '../tree/description.ts';
import query from './go.scm';
import { goPrinter } from './printer.ts';

/** Go. */
const go: TreeDescription = {
  id: 'go',
  languageIds: ['go'],
  extensions: ['.go'],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm',
  scopes: ['source.go'],
  query,
  comment: { line: '//', block: ['/*', '*/'] },
  quote: '"',
  keys: 'quoted',
  statuses: { prefix: '\\bhttp\\.Status', setter: 'WriteHeader' },
  fallsThrough: false,
  references: ['identifier', 'selector_expression'],
  accessors: [],
  strings: {
    split(raw) {
      const quote = raw[0];
      return quote === '"' || quote === '`' ? { open: quote, close: quote, escapes: quote === '"' } : undefined;
    },
  },
  printer: goPrinter,
};

export default [go];
