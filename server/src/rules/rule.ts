import type { ByVendor } from '../catalog/byVendor.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Localized, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { Cues } from '../evidence/text/cues.ts';
import type { Fix } from '../fixes/fix.ts';
import type { FixWriter } from '../fixes/fixWriter.ts';
import type { Lines } from '../model/lines.ts';
import type { Span } from '../model/model.ts';
import type { Severity } from '../settings.ts';
import type { Suppressions } from '../suppressions/suppressions.ts';

/** What a rule looks at. */
export interface RuleContext {
  readonly analysis: Analysis;
  readonly catalog: Catalog;
  readonly suppressions: Suppressions;
  readonly lines: Lines;
  /** The ids of all rules. */
  readonly ruleIds: readonly string[];
}

/** One thing a rule has seen. Message and fixes are made from `data` when somebody asks for them. */
export interface Finding<Data = unknown, About extends Vendor = Vendor> {
  readonly span: Span;
  readonly vendor: About;
  /** However loudly the rule is set, this one is a hint: nobody would act on it. */
  readonly isMinor?: boolean;
  readonly data: Data;
}

/** Another place of the file that a finding has to do with, and what it has. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: Localized;
}

/**
 * A rule as it is written. Its file name, this id, the diagnostic's code and the settings key are one and the same.
 *
 * `About` names the vendors about whose codes it speaks, where these are not both: `RuleDefinition<Data, 'nugu'>`.
 */
export interface RuleDefinition<Data, About extends Vendor> {
  readonly id: string;
  /** The version of the changelog that brings it. */
  readonly since: string;
  /** What it reports, and why that matters: to all that it speaks about alike, or to each vendor's programs in its own way. */
  readonly docs: { readonly title: Localized; readonly why: ByVendor<About> };
  /** How loudly it speaks about each vendor's codes where nobody has set it. `off`: it waits to be asked for. */
  readonly severity: { readonly [vendor in About]: Severity };
  /** What it lives on. It is never shown what holds neither its own cues nor another rule's. */
  readonly cues: Cues;
  /** It looks at the comments that silence the others: it runs last, has no vendor's page, and obeys only comments that name it. */
  readonly looksAtComments?: boolean;
  check(context: RuleContext): Iterable<Finding<Data, About>>;
  message(finding: Finding<Data, About>, context: RuleContext): Localized;
  /** Other places that one has to see to understand it. */
  related?(finding: Finding<Data, About>, context: RuleContext): readonly RelatedPlace[];
  fixes?(finding: Finding<Data, About>, context: RuleContext, writer: FixWriter): readonly Fix[];
  /** What puts a code in the place that somebody has chosen from all there are: only they know which one was meant. */
  chosen?(finding: Finding<Data, About>, code: Code, context: RuleContext, writer: FixWriter): readonly Fix[];
}

/** A rule as it is run: of its own type of data nobody knows, and a vendor that it never speaks about has no severity. */
export interface Rule extends Omit<RuleDefinition<unknown, Vendor>, 'severity'> {
  readonly severity: { readonly [vendor in Vendor]?: Severity };
}

/** Keeps a rule's own types while it is written, and hides them from those who only run rules. */
export function defineRule<Data, About extends Vendor = Vendor>(rule: RuleDefinition<Data, About>): Rule {
  return rule as unknown as Rule;
}
