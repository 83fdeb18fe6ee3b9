import { harmless } from '../../../catalog/harmless.ts';

/** Text that is HTML already. Made by `html` only, so that nothing else gets into the page unescaped. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** A template whose values are escaped, but for those that are markup themselves. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { html: strings.reduce((text, string, index) => text + toHtml(values[index - 1] ?? '') + string) };
}

/** Text that is known to be safe, such as the page's own style. */
export function trusted(text: string): Markup {
  return { html: text };
}

function toHtml(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

function escapeHtml(text: string): string {
  return harmless(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
