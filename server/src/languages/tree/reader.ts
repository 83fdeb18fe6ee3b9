import { moveModel } from '../../model/compose.ts';
import { unitOf } from '../insertion.ts';
import type { Language } from '../language.ts';
import type { TreeDescription } from './description.ts';
import { createQuietFinder } from './excerpt/relevance.ts';
import { createMatcher } from './query/matcher.ts';
import { createReadings, type Readings } from './readings.ts';
import type { TreeSitter } from './syntax/treeSitter.ts';

/** Where nothing can be left out, reading this many units takes about a second. */
const LIMIT = 1_000_000;

/** Makes a language out of its description. The grammar is loaded when it is first asked for. */
export function createTreeLanguage(description: TreeDescription, treeSitter: TreeSitter): Language {
  let loading: Promise<Readings> | undefined;
  let readings: Readings | undefined;
  const quietPartsOf = description.layout && createQuietFinder(description.layout);

  const load = async (): Promise<Readings> => {
    // The grammar is compiled in the background meanwhile.
    const loaded = treeSitter.load(fileName(description.grammar));
    const matcher = createMatcher(description.queries, description.supertypes);
    return createReadings(description, (await loaded).read, matcher);
  };
  return {
    id: description.id,
    languageIds: description.languageIds,
    extensions: description.extensions,
    comment: description.comment,
    quote: description.quote,
    limit: LIMIT,
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
      if (!quietPartsOf || vocabulary.hasDirectives(text)) return readings.of(text, context)?.model();
      const quiet = quietPartsOf(text, vocabulary);
      for (let names: readonly string[] = []; ; ) {
        const condensed = quiet.without(names);
        const reading = readings.of(condensed.text, context);
        const added = reading?.names.filter((name) => !names.includes(name)) ?? [];
        if (added.length === 0) {
          const model = reading?.model();
          return model && moveModel(model, condensed);
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
