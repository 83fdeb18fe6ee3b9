import type { TreeDescription } from '../tree/description.ts';
import query from './java.scm';
import { javaPrinter } from './printer.ts';

/** Java, up to switch patterns and text blocks. */
const java: TreeDescription = {
  id: 'java',
  languageIds: ['java'],
  extensions: ['.java'],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-java.wasm',
  scopes: ['source.java'],
  query,
  comment: { line: '//', block: ['/*', '*/'] },
  quote: '"',
  keys: 'quoted',
  statuses: { prefix: '\\bHttpServletResponse\\.SC_' },
  fallsThrough: true,
  references: ['identifier', 'field_access', 'scoped_identifier'],
  accessors: ['code', 'value'],
  strings: {
    split(raw) {
      if (raw.includes('\\{')) return undefined;
      // The line break behind the opening quotes and the indentation of a text block are no part of its text.
      const [open] = /^"""[ \t]*\r?\n[ \t]*/.exec(raw) ?? [];
      if (open) return { open, close: /(?:\r?\n[ \t]*)?"""$/.exec(raw)?.[0] ?? '"""', escapes: true };
      return raw.startsWith('"') ? { open: '"', close: '"', escapes: true } : undefined;
    },
  },
  printer: javaPrinter,
};

export default [java];
