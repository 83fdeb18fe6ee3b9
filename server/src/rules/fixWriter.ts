import type { ErrorProperty } from '../catalog/types.ts';
import type { Language } from '../languages/language.ts';
import type { DispatchSite, FileModel, Mention, ObjectLiteral, Slot } from '../model/model.ts';
import type { Edit } from './rule.ts';

/** Turns what a rule wants changed into edits of source text. Undefined where the language cannot write it. */
export interface FixWriter {
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
    const rest = /^[^\r\n]*/.exec(text.slice(slot.offset))?.[0] ?? '';
    const bare =
      rest.trim() === '' || (language.comment.line !== undefined && rest.trim().startsWith(language.comment.line));
    return insert(slot.offset, bare ? inserted : `${inserted}\n${slot.indent}`);
  };
  const quoteOf = (mention: Mention): string => {
    const last = text[mention.outer.end - 1];
    return last === "'" || last === '"' || last === '`' ? last : quoteInUse(text, language.quote);
  };

  const entryText = (object: ObjectLiteral, name: string, value: string): string | undefined => {
    if (!object.slot || !printer || object.slot.keys === 'pairs') return undefined;
    const { keys, quote } = object.slot;
    if (keys === 'keyword') return `${name}=${value}`;
    return `${keys === 'bare' ? name : printer.string(name, quote)}: ${value}`;
  };
  const literalOf = ({ type, sample }: ErrorProperty, quote: string): string =>
    type === 'string' && printer ? printer.string(String(sample), quote) : String(sample);
  const insertEntries = (object: ObjectLiteral, entries: readonly string[]): Edit | undefined => {
    const { slot } = object;
    if (!slot) return undefined;
    const joined = slot.multiline
      ? entries.map((entry) => `\n${slot.indent}${entry}`).join(',')
      : `${object.entries.length > 0 ? ' ' : ''}${entries.join(', ')}`;
    return insert(slot.offset, slot.lead + joined + slot.trail);
  };

  return {
    replaceCode(mention, code) {
      if (!printer || mention.kind === 'reference' || mention.value !== 'string') return undefined;
      return { span: mention.outer, text: printer.string(code, quoteOf(mention)) };
    },
    replaceLastName({ place: { counterpart } }, name, replacement) {
      if (!counterpart) return undefined;
      const subject = text.slice(counterpart.start, counterpart.end);
      const at = subject.toLowerCase().lastIndexOf(name);
      if (at < 0) return undefined;
      const isCapital = subject[at] !== name[0];
      const start = counterpart.start + at;
      return {
        span: { start, end: start + name.length },
        text: isCapital ? replacement[0]?.toUpperCase() + replacement.slice(1) : replacement,
      };
    },
    quote(mention, code) {
      if (!printer || mention.value !== 'integer' || mention.kind === 'reference') return undefined;
      return { span: mention.outer, text: printer.string(code, quoteOf(mention)) };
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
      const inner = properties
        .map((property) => {
          const name = slot.keys === 'bare' ? property.name : printer.string(property.name, slot.quote);
          return `${name}: ${literalOf(property, slot.quote)}`;
        })
        .join(', ');
      const whole = entryText(object, key, slot.keys === 'bare' ? `{ ${inner} }` : `{${inner}}`);
      return whole === undefined ? undefined : insertEntries(object, [whole]);
    },
    addArms(site, codes, note) {
      const { armSlot: slot } = site;
      if (!printer || !slot) return undefined;
      if (site.kind === 'map') {
        const object = model.objects.find((one) => one.slot && one.slot === slot);
        return object?.slot && printer.mapEntries
          ? insert(slot.offset, printer.mapEntries(codes, site.value, object.slot))
          : undefined;
      }
      if (!printer.arms) return undefined;
      return insertLines(
        slot,
        printer.arms({ ...request(site, slot, note, quoteInUse(text, language.quote)), form: site.kind, codes }),
      );
    },
    addFallback(site, note) {
      const { fallbackSlot: slot } = site;
      if (!printer?.fallback || !slot || site.kind === 'map') return undefined;
      return insertLines(
        slot,
        printer.fallback({ ...request(site, slot, note, quoteInUse(text, language.quote)), form: site.kind }),
      );
    },
  };
}

function request(site: DispatchSite, slot: Slot, note: string, otherwise: string) {
  return {
    value: site.value,
    slot,
    subject: site.subject.text,
    quote: site.quote ?? otherwise,
    runsOn: site.runsOn ?? false,
    note,
    ...(site.caught && { caught: site.caught }),
  };
}

/** The quote that a text uses more often. */
function quoteInUse(text: string, otherwise: string): string {
  const sample = text.slice(0, 20_000);
  const single = sample.split("'").length;
  const double = sample.split('"').length;
  return single === double ? otherwise : single > double ? "'" : '"';
}
