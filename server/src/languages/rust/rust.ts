import type { TreeDescription } from '../tree/description.ts';
import { rustModules } from './modules.ts';
import { rustPrinter } from './printer.ts';
import query from './rust.scm';

/** Rust. */
const rust: TreeDescription = {
  id: 'rust',
  name: 'Rust',
  languageIds: ['rust'],
  extensions: ['.rs'],
  isProgram: true,
  noFormFor: [
    'directives/a-function-named-beside-the-path',
    'directives/a-map-of-functions',
    'directives/a-switch-on-the-directive',
    'directives/an-if-on-the-directive',
    'directives/prefixes-of-other-frameworks',
    'directives/what-only-asks-for-a-directive',
    'mentions/a-default-of-a-parameter',
    'sites/a-map-with-a-spread-is-open',
  ],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-rust.wasm',
  scopes: ['source.rust'],
  modules: rustModules,
  queries: [query],
  comment: { line: '//', block: ['/*', '*/'] },
  comparesOneType: true,
  quote: '"',
  keys: 'quoted',
  fallsThrough: false,
  givesLast: true,
  references: ['identifier', 'scoped_identifier', 'field_expression'],
  accessors: ['code', 'as_str'],
  words: {
    throws: /\b(?:panic|bail)!|\breturn\s+Err\b/,
    putIntoText: /(?<!\{)\{([a-z_]\w*)(?::[^{}]*)?\}/g,
    shows: /^(?:e?print(?:ln)?|dbg|format|to_string)$/,
    wraps: /^(?:Ok|Some)$/,
    nothing: /\bOption\b/,
    anyError: /^(?:std::error::)?Error$/,
  },
  strings: {
    split(raw) {
      const [open = '', hashes] = /^r(#*)"/.exec(raw) ?? [];
      if (hashes !== undefined) return { open, close: `"${hashes}`, escapes: false };
      return raw.startsWith('"') ? { open: '"', close: '"', escapes: true } : undefined;
    },
    ofTemplate(raw) {
      // No JSON begins with two braces: `format!("{{\"resultCode\": …}}")`.
      const [, isRaw, hashes = ''] = /^(r?)(#*)"\s*\{\{/.exec(raw) ?? [];
      if (isRaw === undefined) return undefined;
      return { open: `${isRaw}${hashes}"`, close: `"${hashes}`, escapes: isRaw === '', doubles: 'braces' };
    },
  },
  layout: {
    item: /(?:pub(?:\([^)\n]*\))?\s+)?(?:(?:const|async|unsafe)\s+)*fn\b/y,
    onTop: /#\[|\/[/*]/y,
    head: /(?:pub(?:\([^)\n]*\))?\s+)?(?:(?:const|async|unsafe)\s+)*fn\b/y,
    opens: /\{$/,
    closes: /\}\s*(?:$|\n)/my,
    spans: ['"', ['/*', '*/']],
  },
  printer: rustPrinter,
};

export default [rust];
