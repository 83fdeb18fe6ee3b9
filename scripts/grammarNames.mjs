// Asks grammars of tree-sitter what their nodes and fields are called.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { root } from './setup.mjs';

/** What has no symbol of its own in any grammar, but is matched by queries. */
const ALWAYS = ['ERROR', 'MISSING'];

/**
 * @typedef {object} GrammarNames
 * @property {(type: string, isNamed: boolean) => boolean} hasNode
 * @property {(name: string) => boolean} hasField
 */

/**
 * What grammars have names for.
 *
 * @param {readonly string[]} grammars their files, in packages or in this repository
 * @returns {Promise<Map<string, GrammarNames>>} by file
 */
export async function namesOfGrammars(grammars) {
  await Parser.init();
  const names = new Map();
  for (const grammar of new Set(grammars)) names.set(grammar, namesOf(await Language.load(bytesOf(grammar))));
  return names;
}

function bytesOf(grammar) {
  const paths = [join(root, 'node_modules', grammar), join(root, grammar)];
  const path = paths.find((path) => existsSync(path));
  if (path === undefined) throw new Error(`There is no ${grammar}, neither in node_modules/ nor in this repository.`);
  return readFileSync(path);
}

/** @param {Language} language */
function namesOf(language) {
  return {
    hasNode: (type, isNamed) => ALWAYS.includes(type) || language.idForNodeType(type, isNamed) !== null,
    hasField: (name) => language.fieldIdForName(name) !== null,
  };
}
