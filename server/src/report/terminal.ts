import { harmless, withoutCommand } from '../catalog/harmless.ts';
import { wrap } from './columns.ts';
import { type Styles, stylesOf } from './styles.ts';

/** Code spans, escapes, links and bold, in the order in which one of them wins. */
const INLINE =
  /(?<ticks>`+)(?<code>.+?)\k<ticks>|\\(?<escaped>[!-/:-@[-`{-~])|\[(?<label>[^\]]*)\]\((?<url>[^)]*)\)|\*\*/g;

/**
 * The product's own Markdown as text for a terminal: no marks, links as `label <address>`, fences indented by two. What it
 * quotes does nothing there, nor in the log of a runner.
 *
 * @param styled whether to write ANSI sequences; without them the text is safe for a pipe
 * @param columns that lines are broken to, but for those of fences; as they are if not given
 */
export function renderMarkdown(markdown: string, styled: boolean, columns?: number): string {
  const styles = stylesOf(styled);
  let fenced = false;
  const lines = markdown
    .split('\n')
    .map(harmless)
    .flatMap((line) => {
      if (line.startsWith('```')) {
        fenced = !fenced;
        return [];
      }
      if (fenced) return `  ${styles.dim(line)}`;
      if (line === '---') return styles.dim('─'.repeat(Math.min(40, columns ?? 40)));
      const rendered = renderLine(line.trimEnd(), styles);
      return columns === undefined ? rendered : broken(rendered, columns);
    });
  return lines.map(withoutCommand).join('\n');
}

/** Before the text of an item of a list: what its further lines stand behind. */
const ITEM = /^\s*(?:(?:[-*•]|\d+\.) )?/;

function broken(line: string, columns: number): readonly string[] {
  const [mark = ''] = ITEM.exec(line) ?? [];
  const [first = '', ...more] = wrap(line.slice(mark.length), columns - mark.length);
  return [mark + first, ...more.map((one) => ' '.repeat(mark.length) + one)];
}

function renderLine(line: string, styles: Styles): string {
  // Every second part is bold; marks within code spans are no marks.
  const parts: string[] = [''];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    parts.push((parts.pop() ?? '') + line.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[0] === '**') parts.push('');
    else parts.push((parts.pop() ?? '') + renderInline(match.groups ?? {}, styles));
  }
  parts.push((parts.pop() ?? '') + line.slice(end));
  return parts.map((part, index) => (index % 2 === 1 ? styles.bold(part) : part)).join('');
}

function renderInline({ code, escaped, label, url }: Record<string, string | undefined>, styles: Styles): string {
  if (code !== undefined) return styles.cyan(code.replace(/^ (?=`)|(?<=`) $/g, ''));
  if (url !== undefined) return `${label} ${styles.dim(`<${url}>`)}`;
  return escaped ?? '';
}
