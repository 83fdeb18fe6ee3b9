import type { Code } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { Span } from '../model/model.ts';
import { glossOf } from './completion/detail.ts';
import { type DocsLanguage, oneOf } from './describe/language.ts';
import { proseOf, topicsInPiece } from './topicsAt.ts';

/** What is shown behind a code: `"2305" ⟵ not supported in the device's mode`. */
export interface Hint {
  /** UTF-16 offset behind the code, and behind the quotes around it. */
  readonly at: number;
  readonly label: string;
  /** What it means, in a sentence or two. */
  readonly tooltip: string;
}

/** Says behind each code of a span what it means, where it is sure enough to be one: nobody has asked about this place. */
export function hintsIn(analysis: Analysis, text: string, span: Span, language: DocsLanguage): readonly Hint[] {
  const { model, judgements } = analysis;
  const touches = ({ start, end }: Span): boolean => start <= span.end && span.start <= end;
  const hintFor = (code: Code, at: number): Hint => ({
    at,
    label: `⟵ ${inFewWords(code, language)}`,
    tooltip: oneOf(code.description, language),
  });
  const found = new Map<number, Hint>();
  for (const [index, mention] of model.mentions.entries()) {
    if (!touches(mention.outer)) continue;
    const { claim, counts } = judgements[index] ?? {};
    if (claim?.code && counts && claim.confidence !== 'weak' && isWorthSaying(claim.code))
      found.set(mention.outer.end, hintFor(claim.code, mention.outer.end));
    // A string of a program is for its users; a line of a log is for whoever reads it now.
    if (mention.place.role !== 'prose' || mention.place.lineOf !== 'log') continue;
    for (const { topic, end } of topicsInPiece(analysis, text, mention.span, proseOf(mention)))
      if (topic.kind === 'code' && isWorthSaying(topic.code) && !found.has(end))
        found.set(end, hintFor(topic.code, end));
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

/** Everybody knows what `OK` means. */
function isWorthSaying({ level }: Code): boolean {
  return level === 'api' || level === 'device-level';
}

/** As it goes on behind a code, in the middle of a line. Names keep their letters: `ThinQ`, `TurnOn`, `API`. */
function inFewWords(code: Code, language: DocsLanguage): string {
  return glossOf(code, language).replace(/^[A-Z][a-z]*(?= )/, (word) => word.toLowerCase());
}
