/** `{{jsonPath request.body '$.requestId'}}`, `${limit}`, `<%= mode %>`, `{% if … %}` */
const TEMPLATE = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%.*?%>|\{%.*?%\}/s;

/** Whether a text holds a place that something else fills in before it is sent: what comes of it is not known. */
export function isTemplate(text: string): boolean {
  return TEMPLATE.test(text);
}

/** What stands for a piece of text that is filled in later. */
export const HOLE = '\uE000';

/** The same in texts that are given to something else to be filled in; `$id` and `%s` mean that as well. */
const IN_TEXT =
  /\{\{[^{}]*\}\}|[$#]\{[^{}]*\}|\$[A-Za-z_]\w*|<%[^%]{0,200}%>|\{%[^%]{0,200}%\}|%[-+\d.]{0,8}[a-zA-Z](?![a-zA-Z])/g;

/** Where a text is filled in later, in text order. */
export function holesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(IN_TEXT)].map(({ 0: hole, index }) => ({ start: index, end: index + hole.length }));
}
