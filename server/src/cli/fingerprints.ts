import { createHash, type Hash } from 'node:crypto';
import type { Span } from '../model/model.ts';

/** UTF-16 units on either side of a finding, on its line, that make its fingerprint. */
const UNITS_AROUND = 80;
const HEX_DIGITS = 32;

/** A place on a line. */
export interface Place {
  readonly rule: string;
  /** UTF-16 offsets in the text. */
  readonly span: Span;
  /** UTF-16 offsets of the line that the place starts on, without its end. */
  readonly line: Span;
}

/** Tells the findings of one text apart. Each is to be asked for once, in the order of the text. */
export type Fingerprints = (place: Place) => string;

/** Fingerprints of the text around a finding: a change further away on the line leaves them as they are. */
export function createFingerprints(text: string): Fingerprints {
  const countOf = createCounter();
  return ({ rule, span, line }) => {
    const end = Math.min(span.end, line.end);
    const before = text.slice(Math.max(line.start, span.start - UNITS_AROUND), span.start);
    const after = text.slice(end, Math.min(line.end, end + UNITS_AROUND));
    // Of a finding that is longer than what is around it, the beginning is enough.
    const own = text.slice(span.start, Math.min(end, span.start + UNITS_AROUND));
    const key = JSON.stringify([rule, before.trimStart(), own, after.trimEnd()]);
    return `v2:${digest(createHash('sha256').update(`${key}${countOf(key)}`))}`;
  };
}

/** The fingerprints of version 1, which were made of whole lines: each line is hashed once for each rule. */
export function createFormerFingerprints(text: string): Fingerprints {
  const countOf = createCounter();
  const known = new Map<string, { readonly hash: Hash; readonly key: string }>();
  return ({ rule, line }) => {
    const at = `${rule} ${line.start}`;
    let found = known.get(at);
    if (!found) {
      const hash = createHash('sha256').update(`${rule}\n${text.slice(line.start, line.end).trim()}`);
      found = { hash, key: digest(hash.copy()) };
      known.set(at, found);
    }
    return digest(found.hash.copy().update(`\n${countOf(found.key)}`));
  };
}

/** Counts equals: 0 for the first. */
function createCounter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}

function digest(hash: Hash): string {
  return hash.digest('hex').slice(0, HEX_DIGITS);
}
