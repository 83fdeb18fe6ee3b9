import { KEYWORD } from '../knowledge/keywords.ts';
import type { Label, Language } from '../languages/language.ts';
import type {
  DispatchSite,
  FileModel,
  Handler,
  InsertionPoint,
  Lookup,
  Mention,
  Span,
  Surroundings,
} from '../model/model.ts';
import { isApart } from './apart.ts';
import { comparedWith } from './comparisons.ts';
import { createConstants, type NamedCode } from './constants.ts';
import type { Edit } from './fix.ts';
import { insertEntries } from './insertEntries.ts';
import { createMappingWriter, type MappingWriter } from './mappingWriter.ts';
import { createObjectWriter, type ObjectWriter } from './objectWriter.ts';
import { blankOf, defaultOf, returnedBy } from './values.ts';

/** Arms that were added, and for how many codes. */
export interface AddedArms {
  readonly edit: Edit;
  readonly count: number;
}

/** Turns what a rule wants changed into edits of source text. Undefined where the language cannot write it. */
export interface FixWriter extends ObjectWriter, MappingWriter {
  /** The text is data or a document: nothing in it is run. */
  readonly isOfData: boolean;
  /** Puts another code in the place of a mention's. */
  replaceCode(mention: Mention, code: string): Edit | undefined;
  /**
   * Compares a sibling of what a mention is compared with, and with others: `err.message === "Invalid token"` →
   * `(err.code === "1103" || err.code === "1218")`.
   */
  compareLastName(
    mention: Mention,
    name: string,
    sibling: string,
    texts: readonly string[],
  ): readonly Edit[] | undefined;
  /** Puts another code beside one in a list or an arm: `["1306", "1314"]`, `case "1306": case "1314":`. */
  addBeside(mention: Mention, code: string): Edit | undefined;
  /** Makes the caught error the cause of the one that a handler throws instead. */
  keepCause(handler: Handler): Edit | undefined;
  /** Makes a string of a number, where both compile. */
  quote(mention: Mention, code: string): Edit | undefined;
  /**
   * Adds arms for codes to a site, or entries to a map, for their author to fill in: for all of them, or for those that
   * its enumeration has.
   */
  addArms(site: DispatchSite, codes: readonly NamedCode[], note: string): AddedArms | undefined;
  /**
   * Adds a fallback: an arm, or a default to every look-up of a map that has none. It hands on the error that was caught or
   * passed in, or gives back what says as much as the other arms do.
   */
  addFallback(site: DispatchSite, note: string): readonly Edit[] | undefined;
}

/** @param text the text the model was read from */
export function createFixWriter(language: Language, model: FileModel, text: string): FixWriter {
  const { printer } = language;
  const sourceOf = ({ start, end }: Span): string => text.slice(start, end);
  /** What stands behind the insertion point on its line goes to a line of its own, lest it end up behind a comment. */
  const insertLines = (insertion: InsertionPoint, inserted: string | undefined): Edit | undefined => {
    if (inserted === undefined) return undefined;
    const { offset } = insertion;
    const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
    const bare =
      rest.trim() === '' || (language.comment.line !== undefined && rest.trim().startsWith(language.comment.line));
    return { span: { start: offset, end: offset }, text: bare ? inserted : `${inserted}\n${insertion.indent}` };
  };
  const quoteOf = (mention: Mention): string => {
    const last = text[mention.outer.end - 1];
    return last === "'" || last === '"' || last === '`' ? last : quoteInUse(text, language.quote);
  };

  /** A branch without braces ends with its line: what goes on from it stands on the next. */
  const behindArms = ({ kind, arms }: DispatchSite, { indent }: InsertionPoint, added: string | undefined) => {
    const last = arms.at(-1)?.span;
    const isBare = kind === 'if-chain' && last !== undefined && !sourceOf(last).endsWith('}');
    return isBare ? added?.replace(/^ /, `\n${indent}`) : added;
  };
  const placeOf = (site: DispatchSite, insertion: InsertionPoint, note: string) => {
    const last = site.arms.at(-1)?.span;
    return {
      form: site.kind === 'switch' ? ('switch' as const) : ('if-chain' as const),
      insertion,
      runsOn: site.runsOn ?? false,
      arm: last ? sourceOf(last) : '',
      comma: last !== undefined && /^\s*,/.test(text.slice(last.end, last.end + 200)),
      note,
    };
  };
  const isEqualled = ({ outer, place: { counterpart } }: Mention): boolean => {
    if (!counterpart) return false;
    const [first, last] = outer.start < counterpart.start ? [outer, counterpart] : [counterpart, outer];
    return /^\s*[=!]=\s*$/.test(text.slice(first.end, last.start));
  };

  const constants = createConstants(model, text);
  /** Codes as the arms at hand write theirs; those of which an enumeration has no member cannot be written. */
  const labelsOf = (site: DispatchSite, codes: readonly NamedCode[], quote: string): readonly Label[] => {
    const nameOf = constants.namesFor(site);
    const possible = constants.textsFor(site);
    const writable = possible ? codes.filter((code) => possible.includes(code.text)) : codes;
    return writable.flatMap((code): readonly Label[] => {
      const constant = nameOf?.(code);
      if (constant !== undefined) return [{ source: constant }];
      if (nameOf && constants.areMembers(site)) return [];
      const source = site.value === 'integer' ? code.text : printer?.string(code.text, quote);
      return source === undefined ? [] : [{ source, ...(code.name !== undefined && { name: code.name }) }];
    });
  };
  const rethrown = ({ caught, error, head }: Surroundings, isValue: boolean): string | undefined =>
    printer?.rethrow?.({
      ...(caught !== undefined && { caught }),
      ...(error && { error }),
      head: head ? sourceOf(head) : '',
      text,
      isValue,
    });
  const context = { printer, sourceOf, text };

  const addDefaults = (site: DispatchSite): readonly Edit[] | undefined => {
    const object = model.objects.find(({ span }) => span.start === site.span.start && span.end === site.span.end);
    if (!printer?.lookup || !object || !site.lookups?.length || site.lookups.some(({ inText }) => inText))
      return undefined;
    const given = object.entries.map(({ value }) => sourceOf(value.outer));
    const withDefault = ({ span, map, key, surroundings }: Lookup): Edit | undefined => {
      const value = defaultOf(given, sourceOf(key), surroundings, context);
      const thrown = rethrown(surroundings, true);
      const written = printer.lookup?.({
        lookup: sourceOf(span).replace(/\s{0,9}!{1,2}$/, ''),
        map: sourceOf(map),
        key: sourceOf(key),
        isApart: isApart(text, span),
        head: surroundings.head ? sourceOf(surroundings.head) : '',
        ...(value !== undefined && { value }),
        ...(thrown !== undefined && { rethrown: thrown }),
      });
      return written === undefined ? undefined : { span, text: written };
    };
    const edits = site.lookups.flatMap((lookup) => withDefault(lookup) ?? []);
    return edits.length < site.lookups.length ? undefined : edits;
  };

  const addEntries = (site: DispatchSite, codes: readonly NamedCode[]): AddedArms | undefined => {
    const object = model.objects.find((one) => one.insertion && one.insertion === site.armInsertion);
    const insertion = object?.insertion;
    if (!insertion || !printer || language.comment.line === undefined) return undefined;
    const values = object.entries.map(({ value }) => sourceOf(value.outer));
    const placeholder = blankOf(values, printer, insertion.quote);
    const labels = labelsOf(site, codes, insertion.quote);
    if (placeholder === undefined || labels.length === 0) return undefined;
    const lines = labels.map(({ source, name }) => ({
      source: printer.mapEntry?.(source, placeholder, insertion) ?? `${source}: ${placeholder}`,
      said: name === undefined ? TO_DO : `${TO_DO}: ${name}`,
    }));
    return counted(labels, insertEntries(object, lines, language, text));
  };

  const bodiesOf = ({ arms }: DispatchSite): readonly string[] =>
    arms.flatMap(({ body }) => (body ? sourceOf(body).trim().replace(BEGINS_ARM, '') : []));
  /** What a fallback does: the error is handed on, unless it was passed to a function that makes values of errors. */
  const leaving = (site: DispatchSite): string | undefined => {
    const bodies = bodiesOf(site);
    const returned = returnedBy(bodies);
    const values = returned ?? bodies;
    const isValue = !returned && blankOf(values, printer, language.quote) !== undefined;
    const value =
      returned || isValue
        ? defaultOf(values, site.subject.text, site.surroundings, { ...context, isReturned: returned !== undefined })
        : undefined;
    const given = value === undefined || isValue ? value : `return ${value}`;
    const handedOn = rethrown(site.surroundings, isValue);
    return site.surroundings.caught === undefined ? (given ?? handedOn) : (handedOn ?? given);
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
    compareLastName: (mention, name, sibling, texts) => comparedWith(mention, { name, sibling, texts }, language, text),
    addBeside(mention, code) {
      const { kind, outer, span, value, place } = mention;
      if (!printer || kind !== 'literal' || value !== 'string') return undefined;
      const at = (text: string): Edit => ({ span: { start: outer.end, end: outer.end }, text });
      // A word of a list that quotes all its words at once.
      if (outer.start === span.start) return at(` ${code}`);
      const [before, behind] = [
        text.slice(Math.max(0, outer.start - NEAR_UNITS), outer.start),
        text.slice(outer.end, outer.end + NEAR_UNITS),
      ];
      const literal = printer.string(code, quoteOf(mention));
      if (place.role === 'arm') {
        const between = printer.alternative?.(before, behind);
        if (between !== undefined) return at(`${between}${literal}`);
        const colon = /^\s*:/.exec(behind)?.[0];
        const [, indent = '', word = ''] = /(?:^|\n)([ \t]*)(\w+)\s+$/.exec(before) ?? [];
        if (colon === undefined || word === '') return undefined;
        const end = outer.end + colon.length;
        return { span: { start: end, end }, text: `\n${indent}${word} ${literal}:` };
      }
      const isItem = place.group !== undefined && /[[({,]\s*$/.test(before) && /^\s*[\])},]/.test(behind);
      return isItem ? at(`, ${literal}`) : undefined;
    },
    keepCause({ replaced }) {
      const written = replaced && printer?.withCause?.(sourceOf(replaced.statement), replaced.name);
      return replaced && written !== undefined ? { span: replaced.statement, text: written } : undefined;
    },
    quote(mention, code) {
      if (!printer || mention.value !== 'integer' || mention.kind === 'reference') return undefined;
      // What was parsed without a type takes either.
      if (language.comparesOneType && mention.place.role !== 'produced' && !mention.place.ofParsed) return undefined;
      if (printer.comparesIdentity && isEqualled(mention)) return undefined;
      return { span: mention.outer, text: printer.string(code, quoteOf(mention)) };
    },
    addArms(site, codes, note) {
      const { armInsertion: insertion } = site;
      if (!printer || !insertion) return undefined;
      if (site.kind === 'map') return addEntries(site, codes);
      const labels = labelsOf(site, codes, site.quote ?? quoteInUse(text, language.quote));
      if (labels.length === 0) return undefined;
      const placeholder = blankOf(bodiesOf(site), printer, site.quote ?? language.quote);
      // What is used as a value must have one; what cannot be told is left to its author.
      if (placeholder === undefined && isUsedAsValue(text, site, printer.givesLastValue === true)) return undefined;
      const arms = printer.arms?.({
        ...placeOf(site, insertion, note),
        labels,
        value: site.value,
        subject: site.subject.text,
        isIdle: site.idleFallback ?? false,
        ...(placeholder !== undefined && { placeholder }),
      });
      return counted(labels, insertLines(insertion, behindArms(site, insertion, arms)));
    },
    addFallback(site, note) {
      if (site.kind === 'map') return addDefaults(site);
      const { fallbackInsertion: insertion } = site;
      // Nothing would reach what stands behind arms that all leave.
      const isFollowed = /^[\s;)]*[^\s;)}]/.test(text.slice(site.span.end, site.span.end + 200));
      if (isFollowed && site.arms.every(({ leaves }) => leaves) && site.kind === 'if-chain') return undefined;
      const body = insertion && printer?.fallback ? leaving(site) : undefined;
      if (!insertion || body === undefined) return undefined;
      const fallback = printer?.fallback?.({ ...placeOf(site, insertion, note), body });
      const edit = insertLines(insertion, behindArms(site, insertion, fallback));
      return edit && [edit];
    },
  };
}

/** UTF-16 units around a code that are looked at for what it stands in. */
const NEAR_UNITS = 120;

/** What stands behind an entry that is to be filled in. */
const TO_DO = 'TODO';

function counted(labels: readonly Label[], edit: Edit | undefined): AddedArms | undefined {
  return edit && { edit, count: labels.length };
}

/** Whether something is made of what the arms of a site give: `x = switch …`, `return match …`, `f(when …`. */
function isUsedAsValue(
  text: string,
  { span, kind, idleFallback, surroundings: { head } }: DispatchSite,
  givesLastValue: boolean,
): boolean {
  if (kind !== 'switch') return false;
  const before = text.slice(Math.max(0, span.start - 40), span.start).trimEnd();
  if (new RegExp(`(?:[=(,?]|=>|->|\\?:|\\b${KEYWORD.returns})$`).test(before)) return true;
  // What does nothing for all the rest gives nothing for them either.
  const isLast = givesLastValue && !idleFallback && /^\s*\}/.test(text.slice(span.end, span.end + 200));
  return isLast && head !== undefined && text.slice(head.start, head.end).includes('->');
}

/** What may stand before all that an arm does. */
const BEGINS_ARM = new RegExp(`^${KEYWORD.beginsArm}\\b\\s*`);

/** The quote that a text uses more often. */
function quoteInUse(text: string, otherwise: string): string {
  const sample = text.slice(0, 20_000);
  const single = sample.split("'").length;
  const double = sample.split('"').length;
  return single === double ? otherwise : single > double ? "'" : '"';
}
