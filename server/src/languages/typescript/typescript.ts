import shared from '../javascript/javascript.scm';
import { javascript } from '../javascript/javascript.ts';
import type { TreeDescription } from '../tree/description.ts';
import own from './typescript.scm';

/** TypeScript without JSX. */
export const typescript: TreeDescription = {
  ...javascript,
  id: 'typescript',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  grammar: 'tree-sitter-typescript.wasm',
  query: shared + own,
};

/** TypeScript with JSX. */
export const tsx: TreeDescription = {
  ...typescript,
  id: 'tsx',
  languageIds: ['typescriptreact'],
  extensions: ['.tsx'],
  grammar: 'tree-sitter-tsx.wasm',
};
