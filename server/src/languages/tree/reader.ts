import { moveModel } from '../../model/compose.ts';
import type { FileModel, Vocabulary } from '../../model/model.ts';
import type { Language } from '../language.ts';
import { unitOf } from '../layout.ts';
import { createBodyReader } from './bodies.ts';
import { collectCases } from './cases.ts';
import { collectConstants, spanOf } from './constants.ts';
import { gather } from './constructs.ts';
import type { TreeDescription } from './description.ts';
import { collectFunctions } from './functions.ts';
import { collectHandlers } from './handlers.ts';
import { collectMaps } from './maps.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { collectMentions } from './mentions.ts';
import type { Node } from './node.ts';
import { collectObjects, indexObjects } from './objects.ts';
import { collectPlaces, collectTypes } from './places.ts';
import { quietPartsOf } from './quiet.ts';
import { namesInReach } from './reach.ts';
import { collectRoutes } from './routes.ts';
import { collectBranches, type SiteContext } from './sites.ts';
import type { Source } from './source.ts';
import { collectStatuses } from './statuses.ts';
import type { Reader, TreeSitter } from './treeSitter.ts';

/** A tree-sitter parse of this many units, with its query, takes about a second. */
const LIMIT = 1_000_000;

/** Makes a language out of its description. The grammar is loaded when it is first asked for. */
export function createTreeLanguage(description: TreeDescription, treeSitter: TreeSitter): Language {
  let loading: Promise<Reader> | undefined;
  let reader: Reader | undefined;
  let matcher: Matcher | undefined;
  const readings = createReadings();
  return {
    id: description.id,
    languageIds: description.languageIds,
    extensions: description.extensions,
    comment: description.comment,
    quote: description.quote,
    limit: LIMIT,
    ...(description.printer && { printer: description.printer }),
    async prepare() {
      loading ??= treeSitter.load(fileName(description.grammar));
      matcher ??= createMatcher(description.query, description.supertypes);
      try {
        reader = await loading;
      } catch (error) {
        // The next file may try again: an asset that could not be read once is no reason to give up for good.
        loading = undefined;
        throw error;
      }
    },
    read(text, vocabulary) {
      if (!reader || !matcher) throw new Error(`${description.id} is read before it is prepared`);
      if (description.isTangled?.(text)) return undefined;
      const context = { description, vocabulary, unit: unitOf(text) };
      const { layout } = description;
      const get = readings(context, reader, matcher);
      // Whether a handler of a directive may report an error depends on every function that it calls.
      if (!layout || vocabulary.hasDirectives(text)) return get(text)?.model;
      const quiet = quietPartsOf(text, layout, vocabulary);
      for (let names: readonly string[] = []; ; ) {
        const condensed = quiet.without(names);
        const reading = get(condensed.text);
        const added = reading?.names.filter((name) => !names.includes(name)) ?? [];
        if (added.length === 0) return reading && moveModel(reading.model, condensed);
        names = [...names, ...added];
      }
    },
  };
}

/** What the build calls a grammar that it has copied. */
function fileName(grammar: string): string {
  return grammar.slice(grammar.lastIndexOf('/') + 1);
}

function isOneLine({ text }: Source, node: Node): boolean {
  const end = text.indexOf('\n', node.startIndex);
  return end < 0 || end >= node.endIndex;
}

/** Open brackets beyond which no person and no generator has gone. */
const DEEPEST = 1500;

/** Whether brackets pile up to where queries take quadratic time; counted in the text, since parsing is no help there. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    if (unit === '(' || unit === '[' || unit === '{') depth++;
    else if (unit === ')' || unit === ']' || unit === '}') depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** What does not depend on the text alone. */
interface Context {
  readonly description: TreeDescription;
  readonly vocabulary: Vocabulary;
  /** One step of indentation in the whole text. */
  readonly unit: string;
}

/** What one text, as it was parsed, says. */
interface Reading {
  readonly model: FileModel;
  /** By these names, other functions may be about codes as well. */
  readonly names: readonly string[];
}

/** Remembers what texts say: after most edits, what is left of a text is as it was. */
function createReadings(): (
  context: Context,
  reader: Reader,
  matcher: Matcher,
) => (text: string) => Reading | undefined {
  const kept = new Map<string, Reading | undefined>();
  let size = 0;
  return (context, reader, matcher) => (text) => {
    const key = `${context.unit}\0${text}`;
    const reading = kept.get(key) ?? read(context, text, reader, matcher);
    if (kept.delete(key)) size -= key.length;
    kept.set(key, reading);
    size += key.length;
    for (const oldest of kept.keys()) {
      if (size <= REMEMBERED || oldest === key) break;
      kept.delete(oldest);
      size -= oldest.length;
    }
    return reading;
  };
}

/** UTF-16 units of the texts whose readings are kept. */
const REMEMBERED = 1_000_000;

function read(context: Context, text: string, reader: Reader, matcher: Matcher): Reading | undefined {
  if (nestsTooDeep(text)) return undefined;
  const root = reader.read(text);
  return root && readModel({ ...context, text, root, constructs: gather(matcher.matches(root)) });
}

function readModel(source: Source): Reading {
  const { root } = source;
  const constants = collectConstants(source);
  const types = collectTypes(source);
  const objectIndex = indexObjects(source);
  const mentions = collectMentions(source, constants, collectPlaces(source, constants, types, objectIndex));
  const objects = collectObjects(source, constants, objectIndex);
  const context: SiteContext = { source, constants, types, mentions };
  const sites = [...collectBranches(context), ...collectMaps(context, objects, objectIndex)];
  const model: FileModel = {
    comments: source.constructs.all('comment').map(({ node }) => ({ span: spanOf(node) })),
    mentions: mentions.mentions,
    sites: sites.sort((a, b) => a.span.start - b.span.start),
    handlers: collectHandlers(source, types),
    objects,
    statuses: collectStatuses(source, mentions, objectIndex),
    ...collectServed(context, objectIndex),
    opaque: (['string', 'text', 'markup'] as const).flatMap((kind) =>
      source.constructs.all(kind).flatMap(({ node }) => (isOneLine(source, node) ? [] : spanOf(node))),
    ),
    hadErrors: root.hasError,
  };
  return { model, names: namesInReach(source, constants, types) };
}

/** Reads what serves directives; a file that does not speak of any has nothing to read. */
function collectServed(
  context: SiteContext,
  objectIndex: ReadonlyMap<number, number>,
): Pick<FileModel, 'routes' | 'cases'> {
  const { source } = context;
  if (!source.vocabulary.hasDirectives(source.text)) return { routes: [], cases: [] };
  const functions = collectFunctions(source);
  const bodyOf = createBodyReader(source, functions);
  return {
    routes: collectRoutes(source, functions, bodyOf),
    cases: collectCases(context, functions, objectIndex, bodyOf),
  };
}
