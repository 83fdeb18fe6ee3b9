import type { Span } from '../../model/model.ts';
import { spanOf } from './constants.ts';
import type { Node } from './node.ts';
import { around, type Source } from './source.ts';
import { readString } from './strings.ts';

/** Where values come from, as far as names tell: `answer` from `fetch(url)`, and `url` from an address. */
export interface Origins {
  /** The expression that a name was given last before an offset; undefined where it is a parameter or unknown. */
  of(name: string, offset: number): Span | undefined;
  /** The expressions that the names in a span were given, and then those that these name, nearest first. */
  behind(span: Span): readonly Span[];
  /** The names in a scope that are given one of these expressions, or something that one of these words stands in. */
  namesMadeOf(words: ReadonlySet<string>, expressions: readonly Span[], scope: Span): readonly string[];
  /** The texts that are written out in a span, but for those of functions in it, which run later. */
  textsIn(span: Span): readonly string[];
}

/** How often a value is followed to what it was made of. */
const DEEPEST = 4;
/** UTF-16 units of an expression whose words are read. */
const LONGEST = 2000;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

interface Given {
  readonly node: Node;
  readonly start: number;
  readonly value: Span;
  /** Whether it belongs to an object or the file, so that its name may stand behind another. */
  readonly isMember: () => boolean;
}

/** Reads what names are given; the work is done when something is first asked. */
export function createOrigins(source: Source): Origins {
  let known: ReadonlyMap<string, readonly Given[]> | undefined;
  let functions: readonly Span[] | undefined;
  let strings: readonly (Span & { readonly node: Node })[] | undefined;

  const given = (name: string): readonly Given[] => {
    known ??= collectGiven(source);
    return known.get(name) ?? [];
  };
  const find = (name: string, offset: number, isMember: boolean): Span | undefined => {
    const candidates = given(name).filter((one) => (!isMember || one.isMember()) && isVisible(source, one, offset));
    return (candidates.findLast(({ value }) => value.end <= offset) ?? candidates.find((one) => one.isMember()))?.value;
  };

  return {
    of: (name, offset) => find(name, offset, false),
    behind(span) {
      const found: Span[] = [];
      const seen = new Set<number>([span.start]);
      let layer: readonly Span[] = [span];
      for (let depth = 0; depth < DEEPEST && layer.length > 0; depth++) {
        layer = layer.flatMap(({ start, end }) => {
          const text = source.text.slice(start, Math.min(end, start + LONGEST));
          return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
            const isMember = /(?:\.|->|::|@)$/.test(text.slice(Math.max(0, index - 2), index));
            const value = find(word, start + index, isMember);
            if (!value || seen.has(value.start)) return [];
            seen.add(value.start);
            return value;
          });
        });
        found.push(...layer);
      }
      return found;
    },
    namesMadeOf(words, expressions, { start, end }) {
      known ??= collectGiven(source);
      const starts = new Set(expressions.map((one) => one.start));
      const isMade = ({ value }: Given): boolean =>
        starts.has(value.start) || wordsOf(source, value).some((word) => words.has(word));
      return [...known].flatMap(([name, all]) =>
        all.some((one) => start <= one.start && one.start < end && isMade(one)) ? name : [],
      );
    },
    textsIn({ start, end }) {
      strings ??= (['string', 'text'] as const)
        .flatMap((kind) => source.constructs.all(kind).map(({ node }) => ({ node, ...spanOf(node) })))
        .toSorted((a, b) => a.start - b.start);
      functions ??= source.constructs.all('function').map(({ node }) => spanOf(node));
      const later = functions.filter((one) => start < one.start && one.end <= end);
      return strings
        .filter((one) => start <= one.start && one.end <= end)
        .filter((one) => !later.some((inner) => inner.start <= one.start && one.end <= inner.end))
        .map(({ node }) => readString(source, node)?.text ?? source.text.slice(node.startIndex, node.endIndex));
    },
  };
}

/** The words of an expression, as far as it is read. */
export function wordsOf({ text }: Source, { start, end }: Span): readonly string[] {
  return text.slice(start, Math.min(end, start + LONGEST)).match(WORD) ?? [];
}

function collectGiven(source: Source): ReadonlyMap<string, readonly Given[]> {
  const known = new Map<string, Given[]>();
  for (const kind of ['binding', 'constant'] as const) {
    for (const { node, parts } of source.constructs.all(kind)) {
      const name = parts.get('name')?.[0]?.text;
      const value = parts.get('value')?.[0];
      const word = name?.match(WORD)?.at(-1);
      if (name === undefined || word === undefined || !value) continue;
      let isMember: boolean | undefined;
      const one = {
        node,
        start: node.startIndex,
        value: spanOf(value),
        // Asked of few: a walk to the root for every name of a long file takes its time.
        isMember: () => {
          isMember ??= /[.>@]/.test(name) || !around(source, node, 'function');
          return isMember;
        },
      };
      const others = known.get(word);
      if (others) others.push(one);
      else known.set(word, [one]);
    }
  }
  for (const all of known.values()) all.sort((a, b) => a.start - b.start);
  return known;
}

/** Whether a place sees what a name was given elsewhere: in the same function, in one around it, or outside of all. */
function isVisible(source: Source, { node, isMember }: Given, offset: number): boolean {
  if (isMember()) return true;
  const scope = around(source, node, 'function');
  return !scope || (scope.node.startIndex <= offset && offset < scope.node.endIndex);
}

/** Whether a function takes a parameter of a name. */
export function takes(source: Source, holder: Node, body: Node | undefined, name: string): boolean {
  const head = source.text.slice(holder.startIndex, Math.min(body?.startIndex ?? holder.startIndex, holder.endIndex));
  return [...head.matchAll(WORD)].some(([word]) => word === name);
}
