import { describeTopic } from '../explain/topic.ts';
import { topicsAt } from '../topicsAt.ts';
import { mappingNotes } from './mappingNotes.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Explains the codes that stand there; in a mapping also what they become. */
export function codeHover({ analysis, text, offset, language }: HoverRequest): Hover | undefined {
  const found = topicsAt(analysis, text, offset);
  if (!found) return undefined;
  const described = found.topics.map((topic) =>
    describeTopic(topic, analysis.catalog, language, (code) => mappingNotes(analysis, code, found.span)),
  );
  return { markdown: described.join('\n\n---\n\n'), span: found.span };
}
