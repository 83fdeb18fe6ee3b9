import { textIn } from '../features/describe/language.ts';
import { type Fix, withLineEnds } from '../fixes/fix.ts';
import { createFixWriter } from '../fixes/fixWriter.ts';
import type { Span } from '../model/model.ts';
import type { Settings } from '../settings.ts';
import { suppressionFixes } from '../suppressions/suppressionFixes.ts';
import type { CodeAction, Diagnostic, Document } from './api.ts';
import type { Analysed } from './documents.ts';
import type { RuleRun } from './runRules.ts';

/** Fixes for the findings that touch a span, then the comments that would silence them. */
export function actionsFor(
  document: Document,
  { language, analysis: { model } }: Analysed,
  { context, found }: RuleRun,
  span: Span,
  settings: Settings,
): readonly CodeAction[] {
  const writer = createFixWriter(language, model, document.text);
  const touched = found.filter(
    ({ diagnostic }) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end,
  );
  const toActions = (fixes: readonly Fix[], diagnostic: Diagnostic, silences: boolean): readonly CodeAction[] =>
    fixes.map((fix) => ({
      title: textIn(fix.title, settings.docsLanguage),
      edits: withLineEnds(fix.edits, document.text),
      preferred: fix.preferred,
      safe: fix.safe,
      silences,
      diagnostic,
    }));
  return [
    ...touched.flatMap(({ rule, finding, diagnostic }) =>
      toActions(rule.fixes?.(finding, context, writer) ?? [], diagnostic, false),
    ),
    ...touched.flatMap(({ rule, diagnostic }) =>
      rule.looksAtComments ? [] : toActions(suppressionFixes(document, language, model, diagnostic), diagnostic, true),
    ),
  ];
}
