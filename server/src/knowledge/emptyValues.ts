import { anyOf, type Part } from './expressions.ts';

/** What an expression plainly is, where it is no text, number, object or list: nothing, an object without entries, a truth value. */
export type PlainValue = 'null' | 'empty' | 'boolean';

/** Nothing at all, as languages and their libraries for JSON write it. */
const NULLS: readonly Part[] = [
  /null|nil|None|NULL|undefined|~/,
  // C#, Java, Kotlin and PHP
  /DBNull\.Value|JSONObject\.NULL|JsonNull(?:\.INSTANCE)?|NullNode\.(?:instance|getInstance\(\))/,
  // Swift, Rust
  /NSNull\(\)|(?:\w+::)*Value::Null/,
];

/** Types of libraries whose values have entries. One of the program's own may fill itself. */
const MAP_TYPE =
  '(?:[\\w]*(?:\\.|::|\\\\))*(?:(?:Linked|Hash|Tree|BTree|Index|Concurrent|Ordered|Sorted)*(?:Map|Dictionary|Dict)|Hash|Hash[tT]able|ObjectNode|J(?:son|SON)?Object|stdClass|ExpandoObject|ArrayObject|Object)';
const TYPE_ARGUMENTS = '(?:(?:::)?<[^(){};\\n]*>)?';

/** An object without entries, however it is made. */
const EMPTIES: readonly Part[] = [
  // `new HashMap<>()`, `new Dictionary<string, object> { }`, `new stdClass`, `new { }`
  new RegExp(`new\\s+${MAP_TYPE}${TYPE_ARGUMENTS}(?:\\s*\\(\\s*\\))?(?:\\s*\\{\\s*\\})?`),
  /new\s*\{\s*\}/,
  // `emptyMap<String, Any>()`, `mutableMapOf()`, `Collections.emptyMap()`, `buildMap { }`
  new RegExp(`(?:(?:Collections\\.)?emptyMap|(?:mutable|hash|linked|sorted)?[mM]apOf)${TYPE_ARGUMENTS}\\(\\s*\\)`),
  /build(?:Map|JsonObject)\s*\{\s*\}/,
  // `Map.of()`, `Map::new()`, `Hash.new`, `Object.create(null)`
  new RegExp(`(?:Immutable)?${MAP_TYPE}${TYPE_ARGUMENTS}(?:\\.|::)(?:of|new|create)(?:\\(\\s*(?:null)?\\s*\\))?`),
  // `Map<String, dynamic>()`, `JsonObject()`, `dict()`
  new RegExp(`(?:${MAP_TYPE}|dict)${TYPE_ARGUMENTS}\\(\\s*\\)`),
  // `json!({})`
  /(?:\w+::)*json!\s*(?:\(\s*\{\s*\}\s*\)|\{\s*\})/,
  // `[String: Any]()`, `[:]`
  /\[\s*\w+\s*:\s*[\w?.]+\s*\]\(\s*\)|\[\s*:\s*\]/,
  // `map[string]any{}`, `make(map[string]any)`, `struct{}{}`
  /map\[[^\]]*\][\w.{}]*\{\s*\}|make\(\s*map\[[^\]]*\][\w.{}]*\s*\)|struct\{\s*\}\{\s*\}/,
  // `(object) []`, `array()`, `{}`
  /(?:\(\s*object\s*\)\s*)?(?:\[\s*\]|array\(\s*\))|\{\s*\}/,
];

const BEHIND = '\\s*(?:$|[,;)}\\]\\n#]|//)';
const PLAIN: readonly (readonly [PlainValue, RegExp])[] = [
  ['null', new RegExp(`^${anyOf(NULLS)}${BEHIND}`)],
  ['boolean', new RegExp(`^(?:[tT]rue|[fF]alse)${BEHIND}`)],
  ['empty', new RegExp(`^${anyOf(EMPTIES)}${BEHIND}`)],
];

/** Reads an expression that a text begins with. @returns undefined for one that may be anything */
export function plainValueOf(text: string): PlainValue | undefined {
  return PLAIN.find(([, form]) => form.test(text))?.[0];
}
