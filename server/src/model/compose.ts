import type {
  Arm,
  Body,
  Case,
  DispatchSite,
  FileModel,
  Handler,
  Mention,
  ObjectLiteral,
  ObjectSlot,
  Place,
  Route,
  Slot,
  Span,
  StatusUse,
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
  routes: [],
  cases: [],
  opaque: [],
  hadErrors: false,
};

/** The model of a text that stands within another one, as part of that one's model. */
export function shiftModel(model: FileModel, offset: number): FileModel {
  return offset === 0 ? model : map(model, { offset, mentions: 0, objects: 0, groups: 0, attempts: 0 });
}

/** One model of several, given in the order of their places: what they number is numbered on. */
export function joinModels(models: readonly FileModel[]): FileModel {
  const parts: FileModel[] = [];
  const by = { offset: 0, mentions: 0, objects: 0, groups: 0, attempts: 0 };
  for (const model of models) {
    parts.push(map(model, { ...by }));
    by.mentions += model.mentions.length;
    by.objects += model.objects.length;
    by.groups += 1 + greatest(model.mentions.map(({ place }) => place.group ?? -1));
    by.attempts += 1 + greatest(model.handlers.map(({ attempt }) => attempt));
  }
  return {
    comments: parts.flatMap(({ comments }) => comments),
    mentions: parts.flatMap(({ mentions }) => mentions),
    sites: parts.flatMap(({ sites }) => sites),
    handlers: parts.flatMap(({ handlers }) => handlers),
    objects: parts.flatMap(({ objects }) => objects),
    statuses: parts.flatMap(({ statuses }) => statuses),
    routes: parts.flatMap(({ routes }) => routes),
    cases: parts.flatMap(({ cases }) => cases),
    opaque: parts.flatMap(({ opaque }) => opaque),
    hadErrors: parts.some(({ hadErrors }) => hadErrors),
  };
}

/** By how much the offsets of a model move, and where its numbers begin. */
interface Shift {
  readonly offset: number;
  readonly mentions: number;
  readonly objects: number;
  readonly groups: number;
  readonly attempts: number;
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), -1);
}

function map(model: FileModel, shift: Shift): FileModel {
  // A site of a map shares its slot with the object, and is found by it.
  const slots = new Map<Slot, Slot>();
  const slotOf = <T extends Slot>(slot: T): T => {
    const moved = (slots.get(slot) ?? { ...slot, offset: slot.offset + shift.offset }) as T;
    slots.set(slot, moved);
    return moved;
  };
  return {
    comments: model.comments.map(({ span }) => ({ span: spanOf(span, shift) })),
    mentions: model.mentions.map((mention) => mentionOf(mention, shift)),
    objects: model.objects.map((object) => objectOf(object, shift, slotOf)),
    sites: model.sites.map((site) => siteOf(site, shift, slotOf)),
    handlers: model.handlers.map(
      (handler): Handler => ({
        ...handler,
        head: spanOf(handler.head, shift),
        attempt: handler.attempt + shift.attempts,
      }),
    ),
    statuses: model.statuses.map(
      (use): StatusUse => ({
        ...use,
        span: spanOf(use.span, shift),
        objects: use.objects.map((index) => index + shift.objects),
        mentions: use.mentions.map((index) => index + shift.mentions),
      }),
    ),
    routes: model.routes.map(
      (route): Route => ({
        ...route,
        span: spanOf(route.span, shift),
        segments: route.segments.map((segment) => ({ ...segment, span: spanOf(segment.span, shift) })),
        handlers: route.handlers.map((body) => bodyOf(body, shift)),
      }),
    ),
    cases: model.cases.map(
      (one): Case => ({
        ...one,
        span: spanOf(one.span, shift),
        ...(one.object !== undefined && { object: one.object + shift.objects }),
        bodies: one.bodies.map((body) => bodyOf(body, shift)),
      }),
    ),
    opaque: model.opaque.map((span) => spanOf(span, shift)),
    hadErrors: model.hadErrors,
  };
}

function spanOf({ start, end }: Span, { offset }: Shift): Span {
  return { start: start + offset, end: end + offset };
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
    ...(place.group !== undefined && { group: place.group + shift.groups }),
    ...(place.counterpart && { counterpart: spanOf(place.counterpart, shift) }),
  };
}

function objectOf(object: ObjectLiteral, shift: Shift, slotOf: (slot: ObjectSlot) => ObjectSlot): ObjectLiteral {
  return {
    ...object,
    span: spanOf(object.span, shift),
    entries: object.entries.map((entry) => ({
      ...entry,
      span: spanOf(entry.span, shift),
      keySpan: spanOf(entry.keySpan, shift),
      value: shiftedValue(entry.value, shift),
    })),
    ...(object.parent && { parent: { ...object.parent, object: object.parent.object + shift.objects } }),
    ...(object.slot && { slot: slotOf(object.slot) }),
  };
}

function shiftedValue(value: Value, shift: Shift): Value {
  const span = spanOf(value.span, shift);
  if (value.kind === 'object') return { ...value, span, object: value.object + shift.objects };
  if (value.kind === 'list') return { ...value, span, items: value.items.map((item) => shiftedValue(item, shift)) };
  return { ...value, span };
}

function siteOf(site: DispatchSite, shift: Shift, slotOf: (slot: Slot) => Slot): DispatchSite {
  return {
    ...site,
    span: spanOf(site.span, shift),
    head: spanOf(site.head, shift),
    arms: site.arms.map(
      (arm): Arm => ({
        ...arm,
        span: spanOf(arm.span, shift),
        mentions: arm.mentions.map((index) => index + shift.mentions),
      }),
    ),
    ...(site.armSlot && { armSlot: slotOf(site.armSlot) }),
    ...(site.fallbackSlot && { fallbackSlot: slotOf(site.fallbackSlot) }),
    ...(site.lookups && { lookups: site.lookups.map((span) => spanOf(span, shift)) }),
  };
}
