import type { ErrorProperty } from '../catalog/types.ts';
import type { Language } from '../languages/language.ts';
import type { Entry, EntryInsertionPoint, FileModel, ObjectLiteral, Span } from '../model/model.ts';
import type { Edit } from './fix.ts';

/** A value to write, in no language. */
export type Literal =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'object'; readonly entries: readonly NewEntry[] }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  /** What stands in the file already. */
  | { readonly kind: 'source'; readonly span: Span };

export type NewEntry = readonly [key: string, value: Literal];

/** Turns changes of object literals into edits. Undefined where the language cannot write them. */
export interface ObjectWriter {
  /** Adds entries at the end. */
  addEntries(object: ObjectLiteral, entries: readonly NewEntry[]): Edit | undefined;
  /** Adds keys with sample values to an object literal, or to the one that stands under `key` in it. */
  addProperties(object: ObjectLiteral, key: string, properties: readonly ErrorProperty[]): Edit | undefined;
  /** Puts another entry in the place of one. */
  replaceEntry(object: ObjectLiteral, entry: Entry, replacement: NewEntry): Edit | undefined;
  /** Takes an entry out, with what sets it apart from the others. */
  removeEntry(object: ObjectLiteral, entry: Entry): Edit | undefined;
  /** Gives an entry another key. */
  renameKey(entry: Entry, key: string): Edit | undefined;
  /** Puts another value in the place of an entry's. */
  replaceValue(object: ObjectLiteral, entry: Entry, value: Literal): Edit | undefined;
}

/** A property's sample value, to be filled in by the author. */
export function sampleOf({ name, type, sample }: ErrorProperty): NewEntry {
  return [name, { kind: type, text: String(sample) }];
}

/** @param text the text the model was read from */
export function createObjectWriter({ printer, quote }: Language, model: FileModel, text: string): ObjectWriter {
  const printPlain = (value: Literal & { readonly text: string }, own: string = quote): string =>
    value.kind === 'string' ? (printer?.string(value.text, own) ?? value.text) : value.text;
  const print = (value: Literal, insertion: EntryInsertionPoint): string | undefined => {
    switch (value.kind) {
      case 'string':
      case 'number':
        return printPlain(value, insertion.quote);
      case 'source': {
        const source = text.slice(value.span.start, value.span.end);
        // Where columns mean something, lines cannot stand in others.
        return insertion.between === '' && source.includes('\n') ? undefined : source;
      }
      case 'list': {
        const items = allOf(value.items.map((item) => print(item, insertion)));
        return items && (printer?.list?.(items) ?? `[${items.join(', ')}]`);
      }
      case 'object': {
        const entries = allOf(value.entries.map((entry) => printInner(entry, insertion)));
        if (!entries) return undefined;
        const bare = insertion.keys === 'bare';
        const braced = entries.length === 0 || !bare ? `{${entries.join(', ')}}` : `{ ${entries.join(', ')} }`;
        return printer?.object?.(entries, insertion) ?? braced;
      }
    }
  };
  const printInner = ([key, value]: NewEntry, insertion: EntryInsertionPoint): string | undefined => {
    const written = print(value, insertion);
    if (written === undefined) return undefined;
    if (printer?.entry) return printer.entry(key, written, insertion);
    return `${insertion.keys === 'bare' ? key : printer?.string(key, insertion.quote)}: ${written}`;
  };
  const printOwn = (entry: NewEntry, insertion: EntryInsertionPoint): string | undefined => {
    if (printer?.entry) return printInner(entry, insertion);
    if (insertion.keys === 'pairs') return undefined;
    if (insertion.keys !== 'keyword') return printInner(entry, insertion);
    const written = print(entry[1], insertion);
    return written && `${entry[0]}=${written}`;
  };
  /** What is left of a literal when its last entry is gone, where that is more than its brackets. */
  const emptied = ({ span, insertion }: ObjectLiteral): string | undefined => {
    if (insertion?.between === '') return '{}';
    const empty = insertion && printer?.object?.([], insertion);
    return empty?.[0] === text[span.start] ? empty : undefined;
  };
  const addEntries: ObjectWriter['addEntries'] = ({ insertion, entries: held }, entries) => {
    if (!insertion || !printer) return undefined;
    const written = allOf(entries.map((entry) => printOwn(entry, insertion)));
    if (!written) return undefined;
    const joined = insertion.multiline
      ? written.map((entry) => `\n${insertion.indent}${entry}`).join(insertion.between)
      : `${held.length > 0 ? ' ' : ''}${written.join(', ')}`;
    return {
      span: { start: insertion.offset, end: insertion.offset },
      text: insertion.lead + joined + insertion.trail,
    };
  };

  return {
    addEntries,
    addProperties(object, key, properties) {
      const entry = object.entries.find((one) => one.key === key);
      if (entry && entry.value.kind !== 'object') return undefined;
      const samples = properties.map(sampleOf);
      const nested = entry?.value.kind === 'object' ? model.objects[entry.value.object] : undefined;
      return nested ? addEntries(nested, samples) : addEntries(object, [[key, { kind: 'object', entries: samples }]]);
    },
    replaceEntry({ insertion }, entry, replacement) {
      const written = insertion && printer && isWholeEntry(entry) ? printOwn(replacement, insertion) : undefined;
      return written === undefined ? undefined : { span: entry.span, text: written };
    },
    removeEntry(object, entry) {
      const at = object.entries.indexOf(entry);
      const [before, after] = [object.entries[at - 1], object.entries[at + 1]];
      const span = after
        ? { start: entry.span.start, end: after.span.start }
        : { start: before?.span.end ?? entry.span.start, end: entry.span.end };
      const losesComment = model.comments.some(
        (comment) => comment.span.start < span.end && span.start < comment.span.end,
      );
      if (losesComment || !object.insertion || !isWholeEntry(entry)) return undefined;
      const empty = object.entries.length === 1 ? emptied(object) : undefined;
      return empty === undefined ? { span, text: '' } : { span: object.span, text: empty };
    },
    renameKey({ key, keySpan, value }, name) {
      // A name that stands for key and value names a variable.
      if (value.outer.start === keySpan.start) return undefined;
      return text.slice(keySpan.start, keySpan.end) === key ? { span: keySpan, text: name } : undefined;
    },
    replaceValue({ insertion }, { value }, literal) {
      const isPlain = literal.kind === 'string' || literal.kind === 'number';
      const written = printer && (insertion ? print(literal, insertion) : isPlain ? printPlain(literal) : undefined);
      return written === undefined ? undefined : { span: value.outer, text: written };
    },
  };
}

/** What was written, where all of it could be. */
function allOf(written: readonly (string | undefined)[]): readonly string[] | undefined {
  const whole = written.flatMap((one) => one ?? []);
  return whole.length < written.length ? undefined : whole;
}

/** Whether an entry's span holds its value; that of a name that stands for both does, too. */
function isWholeEntry({ span, value }: Entry): boolean {
  return span.start <= value.span.start && value.outer.end <= span.end;
}
