import { anyOf, column } from './expressions.ts';

/** What a language calls its whole numbers, and what in its libraries gives one. */
interface NumberWords {
  readonly language: string;
  readonly types: readonly string[];
  /** Types are gone when the program runs, so that naming one makes no number of a text: `error.code as number`. */
  readonly isErased?: true;
  /** Functions and members that give a number, whatever they are asked for or called on: `json.getInt("code")`. */
  readonly gives?: readonly string[];
  /** Types and members of its libraries whose code is a number, where a service's would be text: `NSError`. */
  readonly numbered?: readonly string[];
  /** Parts of regular expressions over what a schema says of a member, where it makes a number of a text. */
  readonly converts?: readonly string[];
}

const NUMBER_WORDS: readonly NumberWords[] = [
  {
    language: 'C#',
    types: ['int', 'uint', 'long', 'ulong', 'short', 'ushort', 'Int16', 'Int32', 'Int64'],
    gives: ['GetInt16', 'GetInt32', 'GetInt64', 'TryGetInt32', 'ToInt16', 'ToInt32', 'ToInt64'],
    numbered: ['SocketException', 'Win32Exception', 'ExternalException', 'COMException', 'HttpListenerException'],
  },
  {
    language: 'Dart',
    types: ['int', 'num'],
    gives: ['toInt'],
    numbered: ['OSError', 'osError', 'WebSocketException'],
  },
  {
    language: 'Go',
    types: ['int', 'int16', 'int32', 'int64', 'uint', 'uint16', 'uint32', 'uint64'],
    gives: ['Atoi', 'ParseInt', 'ParseUint', 'GetInt', 'GetInt64', 'Int', 'Int64'],
  },
  {
    language: 'Java',
    types: ['int', 'long', 'short', 'Integer', 'Long', 'Short', 'OptionalInt'],
    gives: [
      ...['getInt', 'getInteger', 'getIntValue', 'getLong', 'getLongValue', 'getShort', 'getAsInt', 'getAsLong'],
      ...['optInt', 'optLong', 'asInt', 'asLong', 'intValue', 'longValue', 'parseInt', 'parseLong', 'parseShort'],
    ],
    numbered: ['SQLException', 'HttpException'],
  },
  {
    language: 'JavaScript',
    types: ['Number', 'BigInt'],
    gives: ['parseInt', 'parseFloat'],
    numbered: ['CloseEvent', 'DOMException', 'GeolocationPositionError', 'MediaError'],
    // zod, yup and Joi; the last two convert unless they are told not to
    converts: [
      '\\bcoerce\\s*\\.\\s*number\\b',
      '\\b(?:yup|joi)\\.number\\b',
      '\\btransform\\(\\s*(?:Number|parseInt)\\b',
    ],
  },
  {
    language: 'Kotlin',
    types: ['Int', 'Long', 'Short', 'UInt'],
    gives: ['intOrNull', 'longOrNull', 'toInt', 'toIntOrNull', 'toLong', 'toLongOrNull', 'toShort', 'toShortOrNull'],
  },
  { language: 'PHP', types: ['int', 'integer'], gives: ['intval'] },
  { language: 'Python', types: ['int'], numbered: ['HTTPError', 'ConnectionClosed', 'SystemExit'] },
  { language: 'Ruby', types: ['Integer'], gives: ['to_i'] },
  {
    language: 'Rust',
    types: ['i16', 'i32', 'i64', 'isize', 'u16', 'u32', 'u64', 'usize'],
    gives: ['as_i64', 'as_u64'],
  },
  {
    language: 'Swift',
    types: ['Int', 'Int16', 'Int32', 'Int64', 'UInt', 'UInt16', 'UInt32'],
    gives: ['intValue', 'integerValue'],
    numbered: ['NSError', 'CocoaError', 'POSIXError'],
  },
  { language: 'TypeScript', types: ['number', 'bigint'], isErased: true },
];

const ALL = column(NUMBER_WORDS, ({ types, gives = [] }) => [...types, ...gives]);

const types: ReadonlySet<string> = new Set(column(NUMBER_WORDS, (row) => row.types));
const givers: ReadonlySet<string> = new Set(
  column(NUMBER_WORDS, (row) => [...(row.isErased ? [] : row.types), ...(row.gives ?? [])]),
);

/** Whether a word is the name of a number's type, in some language. */
export function isNumberType(word: string): boolean {
  return types.has(word);
}

/** Whether a word of an expression makes a number of what it stands at: `getInt`, `Atoi`, the `int` of a cast. */
export function givesNumber(word: string): boolean {
  return givers.has(word);
}

const numbered: ReadonlySet<string> = new Set(column(NUMBER_WORDS, (row) => row.numbered));

/** Whether a word of an expression names an error of a language's libraries whose code is a number: `NSError`. */
export function hasNumberedCode(word: string): boolean {
  return numbered.has(word);
}

const converting = new RegExp(anyOf(column(NUMBER_WORDS, (row) => row.converts)), 'i');

/** Whether what a schema says of a member makes a number of a text: `z.coerce.number()`. */
export function convertsToNumber(schema: string): boolean {
  return converting.test(schema);
}

const CODE_WORD = '(?:get_?)?(?:error_?|err_?|result_?|api_?)?codes?\\b';

/**
 * For the search through text, within one line: where a member for codes may be declared or made a number (`code: number`,
 * `int getCode()`, `self.code = code`), and where types hold what has such a member (`error?: ErrorBody`, no parameter).
 */
export const NUMBER_CODE: readonly string[] = [
  `\\b${CODE_WORD}[^\\n]{0,40}\\b${anyOf(ALL)}\\b`,
  `\\b${anyOf(ALL)}\\b[^\\n\\w]{1,4}${CODE_WORD}`,
  `[.>@]${CODE_WORD} *=(?![=>])`,
  '(?<![(,.] ?)\\berror\\??: *[a-z]',
];
