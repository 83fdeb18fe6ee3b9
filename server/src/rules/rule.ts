import type { Catalog } from '../catalog/catalog.ts';
import type { Localized, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { Cues } from '../evidence/text/cues.ts';
import type { Fix } from '../fixes/fix.ts';
import type { FixWriter } from '../fixes/fixWriter.ts';
import type { Span } from '../model/model.ts';
import type { Severity } from '../settings.ts';
import type { Suppressions } from '../suppressions/suppressions.ts';

/** What a rule looks at. */
export interface RuleContext {
  readonly analysis: Analysis;
  readonly catalog: Catalog;
  readonly suppressions: Suppressions;
}

/** One thing a rule has seen. Message and fixes are made from `data` when somebody asks for them. */
export interface Finding<Data = unknown> {
  readonly span: Span;
  readonly vendor: Vendor;
  readonly data: Data;
}

/** A rule: its file name, this id, the diagnostic's code and the settings key are one and the same. */
export interface Rule<Data = unknown> {
  readonly id: string;
  readonly since: string;
  /** What it reports and why that matters. */
  readonly docs: { readonly title: Localized; readonly why: Localized };
  readonly severity: { readonly [vendor in Vendor]: Severity };
  /** What it lives on. It is never shown what holds neither its own cues nor another rule's. */
  readonly cues: Cues;
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
