import { changeBetween } from './change.ts';
import type { Span } from './model.ts';
import { linesInReach, type Reach } from './reach.ts';

/** Where an expression fits in a text, as far as that has been looked for. */
interface Found {
  /** In text order; none overlaps another. */
  readonly places: readonly Span[];
  /** Where looking goes on; the end of the last place at the least. */
  readonly upTo: number;
  /** The expression made global, where that was needed. */
  readonly all?: RegExp;
}

const NOTHING_YET: Found = { places: [], upTo: 0 };

/** How far an expression may look that is looked for with this. `test/unit/textSearch.test.ts` knows that none looks further. */
export const REACH: Reach = { units: 500, runs: 4 };

/**
 * A text, and where expressions fit in it. What is looked for is remembered, also for the text that comes after an edit:
 * in that, only the lines are looked through again which the edit is in, and those around it that an expression may reach
 * from there.
 *
 * An expression is known by its identity. It may not look for the ends of the text, and no further than `REACH` says.
 */
export class TextSearch {
  private readonly found = new Map<RegExp, Found>();

  /** @param earlier of an earlier version of the text, or of one like it; it is read, and not kept */
  constructor(
    readonly text: string,
    earlier?: TextSearch,
  ) {
    if (!earlier || earlier.found.size === 0) return;
    const edit = editBetween(earlier.text, text);
    for (const [expression, found] of earlier.found) this.found.set(expression, edit.carryOver(expression, found));
  }

  /** Whether an expression fits anywhere. */
  has(expression: RegExp): boolean {
    return this.places(expression, 1).length > 0;
  }

  /** The first places that an expression fits, in text order. UTF-16 offsets. @param most of them that are wanted */
  places(expression: RegExp, most: number = Number.POSITIVE_INFINITY): readonly Span[] {
    const known = this.found.get(expression) ?? NOTHING_YET;
    if (known.places.length >= most || known.upTo >= this.text.length) return known.places.slice(0, most);
    const isFirst = known.upTo === 0 && most === 1 && !expression.global;
    const found = isFirst ? this.first(expression) : this.lookOn(expression, most, known);
    this.found.set(expression, found);
    return found.places;
  }

  /** All matches of an expression, in text order. */
  matches(expression: RegExp): readonly RegExpExecArray[] {
    const places = this.places(expression);
    const all = this.found.get(expression)?.all ?? globally(expression);
    return places.flatMap(({ start }) => {
      all.lastIndex = start;
      const match = all.exec(this.text);
      return match ? [match] : [];
    });
  }

  /** Most that is looked for is nowhere, or wanted once: for that, no other expression has to be made. */
  private first(expression: RegExp): Found {
    const match = expression.exec(this.text);
    if (!match) return { places: [], upTo: this.text.length };
    const place = spanOf(match, 0);
    return { places: [place], upTo: place.end };
  }

  private lookOn(expression: RegExp, most: number, { places: known, upTo, all = globally(expression) }: Found): Found {
    const places = [...known];
    all.lastIndex = upTo;
    while (places.length < most) {
      const match = all.exec(this.text);
      if (!match) return { places, upTo: this.text.length, all };
      places.push(spanOf(match, 0));
    }
    return { places, upTo: all.lastIndex, all };
  }
}

/** What is carried over from one text to another. */
interface Edit {
  carryOver(expression: RegExp, found: Found): Found;
}

function editBetween(before: string, text: string): Edit {
  const change = changeBetween(before, text);
  const moved = change.endAfter - change.endBefore;
  /** What begins in here may reach what is different; in the later text. */
  const { start, end } = linesInReach(text, { start: change.start, end: change.endAfter }, REACH);
  // What is looked through, with all that can be seen from there.
  const seen = linesInReach(text, { start, end }, REACH);
  const piece = text.slice(seen.start, seen.end);

  return {
    carryOver(expression, found) {
      if (found.upTo <= start) return found;
      const all = found.all ?? globally(expression);
      const kept = found.places.filter((place) => place.start < start);
      const again: Span[] = [];
      let last = Math.max(start, kept.at(-1)?.end ?? 0);
      all.lastIndex = last - seen.start;
      for (let match = all.exec(piece); match && seen.start + match.index < end; match = all.exec(piece)) {
        const place = spanOf(match, seen.start);
        again.push(place);
        last = place.end;
      }
      // Only where both go on from the same place do they go on alike.
      const isAlike =
        found.upTo >= end - moved && last <= end && !found.places.some((place) => straddles(place, end - moved));
      if (!isAlike) return { places: [...kept, ...again], upTo: Math.max(last, end), all };
      const behind = found.places.filter((place) => place.start >= end - moved);
      const shifted = behind.map((place) => ({ start: place.start + moved, end: place.end + moved }));
      return { places: [...kept, ...again, ...shifted], upTo: found.upTo + moved, all };
    },
  };
}

/** One of its own: where a global expression goes on is part of it. */
function globally(expression: RegExp): RegExp {
  return new RegExp(expression, expression.global ? expression.flags : `${expression.flags}g`);
}

/** Where a match is. @param from where that begins which was looked through */
function spanOf({ 0: written, index }: RegExpExecArray, from: number): Span {
  return { start: from + index, end: from + index + written.length };
}

function straddles({ start, end }: Span, offset: number): boolean {
  return start < offset && offset < end;
}
