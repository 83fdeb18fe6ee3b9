import { repository } from '../../../package.json';
import { PAGE_SCHEME } from '../features/pages/address.ts';
import { atText } from '../features/pages/textFragment.ts';
import type { Diagnostic as Found } from '../service/api.ts';

/** Where the rules stand on the web, once package.json says where the repository is. */
const RULES_PAGE = repository === '' ? undefined : `${repository.replace(/\.git$/, '')}/blob/main/docs/rules.md`;

/**
 * The address behind the rule of a finding: of the rule's page, within an editor that opens such pages; else on the web. As
 * long as there is none, the vendor's page at the code. @returns undefined for what has no page, such as a project file's problem
 */
export function hrefOf({ vendor, rule, link, code }: Found, opensPages: boolean): string | undefined {
  if (vendor === undefined) return undefined;
  if (opensPages) return `${PAGE_SCHEME}:/rules/${rule}.md${code === undefined ? '' : `?${encodeURIComponent(code)}`}`;
  if (RULES_PAGE !== undefined) return `${RULES_PAGE}#${rule}`;
  return link === undefined || code === undefined ? link : atText(link, code);
}
