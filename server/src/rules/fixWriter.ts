import type { Language } from '../languages/language.ts';
import type { DispatchSite, FileModel, Mention, Slot } from '../model/model.ts';
import { createObjectWriter, type ObjectWriter } from './objectWriter.ts';
import type { Edit } from './rule.ts';

/** Turns what a rule wants changed into edits of source text. Undefined where the language cannot write it. */
export interface FixWriter extends ObjectWriter {
  /** Puts another code in the place of a mention's. */
  replaceCode(mention: Mention, code: string): Edit | undefined;
  /** Renames the last word of what a mention is compared with, keeping its case: `err.message` → `err.code`. */
  replaceLastName(mention: Mention, name: string, replacement: string): Edit | undefined;
  /** Makes a string of a number. */
  quote(mention: Mention, code: string): Edit | undefined;
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
    ...createObjectWriter(language, model, text),
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
