import type { TreeDescription } from '../tree/description.ts';
import classes from './classes.scm';
import shared from './javascript.scm';
import markup from './markup.scm';
import { javascriptModules } from './modules.ts';
import { javascriptPrinter } from './printer.ts';

/** JavaScript and JSX, and Google's Apps Script. */
export const javascript: TreeDescription = {
  id: 'javascript',
  name: 'JavaScript, JSX, Apps Script',
  languageIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.jsx', '.mjs', '.cjs', '.gs'],
  isProgram: true,
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-javascript.wasm',
  scopes: ['source.js', 'source.js.jsx'],
  modules: javascriptModules,
  queries: [shared, classes, markup],
  libraries: 'javascript',
  supertypes: {
    statement: /_(?:statement|declaration|signature|alias)$|^(?:statement_block|module|internal_module)$/,
  },
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
    ofTemplate: (raw) => (raw.startsWith('`') ? { open: '`', close: '`', escapes: true } : undefined),
  },
  layout: {
    item: /(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\b|(?:interface|type)\s+[\w$]+\s*[<={]|(?:class|enum|namespace)\s+(?<name>[\w$]+)|(?:describe|it|test|suite)(?:\.\w+)*\(|const\s+[\w$]+\s*=\s*(?:async\s*)?(?:\([^()\n]*\)|[\w$]+)\s*(?::[^=\n]*)?=>\s*\{\r?\n)/y,
    onTop: /@|\/[/*]/y,
    head: /(?:export\s+)?(?:default\s+)?(?:async\s+)?function\b|(?:export\s+)?(?:const|let|var)\s+[\w$]+\s*(?::[^=\n]*)?=\s*(?:async\b|function\b|\(|<|[\w$]+\s*=>)|(?:(?:public|private|protected|static|override|async|get|set)\s+)*[*#]?(?!(?:if|for|while|switch|catch|with|return|super|new|await|throw|typeof|do|else|try|function|yield|case)\b)[\w$]+\s*(?:<[^>\n]*>)?\(/y,
    opens: /(?:\)|=>)\s*(?::[^{}]*)?\{$/,
    closes: /\}[,;]?\s*(?:$|\n)/my,
    spans: ['`', ['/*', '*/']],
  },
  printer: javascriptPrinter,
};

export default [javascript];
