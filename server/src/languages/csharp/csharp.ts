import type { TreeDescription } from '../tree/description.ts';
import query from './csharp.scm';
import { csharpModules } from './modules.ts';
import { csharpPrinter } from './printer.ts';

/** C#. */
const csharp: TreeDescription = {
  id: 'csharp',
  name: 'C#',
  languageIds: ['csharp'],
  extensions: ['.cs', '.csx'],
  isProgram: true,
  noFormFor: [
    'directives/a-map-of-functions',
    'directives/an-if-on-the-directive',
    'directives/what-only-asks-for-a-directive',
  ],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-c-sharp.wasm',
  scopes: ['source.cs'],
  modules: csharpModules,
  queries: [query],
  supertypes: { statement: /_statement$|^(?:block|preproc_if)$/ },
  comment: { line: '//', block: ['/*', '*/'] },
  comparesOneType: true,
  quote: '"',
  keys: 'bare',
  statuses: { prefix: '\\bStatusCodes\\.Status\\d{3}' },
  fallsThrough: true,
  references: ['identifier', 'member_access_expression', 'qualified_name'],
  accessors: [],
  words: {
    throws: /\bthrow\b/,
    shows: /^(?:Write(?:Line)?|ToString|Format)$/,
    anyError: /^(?:System\.)?(?:AggregateException|Exception|object)$/,
  },
  strings: {
    split(raw) {
      if (/^@".*"$/s.test(raw)) return { open: '@"', close: '"', escapes: false };
      const lines = /^("{3,20}(?!")[ \t]*\r?\n[ \t]*)[^\r\n]*(\r?\n[ \t]*"{3,20})$/.exec(raw);
      if (lines) return { open: lines[1] ?? '', close: lines[2] ?? '', escapes: false };
      const quotes = /^("{3,20})[^\r\n]*\1$/.exec(raw)?.[1];
      if (quotes) return { open: quotes, close: quotes, escapes: false };
      return /^"(?!"").*"$/s.test(raw) ? { open: '"', close: '"', escapes: true } : undefined;
    },
    ofTemplate(raw) {
      const [open, marks = '', quotes = ''] = /^([$@]*)("{3,}|")/.exec(raw) ?? [];
      if (open === undefined || (marks === '' && quotes === '"')) return undefined;
      if (quotes !== '"') return { open, close: quotes, escapes: false, ...(marks === '$' && { doubles: 'braces' }) };
      const isVerbatim = marks.includes('@');
      // Where both are doubled, only one is undone: a text with the other in it is no JSON then.
      return { open, close: quotes, escapes: !isVerbatim, doubles: isVerbatim ? 'quotes' : 'braces' };
    },
  },
  layout: {
    head: /(?:(?:public|private|protected|internal|static|async|override|virtual|sealed|abstract|new|partial|unsafe)\s{1,40}){1,12}[\w<>[\],.?\s]{0,400}\(/y,
    opens: /\)\s*\{$|^\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['"', ['/*', '*/']],
  },
  printer: csharpPrinter,
};

export default [csharp];
