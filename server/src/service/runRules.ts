import type { Catalog } from '../catalog/catalog.ts';
import type { Code } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { plainIn } from '../features/describe/language.ts';
import { pageOfVendor } from '../features/pages/rulePage.ts';
import { dataLanguage, embeddedFixes } from '../fixes/embedded.ts';
import { encodedFixes } from '../fixes/encoded.ts';
import type { Fix } from '../fixes/fix.ts';
import { createFixWriter, type FixWriter } from '../fixes/fixWriter.ts';
import type { Language } from '../languages/language.ts';
import { createLines } from '../model/lines.ts';
import type { Span } from '../model/model.ts';
import { once } from '../model/once.ts';
import { RULES } from '../rules/registry.ts';
import type { Finding, RelatedPlace, RuleContext } from '../rules/rule.ts';
import { type Settings, severityIn } from '../settings.ts';
import { suppressionFixes } from '../suppressions/suppressionFixes.ts';
import { createSuppressions } from '../suppressions/suppressions.ts';
import { type Found, toActions } from './actions.ts';
import type { Diagnostic, Document } from './api.ts';

const RULE_IDS = RULES.map(({ id }) => id);
/** Rules that look at what the others have found come last. */
const IN_ORDER = [...RULES.filter((rule) => !rule.looksAtComments), ...RULES.filter((rule) => rule.looksAtComments)];

/**
 * Runs every rule that is not off. Severity is the project file's, else the user's, else the rule's own; a minor finding
 * is a hint at most.
 *
 * @param language what the document is written in @returns findings in the order of the text
 */
export function runRules(
  analysis: Analysis,
  language: Language,
  document: Document,
  settings: Settings,
): readonly Found[] {
  const { text } = document;
  const { project, catalog, model } = analysis;
  const lines = createLines(text);
  const hasCrlf = text.includes('\r\n');
  const suppressions = createSuppressions(text, model.comments, lines);
  const context: RuleContext = { analysis, catalog, suppressions, lines, ruleIds: RULE_IDS };
  const writer = once(() => createFixWriter(language, model, text));
  const dataWriter = once(() => createFixWriter(dataLanguage(language), model, text));
  const writable = (fixes: readonly Fix[]): readonly Fix[] => (language.isEncoded ? encodedFixes(fixes, text) : fixes);
  const codeAt = once(() => codesByStart(analysis));
  const found: Found[] = [];
  for (const rule of IN_ORDER) {
    const set = project.rules[rule.id] ?? settings.rules[rule.id];
    // A comment that silences a rule which is off today is of use tomorrow.
    if (set === 'off' && suppressions.isEmpty) continue;
    for (const finding of rule.check(context)) {
      // The compiler sees to it that a rule speaks about no vendor for which it has no severity.
      const asked = set ?? severityIn(project.preset, rule.severity[finding.vendor] ?? 'off');
      const severity = finding.isMinor && asked !== 'off' ? 'hint' : asked;
      const isSilenced = suppressions.silence(rule.id, lines.lineOf(finding.span.start), rule.looksAtComments);
      if (severity === 'off' || isSilenced) continue;
      const diagnostic: Diagnostic = {
        rule: rule.id,
        vendor: finding.vendor,
        severity,
        span: finding.span,
        message: plainIn(rule.message(finding, context), settings.docsLanguage),
        ...(rule.looksAtComments ? {} : whatItIsAbout(finding, catalog, codeAt(), settings)),
        ...(rule.chosen && { takesChoice: true as const }),
        ...(rule.related && { related: shown(rule.related(finding, context), settings) }),
      };
      const inner = model.texts.find((one) => one.span.start <= finding.span.start && finding.span.end <= one.span.end);
      const written = (make: (by: FixWriter) => readonly Fix[] | undefined): readonly Fix[] =>
        inner ? embeddedFixes(make(dataWriter()) ?? [], inner, text) : (make(writer()) ?? []);
      const fixes = () => written((by) => rule.fixes?.(finding, context, by));
      const chosen = (code: Code) => written((by) => rule.chosen?.(finding, code, context, by));
      const comments = () =>
        rule.looksAtComments ? [] : suppressionFixes(document, language, model, lines, diagnostic);
      found.push({
        diagnostic,
        chosen: (code) => toActions(writable(chosen(code)), diagnostic, hasCrlf, settings, false),
        repairs: once(() => toActions(writable(fixes()), diagnostic, hasCrlf, settings, false)),
        silences: once(() => toActions(writable(comments()), diagnostic, hasCrlf, settings, true)),
      });
    }
  }
  return found.sort((a, b) => a.diagnostic.span.start - b.diagnostic.span.start);
}

/** The vendor's page, and the code that a finding stands at. */
function whatItIsAbout(
  { vendor, span }: Finding,
  catalog: Catalog,
  codeAt: ReturnType<typeof codesByStart>,
  { docsLanguage }: Settings,
): Pick<Diagnostic, 'link' | 'code'> {
  const link = pageOfVendor(vendor, catalog, docsLanguage)?.url;
  const code = codeAt(span);
  return { ...(link !== undefined && { link }), ...(code !== undefined && { code }) };
}

function shown(places: readonly RelatedPlace[], { docsLanguage }: Settings): Diagnostic['related'] & {} {
  return places.map(({ span, message }) => ({ span, message: plainIn(message, docsLanguage) }));
}

/** The codes that findings stand at, by where these begin. */
function codesByStart({ mentions }: Analysis): (span: Span) => string | undefined {
  const codes = new Map(
    mentions.flatMap((one) => (one?.code ? [[one.mention.span.start, one.code.code] as const] : [])),
  );
  return ({ start }) => codes.get(start);
}
