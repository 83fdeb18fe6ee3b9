import { column } from './expressions.ts';

/** What a language and its libraries call the types of objects with any keys, and of what stands in them. */
interface GeneralTypes {
  readonly language: string;
  readonly types: readonly string[];
}

const GENERAL_TYPES: readonly GeneralTypes[] = [
  {
    language: 'most',
    types: ['Map', 'HashMap', 'Dictionary', 'Any', 'any', 'Object', 'object', 'String', 'string', 'Array', 'List'],
  },
  { language: 'C#', types: ['IDictionary', 'ExpandoObject', 'JsonObject', 'JObject', 'dynamic', 'var'] },
  { language: 'Dart', types: ['dynamic', 'final', 'var'] },
  { language: 'Go', types: ['map', 'interface', 'gin', 'H', 'echo', 'fiber', 'M'] },
  {
    language: 'Java, Kotlin',
    types: [
      'LinkedHashMap',
      'MutableMap',
      'ImmutableMap',
      'TreeMap',
      'ObjectNode',
      'JsonNode',
      'JSONObject',
      'JsonElement',
    ],
  },
  { language: 'PHP', types: ['array', 'mixed'] },
  {
    language: 'Python',
    types: [
      'dict',
      'Dict',
      'Mapping',
      'MutableMapping',
      'typing',
      'str',
      'list',
      'int',
      'float',
      'bool',
      'None',
      'Final',
    ],
  },
  { language: 'Rust', types: ['serde_json', 'Value', 'BTreeMap', 'IndexMap'] },
  { language: 'Swift', types: ['NSDictionary', 'AnyHashable', 'JSON'] },
  {
    language: 'TypeScript',
    types: [
      'Record',
      'unknown',
      'const',
      'number',
      'boolean',
      'null',
      'undefined',
      'Readonly',
      'Partial',
      'Json',
      'JsonValue',
    ],
  },
];

const general: ReadonlySet<string> = new Set(column(GENERAL_TYPES, ({ types }) => types));

/** Whether a word of a type says nothing about the keys of an object: `Map`, `dict`, `unknown`; not `Answer`. */
export function isGeneralType(word: string): boolean {
  return general.has(word);
}

/** Types that any text is of, as far as a language writes them behind the parameters of a function. */
const TEXT_TYPES: ReadonlySet<string> = new Set([
  ...['String', 'string', 'str', 'CharSequence', 'NSString', 'Any', 'any', 'Object', 'object', 'unknown', 'mixed'],
  ...['ReactNode', 'Element', 'Value'],
]);

/** Whether a word of a type says that it is any text, or anything: `string`; not `Advice`, which may be a choice of few. */
export function isTextType(word: string): boolean {
  return TEXT_TYPES.has(word);
}

/** The type that Go writes in front of a map's bracket, with brackets of its own: `map[string]any`; a regular expression. */
export const TYPE_BEFORE_ENTRIES = 'map\\[[\\w.]{1,40}\\](?:any|interface\\{\\}|[\\w.]{1,40})';
