import { type Conflict, fieldConflictsOf } from './conflicts.ts';
import { factsOf } from './text.ts';
import type { CatalogData, Code, CodeRange, HttpClass, HttpStatus, ResponseField } from './types.ts';

/** A row of a vendor's page that lists no code, with what belongs to it, in the order of the catalog. */
export type PageRow =
  | { readonly kind: 'status'; readonly status: HttpStatus; readonly codes: readonly Code[] }
  | { readonly kind: 'status-class'; readonly statusClass: HttpClass; readonly statuses: readonly HttpStatus[] }
  | { readonly kind: 'range'; readonly range: CodeRange; readonly codes: readonly Code[] }
  | { readonly kind: 'field'; readonly field: ResponseField; readonly conflicts: readonly Conflict[] };

/** The rows of the vendors' pages that list no code, looked up by what they are called. */
export interface PageIndex {
  /**
   * The rows that a text names: an HTTP status (`416`, `HTTP 416`, `status code 416`, `HTTP/1.1 416 Range Not Satisfiable`,
   * `Range Not Satisfiable`), a class of statuses (`4xx`), a range of codes (`12xx`, `1000`), or a key of a response by its
   * name or path, to the letter, as any source spells it (`code`, `error.code`, `data[0].resultCode`, `Error`). ThinQ's
   * rows come first. Empty where no row is called so. `1000`, `2000`, `401` and `503` are codes besides.
   */
  pageRows(text: string): readonly PageRow[];
}

/**
 * Indexes the rows.
 *
 * @param httpOf every HTTP status that a source gives for a code
 */
export function createPageIndex(data: CatalogData, httpOf: (code: Code) => readonly number[]): PageIndex {
  /** Made when it is first asked for: only explanations do that. */
  let index: ReadonlyMap<string, readonly PageRow[]> | undefined;
  return {
    pageRows(text) {
      const name = withoutIndexes(text.trim().replace(STATUS, ''));
      index ??= indexRows(data, httpOf);
      return index.get(PATTERN.test(name) ? name.toLowerCase() : name) ?? [];
    },
  };
}

function indexRows(
  { codes, http, httpClasses, ranges, fields }: CatalogData,
  httpOf: (code: Code) => readonly number[],
): ReadonlyMap<string, readonly PageRow[]> {
  const index = new Map<string, PageRow[]>();
  function add(names: readonly string[], row: PageRow): void {
    for (const name of new Set(names)) index.set(name, [...(index.get(name) ?? []), row]);
  }
  for (const status of http) {
    const coming = codes.filter((code) => httpOf(code).includes(status.status));
    add([String(status.status), status.text, `${status.status} ${status.text}`], {
      kind: 'status',
      status,
      codes: coming,
    });
  }
  for (const statusClass of httpClasses) {
    const statuses = http.filter(({ status }) => String(status)[0] === statusClass.pattern[0]);
    add([statusClass.pattern], { kind: 'status-class', statusClass, statuses });
  }
  for (const range of ranges) {
    const within = codes.filter(({ vendor, code }) => vendor === 'thinq' && code.startsWith(range.prefix));
    add([range.pattern], { kind: 'range', range, codes: within });
  }
  for (const field of fields) {
    const paths = [field.path, ...factsOf(field).map(([, { path }]) => path)].map(withoutIndexes);
    const names = paths.map((path) => path.slice(path.lastIndexOf('.') + 1));
    add([...paths, ...names], { kind: 'field', field, conflicts: fieldConflictsOf(field) });
  }
  return index;
}

/** What stands before a status: `HTTP 416`, `http status 4xx`, `HTTP/1.1 416`, `status code: 416`, `HTTP 상태 416`. */
const STATUS =
  /^(?:HTTP(?:\/\d(?:\.\d)?)?)?[\s_-]*(?:status(?:[\s_-]*code)?|(?:응답|상태)(?:\s*코드)?)?[\s:=]*(?=\d(?:\d\d|xx)(?!\w))/i;

/** A class of statuses or a range of codes: `4xx`, `12XX`. */
const PATTERN = /^\d{1,2}xx$/i;

/** A path without the places in its lists: `data[0].resultCode` is `data.resultCode`. */
function withoutIndexes(path: string): string {
  return path.replace(/\[\d*\]/g, '');
}
