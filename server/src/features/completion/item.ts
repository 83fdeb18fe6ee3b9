import type { Vendor } from '../../catalog/types.ts';
import type { Edit } from '../../fixes/fix.ts';

/** One code, capability or directive on offer. Its documentation is made when the editor asks for it. */
export interface CompletionItem {
  readonly vendor: Vendor;
  readonly code: string;
  readonly label: string;
  /** Why it comes first where it does, the code's text and HTTP status. */
  readonly detail: string;
  /** What typing is matched against: the number or word, and the text in both languages. */
  readonly filter: string;
  readonly sort: string;
  readonly edit: Edit;
  /** Further changes that belong to the choice; offsets of the original text. */
  readonly more: readonly Edit[];
}
