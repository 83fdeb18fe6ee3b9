import { makesAddress } from '../../../knowledge/clients.ts';
import type { Span } from '../../../model/model.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { firstFrom } from './placed.ts';
import { bareName, type Source, spanOf } from './source.ts';
import { readString } from './strings.ts';

/** Where values come from, as far as names tell: `answer` from `fetch(url)`, and `url` from an address. */
export interface Origins {
  /** The expression that a name was given last before an offset; undefined where it is a parameter or unknown. */
  of(name: string, offset: number): Span | undefined;
  /** The expressions that the names in a span were given, and then those that these name, nearest first. */
  behind(span: Span): readonly Span[];
  /**
   * The names in a scope that are given one of these expressions, or something that one of these words, or of such names,
   * stands in. @param leftOut what is read of no expression
   */
  namesMadeOf(
    words: ReadonlySet<string>,
    expressions: readonly Span[],
    scope: Span,
    leftOut: RegExp,
  ): readonly string[];
  /** The texts that are written out in a span, but for those of functions in it, which run later. */
  textsIn(span: Span): readonly string[];
}

/** How often a value is followed to what it was made of. */
const MOST_STEPS = 4;
/** UTF-16 units of an expression whose words are read. */
const EXPRESSION_LIMIT_UNITS = 2000;
/** UTF-16 units beside a name that tell whether it is a key. */
const NEAR_UNITS = 40;
/** UTF-16 units of a function that makes an address and does nothing else. */
const HELPER_LIMIT_UNITS = 500;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** How many givings of one name are looked through for the one that counts: a long file has thousands. */
const MOST_GIVINGS = 40;

interface Given {
  readonly start: number;
  readonly value: Span;
  /** The function it stands in; none for what belongs to the file or a class. */
  readonly scope: Span | undefined;
  /** It belongs to an object or the file, so that its name may stand behind another. */
  readonly isMember: boolean;
}

/** Reads what names are given; the work is done when something is first asked. */
export function createOrigins(source: Source): Origins {
  let known: ReadonlyMap<string, readonly Given[]> | undefined;
  let functions: Nesting | undefined;
  let strings: readonly (Span & { readonly node: Node })[] | undefined;

  let parameters: ReadonlyMap<string, readonly Span[]> | undefined;

  const nesting = (): Nesting => {
    functions ??= nest(source.constructs.all('function').map(({ node }) => spanOf(node)));
    return functions;
  };
  const all = (): ReadonlyMap<string, readonly Given[]> => {
    known ??= collectGiven(source, nesting());
    return known;
  };
  const find = (name: string, offset: number, isMember: boolean): Span | undefined => {
    const given = all().get(name);
    if (!given) return undefined;
    const behind = firstFrom(given, offset);
    const fits = (one: Given): boolean => (!isMember || one.isMember) && isVisible(one, offset);
    return (
      given.slice(Math.max(0, behind - MOST_GIVINGS), behind).findLast((one) => one.value.end <= offset && fits(one)) ??
      given.slice(0, MOST_GIVINGS).find((one) => one.isMember && fits(one))
    )?.value;
  };

  const texts = (): readonly (Span & { readonly node: Node })[] => {
    strings ??= (['string', 'text'] as const)
      .flatMap((kind) => source.constructs.all(kind).map(({ node }) => ({ node, ...spanOf(node) })))
      .toSorted((a, b) => a.start - b.start);
    return strings;
  };
  /** Whether a function between two offsets, in which a word stands, takes a parameter of that name. */
  const isHidden = (word: string, start: number, offset: number): boolean => {
    parameters ??= collectParameters(source);
    return parameters.get(word)?.some((one) => start <= one.start && one.start <= offset && offset < one.end) ?? false;
  };
  /** Whether a word stands in a text that nothing is put into: `api` in `"https://api.example.com"` is no name. */
  const isText = (offset: number): boolean => {
    const before = texts()[firstFrom(texts(), offset) - 1];
    return before !== undefined && offset < before.end && !/[{$#\\]/.test(before.node.text);
  };

  return {
    of: (name, offset) => find(name, offset, false),
    behind(span) {
      const found: Span[] = [];
      const seen = new Set<number>([span.start]);
      let layer: readonly Span[] = [span];
      for (let depth = 0; depth < MOST_STEPS && layer.length > 0; depth++) {
        layer = layer.flatMap(({ start, end }) => {
          const text = source.text.slice(start, Math.min(end, start + EXPRESSION_LIMIT_UNITS));
          return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
            if (isText(start + index) || isKey(text, index, word) || isHidden(word, start, start + index)) return [];
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
    namesMadeOf(words, expressions, { start, end }, leftOut) {
      const starts = new Set(expressions.map((one) => one.start));
      const inside = [...all()].flatMap(([name, given]) => {
        const values = given.slice(firstFrom(given, start), firstFrom(given, end)).slice(0, MOST_GIVINGS);
        return values.length > 0 ? { name, values: values.map(({ value }) => value) } : [];
      });
      const made = new Set<string>();
      let known = words;
      for (let depth = 0; depth < MOST_STEPS; depth++) {
        const isMade = (value: Span): boolean =>
          (depth === 0 && starts.has(value.start)) || wordsOf(source, value, leftOut).some((word) => known.has(word));
        const next = inside
          .filter(({ name, values }) => !made.has(name) && values.some(isMade))
          .map(({ name }) => name);
        if (next.length === 0) break;
        for (const name of next) made.add(name);
        known = new Set(next);
      }
      return [...made];
    },
    textsIn({ start, end }) {
      const holder = nesting().around(start);
      const written = texts();
      return written
        .slice(firstFrom(written, start), firstFrom(written, end))
        .filter((one) => one.end <= end && nesting().around(one.start)?.start === holder?.start)
        .map(({ node }) => readString(source, node)?.text ?? source.text.slice(node.startIndex, node.endIndex));
    },
  };
}

/** Whether a word is the key of an entry or the label of an argument, and stands for no value: `baseURL: url`, `url=base`. */
function isKey(text: string, index: number, word: string): boolean {
  return (
    /[({,]\s*$/.test(text.slice(Math.max(0, index - NEAR_UNITS), index)) &&
    /^\s*(?::(?!:)|=(?![=>~]))/.test(text.slice(index + word.length, index + word.length + NEAR_UNITS))
  );
}

/** The words of an expression, as far as it is read, but for those in what is left out. */
export function wordsOf({ text }: Source, { start, end }: Span, leftOut?: RegExp): readonly string[] {
  const expression = text.slice(start, Math.min(end, start + EXPRESSION_LIMIT_UNITS));
  return (leftOut ? expression.replace(leftOut, ' ') : expression).match(WORD) ?? [];
}

/** Spans of which some lie within others. */
interface Nesting {
  /** The innermost one around an offset. */
  around(offset: number): Span | undefined;
}

function nest(spans: readonly Span[]): Nesting {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const parents: number[] = [];
  sorted.forEach(({ start }, index) => {
    let parent = index - 1;
    while (parent >= 0 && (sorted[parent]?.end ?? 0) <= start) parent = parents[parent] ?? -1;
    parents.push(parent);
  });
  return {
    around(offset) {
      let at = firstFrom(sorted, offset + 1) - 1;
      while (at >= 0 && (sorted[at]?.end ?? 0) <= offset) at = parents[at] ?? -1;
      return sorted[at];
    },
  };
}

/** The functions that take a parameter of a name. */
function collectParameters({ constructs }: Source): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>();
  for (const kind of ['function', 'lambda'] as const) {
    for (const { node, parts } of constructs.all(kind)) {
      for (const parameter of parts.parameter ?? []) {
        const name = bareName(parameter) ?? '';
        found.set(name, [...(found.get(name) ?? []), spanOf(node)]);
      }
    }
  }
  return found;
}

function collectGiven(source: Source, functions: Nesting): ReadonlyMap<string, readonly Given[]> {
  const known = new Map<string, Given[]>();
  for (const [name, one] of [...valuesGiven(source, functions), ...addressHelpers(source)]) {
    const others = known.get(name);
    if (others) others.push(one);
    else known.set(name, [one]);
  }
  for (const all of known.values()) all.sort((a, b) => a.start - b.start);
  return known;
}

function valuesGiven(source: Source, functions: Nesting): readonly (readonly [string, Given])[] {
  const bindings = (['binding', 'constant'] as const).flatMap((kind) => source.constructs.all(kind));
  return bindings.flatMap((binding) => {
    const [name, value] = [part(binding, 'name')?.text, part(binding, 'value')];
    if (name === undefined || !value) return [];
    const start = binding.node.startIndex;
    const scope = functions.around(start);
    const one = { start, value: spanOf(value), scope, isMember: !scope || /[.>@]/.test(name) };
    // A pattern takes all of its names out of the value: `const { ok, body } = await fetch(url)`.
    const words = name.match(WORD) ?? [];
    return (/^[{[]/.test(name) ? words : words.slice(-1)).map((word) => [word, one] as const);
  });
}

/** What only makes an address, or a request to one, stands for that: `url("/devices")`. */
function addressHelpers(source: Source): readonly (readonly [string, Given])[] {
  return source.constructs.all('function').flatMap((helper) => {
    const [name, body] = [part(helper, 'name')?.text, part(helper, 'body')];
    if (name === undefined || !body || !makesAddress(name)) return [];
    if (body.endIndex - body.startIndex > HELPER_LIMIT_UNITS) return [];
    return [[name, { start: helper.node.startIndex, value: spanOf(body), scope: undefined, isMember: true }] as const];
  });
}

/** Whether a place sees what a name was given elsewhere: in the same function, in one around it, or outside of all. */
function isVisible({ scope, isMember }: Given, offset: number): boolean {
  return isMember || !scope || (scope.start <= offset && offset < scope.end);
}

/** Whether a function takes a parameter of a name. */
export function takes(source: Source, holder: Node, body: Node | undefined, name: string): boolean {
  const head = source.text.slice(holder.startIndex, Math.min(body?.startIndex ?? holder.startIndex, holder.endIndex));
  return [...head.matchAll(WORD)].some(([word]) => word === name);
}
