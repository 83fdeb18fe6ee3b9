import type { Catalog } from '../catalog/catalog.ts';
import type { Localized, Vendor } from '../catalog/types.ts';
import type { ResolvedModel } from '../evidence/resolve.ts';
import type { Span } from '../model/model.ts';
import type { Severity } from '../settings.ts';
import type { FixWriter } from './fixWriter.ts';
import type { Suppressions } from './suppressions.ts';

/** What a rule looks at. */
export interface RuleContext {
  readonly resolved: ResolvedModel;
  readonly catalog: Catalog;
  readonly suppressions: Suppressions;
}

/** One thing a rule has seen. Message and fixes are made from `data` when somebody asks for them. */
export interface Finding<Data = unknown> {
  readonly span: Span;
  readonly vendor: Vendor;
  readonly data: Data;
}

/** A replacement of text; offsets are those of the text the finding was made from. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A repair that can be applied on request. */
export interface Fix {
  readonly title: Localized;
  readonly edits: readonly Edit[];
  /** The one that a person most likely wants. */
  readonly preferred: boolean;
  /** Whether it may be applied unseen: the meaning is certain and nothing is left to fill in. */
  readonly safe: boolean;
}

/** A rule: its file name, this id, the diagnostic's code and the settings key are one and the same. */
export interface Rule<Data = unknown> {
  readonly id: string;
  readonly since: string;
  /** What it reports and why that matters. */
  readonly docs: { readonly title: Localized; readonly why: Localized };
  readonly severity: { readonly [vendor in Vendor]: Severity };
  /** It looks at the comments that silence the others: it runs last, has no vendor's page, and obeys only comments that name it. */
  readonly looksAtComments?: boolean;
  check(context: RuleContext): Iterable<Finding<Data>>;
  message(finding: Finding<Data>, context: RuleContext): Localized;
  fixes?(finding: Finding<Data>, context: RuleContext, writer: FixWriter): readonly Fix[];
}

/** Keeps a rule's own type of data while it is written, and hides it from those who only run rules. */
export function defineRule<Data>(rule: Rule<Data>): Rule {
  return rule as unknown as Rule;
}
