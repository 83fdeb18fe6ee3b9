import shared from '../javascript/javascript.scm';
import { javascript } from '../javascript/javascript.ts';
import markup from '../javascript/markup.scm';
import type { TreeDescription } from '../tree/description.ts';
import own from './typescript.scm';

/** TypeScript without JSX. */
const typescript: TreeDescription = {
  ...javascript,
  id: 'typescript',
  name: 'TypeScript, TSX',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  declarations: /\.d\.[cm]?ts$/,
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm',
  scopes: ['source.ts'],
  queries: [shared, own],
};

/** TypeScript with JSX. */
const tsx: TreeDescription = {
  ...typescript,
  id: 'tsx',
  languageIds: ['typescriptreact'],
  extensions: ['.tsx'],
  queries: [...typescript.queries, markup],
  grammar: '@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm',
  scopes: ['source.tsx'],
};

export default [typescript, tsx];
