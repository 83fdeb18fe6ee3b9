// How `.scm` files are bundled: each is a module that exports its path, to name it in errors, and its text.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** @type {import('esbuild').Plugin} */
export const queryFiles = {
  name: 'query files',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.scm$/ }, (file) => {
      const path = relative(root, file.path).replaceAll('\\', '/');
      return { contents: JSON.stringify({ path, text: readFileSync(file.path, 'utf8') }), loader: 'json' };
    }),
};
