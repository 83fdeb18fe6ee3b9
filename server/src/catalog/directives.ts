import { distance } from 'fastest-levenshtein';
import { factsOf } from './text.ts';
import type { Capability, Directive } from './types.ts';

/** NUGU's capabilities and directives, looked up by name. Names are to the letter unless said otherwise. */
export interface DirectiveIndex {
  /** The capability of this name. */
  capability(name: string): Capability | undefined;
  /** The directive of this name, in any spelling that a page prints: `SetEndTime` and `SetEndtime` are one. */
  directive(name: string): Directive | undefined;
  /** The capability that a directive belongs to, by any spelling: no two share one. */
  capabilityOf(directive: string): Capability | undefined;
  /** Every spelling of every directive of a capability, in the order of its page; a slip of the page is none. */
  spellingsOf(capability: Capability): readonly string[];
  /** The capabilities that `text` may have been meant as, the likeliest first; none for one that is right. */
  nearestCapabilities(text: string): readonly Near[];
  /** The same for directives, of all capabilities. */
  nearestDirectives(text: string): readonly Near[];
}

/** A name that a text comes near to. */
export interface Near {
  readonly name: string;
  /** Letters that differ; 0 where only case or separators do. */
  readonly slips: number;
}

/** Indexes capabilities and their directives. */
export function createDirectiveIndex(
  capabilities: readonly Capability[],
  directives: readonly Directive[],
): DirectiveIndex {
  const byName = new Map(capabilities.map((one) => [one.name, one]));
  const bySpelling = new Map(
    directives.flatMap((directive) => spellings(directive).map((spelling) => [spelling, directive] as const)),
  );
  return {
    capability: (name) => byName.get(name),
    directive: (name) => bySpelling.get(name),
    capabilityOf: (directive) => byName.get(bySpelling.get(directive)?.capability ?? ''),
    spellingsOf: ({ name }) => directives.filter(({ capability }) => capability === name).flatMap(spellings),
    nearestCapabilities: (text) => nearest([...byName.keys()], text),
    nearestDirectives: (text) => nearest([...bySpelling.keys()], text),
  };
}

/** The name of a directive, then the other spellings that a page prints. */
function spellings(directive: Directive): readonly string[] {
  const printed = factsOf(directive).flatMap(([, { spelling, defect }]) => (defect ? [] : spelling));
  return [...new Set([directive.name, ...printed])];
}

/** How many letters of a name may be one wrong. */
const LETTERS_PER_SLIP = 6;
const MOST_SLIPS = 3;

function nearest(names: readonly string[], text: string): readonly Near[] {
  if (names.includes(text)) return [];
  const [verb, ...rest] = wordsOf(text);
  return names
    .map((name) => ({
      name,
      slips: slipsBetween(wordsOf(name), [ASKING.has(verb ?? '') ? 'ask' : (verb ?? ''), ...rest]),
    }))
    .filter(({ slips }) => Number.isFinite(slips))
    .sort((a, b) => a.slips - b.slips || sharedStart(b.name, text) - sharedStart(a.name, text));
}

function sharedStart(name: string, text: string): number {
  const end = [...name].findIndex((letter, index) => letter !== text[index]);
  return end < 0 ? name.length : end;
}

/** Words for asking how things are. NUGU says `ask`, and a program of one's own may say any. */
const ASKING = new Set(['get', 'query', 'read', 'report']);
/** First words that mean something else each: one for another is no slip of the keyboard. */
const VERBS = new Set(
  'ask set reset increase decrease turn change start stop cancel check adjust toggle enable disable open close'.split(
    ' ',
  ),
);
/** What a name may end in; one for another is no slip either. */
const ENDS = new Set('on off max min'.split(' '));

function slipsBetween(name: readonly string[], text: readonly string[]): number {
  const differs = (words: ReadonlySet<string>, at: number): boolean => {
    const [own, other] = [name.at(at) ?? '', text.at(at) ?? ''];
    return own !== other && words.has(own) && words.has(other);
  };
  if (differs(VERBS, 0) || differs(ENDS, -1)) return Number.POSITIVE_INFINITY;
  const joined = name.join('');
  const slips = distance(joined, text.join(''));
  return slips <= Math.min(MOST_SLIPS, Math.floor(joined.length / LETTERS_PER_SLIP)) ? slips : Number.POSITIVE_INFINITY;
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
