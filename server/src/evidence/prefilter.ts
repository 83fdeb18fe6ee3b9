import type { Marks } from './marks.ts';
import type { ProjectFacts } from './project.ts';

/**
 * Whether any rule could find anything in a text: a question about words, asked before the text is parsed. In an editor
 * and in a scan alike.
 */
export function mayHaveFindings(text: string, { found }: Marks, project: ProjectFacts): boolean {
  if (found.thinq.length > 0 || found.nugu.length > 0 || PROVING.test(text)) return true;
  return project.implied.length + project.declared.length > 0;
}

/** Words of answers that prove themselves, and those of comments that may silence nothing. */
const PROVING = /messageId|resultCode|thinq-nugu-ignore/i;
