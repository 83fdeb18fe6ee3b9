import { moveModel } from '../../model/compose.ts';
import { unitOf } from '../insertion.ts';
import type { Language } from '../language.ts';
import type { TreeDescription } from './description.ts';
import { createExcerptOf } from './excerpt/excerpt.ts';
import { libraryNames } from './query/libraries.ts';
import { createMatcher } from './query/matcher.ts';
import { createReadings, type Readings } from './readings.ts';
import type { TreeSitter } from './syntax/treeSitter.ts';

/** UTF-16 units of the longest text that is read: where nothing can be left out, that takes about a second. */
const LIMIT_UNITS = 1_000_000;

/** Makes a language out of its description. The grammar is loaded when it is first asked for. */
export function createTreeLanguage(description: TreeDescription, treeSitter: TreeSitter): Language {
  let loading: Promise<Readings> | undefined;
  let readings: Readings | undefined;
  const excerptOf = description.layout && createExcerptOf(description.layout);

  const load = async (): Promise<Readings> => {
    // The grammar is compiled in the background meanwhile.
    const parser = treeSitter.load(fileName(description.grammar));
    const matcher = createMatcher(description.queries, libraryNames(description), description.supertypes);
    return createReadings(description, await parser, matcher);
  };
  return {
    id: description.id,
    languageIds: description.languageIds,
    extensions: description.extensions,
    isProgram: description.isProgram,
    ...(description.comparesOneType && { comparesOneType: true }),
    comment: description.comment,
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
    read(text, vocabulary) {
      if (!readings) throw new Error(`${description.id} is read before it is prepared`);
      if (description.isTangled?.(text)) return undefined;
      const context = { vocabulary, unit: unitOf(text) };
      // Whether a handler of a directive may report an error depends on every function that it calls.
      if (!excerptOf || vocabulary.hasDirectives(text)) return readings.of(text, context)?.model();
      for (let names: readonly string[] = []; ; ) {
        const excerpt = excerptOf(text, vocabulary, names);
        const reading = readings.of(excerpt.text, context);
        const added = reading?.reachableNames.filter((name) => !names.includes(name)) ?? [];
        if (added.length === 0) {
          const model = reading?.model();
          return model && moveModel(model, excerpt);
        }
        names = [...names, ...added];
      }
    },
  };
}

/** What the build calls a grammar that it has copied. */
function fileName(grammar: string): string {
  return grammar.slice(grammar.lastIndexOf('/') + 1);
}
