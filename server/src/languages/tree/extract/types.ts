import { KEYWORD } from '../../../knowledge/keywords.ts';
import { hasNumberedCode } from '../../../knowledge/numberTypes.ts';
import { part } from '../query/constructs.ts';
import { bareName, type Source } from './source.ts';

/** The types that names were declared, tested or caught with. */
export type Types = ReadonlyMap<string, readonly string[]>;

/** What a value is made with: `ThinQApi(…)`, `await new thinq.Api({ … })`. */
const MADE = new RegExp(
  `^(?:${KEYWORD.waits}\\s+)?(?:${KEYWORD.makes}\\s+)?\\\\?((?:\\w+(?:\\.|::|\\\\))*[A-Z]\\w*)\\s*[({.]`,
);

/** UTF-16 units of a value that are looked at for what it is made with. */
const START_LIMIT_UNITS = 80;

/**
 * Collects what `@typed` says, and what names are made with (`api = ThinQApi(…)`). A name's types are all that any
 * place in the file gives it.
 */
export function collectTypes(source: Source): Types {
  const types = new Map<string, Set<string>>();
  // A type that any error has says nothing, but where it says what its code is.
  const saysSomething = (word: string): boolean =>
    !source.description.words?.anyError.test(word) || hasNumberedCode(word);
  const add = (name: string | undefined, words: readonly string[]): void => {
    const telling = words.filter(saysSomething);
    if (!name || telling.length === 0) return;
    const known = types.get(name) ?? new Set();
    types.set(name, known);
    for (const word of telling) known.add(word);
  };
  for (const named of [...source.constructs.all('binding'), ...source.constructs.all('constant')]) {
    const value = part(named, 'value');
    if (!value) continue;
    const end = Math.min(value.endIndex, value.startIndex + START_LIMIT_UNITS);
    const made = MADE.exec(source.text.slice(value.startIndex, end))?.[1];
    add(bareName(part(named, 'name')), made?.match(/\b[A-Z]\w*/g) ?? []);
  }
  for (const typed of source.constructs.all('typed')) {
    const words = part(typed, 'type')?.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
    add(bareName(part(typed, 'name')), words);
  }
  for (const [name, outside] of source.outside.names)
    if (outside?.kind === 'value' && !types.has(name)) add(name, outside.types);
  return new Map([...types].map(([name, words]) => [name, [...words]]));
}
