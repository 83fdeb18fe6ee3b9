import { CLIENT_NAMES, makesBasedClient } from '../../../knowledge/clients.ts';
import { typesDeclaredIn } from '../../../knowledge/declarations.ts';
import { finderOf } from '../excerpt/nameFinder.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Named } from './constants.ts';
import type { Declarations } from './readModel.ts';
import type { Source } from './source.ts';

/** UTF-16 units of a value that are looked at for whether it makes a client. */
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
      .some(({ isBare }) => !isBare || !(constructs.at(at, 'object') || constructs.at(at, 'string')));
  const shared = [...constants.all()].filter(
    ({ at }) => !(constructs.at(at, 'object') || constructs.at(at, 'integer')) || !isLocal(source, at),
  );
  const own = shared.filter(isTelling).map(({ name }) => name);
  const find = finderOf(own);
  const lists = shared.filter(({ text }) => find(text).length > 0).map(({ name }) => name);
  const clients = [...types].filter(([, words]) => words.some(vocabulary.isClient)).map(([name]) => name);
  const based = basedClients(source, (text) => vocabulary.cues(text).length > 0 || find(text).length > 0);
  return [...new Set([...own, ...lists, ...clients, ...based, ...sessions(source)])]
    .map((name) => name.replace(/^.*[.>:@$]/, ''))
    .sort();
}

/** The names of clients that were made with an address that tells. */
function basedClients({ constructs }: Source, isTelling: (text: string) => boolean): readonly string[] {
  return [...constructs.all('binding'), ...constructs.all('constant')].flatMap((given) => {
    const [name, value] = [part(given, 'name'), part(given, 'value')];
    const text = value?.text.slice(0, VALUE_LIMIT_UNITS) ?? '';
    return name && makesBasedClient(text) && isTelling(text) ? name.text : [];
  });
}

/** What a type that talks to a vendor may send its requests by, where the file declares one. */
function sessions({ text, vocabulary }: Source): readonly string[] {
  const types = typesDeclaredIn(text);
  return types.some((type) => vocabulary.isClient(type)) ? CLIENT_NAMES : [];
}

/** Whether something is declared in the body of a function. */
function isLocal(source: Source, declared: Node): boolean {
  for (let at = declared; at.parent; at = at.parent) {
    const body = source.constructs.at(at.parent, 'function');
    if (body && part(body, 'body')?.id === at.id) return true;
  }
  return false;
}
