import { joinModels } from '../../../model/compose.ts';
import { createLines } from '../../../model/lines.ts';
import type { FileModel } from '../../../model/model.ts';
import type { Node } from '../syntax/node.ts';
import { type Constants, collectConstants } from './constants.ts';
import { createBodyReader } from './directives/bodies.ts';
import { collectCases } from './directives/cases.ts';
import { collectFunctions } from './directives/functions.ts';
import { collectRoutes } from './directives/routes.ts';
import type { SiteContext } from './dispatch/draft.ts';
import { createGivers } from './dispatch/givers.ts';
import { collectMaps } from './dispatch/maps.ts';
import { createRemedies } from './dispatch/remedies.ts';
import { collectBranches } from './dispatch/sites.ts';
import { collectTests } from './dispatch/tests.ts';
import { collectEmbedded } from './embeddedTexts.ts';
import { collectHandlers } from './handlers/handlers.ts';
import { collectItemReads } from './itemReads.ts';
import { collectMentions } from './mentions.ts';
import { collectObjects, indexObjects } from './objects.ts';
import { collectPlaces } from './places.ts';
import { createPlainTexts } from './plainTexts.ts';
import { type Source, spanOf } from './source.ts';
import { collectStatuses } from './statuses.ts';
import { collectStatusTests } from './statusTests.ts';
import { collectTypes, type Types } from './types.ts';

/** What the names in a source stand for, with the source. */
export interface Declarations {
  readonly source: Source;
  readonly constants: Constants;
  readonly types: Types;
}

/** Reads what the names in a source stand for. */
export function readDeclarations(source: Source): Declarations {
  return { source, constants: collectConstants(source), types: collectTypes(source) };
}

/** Reads everything else, with the declarations at hand. */
export function readModel({ source, constants, types }: Declarations): FileModel {
  const objectIndex = indexObjects(source);
  const mentions = collectMentions(source, constants, collectPlaces(source, constants, types, objectIndex));
  const objects = collectObjects(source, constants, objectIndex);
  const context: SiteContext = {
    source,
    constants,
    types,
    mentions,
    plainTextsIn: createPlainTexts(source),
    remediesIn: createRemedies(source),
    givers: createGivers(source),
  };
  const sites = [...collectBranches(context), ...collectMaps(context, objects, objectIndex)];
  const lines = createLines(source.text);
  const isOneLine = ({ startIndex, endIndex }: Node): boolean => lines.lineOf(startIndex) === lines.lineOf(endIndex);
  const model: FileModel = {
    comments: source.constructs.all('comment').map(({ node }) => ({ span: spanOf(node) })),
    mentions: mentions.mentions,
    sites: sites.sort((a, b) => a.span.start - b.span.start),
    handlers: collectHandlers(source, types),
    objects,
    statuses: collectStatuses(source, mentions, objectIndex),
    tests: collectTests(context),
    statusTests: collectStatusTests(source, constants),
    itemReads: source.description.isProgram ? collectItemReads(source) : [],
    ...collectServed(context, objectIndex),
    opaque: (['string', 'text', 'markup'] as const).flatMap((kind) =>
      source.constructs.all(kind).flatMap(({ node }) => (isOneLine(node) ? [] : spanOf(node))),
    ),
    texts: [],
    hadErrors: source.root.hasError,
  };
  const embedded = collectEmbedded(source);
  return embedded.length > 0 ? joinModels([model, ...embedded]) : model;
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
