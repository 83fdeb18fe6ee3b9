import type { Catalog } from '../../catalog/catalog.ts';
import { misspeltName } from '../../catalog/nearestName.ts';
import type { Code, ErrorProperty } from '../../catalog/types.ts';
import { isTemplate } from '../../knowledge/templates.ts';
import type { Entry, ObjectLiteral, Span, Value } from '../../model/model.ts';
import { isNothing } from '../../model/values.ts';
import type { FileContext } from '../file.ts';
import type { Additions } from './additions.ts';
import type { Envelope } from './envelopes.ts';

/** What a NUGU item says under `errorProperties`, measured by what its code asks for. */
export interface ErrorProperties {
  readonly code: Code;
  /** Where the code stands. */
  readonly span: Span;
  /** Index of the item. */
  readonly item: number;
  /** Index of the object literal with the properties, or of the item where there is none. */
  readonly object: number;
  /** Asked for, and not given under any name. */
  readonly missing: readonly ErrorProperty[];
  /** Asked for, and given under a name that is plainly meant as theirs. */
  readonly misspelt: readonly { readonly property: ErrorProperty; readonly entry: Entry }[];
  /** Given, and not asked for. */
  readonly unknown: readonly Entry[];
  /** Given as a value that cannot be meant: a limit that is no number, a mode that is one, nothing at all. */
  readonly mistyped: readonly { readonly property: ErrorProperty; readonly entry: Entry }[];
  /** Limits the wrong way round: the lower one is above the upper one. */
  readonly reversed?: { readonly lower: Entry; readonly upper: Entry };
}

/** Measures every NUGU item whose error properties can be seen. */
export function collectErrorProperties(
  { model: { objects }, catalog, signals }: FileContext,
  envelopes: readonly Envelope[],
  additions: Additions,
): readonly ErrorProperties[] {
  const isFilledLater = signals.fillsErrorProperties || additions.has('errorProperties');
  return envelopes.flatMap((envelope) => measure(envelope, objects, catalog, isFilledLater) ?? []);
}

/** @param isFilledLater the file writes into, or puts in, error properties after items were made */
function measure(
  { kind, confidence, code: { value }, object: index, unfinished }: Envelope,
  objects: readonly ObjectLiteral[],
  catalog: Catalog,
  isFilledLater: boolean,
): ErrorProperties | undefined {
  if (kind !== 'nugu-item' || confidence === 'weak') return undefined;
  const code = value.kind === 'string' ? catalog.find('nugu', value.text) : undefined;
  const item = objects[index];
  if (!code || !item) return undefined;
  const written = item.entries.find((entry) => entry.key === 'errorProperties')?.value;
  const given = written && isNothing(written) ? undefined : written;
  if (given && given.kind !== 'object') return undefined;
  const isEmpty = written !== undefined && (!given || objects[given.object]?.entries.length === 0);
  const properties = given && objects[given.object];
  const names = code.errorProperties.map(({ name }) => name);
  const entries = properties?.entries ?? [];
  const others = entries.filter(({ key }) => !names.includes(key));
  const absent = code.errorProperties.filter(({ name }) => !entries.some(({ key }) => key === name));
  const misspelt = absent.flatMap((property) => {
    const entry = others.find(
      ({ key }) =>
        misspeltName(
          key,
          absent.map(({ name }) => name),
        ) === property.name,
    );
    return entry ? [{ property, entry }] : [];
  });
  // What stands under another name is for other rules to put right.
  const isElsewhere =
    !given &&
    item.entries.some(({ key, value: { kind } }) =>
      key === 'properties' ? kind === 'object' : misspeltName(key, ['errorProperties']) !== undefined,
    );
  const isAdded = (unfinished && !given) || (isEmpty && isFilledLater);
  const isOpen = item.open || properties?.open || isAdded || code.level === 'success' || isElsewhere;
  const reversed = reversedOf(code, entries);
  return {
    code,
    span: value.span,
    item: index,
    object: given?.kind === 'object' ? given.object : index,
    missing: isOpen ? [] : absent.filter((property) => !misspelt.some((one) => one.property === property)),
    misspelt,
    unknown: code.level === 'success' ? [] : others.filter((entry) => !misspelt.some((one) => one.entry === entry)),
    mistyped: code.errorProperties.flatMap((property) => {
      const entry = entries.find(({ key }) => key === property.name);
      return entry && isMistyped(entry.value, property) ? [{ property, entry }] : [];
    }),
    ...(reversed && { reversed }),
  };
}

/** The limits of a range where the lower one is above the upper one; numbers written there only. */
function reversedOf({ errorProperties }: Code, entries: readonly Entry[]): ErrorProperties['reversed'] {
  const limit = (beginning: string): { readonly entry: Entry; readonly number: number } | undefined => {
    const name = errorProperties.find((one) => one.name.startsWith(beginning))?.name;
    const entry = entries.find(({ key }) => key === name);
    const number = entry && numberOf(entry.value);
    return entry && number !== undefined ? { entry, number } : undefined;
  };
  const [lower, upper] = [limit('min'), limit('max')];
  return lower && upper && lower.number > upper.number ? { lower: lower.entry, upper: upper.entry } : undefined;
}

function numberOf(value: Value): number | undefined {
  const isPlain = value.kind === 'string' || value.kind === 'integer';
  return isPlain && NUMBER.test(value.text.trim()) ? Number(value.text) : undefined;
}

/** The samples of the page write limits as texts (`"18"`): only what can be no number at all is none. */
function isMistyped(value: Value, { type }: ErrorProperty): boolean {
  if (value.kind === 'string' && value.text === '') return true;
  // None of these is a word or a number, whatever is in it.
  if (value.kind === 'object' || value.kind === 'list') return true;
  if (value.kind === 'other') return value.plain !== undefined;
  if (type === 'string') return value.kind === 'integer';
  return value.kind === 'string' && !NUMBER.test(value.text.trim()) && !isTemplate(value.text);
}

const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;
