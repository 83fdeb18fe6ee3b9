import type { ErrorProperty } from '../catalog/types.ts';
import type { Language } from '../languages/language.ts';
import type { DispatchSite, FileModel, Mention, ObjectLiteral, Slot } from '../model/model.ts';
import { createMappingWriter, type MappingWriter } from './mappingWriter.ts';
import type { Edit } from './rule.ts';

/** Turns what a rule wants changed into edits of source text. Undefined where the language cannot write it. */
export interface FixWriter extends MappingWriter {
  /** Puts another code in the place of a mention's. */
  replaceCode(mention: Mention, code: string): Edit | undefined;
  /** Renames the last word of what a mention is compared with, keeping its case: `err.message` → `err.code`. */
  replaceLastName(mention: Mention, name: string, replacement: string): Edit | undefined;
  /** Makes a string of a number. */
  quote(mention: Mention, code: string): Edit | undefined;
  /** Adds keys with sample values to an object literal, or to the one that stands under `key` in it. */
  addProperties(object: ObjectLiteral, key: string, properties: readonly ErrorProperty[]): Edit | undefined;
  /** Adds arms for codes to a site, or entries to a map. */
  addArms(site: DispatchSite, codes: readonly string[], note: string): Edit | undefined;
  /** Adds a fallback arm. */
  addFallback(site: DispatchSite, note: string): Edit | undefined;
}

/** @param text the text the model was read from */
export function createFixWriter(language: Language, model: FileModel, text: string): FixWriter {
  const { printer } = language;
  const insert = (offset: number, inserted: string): Edit => ({ span: { start: offset, end: offset }, text: inserted });
  /** What stands behind the slot on its line goes to a line of its own, lest it end up behind a comment. */
  const insertLines = (slot: Slot, inserted: string): Edit => {
    const end = slot.until ?? slot.offset;
    const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0] ?? '';
    const bare =
      rest.trim() === '' || (language.comment.line !== undefined && rest.trim().startsWith(language.comment.line));
    return { span: { start: slot.offset, end }, text: bare ? inserted : `${inserted}\n${slot.indent}` };
  };
  const quoteOf = (mention: Mention): string => {
    const last = text[mention.outer.end - 1];
    return last === "'" || last === '"' || last === '`' ? last : quoteInUse(text, language.quote);
  };

  const entryText = (object: ObjectLiteral, name: string, value: string): string | undefined => {
    if (!object.slot || !printer) return undefined;
    if (printer.entry) return printer.entry(name, value, object.slot);
    const { keys, quote } = object.slot;
    if (keys === 'pairs') return undefined;
    if (keys === 'keyword') return `${name}=${value}`;
    return `${keys === 'bare' ? name : printer.string(name, quote)}: ${value}`;
  };
  const literalOf = ({ type, sample }: ErrorProperty, quote: string): string =>
    type === 'string' && printer ? printer.string(String(sample), quote) : String(sample);
  const insertEntries = (object: ObjectLiteral, entries: readonly string[]): Edit | undefined => {
    const { slot } = object;
    if (!slot) return undefined;
    const joined = slot.multiline
      ? entries.map((entry) => `\n${slot.indent}${entry}`).join(slot.between)
      : `${object.entries.length > 0 ? ' ' : ''}${entries.join(', ')}`;
    return insert(slot.offset, slot.lead + joined + slot.trail);
  };
  const request = (site: DispatchSite, slot: Slot, note: string) => {
    const last = site.arms.at(-1)?.span;
    return {
      value: site.value,
      slot,
      subject: site.subject.text,
      quote: site.quote ?? quoteInUse(text, language.quote),
      runsOn: site.runsOn ?? false,
      arm: last ? text.slice(last.start, last.end) : '',
      comma: last !== undefined && /^\s*,/.test(text.slice(last.end, last.end + 200)),
      note,
      ...(site.caught && { caught: site.caught }),
    };
  };
  /** The whole comparison, where a language compares texts in another way than numbers. */
  const comparison = ({ outer, place: { counterpart } }: Mention, literal: string): Edit | undefined => {
    if (!printer?.equality || !counterpart) return undefined;
    const [first, last] = outer.start < counterpart.start ? [outer, counterpart] : [counterpart, outer];
    const operator = /^\s*([=!])=\s*$/.exec(text.slice(first.end, last.start))?.[1];
    if (operator === undefined) return undefined;
    const subject = text.slice(counterpart.start, counterpart.end);
    return {
      span: { start: first.start, end: last.end },
      text: printer.equality(literal, subject, operator === '!'),
    };
  };

  return {
    ...createMappingWriter(language, model, text, quoteInUse(text, language.quote)),
    replaceCode(mention, code) {
      if (!printer || mention.kind === 'reference' || mention.value !== 'string') return undefined;
      // A word of a list that quotes all its words at once.
      if (mention.outer.start === mention.span.start) return { span: mention.span, text: code };
      return { span: mention.outer, text: printer.string(code, quoteOf(mention)) };
    },
    replaceLastName({ place: { counterpart } }, name, replacement) {
      if (!counterpart) return undefined;
      const subject = text.slice(counterpart.start, counterpart.end);
      const at = subject.toLowerCase().lastIndexOf(name);
      // Only a part of something has a sibling to take its place: a bare name may be all there is.
      if (at < 1 || !/[.>"'([:]|get$/.test(subject.slice(0, at).slice(-3))) return undefined;
      const isCapital = subject[at] !== name[0];
      const start = counterpart.start + at;
      return {
        span: { start, end: start + name.length },
        text: isCapital ? replacement[0]?.toUpperCase() + replacement.slice(1) : replacement,
      };
    },
    quote(mention, code) {
      if (!printer || mention.value !== 'integer' || mention.kind === 'reference') return undefined;
      const literal = printer.string(code, quoteOf(mention));
      return comparison(mention, literal) ?? { span: mention.outer, text: literal };
    },
    addProperties(object, key, properties) {
      const entry = object.entries.find((one) => one.key === key);
      if (entry && entry.value.kind !== 'object') return undefined;
      const nested = entry?.value.kind === 'object' ? model.objects[entry.value.object] : undefined;
      const target = nested ?? object;
      const { slot } = target;
      if (!slot || !printer) return undefined;
      const entries = properties.flatMap(
        (property) => entryText(target, property.name, literalOf(property, slot.quote)) ?? [],
      );
      if (nested) return insertEntries(nested, entries);
      const inner = properties.flatMap((property) => {
        const value = literalOf(property, slot.quote);
        if (printer.entry) return printer.entry(property.name, value, slot) ?? [];
        return `${slot.keys === 'bare' ? property.name : printer.string(property.name, slot.quote)}: ${value}`;
      });
      const braced = slot.keys === 'bare' ? `{ ${inner.join(', ')} }` : `{${inner.join(', ')}}`;
      const whole = entryText(object, key, printer.object?.(inner, slot) ?? braced);
      return whole === undefined ? undefined : insertEntries(object, [whole]);
    },
    addArms(site, codes, note) {
      const { armSlot: slot } = site;
      if (!printer || !slot) return undefined;
      if (site.kind === 'map') {
        const object = model.objects.find((one) => one.slot && one.slot === slot);
        const entries = object?.slot && printer.mapEntries?.(codes, site.value, object.slot, object.entries.length);
        return entries === undefined ? undefined : insert(slot.offset, entries);
      }
      if (!printer.arms) return undefined;
      return insertLines(slot, printer.arms({ ...request(site, slot, note), form: site.kind, codes }));
    },
    addFallback(site, note) {
      const { fallbackSlot: slot } = site;
      if (!printer?.fallback || !slot || site.kind === 'map') return undefined;
      return insertLines(slot, printer.fallback({ ...request(site, slot, note), form: site.kind }));
    },
  };
}

/** The quote that a text uses more often. */
function quoteInUse(text: string, otherwise: string): string {
  const sample = text.slice(0, 20_000);
  const single = sample.split("'").length;
  const double = sample.split('"').length;
  return single === double ? otherwise : single > double ? "'" : '"';
}
