import type { TreeDescription } from '../tree/description.ts';
import { rubyModules } from './modules.ts';
import { rubyPrinter } from './printer.ts';
import query from './ruby.scm';

/** What closes a literal that `%` opens. */
const CLOSING: { readonly [open: string]: string } = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Ruby. */
const ruby: TreeDescription = {
  id: 'ruby',
  name: 'Ruby',
  languageIds: ['ruby'],
  extensions: ['.rb', '.rake', '.gemspec'],
  isProgram: true,
  noFormFor: [
    'directives/a-function-named-beside-the-path',
    'directives/a-map-of-functions',
    'directives/an-if-on-the-directive',
    'directives/prefixes-of-other-frameworks',
    'directives/what-only-asks-for-a-directive',
  ],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-ruby.wasm',
  scopes: ['source.ruby'],
  modules: rubyModules,
  queries: [query],
  comment: { line: '#', block: ['=begin', '=end'] },
  quote: "'",
  keys: 'bare',
  statuses: { prefix: '\\bstatus:\\s*:' },
  caught: '$!',
  fallsThrough: false,
  references: ['constant', 'scope_resolution', 'identifier', 'instance_variable', 'class_variable'],
  accessors: [],
  words: {
    throws: /\braise\b/,
    declaresByAssigning: true,
    unchained: /\bcause:\s*nil\b/,
    shows: /^(?:puts|print|p|pp|format|sprintf|to_s|inspect)$/,
    anyError: /^(?:StandardError|Exception|RuntimeError)$/,
  },
  strings: {
    split(raw) {
      if (raw.startsWith("'")) return { open: "'", close: "'", escapes: false };
      if (raw.startsWith('"')) return raw.includes('#{') ? undefined : { open: '"', close: '"', escapes: true };
      if (raw.startsWith(':')) return { open: ':', close: '', escapes: false };
      const [open, kind, bracket = ''] = /^%([qQ]?)([^\w\s])/.exec(raw) ?? [];
      if (!open) return /^[`?<]/.test(raw) ? undefined : { open: '', close: '', escapes: false };
      if (kind !== 'q' && raw.includes('#{')) return undefined;
      return { open, close: CLOSING[bracket] ?? bracket, escapes: kind !== 'q' };
    },
    ofTemplate(raw) {
      if (raw.startsWith('"')) return { open: '"', close: '"', escapes: true };
      const heredoc = /^\r?\n[\s\S]*?(\r?\n[ \t]*\w+)$/.exec(raw)?.[1];
      return heredoc === undefined ? undefined : { open: '', close: heredoc, escapes: true };
    },
  },
  layout: {
    item: /def\b/y,
    onTop: /#/y,
    head: /def\b/y,
    opens: /^def\s+[\w.?!=]+(?:\([^()]*\))?$/,
    closes: /end\s*(?:$|\n)/my,
    goesOn: /(?:rescue|else|ensure)\b/y,
    spans: ['"', "'", '`'],
    never: /<<[~\-A-Z"']|^=begin/m,
  },
  printer: rubyPrinter,
};

export default [ruby];
