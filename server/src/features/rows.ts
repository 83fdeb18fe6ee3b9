/** What a row of a tree stands for; a client has an icon for each. */
export type RowKind =
  | 'vendor'
  | 'advice'
  | 'capability'
  | 'directive'
  | 'code'
  | 'place'
  | 'handled'
  | 'reported'
  | 'caught'
  | 'todo'
  | 'mentioned'
  | 'absent';

/** A row of a tree, with those below it. */
export interface Row {
  /** The same for the same row whenever it is asked for, and no other's. */
  readonly id: string;
  readonly kind: RowKind;
  readonly label: string;
  /** What stands behind the label. */
  readonly description?: string;
  /** What a screen reader says of it, which has no icon. */
  readonly spoken: string;
  /** What it opens: the address of a page, or a place of a file with its line counted from 0. */
  readonly opens?: { readonly page: string } | { readonly uri: string; readonly line: number };
  readonly rows?: readonly Row[];
}
