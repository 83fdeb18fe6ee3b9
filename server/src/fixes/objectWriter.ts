import type { Language } from '../languages/language.ts';
import type { Entry, EntryInsertionPoint, FileModel, ObjectLiteral, Span } from '../model/model.ts';
import { once } from '../model/once.ts';
import { isNothing } from '../model/values.ts';
import type { Edit } from './fix.ts';
import { findInSight } from './inSight.ts';
import { behindEntries } from './insertEntries.ts';
import { createStops, type Stops } from './stops.ts';

/** A value to write, in no language. */
export type Literal =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'object'; readonly entries: readonly NewEntry[] }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  /** A text that only a person knows, perhaps one of a few: to be filled in, and empty until then. */
  | { readonly kind: 'blank'; readonly choices?: readonly string[] }
  /** What stands in the file already. */
  | { readonly kind: 'source'; readonly span: Span };

export type NewEntry = readonly [key: string, value: Literal];

/** Turns changes of object literals into edits. Undefined where the language cannot write them. */
export interface ObjectWriter {
  /** Adds entries at the end. */
  addEntries(object: ObjectLiteral, entries: readonly NewEntry[]): Edit | undefined;
  /** Adds entries to the object that stands under `key` in an object literal, or adds one that holds them. */
  addInto(object: ObjectLiteral, key: string, entries: readonly NewEntry[]): Edit | undefined;
  /** Puts another entry in the place of one. */
  replaceEntry(object: ObjectLiteral, entry: Entry, replacement: NewEntry): Edit | undefined;
  /** Takes entries out that are to stand elsewhere, with what sets them apart from the others. */
  removeEntries(object: ObjectLiteral, entries: readonly Entry[]): readonly Edit[] | undefined;
  /** Gives an entry another key. */
  renameKey(entry: Entry, key: string): Edit | undefined;
  /** A value of that name, in any spelling, that can be used in an object literal. */
  inSight(object: ObjectLiteral, name: string): Literal | undefined;
  /** Puts another value in the place of an entry's. */
  replaceValue(object: ObjectLiteral, entry: Entry, value: Literal): Edit | undefined;
}

/** @param text the text the model was read from */
export function createObjectWriter({ printer, quote }: Language, model: FileModel, text: string): ObjectWriter {
  const printPlain = (value: Literal & { readonly text: string }, own: string = quote): string =>
    value.kind === 'string' ? (printer?.string(value.text, own) ?? value.text) : value.text;
  const spacedBraces = once(() => hasSpacedBraces(model, text));
  const print = (value: Literal, insertion: EntryInsertionPoint, stops: Stops): string | undefined => {
    switch (value.kind) {
      case 'string':
      case 'number':
        return printPlain(value, insertion.quote);
      case 'blank':
        return printPlain({ kind: 'string', text: stops.mark(value) }, insertion.quote);
      case 'source': {
        const source = text.slice(value.span.start, value.span.end);
        // Where columns mean something, lines cannot stand in others.
        return insertion.between === '' && source.includes('\n') ? undefined : source;
      }
      case 'list': {
        const items = allOf(value.items.map((item) => print(item, insertion, stops)));
        return items && (printer?.list?.(items) ?? `[${items.join(', ')}]`);
      }
      case 'object': {
        const entries = allOf(value.entries.map((entry) => printInner(entry, insertion, stops)));
        if (!entries) return undefined;
        const isSpaced = spacedBraces() ?? insertion.keys === 'bare';
        const braced = entries.length === 0 || !isSpaced ? `{${entries.join(', ')}}` : `{ ${entries.join(', ')} }`;
        return printer?.object?.(entries, insertion) ?? braced;
      }
    }
  };
  const printInner = ([key, value]: NewEntry, insertion: EntryInsertionPoint, stops: Stops): string | undefined => {
    const written = print(value, insertion, stops);
    if (written === undefined) return undefined;
    if (printer?.entry) return printer.entry(key, written, insertion);
    return `${insertion.keys === 'bare' ? key : printer?.string(key, insertion.quote)}: ${written}`;
  };
  const printOwn = (entry: NewEntry, insertion: EntryInsertionPoint, stops: Stops): string | undefined => {
    if (printer?.entry) return printInner(entry, insertion, stops);
    if (insertion.keys === 'pairs') return undefined;
    if (insertion.keys !== 'keyword') return printInner(entry, insertion, stops);
    const written = print(entry[1], insertion, stops);
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
    const stops = createStops();
    const written = allOf(entries.map((entry) => printOwn(entry, insertion, stops)));
    if (!written) return undefined;
    const joined = insertion.multiline
      ? written.map((entry) => `\n${insertion.indent}${entry}`).join(insertion.between)
      : `${held.length > 0 ? ' ' : ''}${written.join(', ')}`;
    return stops.placed(behindEntries(insertion, joined + insertion.trail, text));
  };
  const replaceEntry: ObjectWriter['replaceEntry'] = ({ insertion }, entry, replacement) => {
    const stops = createStops();
    const written = insertion && printer && isWholeEntry(entry) ? printOwn(replacement, insertion, stops) : undefined;
    return written === undefined ? undefined : stops.placed({ span: entry.span, text: written });
  };
  /** Removes entries that stand side by side. @returns undefined where a comment would go with them */
  const removeRun = (object: ObjectLiteral, run: readonly Entry[]): Edit | undefined => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || !object.insertion || !run.every(isWholeEntry)) return undefined;
    const before = object.entries[object.entries.indexOf(first) - 1];
    const after = object.entries[object.entries.indexOf(last) + 1];
    const span = after
      ? { start: first.span.start, end: after.span.start }
      : { start: before?.span.end ?? first.span.start, end: last.span.end };
    const losesComment = model.comments.some(
      (comment) => comment.span.start < span.end && span.start < comment.span.end,
    );
    if (losesComment) return undefined;
    const empty = before || after ? undefined : emptied(object);
    return empty === undefined ? { span, text: '' } : { span: object.span, text: empty };
  };

  return {
    addEntries,
    addInto(object, key, entries) {
      const entry = object.entries.find((one) => one.key === key);
      // In a program, what stands there may be of a type that takes no literal.
      if (entry && object.ofData && isNothing(entry.value))
        return replaceEntry(object, entry, [key, { kind: 'object', entries }]);
      if (entry && entry.value.kind !== 'object') return undefined;
      const nested = entry?.value.kind === 'object' ? model.objects[entry.value.object] : undefined;
      return nested ? addEntries(nested, entries) : addEntries(object, [[key, { kind: 'object', entries }]]);
    },
    replaceEntry,
    removeEntries(object, entries) {
      const runs: Entry[][] = [];
      for (const entry of object.entries.filter((one) => entries.includes(one))) {
        const run = runs.at(-1);
        const isNext = run && object.entries.indexOf(entry) === object.entries.indexOf(run.at(-1) ?? entry) + 1;
        if (isNext) run.push(entry);
        else runs.push([entry]);
      }
      const edits = runs.flatMap((run) => removeRun(object, run) ?? []);
      return edits.length < runs.length ? undefined : edits;
    },
    renameKey({ key, keySpan, value }, name) {
      // A name that stands for key and value names a variable.
      if (value.outer.start === keySpan.start) return undefined;
      return text.slice(keySpan.start, keySpan.end) === key ? { span: keySpan, text: name } : undefined;
    },
    inSight(object, name) {
      const span = findInSight(object, name, model, text);
      return span && { kind: 'source', span };
    },
    replaceValue({ insertion }, { value }, literal) {
      const stops = createStops();
      const isPlain = literal.kind === 'string' || literal.kind === 'number';
      const written =
        printer && (insertion ? print(literal, insertion, stops) : isPlain ? printPlain(literal) : undefined);
      return written === undefined ? undefined : stops.placed({ span: value.outer, text: written });
    },
  };
}

/** Whether the file has blanks within the braces of literals that stand on one line, as in `{ "id": 1 }`; undefined where it has no such. */
function hasSpacedBraces({ objects }: FileModel, text: string): boolean | undefined {
  const shown = objects.find(({ span: { start }, entries: [first] }) => {
    const isBraced = first !== undefined && text[start] === '{';
    return isBraced && !text.slice(start, first.span.start).includes('\n');
  });
  return shown && text[shown.span.start + 1] === ' ';
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
