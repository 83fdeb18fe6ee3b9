import { changeBetween } from '../../../model/change.ts';
import type { Cue, Vocabulary } from '../../vocabulary.ts';
import { type FunctionLayout, type Item, isWhole, itemsOf } from './functionLayout.ts';
import { between, type Lines, within } from './lines.ts';

/** What reads the cues of a text, or of some lines of it. */
export type CueReader = Pick<Vocabulary, 'cues'>;

/** What of a text is about codes, as far as it tells by itself. */
export interface Relevance {
  /** Those that count, in text order. */
  readonly cues: readonly Cue[];
  /** The declarations in the first column that are about no code, in text order. */
  readonly irrelevant: readonly Item[];
  /** Names in the first column that are given something with a cue: `RETRY` in `const RETRY = ['1222']`. */
  readonly names: readonly string[];
}

/** What was found out about a text. */
interface Remembered {
  readonly text: string;
  readonly reader: CueReader;
  readonly isWithService: boolean;
  /** A vendor's service is named in it, or in what it has from other files. */
  readonly talks: boolean;
  /** All of its cues in text order, also those that do not count. */
  readonly all: readonly Cue[];
  readonly relevance: Relevance;
  /** Items by where they begin, and whether they are irrelevant. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
}

interface Verdict {
  /** Where the item ends. */
  readonly end: number;
  readonly isIrrelevant: boolean;
}

/**
 * Makes a function that looks again only at the lines in which a text differs from the last one.
 *
 * @param isWithService what the text has from other files names a vendor's service, so that its requests count
 */
export function createRelevanceReader(
  layout: FunctionLayout,
): (text: string, reader: CueReader, isWithService: boolean) => Relevance {
  let last: Remembered | undefined;
  return (text, reader, isWithService) => {
    // Other codes are other cues, also in a text that is the same.
    if (last?.reader !== reader) last = undefined;
    if (last?.text !== text || last.isWithService !== isWithService)
      last = lookAgain(text, reader, layout, last, isWithService);
    return last.relevance;
  };
}

function lookAgain(
  text: string,
  reader: CueReader,
  layout: FunctionLayout,
  last: Remembered | undefined,
  isWithService: boolean,
): Remembered {
  const { start, endBefore, endAfter } = changeBetween(last?.text ?? '', text);
  const moved = endAfter - endBefore;
  const known = last?.all ?? [];
  const all = [
    ...known.filter(({ at }) => at < start),
    ...reader.cues(text.slice(start, endAfter)).map((cue) => ({ ...cue, at: cue.at + start })),
    ...known.filter(({ at }) => at >= endBefore).map((cue) => ({ ...cue, at: cue.at + moved })),
  ];
  const talks = isWithService || all.some(({ isService }) => isService);
  const cues = talks ? all : all.filter(({ isRequest }) => !isRequest);
  const isComparable = last?.talks === talks;
  const knownVerdict = (item: Item): boolean | undefined => {
    const by = item.end <= start ? 0 : item.start >= endAfter ? moved : undefined;
    const verdict = by === undefined || !isComparable ? undefined : last?.verdicts.get(item.start - by);
    // What follows an item decides on where it ends.
    return verdict && by !== undefined && verdict.end === item.end - by ? verdict.isIrrelevant : undefined;
  };
  const verdicts = new Map<number, Verdict>();
  const irrelevant = itemsOf(text, layout).filter((item) => {
    const verdict = knownVerdict(item) ?? isIrrelevant(text, cues, layout, item);
    verdicts.set(item.start, { end: item.end, isIrrelevant: verdict });
    return verdict;
  });
  return {
    ...{ text, reader, isWithService, talks, all, verdicts },
    relevance: { cues, irrelevant, names: namesOfCues(text, cues, irrelevant) },
  };
}

/**
 * Whether lines are about no code, and can be left out without harm to what is around them.
 *
 * @param cues of the whole text
 */
export function isIrrelevant(text: string, cues: readonly Cue[], layout: FunctionLayout, lines: Lines): boolean {
  const found = within(cues, lines);
  if (found.some(({ isCommon }) => !isCommon)) return false;
  const piece = text.slice(lines.start, lines.end);
  return !(found.length > 0 && /code/i.test(piece)) && isWhole(piece, layout);
}

/** UTF-16 units of a line in which a name is looked for. */
const NAME_LINE_UNITS = 300;

/** A name that is given something; not a function, since what stands in it is its own. */
const GIVEN = /^[^=(]*?([\p{L}_$][\p{L}\p{N}_$]*)\s*(?::[^=]*)?=(?![=>])(?!.*(?:\)|=>)\s*(?::[^{}]*)?\{\s*$)/u;

/** Names in the first column that are given something with a cue, there or in the lines below. */
function namesOfCues(text: string, cues: readonly Cue[], irrelevant: readonly Item[]): readonly string[] {
  const names = new Set<string>();
  for (const rest of between(irrelevant, text.length)) {
    for (const head of headsOf(text, within(cues, rest), rest)) {
      const [line = ''] = text.slice(head, head + NAME_LINE_UNITS).split('\n', 1);
      const given = GIVEN.exec(line);
      if (given?.[1] !== undefined) names.add(given[1]);
    }
  }
  return [...names];
}

/** Where the lines begin that have something in their first column, and a cue there or in the lines below. */
function headsOf(text: string, cues: readonly Cue[], { start, end }: Lines): ReadonlySet<number> {
  const heads = new Set<number>();
  let head = start;
  /** The line to be looked at next: each is looked at once, however many cues stand in it or below it. */
  let line = start;
  for (const { at } of cues) {
    while (line <= at) {
      if (!/\s/.test(text[line] ?? '')) head = line;
      const lineEnd = text.indexOf('\n', line);
      line = lineEnd < 0 ? end : lineEnd + 1;
    }
    heads.add(head);
  }
  return heads;
}
