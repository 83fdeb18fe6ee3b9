/** `{{jsonPath request.body '$.requestId'}}`, `${limit}`, `<%= mode %>`, `{% if … %}` */
const TEMPLATE = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%.*?%>|\{%.*?%\}/s;

/** Whether a text holds a place that something else fills in before it is sent: what comes of it is not known. */
export function isTemplate(text: string): boolean {
  return TEMPLATE.test(text);
}
