import type { Edit, Fix } from '../fixes/fix.ts';
import { lineIndent } from '../languages/insertion.ts';
import type { Language } from '../languages/language.ts';
import type { Lines } from '../model/lines.ts';
import type { FileModel, Span } from '../model/model.ts';

/** What stands for a reason until there is one. */
const REASON = 'TODO: reason';

/**
 * Comments that would silence a finding, for its line and for its file. Where the language has no comments (plain
 * JSON), they are offered only in a file that holds some already.
 */
export function suppressionFixes(
  { text, languageId }: { readonly text: string; readonly languageId?: string },
  language: Language,
  model: FileModel,
  lines: Lines,
  { rule, span }: { readonly rule: string; readonly span: Span },
): readonly Fix[] {
  const { line, block, allowedIn, behind } = language.comment;
  const allowed = !allowedIn || allowedIn.includes(languageId ?? '') || model.comments.length > 0;
  const marks = line ? [`${line} `, ''] : block ? [`${block[0]} `, ` ${block[1]}`] : undefined;
  if (!marks || !allowed) return [];
  const lineStart = lines.startOf(lines.lineOf(span.start));
  const indent = lineIndent(text, span.start);
  // A first line for the shell, and one that names the encoding, must stay where they are.
  const opening = behind?.exec(text);
  const top = opening
    ? opening.index + opening[0].length
    : (/^\uFEFF?(?:#!.*(?:\r?\n|$))?(?:#.*coding[:=].*(?:\r?\n|$))?/.exec(text)?.[0].length ?? 0);
  /** The reason is for the author to give. */
  const comment = (offset: number, scope: string): Edit => {
    const head = `${scope === 'file' ? '' : indent}${marks[0]}thinq-nugu-ignore-${scope} ${rule} -- `;
    return {
      span: { start: offset, end: offset },
      text: `${head}${REASON}${marks[1]}\n`,
      stops: [{ start: head.length, end: head.length + REASON.length, shown: 'reason' }],
    };
  };
  const inFile: Fix = {
    title: { en: `Ignore ${rule} in this file`, ko: `이 파일에서 ${rule} 무시` },
    edits: [comment(top, 'file')],
    preferred: false,
    safe: false,
  };
  if (model.opaque.some((one) => one.start < lineStart && lineStart < one.end)) return [inFile];
  const onLine: Fix = {
    title: { en: `Ignore ${rule} on this line`, ko: `이 줄에서 ${rule} 무시` },
    edits: [comment(lineStart, 'next-line')],
    preferred: false,
    safe: false,
  };
  return [onLine, inFile];
}
