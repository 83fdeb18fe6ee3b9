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
import { collectMentions } from './mentions.ts';
import { collectObjects, indexObjects } from './objects.ts';
import { collectPlaces, collectTypes } from './places.ts';
import { collectRoutes } from './routes.ts';
import { collectBranches, type SiteContext } from './sites.ts';
import type { Source } from './source.ts';
import { collectStatuses } from './statuses.ts';
import type { Captures, Node, Reader, TreeSitter } from './treeSitter.ts';

/** A tree-sitter parse of this many units, with its query, takes about a second. */
const LIMIT = 1_000_000;

/** Makes a language out of its description. The grammar is loaded when it is first asked for. */
export function createTreeLanguage(description: TreeDescription, treeSitter: TreeSitter): Language {
  let loading: Promise<Reader> | undefined;
  let reader: Reader | undefined;
  return {
    id: description.id,
    languageIds: description.languageIds,
    extensions: description.extensions,
    comment: description.comment,
    quote: description.quote,
    limit: LIMIT,
    ...(description.printer && { printer: description.printer }),
    async prepare() {
      loading ??= treeSitter.load(fileName(description.grammar), description.query);
      try {
        reader = await loading;
      } catch (error) {
        // The next file may try again: an asset that could not be read once is no reason to give up for good.
        loading = undefined;
        throw error;
      }
    },
    read(text, vocabulary) {
      if (!reader) throw new Error(`${description.id} is read before it is prepared`);
      if (nestsTooDeep(text) || description.isTangled?.(text)) return undefined;
      return reader.with(text, (root, matches) => readModel(description, text, vocabulary, root, matches));
    },
  };
}

/** What the build calls a grammar that it has copied. */
function fileName(grammar: string): string {
  return grammar.slice(grammar.lastIndexOf('/') + 1);
}

function isOneLine(node: Node): boolean {
  return node.startPosition.row === node.endPosition.row;
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

function readModel(
  description: TreeDescription,
  text: string,
  vocabulary: Vocabulary,
  root: Node,
  matches: Iterable<Captures>,
): FileModel {
  const source: Source = { text, root, description, constructs: gather(matches), vocabulary, unit: unitOf(text) };
  const constants = collectConstants(source);
  const types = collectTypes(source);
  const objectIndex = indexObjects(source);
  const mentions = collectMentions(source, constants, collectPlaces(source, constants, types, objectIndex));
  const objects = collectObjects(source, constants, objectIndex);
  const context: SiteContext = { source, constants, types, mentions };
  const sites = [...collectBranches(context), ...collectMaps(context, objects, objectIndex)];
  return {
    comments: source.constructs.all('comment').map(({ node }) => ({ span: spanOf(node) })),
    mentions: mentions.mentions,
    sites: sites.sort((a, b) => a.span.start - b.span.start),
    handlers: collectHandlers(source, types),
    objects,
    statuses: collectStatuses(source, mentions, objectIndex),
    ...collectServed(context, objectIndex),
    opaque: (['string', 'text', 'markup'] as const).flatMap((kind) =>
      source.constructs.all(kind).flatMap(({ node }) => (isOneLine(node) ? [] : spanOf(node))),
    ),
    hadErrors: root.hasError,
  };
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
