import type { Catalog } from '../catalog/catalog.ts';
import type { Code } from '../catalog/types.ts';
import { isOfOperators } from '../knowledge/names.ts';
import type { Body, FileModel, ObjectLiteral, Route, Span } from '../model/model.ts';
import type { Confidence } from './confidence.ts';
import type { EvidenceContext } from './file.ts';
import { routesOf } from './routes.ts';

/** The code that runs for a directive. */
export interface DirectiveHandler {
  readonly capability: string;
  readonly directive: string;
  /** The directive's name where it is written. */
  readonly span: Span;
  readonly regions: readonly Body[];
}

/** A place that names a capability or a directive, whether there is one of that name or not. */
export interface DirectiveName {
  readonly kind: 'capability' | 'directive';
  readonly text: string;
  /** The name without its quotes, or its part of a path. */
  readonly span: Span;
  /** The name of the other kind that stands beside it. */
  readonly beside?: { readonly text: string; readonly span: Span };
  /** It stands under the path that the platform asks at, or the file is surely about NUGU. */
  readonly confidence: Confidence;
  /** It stands in a path as the platform asks, and not in a test, which may ask for anything. */
  readonly official: boolean;
}

/** What a file says about directives. */
export interface Directives {
  readonly names: readonly DirectiveName[];
  readonly handlers: readonly DirectiveHandler[];
}

const NONE: Directives = { names: [], handlers: [] };

/** Finds the names of capabilities and directives in a file, and the code that serves directives. */
export function collectDirectives({ model, file: { nugu: file }, signals, catalog }: EvidenceContext): Directives {
  const routes = routesOf(model).flatMap(
    (route) => readRoute(route, file, route.span.start >= signals.rehearsesFrom, catalog) ?? [],
  );
  if (!file && routes.length === 0) return NONE;
  const maps = file ? mapsOfDirectives(model, catalog) : new Set<number>();
  const references = new Set(model.mentions.flatMap(({ kind, span }) => (kind === 'reference' ? [span.start] : [])));
  const tested = file ? namesInTests(model, file, catalog) : [];
  const names = [
    ...routes.flatMap((route) => route.names),
    ...tested,
    ...(file ? model.objects.flatMap((object) => namesUnderKeys(object, file, references)) : []),
    ...model.cases.flatMap(({ text, span, object }): DirectiveName[] =>
      file && object !== undefined && maps.has(object)
        ? [{ kind: 'directive', text, span, confidence: file, official: false }]
        : [],
    ),
  ];
  const cases = model.cases.filter(({ subject, object }) =>
    object === undefined ? file !== undefined && kindOf(subject.at(-1)) === 'directive' : maps.has(object),
  );
  const open = new Set(routes.flatMap(({ route, isOpen }) => (isOpen ? route.handlers.map(({ start }) => start) : [])));
  const handlers = [
    ...routes.flatMap(({ directive, route }) => (directive ? [{ ...directive, regions: route.handlers }] : [])),
    ...cases.map(({ text, span, bodies }) => ({ text, span, regions: bodies })),
  ].flatMap(({ text, span, regions: served }): DirectiveHandler[] => {
    const regions = served.filter(({ start }) => !open.has(start));
    const capability = catalog.capabilityOf(text)?.name;
    if (!capability || regions.length === 0) return [];
    // In a rehearsal, or beside a place of its own for errors, what is written here is not all that is answered.
    const all =
      signals.respondsElsewhere || span.start >= signals.rehearsesFrom
        ? regions.map((region) => ({ ...region, respondsAlone: false }))
        : regions;
    return [{ capability, directive: text, span, regions: all }];
  });
  return { names: distinct(names), handlers };
}

/** The handlers whose code stands at an offset: those of the innermost code there, since that knows best what it serves. */
export function handlersAt({ handlers }: Directives, offset: number): readonly DirectiveHandler[] {
  let smallest = Number.POSITIVE_INFINITY;
  const found: { readonly handler: DirectiveHandler; readonly length: number }[] = [];
  for (const handler of handlers) {
    for (const { start, end } of handler.regions) {
      if (offset < start || end < offset) continue;
      smallest = Math.min(smallest, end - start);
      found.push({ handler, length: end - start });
    }
  }
  return found.filter(({ length }) => length === smallest).map(({ handler }) => handler);
}

/**
 * The NUGU codes that can answer the directives served at an offset, the specific ones first.
 * @returns undefined where no directive is known to be served
 */
export function codesOfHandlerAt(
  directives: Directives,
  offset: number,
  catalog: Catalog,
): readonly Code[] | undefined {
  const handlers = handlersAt(directives, offset);
  if (handlers.length === 0) return undefined;
  const codes = new Set(handlers.flatMap(({ directive }) => catalog.codesOfDirective(directive)));
  return [...codes].sort((a, b) => Number(a.directives?.names === 'any') - Number(b.directives?.names === 'any'));
}

/** A part of a path that names something: no parameter, and nothing put together. */
const NAME = /^[A-Za-z][\w-]*$/;

function readRoute(route: Route, file: Confidence | undefined, rehearses: boolean, catalog: Catalog) {
  const { segments } = route;
  const at = segments.findIndex(
    ({ text }, index) => text === 'directives' && segments[index - 2]?.text === 'capabilities',
  );
  if (at < 0) return undefined;
  const named = (segment: Route['segments'][number] | undefined) =>
    segment && NAME.test(segment.text) && !isOfOperators(segment.text) ? segment : undefined;
  const [capability, directive] = [named(segments[at - 1]), named(segments[at + 1])];
  const official = segments[at - 4]?.text === 'nugu' && segments[at - 3]?.text === 'v1';
  const isPair = directive && catalog.capabilityOf(directive.text)?.name === capability?.text;
  const isHalf =
    (capability && catalog.capability(capability.text)) || (directive && catalog.capabilityOf(directive.text));
  // A team's own paths may be spelled in a way of its own; one name to the letter tells that they are not.
  const confidence = official || isPair ? 'certain' : file && (isHalf ? file : 'weak');
  if (!confidence) return undefined;
  const name = (kind: DirectiveName['kind'], own: typeof capability, beside: typeof capability): DirectiveName[] =>
    own
      ? [
          {
            kind,
            text: own.text,
            span: own.span,
            ...(beside && { beside }),
            confidence,
            official: official && !rehearses,
          },
        ]
      : [];
  return {
    route,
    directive,
    /** Whatever the platform asks for comes here. */
    isOpen: directive === undefined,
    names: [...name('capability', capability, directive), ...name('directive', directive, capability)],
  };
}

const KINDS: ReadonlyMap<string, DirectiveName['kind']> = new Map([
  ['smarthomedirective', 'directive'],
  ['directive', 'directive'],
  ['directivename', 'directive'],
  ['nugudirective', 'directive'],
  ['smarthomecapability', 'capability'],
  ['capability', 'capability'],
  ['capabilityname', 'capability'],
]);

/** What the values of a name are, going by the name: `smartHomeDirective`, `smart_home_directive`, `directiveName`. */
export function kindOf(name: string | undefined): DirectiveName['kind'] | undefined {
  return name === undefined ? undefined : KINDS.get(name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase());
}

/**
 * Names that something is compared with or decided on. Where its name is one that others use as well (`directive`,
 * `capability`), one of the texts must be NUGU's to the letter: SmartThings has a `colorControl`.
 */
function namesInTests(model: FileModel, file: Confidence, catalog: Catalog): readonly DirectiveName[] {
  const found = model.mentions.flatMap(({ kind: form, text, value, span, place }) => {
    if (form === 'reference' || value !== 'string' || (place.role !== 'arm' && place.role !== 'compared')) return [];
    const word = place.path.at(-1) ?? '';
    const kind = place.inText ? undefined : kindOf(word);
    return kind ? [{ kind, text, span, isOwn: /smart_?home|nugu/i.test(word) }] : [];
  });
  const isKnown = (kind: DirectiveName['kind']): boolean =>
    found.some((one) => one.kind === kind && (catalog.capability(one.text) ?? catalog.capabilityOf(one.text)));
  const proven = { capability: isKnown('capability'), directive: isKnown('directive') };
  return found.map(({ kind, text, span, isOwn }) => ({
    kind,
    text,
    span,
    confidence: isOwn || proven[kind] ? file : 'weak',
    official: false,
  }));
}

/** Names under the keys of a request. Only these keys are NUGU's: `directive` alone may be anybody's. */
function namesUnderKeys(
  { entries, ofData = false }: ObjectLiteral,
  file: Confidence,
  references: ReadonlySet<number>,
): readonly DirectiveName[] {
  const textUnder = (key: string) => {
    const value = entries.find((entry) => entry.key === key)?.value;
    return value?.kind === 'string' && !references.has(value.span.start)
      ? { text: value.text, span: value.span }
      : undefined;
  };
  const [capability, directive] = [textUnder('smartHomeCapability'), textUnder('smartHomeDirective')];
  // Data with both is a request, as the platform sends it.
  const official = ofData && capability !== undefined && directive !== undefined;
  return [
    ...(capability
      ? [
          {
            kind: 'capability' as const,
            ...capability,
            ...(directive && { beside: directive }),
            confidence: file,
            official,
          },
        ]
      : []),
    ...(directive
      ? [
          {
            kind: 'directive' as const,
            ...directive,
            ...(capability && { beside: capability }),
            confidence: file,
            official,
          },
        ]
      : []),
  ];
}

/** The object literals whose keys are directives: two of them say so. */
function mapsOfDirectives(model: FileModel, catalog: Catalog): ReadonlySet<number> {
  const known = new Map<number, number>();
  for (const { text, object } of model.cases) {
    if (object !== undefined && catalog.capabilityOf(text)) known.set(object, (known.get(object) ?? 0) + 1);
  }
  return new Set([...known].flatMap(([object, count]) => (count > 1 ? [object] : [])));
}

/** A prefix stands in many paths, but is one place. */
function distinct(names: readonly DirectiveName[]): readonly DirectiveName[] {
  const seen = new Set<number>();
  return names.filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}
