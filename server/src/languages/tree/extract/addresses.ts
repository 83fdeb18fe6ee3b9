import { mayNameAddress } from '../../../knowledge/names.ts';
import { holdsThinqAddress } from '../../../knowledge/vendors.ts';
import type { Span } from '../../../model/model.ts';
import type { Alias, Constant } from '../../../model/names.ts';
import type { Source } from './source.ts';

/** UTF-16 units of a class or an expression that are looked through. */
const LIMIT_UNITS = 40_000;
/** Names that are followed to what they stand for. */
const MOST_NAMES = 8;
/** A text in quotes, with what is put in there. */
const TEXT = /(["'`])(?<text>[^"'`\n]*)\1/g;
/** A dotted name. */
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:(?:->|::|\.|\\)[\p{L}_][\p{L}\p{N}_]*)*/gu;

/** What in a piece of text is the address of a service, or a name that says so: `https://api-…`, `BASE_URL`. */
export function addressesIn({ text: whole }: Source, { start, end }: Span): readonly (Constant | Alias)[] {
  const text = whole.slice(start, Math.min(end, start + LIMIT_UNITS));
  const written = [...text.matchAll(TEXT)]
    .map(({ groups }) => groups?.text ?? '')
    .filter(holdsThinqAddress)
    .map((one): Constant => ({ kind: 'constant', text: one, value: 'string' }));
  if (written.length > 0) return written.slice(0, 1);
  const names = [...text.matchAll(NAME)].map(([name]) => name.replace(/->|::|\\/g, '.'));
  return [...new Set(names.flatMap((name) => namedAddress(name) ?? []))]
    .slice(0, MOST_NAMES)
    .map((of): Alias => ({ kind: 'alias', of }));
}

/** What of a dotted name may be an address: `base` in `base.appending`. */
function namedAddress(name: string): string | undefined {
  const words = name.split('.');
  const last = words.findLastIndex(mayNameAddress);
  return last < 0 ? undefined : words.slice(0, last + 1).join('.');
}
