import type { TreeDescription } from '../tree/description.ts';
import { isBeyondGrammar } from './limits.ts';
import { yamlPrinter } from './printer.ts';
import query from './yaml.scm';

/** YAML 1.2: OpenAPI descriptions with their examples, test data. */
const yaml: TreeDescription = {
  id: 'yaml',
  name: 'YAML',
  languageIds: ['yaml'],
  extensions: ['.yaml', '.yml'],
  isProgram: false,
  grammar: '@tree-sitter-grammars/tree-sitter-yaml/tree-sitter-yaml.wasm',
  scopes: ['source.yaml'],
  queries: [query],
  comment: { line: '#' },
  quote: '"',
  keys: 'bare',
  fallsThrough: false,
  references: [],
  accessors: [],
  strings: {
    split(raw) {
      const quote = /^["']/.exec(raw)?.[0] ?? '';
      return { open: quote, close: quote, escapes: quote === '"' };
    },
    ofTemplate(raw) {
      const open = /^[|>][^\r\n]*\r?\n/.exec(raw)?.[0];
      return open === undefined ? undefined : { open, close: '', escapes: false };
    },
  },
  isTangled: isBeyondGrammar,
  printer: yamlPrinter,
};

export default [yaml];
