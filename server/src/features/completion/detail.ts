import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';

/** What stands beside a code on offer: its text, and its HTTP status. */
export function codeDetail(code: Code, catalog: Catalog): readonly string[] {
  const http = catalog.httpOf(code);
  const text = catalog.textOf(code);
  return [...(text === code.code ? [] : [text]), ...(http.length > 0 ? [`HTTP ${http.join(' / ')}`] : [])];
}
