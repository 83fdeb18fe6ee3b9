import { applyEdits, getNodeValue, type JSONPath, modify, type ParseError, parseTree } from 'jsonc-parser';
import type { Vendor } from '../catalog/types.ts';
import type { Span } from '../model/model.ts';

/** What somebody wants to stand in a project file. */
export type ProjectChange =
  /**
   * Whose codes a file is about, or the whole project where no file is named; with no vendor nothing is checked there.
   * `file` is a path from the project file's folder, with forward slashes.
   */
  | { readonly kind: 'vendors'; readonly vendors: readonly Vendor[]; readonly file?: string }
  | { readonly kind: 'rule off'; readonly rule: string };

/** What a project file begins as. */
export const NEW_PROJECT_FILE = '{}\n';

/** Everything below the project file's folder. */
const ALL_FILES = '*';

/**
 * One edit that makes a project file say something. Comments and all else in it stay as they are.
 *
 * @param text the file as it is, or `NEW_PROJECT_FILE`
 * @returns undefined for a text that is no object, or holds something else where the change would have to go
 */
export function changeProjectFile(
  text: string,
  change: ProjectChange,
): { readonly span: Span; readonly text: string } | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || root?.type !== 'object') return undefined;
  const value = getNodeValue(root) as { readonly [key: string]: unknown };
  const steps = change.kind === 'rule off' ? ruleSteps(change.rule, value) : vendorSteps(change, value);
  if (!steps) return undefined;
  const changed = steps.reduce((now, { path, value: wanted, inserts }) => {
    const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
    return applyEdits(now, modify(now, [...path], wanted, { formattingOptions, isArrayInsertion: inserts === true }));
  }, text);
  return difference(text, changed);
}

/** One value that is set, taken away where it is undefined, or put into a list. */
interface Step {
  readonly path: JSONPath;
  readonly value: unknown;
  readonly inserts?: true;
}

function ruleSteps(rule: string, { rules = {} }: { readonly [key: string]: unknown }): readonly Step[] | undefined {
  return isObject(rules) ? [{ path: ['rules', rule], value: 'off' }] : undefined;
}

function vendorSteps(
  { vendors, file }: Extract<ProjectChange, { kind: 'vendors' }>,
  { exclude, overrides = [] }: { readonly [key: string]: unknown },
): readonly Step[] | undefined {
  const pattern = file === undefined ? ALL_FILES : patternOf(file);
  if (vendors.length === 0) return excluding(pattern, exclude);
  const back = including(pattern, exclude);
  if (file === undefined) return [{ path: ['vendors'], value: vendors }, ...back];
  if (!Array.isArray(overrides)) return undefined;
  const index = overrides.findIndex((one) => isObject(one) && [one.files].flat().join('\n') === pattern);
  return index < 0
    ? [{ path: ['overrides', overrides.length], value: { files: [pattern], vendors }, inserts: true }, ...back]
    : [{ path: ['overrides', index, 'vendors'], value: vendors }, ...back];
}

function excluding(pattern: string, exclude: unknown): readonly Step[] {
  const listed = exclude === undefined ? [] : [exclude].flat();
  if (listed.includes(pattern)) return [];
  // A single pattern may stand there by itself.
  return Array.isArray(exclude)
    ? [{ path: ['exclude', exclude.length], value: pattern, inserts: true }]
    : [{ path: ['exclude'], value: [...listed, pattern] }];
}

function including(pattern: string, exclude: unknown): readonly Step[] {
  if (exclude === pattern) return [{ path: ['exclude'], value: undefined }];
  const index = Array.isArray(exclude) ? exclude.indexOf(pattern) : -1;
  return index < 0 ? [] : [{ path: ['exclude', index], value: undefined }];
}

/** The pattern that means one file and no other: `/src/a\[b\].ts`. */
function patternOf(file: string): string {
  return `/${file.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')}`;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The one piece in which two texts differ. */
function difference(before: string, after: string): { readonly span: Span; readonly text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { span: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}
