import type { Catalog } from '../catalog/catalog.ts';
import type { Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { textIn } from '../features/describe/language.ts';
import { createLines } from '../model/lines.ts';
import { RULES } from '../rules/registry.ts';
import type { Finding, Rule, RuleContext } from '../rules/rule.ts';
import { type Settings, severityIn } from '../settings.ts';
import { createSuppressions } from '../suppressions/suppressions.ts';
import type { Diagnostic } from './api.ts';

/** A finding, the rule that has found it, and how it is shown. */
export interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** What all rules together say about a text. */
export interface RuleRun {
  /** What the rules have looked at: their fixes are made from the same. */
  readonly context: RuleContext;
  /** In text order. */
  readonly found: readonly Found[];
}

/** Rules that look at what the others have found come last. */
const IN_ORDER = [...RULES.filter((rule) => !rule.looksAtComments), ...RULES.filter((rule) => rule.looksAtComments)];

/** Runs every rule that is not off. Severity is the project file's, else the user's, else the rule's own. */
export function runRules(analysis: Analysis, text: string, settings: Settings): RuleRun {
  const { project, catalog, model } = analysis;
  const lines = createLines(text);
  const suppressions = createSuppressions(text, model.comments, lines);
  const context: RuleContext = { analysis, catalog, suppressions };
  const found: Found[] = [];
  for (const rule of IN_ORDER) {
    const set = project.rules[rule.id] ?? settings.rules[rule.id];
    // A comment that silences a rule which is off today is of use tomorrow.
    if (set === 'off' && suppressions.isEmpty) continue;
    for (const finding of rule.check(context)) {
      // The compiler sees to it that a rule speaks about no vendor for which it has no severity.
      const severity = set ?? severityIn(project.preset, rule.severity[finding.vendor] ?? 'off');
      const isSilenced = suppressions.silence(rule.id, lines.lineOf(finding.span.start), rule.looksAtComments);
      if (severity === 'off' || isSilenced) continue;
      const link = rule.looksAtComments ? undefined : linkOf(catalog, finding.vendor, settings.docsLanguage);
      const diagnostic: Diagnostic = {
        rule: rule.id,
        vendor: finding.vendor,
        severity,
        span: finding.span,
        message: textIn(rule.message(finding, context), settings.docsLanguage),
        ...(link && { link }),
      };
      found.push({ rule, finding, diagnostic });
    }
  }
  return { context, found: found.sort((a, b) => a.diagnostic.span.start - b.diagnostic.span.start) };
}

/** The page of a vendor's that says most about its codes. */
function linkOf({ data }: Catalog, vendor: Vendor, language: Settings['docsLanguage']): string | undefined {
  const id = vendor === 'nugu' ? 'nugu/device-level' : language === 'ko' ? 'thinq-connect/ko' : 'thinq-connect/en';
  return data.sources.find((source) => source.id === id)?.url;
}
