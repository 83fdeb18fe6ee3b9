import type { FileModel } from '../../model/model.ts';
import type { TreeDescription } from './description.ts';
import { type Constants, collectConstants, spanOf } from './extract/constants.ts';
import { createBodyReader } from './extract/directives/bodies.ts';
import { collectCases } from './extract/directives/cases.ts';
import { collectFunctions } from './extract/directives/functions.ts';
import { collectRoutes } from './extract/directives/routes.ts';
import { collectMaps } from './extract/dispatch/maps.ts';
import { collectBranches, type SiteContext } from './extract/dispatch/sites.ts';
import { collectHandlers } from './extract/handlers/handlers.ts';
import { collectMentions } from './extract/mentions.ts';
import { collectObjects, indexObjects } from './extract/objects.ts';
import { collectPlaces, collectTypes, type Types } from './extract/places.ts';
import { reachableNames } from './extract/reachableNames.ts';
import type { Source } from './extract/source.ts';
import { collectStatuses } from './extract/statuses.ts';
import { gather } from './query/constructs.ts';
import type { Matcher } from './query/matcher.ts';
import type { Node } from './syntax/node.ts';

/** What one text says. */
export interface Reading {
  /** By these names, what was left out of the text may be about codes as well. */
  readonly names: readonly string[];
  /** @returns undefined where the text is too tangled to be parsed in time */
  model(): FileModel | undefined;
}

/** What a text alone does not tell. */
export type Context = Pick<Source, 'vocabulary' | 'unit'>;

/** Reads texts, and remembers what they say: after most edits, what is left of a text is as it was. */
export interface Readings {
  /** @returns undefined for a text too tangled to be parsed in time */
  of(text: string, context: Context): Reading | undefined;
}

/** UTF-16 units of the texts that are remembered. */
const REMEMBERED = 1_000_000;

/** A text that was parsed, but not read to the end. */
interface Begun {
  readonly source: Source;
  readonly constants: Constants;
  readonly types: Types;
}

/** @param parse gives undefined for a text that takes too long */
export function createReadings(
  description: TreeDescription,
  parse: (text: string) => Node | undefined,
  matcher: Matcher,
): Readings {
  const known = new Map<string, Reading>();
  let size = 0;
  /** Only the latest tree is kept: many are never asked for their model. */
  let latest: { readonly key: string; readonly begun: Begun } | undefined;

  const begin = (key: string, text: string, context: Context): Begun | undefined => {
    if (latest?.key === key) return latest.begun;
    latest = undefined;
    const root = nestsTooDeep(text) ? undefined : parse(text);
    if (!root) return undefined;
    const source: Source = { ...context, description, text, root, constructs: gather(matcher.matches(root)) };
    const begun = { source, constants: collectConstants(source), types: collectTypes(source) };
    latest = { key, begun };
    return begun;
  };
  const finish = (begun: Begun | undefined): FileModel | undefined => {
    latest = undefined;
    return begun && readModel(begun);
  };
  let vocabulary: Context['vocabulary'] | undefined;
  const forget = (next: Context['vocabulary']): void => {
    vocabulary = next;
    known.clear();
    size = 0;
    latest = undefined;
  };
  const remember = (key: string, reading: Reading): void => {
    if (known.delete(key)) size -= key.length;
    known.set(key, reading);
    size += key.length;
    for (const oldest of known.keys()) {
      if (size <= REMEMBERED || oldest === key) break;
      known.delete(oldest);
      size -= oldest.length;
    }
  };

  return {
    of(text, context) {
      // Where a team has codes of its own, the same text says something else.
      if (context.vocabulary !== vocabulary) forget(context.vocabulary);
      const key = `${context.unit}\0${text}`;
      let reading = known.get(key);
      if (!reading) {
        const begun = begin(key, text, context);
        if (!begun) return undefined;
        let model: FileModel | undefined;
        reading = {
          names: reachableNames(begun.source, begun.constants, begun.types),
          model: () => (model ??= finish(begin(key, text, context))),
        };
      }
      remember(key, reading);
      return reading;
    },
  };
}

function readModel({ source, constants, types }: Begun): FileModel {
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
      source.constructs.all(kind).flatMap(({ node }) => (isOneLine(source, node) ? [] : spanOf(node))),
    ),
    hadErrors: source.root.hasError,
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

function isOneLine({ text }: Source, node: Node): boolean {
  const end = text.indexOf('\n', node.startIndex);
  return end < 0 || end >= node.endIndex;
}

/** Open brackets beyond which no person and no generator has gone. */
const DEEPEST = 1500;

/** Whether brackets pile up: counted in the text, before anything is parsed. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // ( [ { and ) ] }
    if (unit === 40 || unit === 91 || unit === 123) depth++;
    else if (unit === 41 || unit === 93 || unit === 125) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}
