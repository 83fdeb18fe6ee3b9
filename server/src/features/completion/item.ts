import type { Vendor } from '../../catalog/types.ts';
import type { Edit } from '../../fixes/fix.ts';

/** One code, capability or directive on offer. Its documentation is made when the editor asks for it. */
export interface CompletionItem {
  readonly vendor: Vendor;
  readonly code: string;
  readonly label: string;
  /** Why it comes first where it does, the code's text and HTTP status. */
  readonly detail: string;
  /** What it means, in a few words; absent where the detail says it. */
  readonly gloss?: string;
  /** What typing is matched against: the number or word, then short words of both languages, since VS Code reads no more than 128 characters. */
  readonly filter: string;
  readonly sort: string;
  readonly edit: Edit;
  /** Further changes that belong to the choice; offsets of the original text. */
  readonly more: readonly Edit[];
  /** All of the changes in one, with stops where something is to be filled in; absent where they cannot be one. */
  readonly filledIn?: Edit;
}
