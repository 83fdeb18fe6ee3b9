import type { TreeDescription } from '../tree/description.ts';
import { phpModules } from './modules.ts';
import query from './php.scm';
import { phpPrinter } from './printer.ts';

/** PHP, with the HTML around it. */
const php: TreeDescription = {
  id: 'php',
  name: 'PHP',
  languageIds: ['php'],
  extensions: ['.php', '.phtml'],
  isProgram: true,
  noFormFor: [
    'directives/an-if-on-the-directive',
    'directives/prefixes-of-other-frameworks',
    'directives/what-only-asks-for-a-directive',
  ],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-php.wasm',
  scopes: ['source.php'],
  modules: phpModules,
  queries: [query],
  supertypes: { statement: /_(?:statement|declaration|definition)$/ },
  comment: { line: '//', block: ['/*', '*/'], behind: /<\?php(?:[ \t]*\r?\n|[ \t])/ },
  quote: "'",
  keys: 'quoted',
  statuses: { prefix: '\\bResponse::HTTP_', setter: 'http_response_code' },
  fallsThrough: true,
  references: [
    'name',
    'qualified_name',
    'class_constant_access_expression',
    'member_access_expression',
    'variable_name',
    'scoped_property_access_expression',
  ],
  accessors: ['value'],
  words: {
    throws: /\bthrow\b/,
    declaresByAssigning: true,
    shows: /^(?:echo|print|printf|sprintf|var_dump|print_r|strval|error_log|syslog)$/,
    nothing: /\bnull\b/,
    anyError: /^\\?(?:Throwable|Exception|Error)$/,
  },
  strings: {
    split(raw) {
      if (raw.startsWith("'")) return { open: "'", close: "'", escapes: false };
      if (raw.startsWith('"')) return isPlain(raw) ? { open: '"', close: '"', escapes: true } : undefined;
      const [, open = '', mark = '', close = ''] =
        /^(<<<[ \t]*(['"]?)\w+\2\r?\n[ \t]*)[^\r\n]*(\r?\n[ \t]*\w+)$/.exec(raw) ?? [];
      const isNowdoc = mark === "'";
      return open && (isNowdoc || isPlain(raw)) ? { open, close, escapes: !isNowdoc } : undefined;
    },
    ofTemplate(raw) {
      if (raw.startsWith('"')) return { open: '"', close: '"', escapes: true };
      const [, open = '', mark = '', close = ''] =
        /^(<<<[ \t]*(['"]?)\w+\2\r?\n)[\s\S]*?(\r?\n[ \t]*\w+)$/.exec(raw) ?? [];
      return open === '' ? undefined : { open, close, escapes: mark !== "'" };
    },
  },
  layout: {
    item: /function\b/y,
    onTop: /#\[|\/[/*]/y,
    head: /(?:(?:public|private|protected|static|final|abstract)\s+)*function\b/y,
    opens: /\)\s*(?::\s*[?\w\\|]+)?\s*\{$|^\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['"', "'", ['/*', '*/']],
    never: /<<<|\?>/,
  },
  printer: phpPrinter,
};

/** Whether a text in double quotes puts no variable into itself. */
function isPlain(raw: string): boolean {
  return !/(?<!\\)(?:\$[\p{L}_{]|\{\$)/u.test(raw);
}

export default [php];
