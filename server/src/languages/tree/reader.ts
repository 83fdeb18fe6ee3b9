import { changeBetween } from '../../model/change.ts';
import { moveModel } from '../../model/compose.ts';
import type { FileModel } from '../../model/model.ts';
import { NO_OUTSIDE, type OutsideNames } from '../../model/names.ts';
import { mayChangeUnit, unitOf } from '../insertion.ts';
import { readEmbedded } from '../json/reader.ts';
import type { Language } from '../language.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { TreeDescription } from './description.ts';
import { createExcerpts, type Made, movesBetween } from './excerpt/excerpt.ts';
import { libraryNames } from './query/libraries.ts';
import { createMatcher } from './query/matcher.ts';
import { createReadings, type Reading, type ReadingContext, type Readings } from './readings.ts';
import type { TreeSitter } from './syntax/treeSitter.ts';

/** UTF-16 units of the longest text that is read: where nothing can be left out, that takes about a second. */
const LIMIT_UNITS = 1_000_000;

/** UTF-16 units of the longest text that is parsed as a whole for what it declares: in a longer one, what is about codes. */
const WHOLE_LIMIT_UNITS = 60_000;

/** What a text says, and for whom it was read. */
interface ReadText {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  /** That of what it has from other files. */
  readonly key: string;
  readonly isWhole: boolean;
  readonly found: { readonly reading: Reading; readonly excerpt?: Made } | undefined;
}

/** Texts that are remembered: those of the documents that are worked on in turn. */
const REMEMBERED = 3;

/** Makes a language out of its description. The grammar is loaded when it is first asked for. */
export function createTreeLanguage(description: TreeDescription, treeSitter: TreeSitter): Language {
  let loading: Promise<Readings> | undefined;
  let readings: Readings | undefined;
  const excerpts = description.layout && createExcerpts(description.layout);

  const load = async (): Promise<Readings> => {
    // The grammar is compiled in the background meanwhile.
    const parser = treeSitter.load(fileName(description.grammar));
    const matcher = createMatcher(description.queries, libraryNames(description), description.supertypes);
    return createReadings(description, await parser, matcher);
  };
  /** What was read last: the names of a text are asked for first, and then its model. */
  let remembered: readonly ReadText[] = [];
  /** What models were moved from. */
  const origins = new WeakMap<FileModel, { readonly model: FileModel; readonly excerpt: Made }>();
  /** @returns undefined for a text too tangled to be parsed; no excerpt where it was read as a whole */
  const readingOf = (
    text: string,
    vocabulary: Vocabulary,
    outside: OutsideNames,
    isWhole = false,
  ): ReadText['found'] => {
    const alike = remembered.filter(
      (one) => one.vocabulary === vocabulary && one.key === outside.key && one.isWhole === isWhole,
    );
    const same = alike.find((one) => one.text === text);
    if (same) return same.found;
    let found: ReadText['found'];
    const earlier = alike.find((one) => {
      found = readAfter(one, text);
      return found !== undefined;
    });
    found ??= readAgain(text, vocabulary, outside, isWhole);
    const others = remembered.filter((one) => one !== earlier);
    remembered = [{ text, vocabulary, key: outside.key, isWhole, found }, ...others].slice(0, REMEMBERED);
    return found;
  };
  /** What another version of a text says, where nothing but what is left out differs. @returns undefined where something else may */
  const readAfter = ({ text: before, vocabulary, found }: ReadText, text: string): ReadText['found'] => {
    if (!excerpts || !found?.excerpt) return undefined;
    const change = changeBetween(before, text);
    if (vocabulary.hasDirectives(text.slice(change.start, change.endAfter))) return undefined;
    if (mayChangeUnit(change) && unitOf(before) !== unitOf(text)) return undefined;
    const excerpt = excerpts.after(found.excerpt, text, change);
    return excerpt && { reading: found.reading, excerpt };
  };
  const readAgain = (
    text: string,
    vocabulary: Vocabulary,
    outside: OutsideNames,
    isWhole: boolean,
  ): ReadText['found'] => {
    if (!readings) throw new Error(`${description.id} is read before it is prepared`);
    if (description.isTangled?.(text)) return undefined;
    const readText: ReadingContext['readText'] = (decoded, writes) => readEmbedded(decoded, writes, vocabulary);
    const context = { vocabulary, unit: unitOf(text), outside, readText };
    // Whether a handler of a directive may report an error depends on every function that it calls.
    if (!excerpts || isWhole || vocabulary.hasDirectives(text)) {
      const reading = readings.of(text, context);
      return reading && { reading };
    }
    const isWithService = bringsService(outside, vocabulary);
    for (const names = new Set(namesOf(outside)); ; ) {
      const excerpt = excerpts.of(text, vocabulary, [...names], isWithService);
      const reading = readings.of(excerpt.text, context);
      const added = reading?.reachableNames.filter((name) => !names.has(name)) ?? [];
      if (added.length === 0) return reading && { reading, excerpt };
      for (const name of added) names.add(name);
    }
  };
  return {
    id: description.id,
    languageIds: description.languageIds,
    extensions: description.extensions,
    isProgram: description.isProgram,
    ...(description.comparesOneType && { comparesOneType: true }),
    comment: description.comment,
    ...(description.declarations && { declarations: description.declarations }),
    quote: description.quote,
    limit: LIMIT_UNITS,
    ...(description.printer && { printer: description.printer }),
    async prepare() {
      loading ??= load();
      try {
        readings = await loading;
      } catch (error) {
        // The next file may try again: an asset that could not be read once is no reason to give up for good.
        loading = undefined;
        throw error;
      }
    },
    read(text, vocabulary, outside = NO_OUTSIDE) {
      const found = readingOf(text, vocabulary, outside);
      const model = found?.reading.model();
      if (!model || !found?.excerpt) return model;
      const moved = moveModel(model, found.excerpt);
      origins.set(moved, { model, excerpt: found.excerpt });
      return moved;
    },
    movesBetween(from, to) {
      const [before, now] = [origins.get(from), origins.get(to)];
      return before && before.model === now?.model ? movesBetween(before.excerpt, now.excerpt) : undefined;
    },
    ...(description.modules && { modules: description.modules }),
    names(text, vocabulary, asked) {
      const isWhole = asked === 'all' && text.length <= WHOLE_LIMIT_UNITS;
      const found = readingOf(text, vocabulary, NO_OUTSIDE, isWhole);
      const said = found?.reading.names();
      const { excerpt } = found ?? {};
      if (!said || !excerpt) return said;
      const comments = said.comments.map(({ start, end }) => ({
        start: excerpt.startOf(start),
        end: excerpt.endOf(end),
      }));
      return { ...said, comments };
    },
  };
}

/** By the last words of what others declare, a piece of text without cues may be about codes. */
function namesOf({ names }: OutsideNames): readonly string[] {
  return [...new Set([...names.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)))];
}

/** Whether what others declare is, or is made for, a vendor's service. */
function bringsService({ names }: OutsideNames, vocabulary: Vocabulary): boolean {
  return [...names.values()].some((outside) => {
    switch (outside?.kind) {
      case 'constant':
        return vocabulary.holdsAddress(outside.text);
      case 'type':
      case 'function':
        return outside.addresses.length > 0;
      case 'value':
        return outside.addresses.length > 0 || outside.types.some(vocabulary.isClient);
      default:
        return false;
    }
  });
}

/** What the build calls a grammar that it has copied. */
function fileName(grammar: string): string {
  return grammar.slice(grammar.lastIndexOf('/') + 1);
}
