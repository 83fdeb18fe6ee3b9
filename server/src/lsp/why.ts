import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oneOf } from '../features/describe/language.ts';
import { codeSpan } from '../features/describe/markdown.ts';
import type { Hover } from '../features/hover/provider.ts';
import type { Span } from '../model/model.ts';
import type { Diagnostic as Found, LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import { type Shows, toDiagnostic } from './convert.ts';
import { hrefOf } from './hrefs.ts';

/** The command of a client that opens pages of ours. Its argument is an address. */
export const OPEN_PAGE = 'thinqNugu.openPage';

/** A hover with a line for each finding that is shown there: why its rule says so. */
export function withWhy(
  hover: Hover | undefined,
  shown: readonly Found[],
  offset: number,
  service: LanguageService,
  settings: Settings,
  { opensPages }: Pick<Shows, 'opensPages'>,
): Hover | undefined {
  const here = shown.filter(({ span }) => span.start <= offset && offset <= span.end);
  const lines = here.flatMap((found) => {
    const why = service.why(found.rule, found.vendor, settings);
    // An editor that opens pages shows the finding with a link to one, and takes no link of ours out of a hover.
    const href = opensPages ? undefined : hrefOf(found, opensPages);
    const name = href === undefined ? codeSpan(found.rule) : `[${codeSpan(found.rule)}](${href})`;
    return why === '' ? [] : [`${name}: ${why}`];
  });
  const [first] = here;
  if (!first || lines.length === 0) return hover;
  const markdown = [...new Set(lines)].join('  \n');
  return hover ? { ...hover, markdown: `${hover.markdown}\n\n---\n\n${markdown}` } : { markdown, span: first.span };
}

/** An action for each finding that touches a span, which opens the page of its rule. */
export function whyActions(
  document: TextDocument,
  found: readonly Found[],
  span: Span,
  { docsLanguage }: Settings,
  client: Shows,
): CodeAction[] {
  return found.flatMap((finding) => {
    const href = hrefOf(finding, client.opensPages);
    if (href === undefined || finding.span.start > span.end || span.start > finding.span.end) return [];
    const title = oneOf({ en: `Why? (${finding.rule})`, ko: `이유 보기 (${finding.rule})` }, docsLanguage);
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, finding, client)],
        command: { title, command: OPEN_PAGE, arguments: [href] },
      },
    ];
  });
}
