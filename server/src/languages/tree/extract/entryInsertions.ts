import type { EntryInsertionPoint } from '../../../model/model.ts';
import { entryInsertion, lineInsertion } from '../../insertion.ts';
import { type Construct, part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Source } from './source.ts';
import { readString } from './strings.ts';

/** Where an entry can be added to an object literal, and how. @param pairs its entries in text order */
export function insertionOf(
  source: Source,
  object: Construct<'object'>,
  pairs: readonly Node[],
): EntryInsertionPoint | undefined {
  if (source.constructs.at(object.node, 'unbraced')) return unbracedInsertion(source, pairs);
  // An entry would be a call or a statement of its own.
  if (part(object, 'chain') ?? part(object, 'filled') ?? part(object, 'block')) return undefined;
  const close = object.node.endIndex - 1;
  if (!/[})\]]/.test(source.text[close] ?? '')) return undefined;
  const first = pairs[0] && source.constructs.at(pairs[0], 'pair');
  return entryInsertion(source.text, {
    open: object.node.startIndex,
    close,
    ...lastEntryOf(source, pairs.at(-1), close),
    unit: source.unit,
    keys: keyStyleOf(source, object, first),
    quote: (quoteOf(source, first) || firstQuote(source, object.node)) ?? source.description.quote,
  });
}

/** Where the last entry stands, and the comma behind it. @param close offset of the mark that closes the object */
function lastEntryOf(
  source: Source,
  last: Node | undefined,
  close: number,
): { readonly lastStart?: number; readonly lastEnd?: number; readonly comma?: number } {
  if (!last) return {};
  const pair = source.constructs.at(last, 'pair');
  const value = pair && part(pair, 'value');
  let comma: number | undefined;
  let lastEnd = Math.max(last.endIndex, value?.endIndex ?? 0);
  const beside = value && value.startIndex >= last.endIndex ? value : last;
  for (let next = beside.nextSibling; next; next = next.nextSibling) {
    if (next.type === ',') comma = next.endIndex;
    else if (next.endIndex <= close && !source.constructs.at(next, 'comment')) {
      // A value of several tokens, where tokens are all that the grammar knows.
      lastEnd = next.endIndex;
      comma = undefined;
    }
  }
  return { lastStart: last.startIndex, lastEnd, ...(comma !== undefined && { comma }) };
}

/** The quote of an entry's key. */
function quoteOf(source: Source, pair: Construct<'pair'> | undefined): string | undefined {
  const key = pair && part(pair, 'key');
  return key && source.constructs.at(key, 'string') ? readString(source, key)?.quote : undefined;
}

/** Entries that stand one below the other show by themselves where the next one goes and how its key is written. */
function unbracedInsertion(source: Source, pairs: readonly Node[]): EntryInsertionPoint | undefined {
  const [first, last] = [pairs[0], pairs.at(-1)];
  const pair = first && source.constructs.at(first, 'pair');
  if (!first || !last || !pair) return undefined;
  const key = part(pair, 'key');
  const literal = key && readString(source, key);
  return lineInsertion(source.text, {
    firstStart: first.startIndex,
    lastEnd: last.endIndex,
    unit: source.unit,
    keys: literal?.quote ? 'quoted' : 'bare',
    quote: literal?.quote || source.description.quote,
  });
}

/** How keys are written: as those of an entry that is there, or as the language has them. */
function keyStyleOf(
  source: Source,
  object: Construct<'object'>,
  pair: Construct<'pair'> | undefined,
): EntryInsertionPoint['keys'] {
  if (source.constructs.at(object.node, 'list')) return 'pairs';
  return pair ? keyStyle(source, pair) : source.description.keys;
}

function keyStyle(source: Source, pair: Construct<'pair'>): EntryInsertionPoint['keys'] {
  const key = part(pair, 'key');
  if (key) {
    const value = part(pair, 'value');
    if (value && source.text.slice(key.endIndex, value.startIndex).trim() === '=>') return 'arrows';
    return source.constructs.at(key, 'string') ? 'quoted' : source.description.keys;
  }
  const { startIndex, endIndex } = pair.node;
  // What stands between a name and its value; not the value, in which there may be pairs again.
  const before = source.text.slice(startIndex, part(pair, 'value')?.startIndex ?? endIndex);
  return source.description.keys === 'quoted' && before.includes('=') ? 'keyword' : 'bare';
}

/** UTF-16 units of an object in which a quote is looked for: the objects in it are not looked through for each around them. */
const QUOTE_LIMIT_UNITS = 500;

function firstQuote(source: Source, { startIndex, endIndex }: Node): string | undefined {
  return /["']/.exec(source.text.slice(startIndex, Math.min(endIndex, startIndex + QUOTE_LIMIT_UNITS)))?.[0];
}
