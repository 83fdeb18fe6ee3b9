/** What a response holds, in no language. */
export type Json = string | number | readonly Json[] | { readonly [key: string]: Json };

/** A response to write: its body, and the HTTP status it is sent with, where that is shown. */
export interface Response {
  readonly body: Json;
  readonly status?: number;
}

/** Where a writer's form keeps fixes from what they do elsewhere. */
interface Limits {
  /** Names of mutations, and why nothing is offered for them. */
  readonly unfixed?: { readonly names: RegExp; readonly why: string };
}

/** Writes responses as a program of a language has them. */
export interface Writer extends Limits {
  /** The language and its form. */
  readonly name: string;
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
const colonsOr =
  (empty: string, open: string, close: string): Literals['object'] =>
  (entries) =>
    entries.length === 0 ? empty : colons(open, close, true)(entries);
const arrows =
  (open: string, close: string): Literals['object'] =>
  (entries) =>
    `${open}${entries.map(([key, value]) => `'${key}' => ${value}`).join(', ')}${close}`;
const brackets =
  (open: string, close: string): Literals['list'] =>
  (items) =>
    `${open}${items.join(', ')}${close}`;

/** YAML one below the other; what is empty has brackets there as well. */
const blocks: Literals = {
  object: (entries) =>
    entries.length === 0 ? ' {}' : indent(entries.map(([key, value]) => `\n${key}:${spaced(value)}`).join('')),
  list: (items) => indent(items.map((item) => `\n-${spaced(item.replace(/^\n +/, ' '))}`).join('')),
};

function spaced(value: string): string {
  return /^[\n ]/.test(value) ? value : ` ${value}`;
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

function writer(
  name: string,
  path: string,
  literals: Literals,
  file: (body: string, status: number | undefined) => string,
  limits: Limits = {},
): Writer {
  return { name, path, write: ({ body, status }) => file(print(body, literals), status), ...limits };
}

/** What a program fills by calls has no place for an entry. */
const FILLED: Limits = {
  unfixed: {
    names:
      /dropped|inside data|outside of it|data as|error as|resultCode as (?:401|"503"|"AlreadyTurnOn")|mode as|error.code as "(?:No|Te)/,
    why: 'Entries are calls, which are not written.',
  },
};

export const WRITERS: readonly Writer[] = [
  writer('JSON', 'answer.json', { object: colons('{', '}', true), list: brackets('[', ']') }, (body, status) =>
    status === undefined ? `${body}\n` : `{"status": ${status}, "body": ${body}}\n`,
  ),
  writer('YAML', 'answer.yaml', { object: colons('{', '}', true), list: brackets('[', ']') }, (body, status) =>
    status === undefined ? `answer: ${body}\n` : `status: ${status}\nbody: ${body}\n`,
  ),
  writer(
    'YAML in blocks',
    'answer.yaml',
    blocks,
    (body, status) => (status === undefined ? `answer:${body}\n` : `status: ${status}\nbody:${body}\n`),
    { unfixed: { names: /data as \{|inside data/, why: 'Lines would have to move to other columns.' } },
  ),
  writer('TypeScript', 'answer.ts', { object: colons('{ ', ' }', false), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `export const answer = ${body};\n`
      : `export function answer(res: Response) {\n  return res.status(${status}).json(${body});\n}\n`,
  ),
  writer('JavaScript', 'answer.js', { object: colons('{ ', ' }', false), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `module.exports = ${body};\n`
      : `nock('https://api-kic.lgthinq.com').get('/devices').reply(${status}, ${body});\n`,
  ),
  writer('Python', 'answer.py', { object: colons('{', '}', true), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `ANSWER = ${body}\n`
      : `def answer():\n    return JSONResponse(content=${body}, status_code=${status})\n`,
  ),
  writer(
    'Python with dict()',
    'answer.py',
    {
      object: (entries) => `dict(${entries.map(([key, value]) => `${key}=${value}`).join(', ')})`,
      list: brackets('[', ']'),
    },
    (body, status) =>
      status === undefined ? `ANSWER = ${body}\n` : `def answer():\n    return jsonify(${body}), ${status}\n`,
  ),
  writer(
    'Java with Map.of()',
    'Answer.java',
    {
      object: (entries) => `Map.of(${entries.map(([key, value]) => `"${key}", ${value}`).join(', ')})`,
      list: brackets('List.of(', ')'),
    },
    inJava,
  ),
  writer(
    'Java with Map.ofEntries()',
    'Answer.java',
    {
      object: (entries) =>
        `Map.ofEntries(${entries.map(([key, value]) => `Map.entry("${key}", ${value})`).join(', ')})`,
      list: brackets('List.of(', ')'),
    },
    inJava,
  ),
  writer(
    'Java with JSONObject',
    'Answer.java',
    {
      object: (entries) => `new JSONObject()${entries.map(([key, value]) => `.put("${key}", ${value})`).join('')}`,
      list: (items) => `new JSONArray()${items.map((item) => `.put(${item})`).join('')}`,
    },
    inJava,
    FILLED,
  ),
  writer(
    'Java with ImmutableMap.builder()',
    'Answer.java',
    {
      object: (entries) =>
        entries.length === 0
          ? 'ImmutableMap.of()'
          : `ImmutableMap.<String, Object>builder()${entries.map(([key, value]) => `.put("${key}", ${value})`).join('')}.build()`,
      list: brackets('ImmutableList.of(', ')'),
    },
    inJava,
    FILLED,
  ),
  writer(
    'Java with double braces',
    'Answer.java',
    {
      object: (entries) =>
        entries.length === 0
          ? 'Map.of()'
          : `new HashMap<String, Object>() {{ ${entries.map(([key, value]) => `put("${key}", ${value});`).join(' ')} }}`,
      list: brackets('List.of(', ')'),
    },
    inJava,
    FILLED,
  ),
  writer(
    'Kotlin',
    'Answer.kt',
    {
      object: (entries) => `mapOf(${entries.map(([key, value]) => `"${key}" to ${value}`).join(', ')})`,
      list: brackets('listOf(', ')'),
    },
    inKotlin,
  ),
  writer(
    'Kotlin with JSONObject().apply',
    'Answer.kt',
    {
      object: (entries) =>
        `JSONObject().apply { ${entries.map(([key, value]) => `put("${key}", ${value})`).join('; ')} }`,
      list: (items) => `JSONArray()${items.map((item) => `.put(${item})`).join('')}`,
    },
    inKotlin,
    FILLED,
  ),
  writer(
    'Kotlin with buildJsonObject',
    'Answer.kt',
    {
      object: (entries) =>
        `buildJsonObject { ${entries.map(([key, value]) => (value.startsWith('{') ? `putJsonArray("${key}") ${value}` : `put("${key}", ${value})`)).join('; ')} }`,
      list: (items) => `{ ${items.map((item) => item.replace(/^build/, 'add')).join('; ')} }`,
    },
    inKotlin,
    FILLED,
  ),
  writer('Go', 'answer.go', { object: colons('map[string]any{', '}', true), list: brackets('[]any{', '}') }, inGo),
  writer('Go with gin.H', 'answer.go', { object: colons('gin.H{', '}', true), list: brackets('[]gin.H{', '}') }, inGo),
  writer(
    'C#',
    'Answer.cs',
    {
      object: (entries) =>
        entries.length === 0 ? 'new { }' : `new { ${entries.map(([key, value]) => `${key} = ${value}`).join(', ')} }`,
      list: brackets('new object[] { ', ' }'),
    },
    inCSharp,
  ),
  writer(
    'C# with Dictionary',
    'Answer.cs',
    {
      object: (entries) =>
        `new Dictionary<string, object> { ${entries.map(([key, value]) => `["${key}"] = ${value}`).join(', ')} }`,
      list: brackets('new object[] { ', ' }'),
    },
    inCSharp,
  ),
  writer(
    'C# with JsonObject',
    'Answer.cs',
    {
      object: (entries) => `new JsonObject { ${entries.map(([key, value]) => `["${key}"] = ${value}`).join(', ')} }`,
      list: brackets('new JsonArray { ', ' }'),
    },
    inCSharp,
  ),
  writer('Swift', 'Answer.swift', { object: colonsOr('[:]', '[', ']'), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `let answer: [String: Any] = ${body}\n`
      : `func answer() -> Response {\n    return stub(json: ${body}, statusCode: ${status})\n}\n`,
  ),
  writer('Dart', 'answer.dart', { object: colons('{', '}', true), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `final answer = ${body};\n`
      : `http.Response answer() {\n  return http.Response(jsonEncode(${body}), ${status});\n}\n`,
  ),
  writer('PHP', 'answer.php', { object: arrows('[', ']'), list: brackets('[', ']') }, (body, status) =>
    status === undefined ? `<?php\n\nreturn ${body};\n` : `<?php\n\nreturn response()->json(${body}, ${status});\n`,
  ),
  writer(
    'PHP with array()',
    'answer.php',
    { object: arrows('array(', ')'), list: brackets('array(', ')') },
    (body, status) =>
      status === undefined ? `<?php\n\nreturn ${body};\n` : `<?php\n\nreturn new JsonResponse(${body}, ${status});\n`,
  ),
  writer('Ruby', 'answer.rb', { object: colons('{ ', ' }', false), list: brackets('[', ']') }, inRuby),
  writer('Ruby with arrows', 'answer.rb', { object: arrows('{ ', ' }'), list: brackets('[', ']') }, inRuby),
  writer('Rust', 'answer.rs', { object: colons('{', '}', true), list: brackets('[', ']') }, (body, status) =>
    status === undefined
      ? `pub fn answer(mock: &Mock) {\n    mock.set_body_json(json!(${body}));\n}\n`
      : `pub fn answer() -> ResponseTemplate {\n    ResponseTemplate::new(${status}).set_body_json(json!(${body}))\n}\n`,
  ),
];

function inJava(body: string, status: number | undefined): string {
  if (status === undefined) return `class Answer {\n  Object answer = ${body};\n}\n`;
  return `class Answer {\n  Object answer() {\n    return ResponseEntity.status(${status}).body(${body});\n  }\n}\n`;
}

function inKotlin(body: string, status: number | undefined): string {
  return status === undefined
    ? `val answer = ${body}\n`
    : `fun answer() = ResponseEntity.status(${status}).body(${body})\n`;
}

function inGo(body: string, status: number | undefined): string {
  return status === undefined
    ? `package answers\n\nvar Answer = ${body}\n`
    : `package answers\n\nfunc answer(c *gin.Context) {\n\tc.JSON(${status}, ${body})\n}\n`;
}

function inCSharp(body: string, status: number | undefined): string {
  if (status === undefined) return `class Answers {\n  object answer = ${body};\n}\n`;
  return `class Answers {\n  object Answer() {\n    return StatusCode(${status}, ${body});\n  }\n}\n`;
}

function inRuby(body: string, status: number | undefined): string {
  return status === undefined
    ? `ANSWER = ${body}.freeze\n`
    : `def answer\n  render json: ${body}, status: ${status}\nend\n`;
}
