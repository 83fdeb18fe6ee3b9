import { mayMakeClient } from '../../../knowledge/clients.ts';
import { finderOf } from '../excerpt/nameFinder.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Named } from './constants.ts';
import { outsideTypes } from './outside.ts';
import type { Declarations } from './readModel.ts';
import { requestHelpers } from './requestHelpers.ts';
import { around, type Source } from './source.ts';

/** UTF-16 units of a value that are looked at for what it makes. */
const VALUE_LIMIT_UNITS = 2000;

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
      .some(
        ({ isBare, isRequest }) =>
          !isRequest && (!isBare || !(constructs.at(at, 'object') || constructs.at(at, 'string'))),
      );
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
  const made = madeClients(source, (text) => vocabulary.cues(text).length > 0 || find(text).length > 0);
  const helpers = requestHelpers(source, types);
  return [...new Set([...own, ...lists, ...clients, ...made, ...helpers])]
    .map((name) => name.replace(/^.*[.>:@$]/, ''))
    .sort();
}

/** The names of what may be clients, outside of functions or kept by an object, and made with something that tells. */
function madeClients(source: Source, isTelling: (text: string) => boolean): readonly string[] {
  const given = [...source.constructs.all('binding'), ...source.constructs.all('constant')];
  return given.flatMap((one) => {
    const [name, value] = [part(one, 'name'), part(one, 'value')];
    if (!name || !value?.text.includes('(')) return [];
    if (!/[.>@]/.test(name.text) && around(source, name, 'function')) return [];
    const text = value.text.slice(0, VALUE_LIMIT_UNITS);
    return mayMakeClient(text) && isTelling(text) ? name.text : [];
  });
}

/** Whether something is declared in the body of a function. */
function isLocal(source: Source, declared: Node): boolean {
  for (let at = declared; at.parent; at = at.parent) {
    const body = source.constructs.at(at.parent, 'function');
    if (body && part(body, 'body')?.id === at.id) return true;
  }
  return false;
}
