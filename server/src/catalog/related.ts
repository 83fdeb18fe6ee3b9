import { factsOf, type TextIndex, textOf } from './text.ts';
import type { Code, CodeRange } from './types.ts';

/** Finds codes that have to do with each other. */
export interface RelatedIndex {
  /** See `Catalog.mostRelated`. */
  mostRelated(others: readonly Code[], candidates: readonly Code[], most: number): readonly Code[];
}

/** What else the catalog knows of codes. */
interface Known {
  readonly twins: TextIndex['twins'];
  rangeOf(code: Code): CodeRange | undefined;
  directivesOf(code: Code): readonly string[];
}

/** A word that more of a vendor's device-level codes have than this share of them makes no two alike: `not`, `device`. */
const COMMON_SHARE = 1 / 4;

/** How much two codes have to do with each other: ties, the strongest first. The first in which two differ decides. */
type Ties = readonly number[];

/**
 * Codes are related by their text, which two may share; then by their family, which for ThinQ is a range and an HTTP
 * status, for NUGU a directive; then by telling words, by what is to be done about them, and by their places in the list.
 */
export function createRelatedIndex(codes: readonly Code[], catalog: Known): RelatedIndex {
  const places = new Map(codes.map((code, index) => [code, index] as const));
  /** Found out when they are first asked for: most texts are done with before that. */
  let tellingWords: ReadonlyMap<Code, readonly string[]> | undefined;
  /** What was found out about two codes; a dispatch with many missing codes asks about the same ones again and again. */
  const known = new Map<Code, Map<Code, Ties>>();

  function tiesBetween(a: Code, b: Code): Ties {
    const ofFirst = known.get(a) ?? new Map<Code, Ties>();
    const ties = ofFirst.get(b) ?? findTies(a, b);
    known.set(a, ofFirst.set(b, ties));
    return ties;
  }

  function findTies(a: Code, b: Code): Ties {
    tellingWords ??= tellingWordsOf(codes);
    const [words, others] = [tellingWords.get(a) ?? [], tellingWords.get(b) ?? []];
    return [
      Number(catalog.twins(a).includes(b)),
      Number(areOfOneFamily(a, b, catalog)),
      words.filter((word) => others.includes(word)).length,
      Number(a.judgement.retry === b.judgement.retry),
      -Math.abs((places.get(a) ?? 0) - (places.get(b) ?? 0)),
    ];
  }

  return {
    mostRelated(others, candidates, most) {
      const chosen: Code[] = [];
      let left = candidates.map((code) => ({
        code,
        ties: others.map((one) => tiesBetween(code, one)).reduce(closer, []),
      }));
      while (chosen.length < most) {
        const [first, ...rest] = left.toSorted((a, b) => compare(a.ties, b.ties));
        if (!first) break;
        chosen.push(first.code);
        left = rest.map(({ code, ties }) => ({ code, ties: closer(ties, tiesBetween(code, first.code)) }));
      }
      return chosen;
    },
  };
}

function areOfOneFamily(a: Code, b: Code, { rangeOf, directivesOf }: Known): boolean {
  if (a.vendor !== b.vendor) return false;
  if (a.vendor === 'thinq') return rangeOf(a) === rangeOf(b) && haveCommon(statusesOf(a), statusesOf(b));
  // What can answer any directive is a family of its own.
  const areGeneral = [a, b].map(({ directives }) => directives?.names === 'any');
  return areGeneral[0] === areGeneral[1] && haveCommon(directivesOf(a), directivesOf(b));
}

function statusesOf(code: Code): readonly (number | undefined)[] {
  return factsOf(code).map(([, { http }]) => http);
}

function haveCommon<Value>(some: readonly Value[], others: readonly Value[]): boolean {
  return some.some((one) => others.includes(one));
}

/** The words of each code's text that few others have: of `Command not supported in ERROR` all but `not`, `supported`. */
function tellingWordsOf(codes: readonly Code[]): ReadonlyMap<Code, readonly string[]> {
  const wordsOf = new Map(codes.map((code) => [code, wordsIn(textOf(code))] as const));
  const isCommon = (word: string, { vendor }: Code): boolean => {
    const list = codes.filter((code) => code.vendor === vendor && code.judgement.deviceLevel);
    return list.filter((code) => wordsOf.get(code)?.includes(word)).length > list.length * COMMON_SHARE;
  };
  return new Map([...wordsOf].map(([code, words]) => [code, words.filter((word) => !isCommon(word, code))] as const));
}

/** `not`, `connected`, `device` of `Not connected device`; `no`, `connection`, `device` of `NoConnectionDevice`. */
function wordsIn(text: string): readonly string[] {
  return [...new Set(text.match(/[A-Z]?[a-z]+|[A-Z]+/g)?.map((word) => word.toLowerCase()))];
}

function closer(a: Ties, b: Ties): Ties {
  return compare(a, b) <= 0 ? a : b;
}

/** The closer ties first; none at all last. */
function compare(a: Ties, b: Ties): number {
  for (let at = 0; at < a.length || at < b.length; at++)
    if (a[at] !== b[at]) return (b[at] ?? Number.NEGATIVE_INFINITY) - (a[at] ?? Number.NEGATIVE_INFINITY);
  return 0;
}
