import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Vendor } from '../../catalog/types.ts';
import type { RuleWords } from '../describe/others.ts';

/** The scheme of addresses that stand for pages of ours, which an editor opens as documents: `thinq-nugu:/thinq/1222.md`. */
export const PAGE_SCHEME = 'thinq-nugu';

/** What a page is about. */
export type PageSubject =
  | { readonly kind: 'code'; readonly code: Code }
  /** A capability or a directive. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'rule'; readonly rule: RuleWords };

/** The address of a page: `thinq-nugu:/thinq/1222.md`. */
export function addressOfPage(subject: PageSubject): string {
  return `${PAGE_SCHEME}:${pathOfPage(subject)}`;
}

/** The page of a code; that of a team's own says by a document in whose project it is one. @param uri of a file of that project */
export function addressOfCode(code: Code, uri: string | undefined): string {
  const page = addressOfPage({ kind: 'code', code });
  return code.layer === 'team' && uri !== undefined ? `${page}?${encodeURIComponent(uri)}` : page;
}

/** Where a page lies: `/thinq/1222.md`, `/nugu/directives/TurnOn.md`, `/rules/unknown-code.md`. */
function pathOfPage(subject: PageSubject): string {
  switch (subject.kind) {
    case 'code':
      return `/${subject.code.vendor}/${encodeURIComponent(subject.code.code)}.md`;
    case 'name':
      return `/nugu/directives/${encodeURIComponent(subject.name)}.md`;
    case 'rule':
      return `/rules/${subject.rule.id}.md`;
  }
}

const PATH = /^\/(thinq|nugu|nugu\/directives|rules)\/([^/]+)\.md$/;

/** What the page at a path is about. @returns undefined where there is no such page */
export function subjectAt(path: string, catalog: Catalog, rules: readonly RuleWords[]): PageSubject | undefined {
  const [, folder, written = ''] = PATH.exec(path) ?? [];
  const name = decoded(written);
  if (folder === undefined || name === undefined) return undefined;
  if (folder === 'rules') {
    const rule = rules.find(({ id }) => id === name);
    return rule && { kind: 'rule', rule };
  }
  if (folder === 'nugu/directives')
    return (catalog.capability(name) ?? catalog.capabilityOf(name)) ? { kind: 'name', name } : undefined;
  const code = catalog.find(folder as Vendor, name);
  return code && { kind: 'code', code };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
