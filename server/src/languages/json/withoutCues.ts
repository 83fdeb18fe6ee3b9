import type { Span } from '../../model/model.ts';
import type { Cue } from '../vocabulary.ts';

/** An object or a list that is open. */
interface Open {
  readonly start: number;
  readonly isList: boolean;
  /** How many items had been found when it was opened. */
  readonly before: number;
  /** What stands in it, and what of that stands in nothing else in it. */
  readonly all: Marks;
  readonly own: Marks;
}

/** What shows that a piece is about codes: a cue, or a number that means a thousand other things where "code" stands near it. */
interface Marks {
  cue: boolean;
  number: boolean;
  word: boolean;
}

type Mark = { readonly at: number; readonly kind: keyof Marks };

/** What decides on how JSON is put together: strings and comments, in which no mark counts, and marks. */
const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[[\]{}]/g;

/**
 * The items of lists in a text of JSON that are about no code, going by its cues, in text order. What stands around a code
 * as far as its object goes is kept: `properties` beside `resultCode`.
 *
 * @returns nothing for a text whose brackets do not fit
 */
export function itemsWithoutCues(text: string, cues: readonly Cue[]): readonly Span[] {
  const marks = marksIn(text, cues);
  const items: Span[] = [];
  const stack: Open[] = [];
  let next = 0;
  /** Gives the marks before an offset to what is open there. */
  const mark = (offset: number): void => {
    const own = stack.at(-1)?.own;
    for (let one = marks[next]; one && one.at < offset; one = marks[++next]) if (own) own[one.kind] = true;
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const isList = token === '[' || token === ']';
    if (token === '[' || token === '{') {
      mark(index);
      stack.push({ start: index, isList, before: items.length, all: noMarks(), own: noMarks() });
    } else if (token === ']' || token === '}') {
      mark(index);
      const closed = stack.pop();
      if (closed?.isList !== isList) return [];
      const around = stack.at(-1);
      add(closed.all, closed.own);
      if (around) add(around.all, closed.all);
      if (isAboutCodes(closed.own)) items.length = closed.before;
      else if (around?.isList && !isAboutCodes(closed.all)) {
        items.length = closed.before;
        items.push({ start: closed.start, end: index + 1 });
      }
    }
  }
  return stack.length > 0 ? [] : items;
}

function marksIn(text: string, cues: readonly Cue[]): readonly Mark[] {
  const found = cues.map(({ at, isCommon }): Mark => ({ at, kind: isCommon ? 'number' : 'cue' }));
  if (found.some(({ kind }) => kind === 'number'))
    found.push(...[...text.matchAll(/code/gi)].map(({ index }): Mark => ({ at: index, kind: 'word' })));
  return found.sort((a, b) => a.at - b.at);
}

function noMarks(): Marks {
  return { cue: false, number: false, word: false };
}

function add(marks: Marks, others: Marks): void {
  marks.cue ||= others.cue;
  marks.number ||= others.number;
  marks.word ||= others.word;
}

function isAboutCodes({ cue, number, word }: Marks): boolean {
  return cue || (number && word);
}
