import { harmless } from '../../catalog/harmless.ts';

/** What stands for something in Markdown, wherever it stands in a line. */
const MARKS = /[\\`*_[\]<>~|&$]/g;
/** What readers make a link of, though nobody has marked it: `https://…`, `www.…`, `name@host`, `command:…`. */
const LINKS = /(?<=[a-z]):(?=\S)|(?<=\bwww)\.|@/gi;
/** What begins a heading, a list, a rule, a line under a heading, or a command in the log of a runner. */
const BEGINNINGS = /^[ \p{Cf}\p{Mn}\p{Me}]*(?:[#+=:-]|\d{1,9}[.)])/u;

/** Text as Markdown that shows it to the letter, on one line, also at its start: ends of lines become blanks. */
export function escapeMarkdown(text: string): string {
  return inOneLine(text)
    .replace(MARKS, '\\$&')
    .replace(LINKS, '\\$&')
    .replace(BEGINNINGS, (begun) => `${begun.slice(0, -1)}\\${begun.slice(-1)}`);
}

/** Text as a code span: on one line, as nothing else can stand in one. */
export function codeSpan(text: string): string {
  const line = inOneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + pad + line + pad + fence;
}

/** Markdown of ours with what others say in it, all of it as good as `harmless`. */
export function harmlessMarkdown(markdown: string): string {
  return markdown.split('\n').map(harmless).join('\n');
}

function inOneLine(text: string): string {
  return harmless(text.replace(/[\s\p{Cc}]+/gu, ' '));
}
