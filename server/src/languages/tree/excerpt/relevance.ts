import type { Change } from '../../../model/change.ts';
import { countBelow } from '../../../model/countBelow.ts';
import { linesInReach, type Reach } from '../../../model/reach.ts';
import type { Cue, Vocabulary } from '../../vocabulary.ts';
import { type FunctionLayout, isWhole, type Section, sectionsOf } from './functionLayout.ts';
import { between, type Lines, within } from './lines.ts';

/** What reads the cues of a text, or of some lines of it. */
export type CueReader = Pick<Vocabulary, 'cues'>;

/** What of a text is about codes, as far as it tells by itself; and of whose cues that was made. */
export interface Relevance {
  readonly text: string;
  readonly reader: CueReader;
  /** What the text has from other files names a vendor's service, so that its requests count. */
  readonly isWithService: boolean;
  /** Those that count, in text order. */
  readonly cues: readonly Cue[];
  /** The declarations in the first column that are about no code, in text order. */
  readonly irrelevant: readonly Item[];
  /** Names in the first column that are given something with a cue: `RETRY` in `const RETRY = ['1222']`. */
  readonly names: readonly string[];
  /** All of its cues in text order, also those that do not count. */
  readonly all: readonly Cue[];
  /** What begins in its first column, in text order. */
  readonly sections: readonly Judged[];
}

/** A declaration in the first column, with what is written on top of it. */
export interface Item extends Lines {
  /** Where its own first line begins. */
  readonly head: number;
  /** By this name others get at what is declared in it; absent where nothing is. */
  readonly name: string | undefined;
}

/** What begins in the first column, and whether it is a declaration about no code. */
interface Judged extends Section {
  readonly isIrrelevant: boolean;
}

/** Says what of a text is about codes. @param isWithService see `Relevance` */
export function relevanceOf(
  text: string,
  reader: CueReader,
  isWithService: boolean,
  layout: FunctionLayout,
): Relevance {
  const all = reader.cues(text);
  const cues = countingOf(all, isWithService);
  const sections = sectionsOf(text, layout).map((section) => judge(text, cues, layout, section));
  return relevanceFrom({ text, reader, isWithService, all, cues, sections });
}

/** How far what cues are found by may look; `test/unit/textSearch.test.ts` knows that it looks no further. */
export const CUE_REACH: Reach = { units: 120, runs: 3 };

/** The same of another version of a text: only the lines in which it differs are looked at. */
export function relevanceAfter(earlier: Relevance, text: string, change: Change, layout: FunctionLayout): Relevance {
  const { reader, isWithService } = earlier;
  const all = cuesAfter(earlier, text, change);
  const cues = countingOf(all, isWithService);
  // Where requests begin to count, or no longer do, all is judged anew.
  const isComparable = talks(earlier.all, isWithService) === talks(all, isWithService);
  const sections = sectionsAfter(earlier, text, change, layout).map((section) =>
    isComparable && 'isIrrelevant' in section ? section : judge(text, cues, layout, section),
  );
  return relevanceFrom({ text, reader, isWithService, all, cues, sections });
}

/** The cues of another version of a text: only of what a cue may see of the change. */
function cuesAfter({ all, reader }: Relevance, text: string, { start, endBefore, endAfter }: Change): readonly Cue[] {
  const moved = endAfter - endBefore;
  const near = linesInReach(text, { start, end: endAfter }, CUE_REACH);
  const seen = linesInReach(text, near, CUE_REACH);
  const again = reader
    .cues(text.slice(seen.start, seen.end))
    .map((cue) => ({ ...cue, at: cue.at + seen.start }))
    .filter(({ at }) => near.start <= at && at < near.end);
  const countBefore = (offset: number): number =>
    countBelow(all.length, (index) => (all[index]?.at ?? offset) < offset);
  const behind = all.slice(countBefore(near.end - moved));
  return [
    ...all.slice(0, countBefore(near.start)),
    ...again,
    ...(moved === 0 ? behind : behind.map((cue) => ({ ...cue, at: cue.at + moved }))),
  ];
}

/** How a section begins may be told by lines behind it: so many sections before a change are looked at again. */
const SECTIONS_BEFORE = 4;

/** The sections of another version of a text, judged where nothing in them has changed. */
function sectionsAfter(
  { sections }: Relevance,
  text: string,
  { start, endBefore, endAfter }: Change,
  layout: FunctionLayout,
): readonly (Section | Judged)[] {
  const moved = endAfter - endBefore;
  let kept = countBelow(sections.length, (index) => (sections[index]?.start ?? start) < start) - SECTIONS_BEFORE;
  // What belongs on top of a section is looked at with it.
  while (kept > 0 && sections[kept]?.top !== sections[kept]?.start) kept--;
  const from = kept > 0 ? sections[kept]?.start : 0;
  const judged = new Map(sections.slice(Math.max(0, kept)).map((section) => [section.start, section]));
  let next: Judged | undefined;
  const isKnown = (at: number): boolean => {
    const known = at >= endAfter ? judged.get(at - moved) : undefined;
    if (known?.top !== known?.start) return false;
    next = known;
    return known !== undefined;
  };
  const again = sectionsOf(text, layout, from, isKnown).map((section) => {
    const known = judged.get(section.start);
    return known && section.end <= start && isSame(known, section) ? known : section;
  });
  const behind = next ? sections.slice(sections.indexOf(next)) : [];
  return [
    ...sections.slice(0, Math.max(0, kept)),
    ...again,
    ...behind.map((section) => ({
      ...section,
      top: section.top + moved,
      start: section.start + moved,
      end: section.end + moved,
    })),
  ];
}

function isSame(a: Section, b: Section): boolean {
  return a.top === b.top && a.start === b.start && a.end === b.end && a.isItem === b.isItem && a.name === b.name;
}

function judge(text: string, cues: readonly Cue[], layout: FunctionLayout, section: Section): Judged {
  const { top, end, isItem } = section;
  return { ...section, isIrrelevant: isItem && isIrrelevant(text, cues, layout, { start: top, end }) };
}

/** Requests count only where something names a vendor's service. */
function countingOf(all: readonly Cue[], isWithService: boolean): readonly Cue[] {
  return talks(all, isWithService) ? all : all.filter(({ isRequest }) => !isRequest);
}

function talks(all: readonly Cue[], isWithService: boolean): boolean {
  return isWithService || all.some(({ isService }) => isService);
}

function relevanceFrom(found: Omit<Relevance, 'irrelevant' | 'names'>): Relevance {
  const irrelevant = found.sections
    .filter((section) => section.isIrrelevant)
    .map(({ top, start, end, name }) => ({ start: top, head: start, end, name }));
  return { ...found, irrelevant, names: namesOfCues(found.text, found.cues, irrelevant) };
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
