/** What a response holds, in no language. */
export type Json = string | number | readonly Json[] | { readonly [key: string]: Json };

/** A response to write: its body, and the HTTP status it is sent with, where that is shown. */
export interface Response {
  readonly body: Json;
  readonly status?: number;
}

/** Writes responses as a program of a language has them. */
export interface Writer {
  readonly languageId: string;
  readonly path: string;
  /** A whole file that parses. */
  write(response: Response): string;
}

/** How a language writes objects and lists, on one line. */
interface Literals {
  object(entries: readonly (readonly [key: string, value: string])[]): string;
  list(items: readonly string[]): string;
}

function print(value: Json, literals: Literals): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return literals.list(value.map((item) => print(item, literals)));
  return literals.object(Object.entries(value).map(([key, inner]) => [key, print(inner, literals)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

const colons =
  (open: string, close: string, quoted: boolean): Literals['object'] =>
  (entries) =>
    `${open}${entries.map(([key, value]) => `${quoted ? `"${key}"` : key}: ${value}`).join(', ')}${close}`;
const brackets =
  (open: string, close: string): Literals['list'] =>
  (items) =>
    `${open}${items.join(', ')}${close}`;

function writer(
  languageId: string,
  path: string,
  literals: Literals,
  file: (body: string, status: number | undefined) => string,
): Writer {
  return { languageId, path, write: ({ body, status }) => file(print(body, literals), status) };
}

export const WRITERS: readonly Writer[] = [
  writer('json', 'answer.json', { object: colons('{', '}', true), list: brackets('[', ']') }, (body, status) =>
    status === undefined ? `${body}\n` : `{"status": ${status}, "body": ${body}}\n`,
  ),
  writer('typescript', 'answer.ts', { object: colons('{ ', ' }', false), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `export const answer = ${body};\n`
      : `export function answer(res: Response) {\n  return res.status(${status}).json(${body});\n}\n`,
  ),
  writer('python', 'answer.py', { object: colons('{', '}', true), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `ANSWER = ${body}\n`
      : `def answer():\n    return JSONResponse(content=${body}, status_code=${status})\n`,
  ),
  writer(
    'java',
    'Answer.java',
    {
      object: (entries) => `Map.of(${entries.map(([key, value]) => `"${key}", ${value}`).join(', ')})`,
      list: brackets('List.of(', ')'),
    },
    (body, status) =>
      `class Answer {\n  Object answer() {\n    return ${status === undefined ? body : `ResponseEntity.status(${status}).body(${body})`};\n  }\n}\n`,
  ),
  writer(
    'kotlin',
    'Answer.kt',
    {
      object: (entries) => `mapOf(${entries.map(([key, value]) => `"${key}" to ${value}`).join(', ')})`,
      list: brackets('listOf(', ')'),
    },
    (body, status) =>
      `fun answer() = ${status === undefined ? body : `ResponseEntity.status(${status}).body(${body})`}\n`,
  ),
  writer(
    'go',
    'answer.go',
    { object: colons('map[string]any{', '}', true), list: brackets('[]any{', '}') },
    (body, status) =>
      status === undefined
        ? `package answers\n\nvar Answer = ${body}\n`
        : `package answers\n\nfunc answer(c *gin.Context) {\n\tc.JSON(${status}, ${body})\n}\n`,
  ),
];
