import type { TreeDescription } from '../tree/description.ts';
import classes from './classes.scm';
import shared from './javascript.scm';
import markup from './markup.scm';
import { javascriptPrinter } from './printer.ts';

/** JavaScript and JSX. */
export const javascript: TreeDescription = {
  id: 'javascript',
  name: 'JavaScript, JSX',
  languageIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.jsx', '.mjs', '.cjs'],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-javascript.wasm',
  scopes: ['source.js', 'source.js.jsx'],
  query: shared + classes + markup,
  comment: { line: '//', block: ['/*', '*/'] },
  quote: "'",
  keys: 'bare',
  fallsThrough: true,
  references: ['identifier', 'member_expression'],
  accessors: [],
  words: {
    throws: /\b(?:throw|reject)\b/,
    shows: /^(?:alert|String|toString|repr)$/,
    nothing: /undefined|\bnull\b/,
    anyError: /^(?:Error|object|any|unknown)$/,
  },
  strings: {
    split(raw) {
      const quote = raw[0];
      if (quote === '`') return raw.includes('${') ? undefined : { open: '`', close: '`', escapes: true };
      return quote === '"' || quote === "'" ? { open: quote, close: quote, escapes: true } : undefined;
    },
  },
  printer: javascriptPrinter,
};

export default [javascript];
