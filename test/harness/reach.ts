import type { Reach } from '../../server/src/model/reach.ts';

/** A part of an expression, as far as that matters for its reach. */
interface Part extends Reach {
  /** It may fit the end of a line. */
  readonly crosses: boolean;
  /** It fits nothing but blanks. */
  readonly isBlank: boolean;
}

const NOTHING: Part = { units: 0, runs: 0, crosses: false, isBlank: true };
/** Looks at what stands beside it, such as `\b`. */
const BESIDE: Part = { units: 1, runs: 0, crosses: false, isBlank: true };

/**
 * How far an expression looks from one end of what it sees to the other, lookarounds included.
 *
 * @throws where it may go on over any number of lines, or looks for the ends of the text
 */
export function reachOf({ source, multiline }: RegExp): Reach {
  let at = 0;
  const eat = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const take = (form: RegExp): string => {
    const sticky = new RegExp(form, 'y');
    sticky.lastIndex = at;
    const [found = ''] = sticky.exec(source) ?? [];
    at += found.length;
    return found;
  };
  const fail = (why: string): never => {
    throw new Error(`/${source}/ ${why} at ${source.slice(at, at + 20)}`);
  };

  const alternatives = (): Part => {
    let all = sequence();
    while (eat('|')) all = longer(all, sequence());
    return all;
  };
  const sequence = (): Part => {
    let all = NOTHING;
    while (at < source.length && !/[|)]/.test(source[at] ?? '')) all = inRow(all, repeated(atom()));
    return all;
  };
  const repeated = (part: Part): Part => {
    const bounds = take(/\{\d+(?:,\d*)?\}|[*+?]/);
    take(/\?/);
    const [, exact, most = exact] = /^\{(\d+)(?:,(\d+))?\}$/.exec(bounds) ?? [
      undefined,
      bounds === '?' ? '1' : undefined,
    ];
    const times = bounds === '' ? 1 : Number(most ?? Number.POSITIVE_INFINITY);
    if (times !== Number.POSITIVE_INFINITY) return { ...part, units: times * part.units, runs: times * part.runs };
    if (part.units === 0 && part.runs === 0) return part;
    return part.crosses && !part.isBlank ? fail('goes on over lines') : { ...part, units: 0, runs: 1 };
  };
  const atom = (): Part => {
    if (eat('(')) {
      take(/\?(?:[:=!]|<[=!]|<\w+>)/);
      const inner = alternatives();
      return eat(')') ? inner : fail('is not closed');
    }
    if (eat('^') || eat('$')) return multiline ? BESIDE : fail('looks for the end of the text');
    const unit = take(/\\u\{[^}]+\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\[pP]\{[^}]*\}|\\[^k\d]|\[(?:\\.|[^\]\\])*\]|[^\\]/i);
    if (unit === '') return fail('is not understood');
    if (/^\\[bB]$/.test(unit)) return BESIDE;
    return { units: 1, runs: 0, crosses: crosses(unit), isBlank: unit === '\\s' };
  };
  const whole = alternatives();
  if (at < source.length) fail('is not understood');
  return { units: whole.units, runs: whole.runs };
}

/** Whether one unit of an expression may be the end of a line. */
function crosses(unit: string): boolean {
  const holds = /\\[snWDP]|\n/.test(unit);
  return unit.startsWith('[^') ? !/\\[sn]/.test(unit) : holds;
}

function longer(a: Part, b: Part): Part {
  return {
    units: Math.max(a.units, b.units),
    runs: Math.max(a.runs, b.runs),
    crosses: a.crosses || b.crosses,
    isBlank: a.isBlank && b.isBlank,
  };
}

function inRow(a: Part, b: Part): Part {
  return {
    units: a.units + b.units,
    runs: a.runs + b.runs,
    crosses: a.crosses || b.crosses,
    isBlank: a.isBlank && b.isBlank,
  };
}
