import { lazily } from './lazily.ts';
import type {
  Arm,
  Body,
  Case,
  DispatchSite,
  EntryInsertionPoint,
  FileModel,
  Handler,
  InsertionPoint,
  Mention,
  ObjectLiteral,
  Place,
  Route,
  Span,
  StatusUse,
  Surroundings,
  Value,
} from './model.ts';

/** A model without anything in it. */
export const EMPTY_MODEL: FileModel = {
  comments: [],
  mentions: [],
  sites: [],
  handlers: [],
  objects: [],
  statuses: [],
  tests: [],
  statusTests: [],
  itemReads: [],
  routes: [],
  cases: [],
  opaque: [],
  texts: [],
  hadErrors: false,
};

/** The model of a text that stands within another one, as part of that one's model. */
export function shiftModel(model: FileModel, offset: number): FileModel {
  return offset === 0 ? model : map(model, { ...by(offset), ...FROM_ZERO });
}

/** The model of a text of which parts had been left out, as that of the whole text: each part when it is first asked for. */
export function moveModel(model: FileModel, move: Move): FileModel {
  return map(model, { startOf: move.startOf, endOf: move.endOf, ...FROM_ZERO });
}

/** One model of several, given in the order of their places: what they number is numbered on. */
export function joinModels(models: readonly FileModel[]): FileModel {
  const parts: FileModel[] = [];
  const next = { ...FROM_ZERO };
  for (const model of models) {
    parts.push(map(model, { ...by(0), ...next }));
    next.mentions += model.mentions.length;
    next.objects += model.objects.length;
    next.functions += 1 + greatest(model.mentions.map(({ place }) => place.within ?? -1));
    next.groups += 1 + greatest(model.mentions.map(({ place }) => place.group ?? -1));
    next.attempts += 1 + greatest(model.handlers.map(({ attempt }) => attempt));
  }
  return {
    comments: parts.flatMap(({ comments }) => comments),
    mentions: parts.flatMap(({ mentions }) => mentions),
    sites: parts.flatMap(({ sites }) => sites),
    handlers: parts.flatMap(({ handlers }) => handlers),
    objects: parts.flatMap(({ objects }) => objects),
    statuses: parts.flatMap(({ statuses }) => statuses),
    tests: parts.flatMap(({ tests }) => tests),
    statusTests: parts.flatMap(({ statusTests }) => statusTests),
    itemReads: parts.flatMap(({ itemReads }) => itemReads),
    routes: parts.flatMap(({ routes }) => routes),
    cases: parts.flatMap(({ cases }) => cases),
    opaque: parts.flatMap(({ opaque }) => opaque),
    texts: parts.flatMap(({ texts }) => texts),
    hadErrors: parts.some(({ hadErrors }) => hadErrors),
  };
}

/** Where offsets move to: those at which something begins, and those at which something ends. */
export interface Move {
  readonly startOf: (offset: number) => number;
  readonly endOf: (offset: number) => number;
}

/** Where the offsets of a model move to, and where its numbers begin. */
interface Shift extends Move {
  readonly mentions: number;
  readonly objects: number;
  readonly groups: number;
  readonly functions: number;
  readonly attempts: number;
}

const FROM_ZERO = { mentions: 0, objects: 0, groups: 0, functions: 0, attempts: 0 };

function by(offset: number): Move {
  return { startOf: (start) => start + offset, endOf: (end) => end + offset };
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), -1);
}

/** Moves each part of a model when it is first asked for. */
function map(model: FileModel, shift: Shift): FileModel {
  // A site of a map shares its insertion point with the object, and is found by it.
  const insertions = new Map<InsertionPoint, InsertionPoint>();
  const insertionOf = <T extends InsertionPoint>(insertion: T): T => {
    const moved = (insertions.get(insertion) ?? {
      ...insertion,
      offset: shift.endOf(insertion.offset),
      ...('behindComment' in insertion &&
        typeof insertion.behindComment === 'number' && { behindComment: shift.endOf(insertion.behindComment) }),
    }) as T;
    insertions.set(insertion, moved);
    return moved;
  };
  return lazily<FileModel>({
    comments: () => model.comments.map(({ span }) => ({ span: spanOf(span, shift) })),
    mentions: () => model.mentions.map((mention) => mentionOf(mention, shift)),
    objects: () => model.objects.map((object) => objectOf(object, shift, insertionOf)),
    sites: () => model.sites.map((site) => siteOf(site, shift, insertionOf)),
    tests: () => model.tests.map((test) => armOf(test, shift)),
    itemReads: () => model.itemReads.map((read) => ({ ...read, span: spanOf(read.span, shift) })),
    statusTests: () => model.statusTests.map((test) => ({ ...test, span: spanOf(test.span, shift) })),
    handlers: () =>
      model.handlers.map(
        (handler): Handler => ({
          ...handler,
          head: spanOf(handler.head, shift),
          ...(handler.replaced && {
            replaced: { ...handler.replaced, statement: spanOf(handler.replaced.statement, shift) },
          }),
          attempt: handler.attempt + shift.attempts,
        }),
      ),
    statuses: () =>
      model.statuses.map(
        (use): StatusUse => ({
          ...use,
          span: spanOf(use.span, shift),
          objects: use.objects.map((index) => index + shift.objects),
          mentions: use.mentions.map((index) => index + shift.mentions),
        }),
      ),
    routes: () =>
      model.routes.map(
        (route): Route => ({
          ...route,
          span: spanOf(route.span, shift),
          segments: route.segments.map((segment) => ({ ...segment, span: spanOf(segment.span, shift) })),
          handlers: route.handlers.map((body) => bodyOf(body, shift)),
        }),
      ),
    cases: () =>
      model.cases.map(
        (one): Case => ({
          ...one,
          span: spanOf(one.span, shift),
          ...(one.object !== undefined && { object: one.object + shift.objects }),
          bodies: one.bodies.map((body) => bodyOf(body, shift)),
        }),
      ),
    opaque: () => model.opaque.map((span) => spanOf(span, shift)),
    texts: () => model.texts.map((one) => ({ ...one, span: spanOf(one.span, shift) })),
    hadErrors: () => model.hadErrors,
  });
}

function spanOf({ start, end }: Span, { startOf, endOf }: Shift): Span {
  const moved = startOf(start);
  return { start: moved, end: start === end ? moved : endOf(end) };
}

function bodyOf(body: Body, shift: Shift): Body {
  return { ...body, ...spanOf(body, shift) };
}

function mentionOf(mention: Mention, shift: Shift): Mention {
  return {
    ...mention,
    span: spanOf(mention.span, shift),
    outer: spanOf(mention.outer, shift),
    place: placeOf(mention.place, shift),
  };
}

function placeOf(place: Place, shift: Shift): Place {
  return {
    ...place,
    ...(place.object !== undefined && { object: place.object + shift.objects }),
    ...(place.within !== undefined && { within: place.within + shift.functions }),
    ...(place.group !== undefined && { group: place.group + shift.groups }),
    ...(place.counterpart && { counterpart: spanOf(place.counterpart, shift) }),
    ...(place.sought?.counterpart && {
      sought: { ...place.sought, counterpart: spanOf(place.sought.counterpart, shift) },
    }),
  };
}

function objectOf(
  object: ObjectLiteral,
  shift: Shift,
  insertionOf: (insertion: EntryInsertionPoint) => EntryInsertionPoint,
): ObjectLiteral {
  return {
    ...object,
    span: spanOf(object.span, shift),
    entries: object.entries.map((entry) => ({
      ...entry,
      span: spanOf(entry.span, shift),
      keySpan: spanOf(entry.keySpan, shift),
      value: shiftedValue(entry.value, shift),
    })),
    ...(object.inSight && { inSight: object.inSight.map((span) => spanOf(span, shift)) }),
    ...(object.parent && { parent: { ...object.parent, object: object.parent.object + shift.objects } }),
    ...(object.insertion && { insertion: insertionOf(object.insertion) }),
  };
}

function shiftedValue(value: Value, shift: Shift): Value {
  const spans = { span: spanOf(value.span, shift), outer: spanOf(value.outer, shift) };
  if (value.kind === 'object') return { ...value, ...spans, object: value.object + shift.objects };
  if (value.kind === 'list') return { ...value, ...spans, items: value.items.map((item) => shiftedValue(item, shift)) };
  return { ...value, ...spans };
}

function armOf(arm: Arm, shift: Shift): Arm {
  return {
    ...arm,
    span: spanOf(arm.span, shift),
    ...(arm.body && { body: spanOf(arm.body, shift) }),
    mentions: arm.mentions.map((index) => index + shift.mentions),
  };
}

function siteOf(
  site: DispatchSite,
  shift: Shift,
  insertionOf: (insertion: InsertionPoint) => InsertionPoint,
): DispatchSite {
  return {
    ...site,
    span: spanOf(site.span, shift),
    head: spanOf(site.head, shift),
    ...(site.keyword && { keyword: spanOf(site.keyword, shift) }),
    arms: site.arms.map((arm) => armOf(arm, shift)),
    ...(site.taken && {
      taken: site.taken.map((one) => ({ ...one, mentions: one.mentions.map((index) => index + shift.mentions) })),
    }),
    ...(site.armInsertion && { armInsertion: insertionOf(site.armInsertion) }),
    ...(site.fallbackInsertion && { fallbackInsertion: insertionOf(site.fallbackInsertion) }),
    surroundings: surroundingsOf(site.surroundings, shift),
    ...(site.lookups && {
      lookups: site.lookups.map((lookup) => ({
        ...lookup,
        span: spanOf(lookup.span, shift),
        map: spanOf(lookup.map, shift),
        key: spanOf(lookup.key, shift),
        surroundings: surroundingsOf(lookup.surroundings, shift),
      })),
    }),
  };
}

function surroundingsOf(surroundings: Surroundings, shift: Shift): Surroundings {
  return { ...surroundings, ...(surroundings.head && { head: spanOf(surroundings.head, shift) }) };
}
