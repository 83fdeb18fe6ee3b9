import { falseLike, isBoolean, KEYWORD } from '../knowledge/keywords.ts';
import type { Language } from '../languages/language.ts';
import type { DispatchSite, FileModel, InsertionPoint, Mention, ObjectLiteral, Span, Value } from '../model/model.ts';
import type { Edit } from './fix.ts';
import { createMappingWriter, type MappingWriter } from './mappingWriter.ts';
import { createObjectWriter, type ObjectWriter } from './objectWriter.ts';

/** Turns what a rule wants changed into edits of source text. Undefined where the language cannot write it. */
export interface FixWriter extends ObjectWriter, MappingWriter {
  /** The text is data or a document: nothing in it is run. */
  readonly isOfData: boolean;
  /** Puts another code in the place of a mention's. */
  replaceCode(mention: Mention, code: string): Edit | undefined;
  /** Renames the last word of what a mention is compared with, keeping its case: `err.message` → `err.code`. */
  replaceLastName(mention: Mention, name: string, replacement: string): Edit | undefined;
  /** Makes a string of a number, where both compile. */
  quote(mention: Mention, code: string): Edit | undefined;
  /** Adds arms for codes to a site, or entries to a map. */
  addArms(site: DispatchSite, codes: readonly string[], note: string): Edit | undefined;
  /** Adds a fallback: an arm, or a default to every look-up of a map that has none. */
  addFallback(site: DispatchSite, note: string): readonly Edit[] | undefined;
}

/** @param text the text the model was read from */
export function createFixWriter(language: Language, model: FileModel, text: string): FixWriter {
  const { printer } = language;
  const insert = (offset: number, inserted: string): Edit => ({ span: { start: offset, end: offset }, text: inserted });
  /** What stands behind the insertion point on its line goes to a line of its own, lest it end up behind a comment. */
  const insertLines = (insertion: InsertionPoint, inserted: string): Edit => {
    const { offset } = insertion;
    const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
    const bare =
      rest.trim() === '' || (language.comment.line !== undefined && rest.trim().startsWith(language.comment.line));
    return insert(offset, bare ? inserted : `${inserted}\n${insertion.indent}`);
  };
  const quoteOf = (mention: Mention): string => {
    const last = text[mention.outer.end - 1];
    return last === "'" || last === '"' || last === '`' ? last : quoteInUse(text, language.quote);
  };

  const request = (site: DispatchSite, insertion: InsertionPoint, note: string) => {
    const last = site.arms.at(-1)?.span;
    return {
      value: site.value,
      insertion,
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

  const sourceOf = ({ start, end }: Span): string => text.slice(start, end);
  /** A value of the kind that all entries of a map have, where they are written out. */
  const defaultOf = ({ entries }: ObjectLiteral, note: string, quote: string): string | undefined => {
    const isAll = (test: (value: Value) => boolean): boolean => entries.every(({ value }) => test(value));
    if (isAll((value) => value.kind === 'string' && isWholeString(text, value.span)))
      return printer?.string(note, quote);
    if (isAll((value) => /^\d+$/.test(sourceOf(value.span)))) return '0';
    const first = entries[0] ? sourceOf(entries[0].value.span) : '';
    return isAll(({ span }) => isBoolean(sourceOf(span))) ? falseLike(first) : undefined;
  };
  const addDefaults = (site: DispatchSite, note: string): readonly Edit[] | undefined => {
    const object = model.objects.find(({ span }) => span.start === site.span.start && span.end === site.span.end);
    if (!printer?.lookup || !object || !site.lookups?.length || site.lookups.some(({ inText }) => inText))
      return undefined;
    const quote = object.insertion?.quote ?? quoteInUse(text, language.quote);
    const value = defaultOf(object, note, quote);
    const edits: Edit[] = [];
    for (const { span, map, key } of site.lookups) {
      const written = printer.lookup({
        lookup: sourceOf(span).replace(/\s*!+$/, ''),
        map: sourceOf(map),
        key: sourceOf(key),
        quote,
        isApart: isApart(text, span),
        ...(value !== undefined && { value }),
      });
      if (written === undefined) return undefined;
      edits.push({ span, text: written });
    }
    return edits;
  };

  return {
    isOfData: !language.isProgram,
    ...createObjectWriter(language, model, text),
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
      // What was parsed without a type takes either.
      if (language.comparesOneType && mention.place.role !== 'produced' && !mention.place.ofParsed) return undefined;
      const literal = printer.string(code, quoteOf(mention));
      return comparison(mention, literal) ?? { span: mention.outer, text: literal };
    },
    addArms(site, codes, note) {
      const { armInsertion: insertion } = site;
      if (!printer || !insertion) return undefined;
      if (site.kind === 'map') {
        const object = model.objects.find((one) => one.insertion && one.insertion === insertion);
        if (!object?.insertion) return undefined;
        const { quote } = object.insertion;
        const placeholder = defaultOf(object, '', quote) ?? printer.string('', quote);
        const entries = printer.mapEntries?.(codes, site.value, object.insertion, placeholder, object.entries.length);
        return entries === undefined ? undefined : insert(insertion.offset, entries);
      }
      if (!printer.arms) return undefined;
      return insertLines(insertion, printer.arms({ ...request(site, insertion, note), form: site.kind, codes }));
    },
    addFallback(site, note) {
      if (site.kind === 'map') return addDefaults(site, note);
      const { fallbackInsertion: insertion } = site;
      if (!printer?.fallback || !insertion) return undefined;
      return [insertLines(insertion, printer.fallback({ ...request(site, insertion, note), form: site.kind }))];
    },
  };
}

/** Whether a string's content is all that an entry's value is: nothing is made of the literal. */
function isWholeString(text: string, content: Span): boolean {
  return (
    /["'`]/.test(text[content.start - 1] ?? '') &&
    /^["'`]\s*(?:[,)\]}]|\/\/|\/\*|#|$)/m.test(text.slice(content.end, content.end + 200))
  );
}

/** Nothing in front reaches into an expression: `= `, `=> `, `(`, `, `, `return `. */
const BEGINS_APART = new RegExp(`(?:^|[^=!<>+\\-*/|&^%?~]=|=>|->|[(,[{:;]|\\b${KEYWORD.returns})$`);
/** Nor does what stands behind: `;`, `)`, the end of the line where the next one does not go on with an operator. */
const ENDS_APART = new RegExp(
  `^[ \\t]*(?:[;,)\\]}]|\\r?\\n[ \\t]*(?:\\r?\\n|[}\\])@]|(?!${KEYWORD.infix}\\b)\\w|$)|$)`,
);

/** Whether an operator may be put into an expression's place without brackets around it. */
function isApart(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 40), start).trimEnd();
  const after = text.slice(end, end + 200);
  return BEGINS_APART.test(before) && ENDS_APART.test(after);
}

/** The quote that a text uses more often. */
function quoteInUse(text: string, otherwise: string): string {
  const sample = text.slice(0, 20_000);
  const single = sample.split("'").length;
  const double = sample.split('"').length;
  return single === double ? otherwise : single > double ? "'" : '"';
}
