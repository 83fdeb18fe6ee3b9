import type { TreeDescription } from '../tree/description.ts';
import query from './java.scm';
import { javaModules } from './modules.ts';
import { javaPrinter } from './printer.ts';

/** Java, up to switch patterns and text blocks. */
const java: TreeDescription = {
  id: 'java',
  name: 'Java',
  languageIds: ['java'],
  extensions: ['.java'],
  isProgram: true,
  noFormFor: [
    'directives/a-function-named-beside-the-path',
    'directives/a-map-of-functions',
    'directives/prefixes-of-other-frameworks',
    'directives/the-same-in-other-frameworks',
    'directives/what-only-asks-for-a-directive',
    'mentions/a-default-of-a-parameter',
    'sites/a-map-with-a-spread-is-open',
  ],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-java.wasm',
  scopes: ['source.java'],
  modules: javaModules,
  queries: [query],
  supertypes: { statement: /_(?:statement|declaration)$|^(?:block|switch_expression)$/ },
  comment: { line: '//', block: ['/*', '*/'] },
  comparesOneType: true,
  quote: '"',
  keys: 'quoted',
  statuses: { prefix: '\\bHttpServletResponse\\.SC_' },
  refusesUnreachable: true,
  fallsThrough: true,
  references: ['identifier', 'field_access', 'scoped_identifier'],
  accessors: ['code', 'value'],
  words: {
    throws: /\bthrow\b/,
    shows: /^(?:print|println|printf|format|toString|valueOf)$/,
    nothing: /\bOptional\b/,
    anyError: /^(?:java\.lang\.)?(?:Throwable|Exception|RuntimeException|Error)$|^(?:Execution|Completion)Exception$/,
  },
  strings: {
    split(raw) {
      if (raw.includes('\\{')) return undefined;
      // The line break behind the opening quotes and the indentation of a text block are no part of its text.
      const [open] = /^"""[ \t]*\r?\n[ \t]*/.exec(raw) ?? [];
      if (open) return { open, close: /(?:\r?\n[ \t]*)?"""$/.exec(raw)?.[0] ?? '"""', escapes: true };
      return raw.startsWith('"') ? { open: '"', close: '"', escapes: true } : undefined;
    },
  },
  layout: {
    head: /(?:(?:public|private|protected|static|final|synchronized|abstract|default)\s{1,40}){1,12}[\w<>[\],.?\s]{0,400}\(/y,
    opens: /\)\s*(?:throws\s[\w\s,.]+)?\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['"""', ['/*', '*/']],
  },
  printer: javaPrinter,
};

export default [java];
