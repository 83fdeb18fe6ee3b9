import { factsOf } from './text.ts';
import type { Code, Defect, Directive, Localized, ResponseField, Sourced, SourceId } from './types.ts';

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
  | { readonly field: 'text' | 'spelling' | 'path' | 'type'; readonly values: readonly Said<string>[] }
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

/** All points on which the places that name a directive disagree; a slip is a defect, not a rival spelling. */
export function directiveConflictsOf(directive: Directive): readonly Conflict[] {
  const spellings = said(directive, ({ spelling, defect }) => (defect ? undefined : spelling));
  const defects = said(directive, ({ defect }) => defect);
  return [
    ...(differ(spellings, (spelling) => spelling) ? [{ field: 'spelling', values: spellings } as const] : []),
    ...(defects.length > 0 ? [{ field: 'defect', values: defects } as const] : []),
  ];
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
