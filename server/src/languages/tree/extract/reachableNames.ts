import { finderOf } from '../excerpt/nameFinder.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Named } from './constants.ts';
import { outsideTypes } from './outside.ts';
import type { Declarations } from './readModel.ts';
import type { Source } from './source.ts';

/**
 * The names by which a function may be about codes although it holds none: of constants and lists, and of whatever
 * talks to a vendor. Of what a function declares for itself, numbers and maps are left out, since these have names such
 * as `width` and `response`.
 */
export function reachableNames({ source, constants, types }: Declarations): readonly string[] {
  const { vocabulary, constructs } = source;
  // Maps over numbers decide on nothing, and many an object holds a number; in a longer text it is a part of something.
  const isTelling = ({ at, text }: Named): boolean =>
    vocabulary
      .cues(text)
      .some(({ isBare }) => !isBare || !(constructs.at(at, 'object') || constructs.at(at, 'string')));
  const shared = [...constants.all()].filter(
    ({ at }) => !(constructs.at(at, 'object') || constructs.at(at, 'integer')) || !isLocal(source, at),
  );
  const own = shared.filter(isTelling).map(({ name }) => name);
  const outside = [...source.outside.names.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1));
  const find = finderOf([...own, ...outside]);
  const lists = shared.filter(({ text }) => find(text).length > 0).map(({ name }) => name);
  const isClient = (words: readonly string[]): boolean =>
    words.some(vocabulary.isClient) ||
    outsideTypes(source, words).some(({ kind }) => kind === 'type' || kind === 'value');
  const clients = [...types].filter(([, words]) => isClient(words)).map(([name]) => name);
  return [...new Set([...own, ...lists, ...clients])].map((name) => name.replace(/^.*[.>:]/, '')).sort();
}

/** Whether something is declared in the body of a function. */
function isLocal(source: Source, declared: Node): boolean {
  for (let at = declared; at.parent; at = at.parent) {
    const body = source.constructs.at(at.parent, 'function');
    if (body && part(body, 'body')?.id === at.id) return true;
  }
  return false;
}
