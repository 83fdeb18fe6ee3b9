import { factsOf } from './text.ts';
import type {
  Code,
  Defect,
  DirectiveKey,
  Localized,
  ProtocolKey,
  ProtocolWord,
  ResponseField,
  Sourced,
  SourceId,
  SpellingFacts,
} from './types.ts';

/** What one source says where sources disagree. */
export interface Said<Value> {
  readonly source: SourceId;
  readonly value: Value;
}

/**
 * A point on which the sources of an entry of the catalog disagree, with what every one of them says.
 * `presence` names each source of the same list and whether it has the code; `defect` names the spoilt sources only.
 */
export type Conflict =
  | { readonly field: 'text' | 'spelling' | 'path' | 'type' | 'default'; readonly values: readonly Said<string>[] }
  | { readonly field: 'http'; readonly values: readonly Said<number>[] }
  | { readonly field: 'meaning'; readonly values: readonly Said<Localized>[] }
  | { readonly field: 'presence'; readonly values: readonly Said<boolean>[] }
  | { readonly field: 'defect'; readonly values: readonly Said<Defect>[] };

/**
 * All points on which the sources of a code disagree; empty for most codes.
 * A spoilt text is reported as a defect, not as a rival text.
 *
 * @param listing the sources that hold the list the code is from
 */
export function conflictsOf(code: Code, listing: readonly SourceId[]): readonly Conflict[] {
  const texts = said(code, (facts) => (facts.defect?.cell === 'text' ? undefined : facts.text));
  const statuses = said(code, (facts) => facts.http);
  const meanings = said(code, (facts) => facts.meaning);
  const presences = listing.map((source) => ({ source, value: code.sources[source] !== undefined }));
  const defects = said(code, (facts) => facts.defect);
  const conflicts: Conflict[] = [];
  if (differ(texts, (text) => text)) conflicts.push({ field: 'text', values: texts });
  if (differ(statuses, String)) conflicts.push({ field: 'http', values: statuses });
  if (differ(meanings, (meaning) => meaning.en)) conflicts.push({ field: 'meaning', values: meanings });
  if (presences.some(({ value }) => !value)) conflicts.push({ field: 'presence', values: presences });
  if (defects.length > 0) conflicts.push({ field: 'defect', values: defects });
  return conflicts;
}

/** All points on which the places that name something disagree: a directive, a key. A slip is a defect, not a rival spelling. */
export function spellingConflictsOf(entry: Sourced<SpellingFacts>): readonly Conflict[] {
  const spellings = said(entry, ({ spelling, defect }) => (defect ? undefined : spelling));
  const defects = said(entry, ({ defect }) => defect);
  return [
    ...(differ(spellings, (spelling) => spelling) ? [{ field: 'spelling', values: spellings } as const] : []),
    ...(defects.length > 0 ? [{ field: 'defect', values: defects } as const] : []),
  ];
}

/**
 * All points on which the sources of a key disagree.
 *
 * @param facts what they say of it wherever it occurs: where one says several things, all are named
 */
export function keyConflictsOf(key: ProtocolKey, facts: readonly DirectiveKey[]): readonly Conflict[] {
  const types = joined(facts, ({ type, sampleType }) => type ?? sampleType);
  const defaults = joined(facts, (one) => (one.default === undefined ? undefined : String(one.default)));
  const places = joined(facts, ({ place }) => place);
  return [
    ...spellingConflictsOf(key),
    ...(differ(types, (type) => type) ? [{ field: 'type', values: types } as const] : []),
    ...(differ(defaults, (value) => value) ? [{ field: 'default', values: defaults } as const] : []),
    ...(places.length > 0 ? [{ field: 'path', values: places } as const] : []),
  ];
}

/** All points on which the sources of a word disagree: its spelling, and whether the table has it. */
export function wordConflictsOf(word: ProtocolWord): readonly Conflict[] {
  const isInTable = word.sources['nugu/attributes'] !== undefined;
  const shown = factsOf(word).map(([source]) => ({ source, value: true }));
  const presences = [{ source: 'nugu/attributes', value: false } as const, ...shown];
  return [...spellingConflictsOf(word), ...(isInTable ? [] : [{ field: 'presence', values: presences } as const])];
}

/** What each source says in several places, each thing once, in the order of the sources. */
function joined<Facts>(
  entries: readonly Sourced<Facts>[],
  pick: (facts: Facts) => string | undefined,
): readonly Said<string>[] {
  const bySource = new Map<SourceId, Set<string>>();
  for (const { source, value } of entries.flatMap((entry) => said(entry, pick)))
    bySource.set(source, (bySource.get(source) ?? new Set()).add(value));
  return [...bySource].map(([source, values]) => ({ source, value: [...values].join(' / ') }));
}

/** All points on which the sources of a key of a response disagree. Upper and lower case make no other type. */
export function fieldConflictsOf(field: ResponseField): readonly Conflict[] {
  const paths = said(field, ({ path }) => path);
  const types = said(field, ({ type, sampleType }) => type ?? sampleType);
  return [
    ...(differ(paths, (path) => path) ? [{ field: 'path', values: paths } as const] : []),
    ...(differ(types, (type) => type.toLowerCase()) ? [{ field: 'type', values: types } as const] : []),
  ];
}

function said<Facts, Value>(entry: Sourced<Facts>, pick: (facts: Facts) => Value | undefined): readonly Said<Value>[] {
  return factsOf(entry).flatMap(([source, facts]) => {
    const value = pick(facts);
    return value === undefined ? [] : [{ source, value }];
  });
}

function differ<Value>(values: readonly Said<Value>[], key: (value: Value) => string): boolean {
  return new Set(values.map(({ value }) => key(value))).size > 1;
}
