import { anyOf, type Part, wholeName } from './expressions.ts';

/** What functions of standard libraries do with texts and objects, by their names in all languages. */

/** Functions that take a part of a text, wherever it begins. */
const PART_OF_TEXT = ['slice', 'substring', 'substr', 'Substring', 'drop', 'suffix', 'endsWith'];
/** Functions that take the beginning of a text, given only its length or a zero first: `code.slice(0, 2)`, `take(2)`. */
const BEGINNING_OF_TEXT = [
  ...['slice', 'substring', 'substr', 'Substring', 'SubstringSafe'],
  ...['take', 'prefix', 'left', 'first', 'get'],
];
const partOfText = new RegExp(`${anyOf(PART_OF_TEXT)}\\s*\\(`);
/** `substr($code, 0, 2)`; `code.take(2)`, `code.get(..2)`; `code.charAt(0)` */
const beginningOfText = new RegExp(
  [
    'substr\\s*\\(\\s*[^,()]+,\\s*0\\s*,',
    `${anyOf(BEGINNING_OF_TEXT)}\\s*\\(\\s*(?:0\\s*[,.]|\\d\\s*\\)|\\.\\.\\d)`,
    'charAt\\(\\s*0\\s*\\)',
  ].join('|'),
);

/** Whether source text calls a function that takes a part of a text. */
export function takesPartOfText(text: string): boolean {
  return partOfText.test(text);
}

/** Whether source text calls a function that takes the beginning of a text. */
export function takesBeginningOfText(text: string): boolean {
  return beginningOfText.test(text);
}

/** Functions and members that give the same value as a text, or without blanks around it. */
export const CONVERSIONS: readonly string[] = [
  ...['get', 'str', 'String', 'string', 'toString', 'as_str', 'as_deref', 'as_ref', 'rawValue', 'trim', 'strip'],
];

/** Functions that write a value out as a text, whatever it is. */
export const WRITES_OUT: readonly string[] = ['str', 'String', 'repr', 'format'];

/** Functions that give the same text in another case, or without blanks around it. */
const TIDIES_TEXT: readonly Part[] = ['trim', 'strip', '(?:to_?)?(?:lower|upper)\\w*', 'downcase', 'upcase'];
const tidies = wholeName(TIDIES_TEXT, 'i');

/** Whether a function only changes a text's case or the blanks around it. */
export function tidiesText(name: string): boolean {
  return tidies.test(name);
}

/** Functions that make a text of what they are given, or another one of a text. */
const MAKES_TEXT: readonly Part[] = [
  ...WRITES_OUT,
  ...[
    'sprint(?:f|ln)?',
    'to_?string',
    'value_?of',
    'to_?s',
    'inspect',
    'strval',
    'print_r',
    'var_export',
    'format_\\w+',
  ],
  ...['get_?stack_?trace\\w*', 'stringify', 'dumps', 'json_?encode', 'marshal\\w*', 'serialize\\w*'],
  ...['html_?(?:escape|special_?chars|entities)', 'escape\\w*', 'truncate'],
  ...TIDIES_TEXT,
];
const makesText = wholeName(MAKES_TEXT, 'i');

/** Whether a function gives what it is given as a text. */
export function givesText(name: string): boolean {
  return makesText.test(name);
}

/** Functions that make text of an object, which they leave as it is. */
export const SERIALIZERS: readonly Part[] = ['.*json.*', 'dumps', 'stringify', 'marshal\\w*', 'serialize\\w*'];
/** In names of functions that look at a text, and may find a code in it: `re.search`, `parseCode`, `classify`. */
const LOOKS_AT_TEXT: readonly Part[] = [
  ...[
    'match',
    'search',
    'find',
    'contain',
    'include',
    'index_?of',
    'test',
    'starts_?with',
    'ends_?with',
    'has_?prefix',
  ],
  ...['has_?suffix', 'parse', 'extract', 'scan', '(?<!en)code', 'classif', 'categor'],
];
const looksAtText = new RegExp(`${anyOf(LOOKS_AT_TEXT)}|^is_?[a-z]`, 'i');

/** Whether a function may look for something in the text that it is given, or is called on. */
export function looksInText(name: string): boolean {
  return looksAtText.test(name);
}

/** Functions that tell whether, or where, something stands in a text. */
const SEARCHES_TEXT: readonly Part[] = [
  ...[
    'search',
    'match(?:es|_?all|_?string)?\\??',
    'full_?match',
    'find(?:_?all|_?iter)?',
    'r?index',
    '(?:last_?)?index_?of',
  ],
  ...['rfind', 'count', 'end(?:s|s?_?with)\\??', 'has_?suffix', 'starts?_?with\\??', 'has_?prefix', 'is_?match'],
  ...['has_?match', 'test', 'contains(?:_?match_?in|_?ignore_?case|_?any)?', 'includes?\\??', 'first_?match', 'range'],
  ...['preg_match(?:_all)?', '(?:mb_)?strr?i?pos', 'stri?str', 'str_(?:contains|ends_with)', 'matcher', 'scan'],
];
const searches = wholeName(SEARCHES_TEXT, 'i');

/** Whether a function looks for something in a text, by its name. */
export function searchesText(name: string): boolean {
  return searches.test(name);
}

/** Functions and types that make a pattern of a text. */
const PATTERN_MAKERS: readonly Part[] = ['compile', 'must_?compile', 'reg_?exp?', 'to_?regex', 'NSRegularExpression'];
const patternMakers = wholeName(PATTERN_MAKERS, 'i');

/** Whether a function makes a regular expression of a text: `re.compile`, `Regex::new`. @param path the words of what is called */
export function makesPattern(path: readonly string[]): boolean {
  const [last = '', owner = ''] = [path.at(-1), path.at(-2)];
  return patternMakers.test(last) || (last === 'new' && patternMakers.test(owner));
}

/** What stands in front of functions that are given the text to look through, and are not called on it. */
const NAMESPACES_OF_TEXTS = wholeName(['re', 'regex', 'regexp', 'strings?', 'StringUtils', 'Pattern', 'RegExp'], 'i');

/** Whether source text is the name of a library for texts. */
export function isNamespaceOfTexts(text: string): boolean {
  return NAMESPACES_OF_TEXTS.test(text);
}

/** Whether source text makes a member of an enumeration of a text that holds its number. */
export function readsEnumeration(text: string): boolean {
  return /\bEnum\.(?:Try)?Parse\b/.test(text);
}

const idleName = wholeName(['(?:\\w+(?:\\.|::|->))*_*(?:no_?op(?:eration)?|do_?nothing)(?:\\(\\))?'], 'i');

/** Whether a function does nothing, going by what it is called: `noop`, `_.noop`. */
export function doesNothing(name: string): boolean {
  return idleName.test(name);
}

/** Whether what stands behind a value that may be none does something only where there is one: `.ifPresent(…)`. */
export function actsIfThere(behind: string): boolean {
  return /^\s*\)*\s*\.\s*ifPresent\s*\(/.test(behind);
}

/** Functions that hold or wrap an object, which they leave as it is. */
export const HOLDERS: readonly Part[] = [
  ...['push', 'add', 'append', '(?:\\w*list|array)?of', 'aslist', 'resolve', 'just', 'some'],
];

const DESERIALIZERS: readonly Part[] = [
  ...['parse\\w*', 'json', 'loads?', 'text', '(?:from_?)?json_?decode', 'decode\\w*', 'unmarshal'],
  ...['deserialize\\w*', 'from_?json'],
  ...['read_?all', 'read_?as_?\\w+', 'read_?to_?(?:end|string)'],
];
const deserializer = wholeName(DESERIALIZERS, 'i');
const converter = new RegExp(
  ['parse', 'decode', 'loads', 'unmarshal', 'deserial', 'from_?json', '^(?:str|string|bytes|len|text)$'].join('|'),
  'i',
);

/** Whether a function reads what came as data: its failure says that it is none. */
export function deserializes(name: string): boolean {
  return deserializer.test(name);
}

/** Whether a function only makes what sends something later: `NewClient`, `new`, `builder`. */
export function makesClient(name: string): boolean {
  return /^(?:new(?:_?\w*(?:client|api|session|service|bridge))?|create(?:_?client)?|build(?:er)?)$/i.test(name);
}

/** Whether source text calls a function that reads data: `await response.json()`, `JSON.parse(text)`. */
export function callsDeserializer(text: string): boolean {
  return [...text.matchAll(/(\w+)\s*\(/g)].some(([, name = '']) => deserializes(name));
}

/** Whether a function makes something else of a text: whoever calls it may still not look at it. */
export function converts(name: string): boolean {
  return converter.test(name);
}

/** In names of functions that add to what they get, look for it or compare it. */
const TAKES_PART = [
  ...['assign', 'merge', 'extend', 'defaults', 'match', 'contain', 'equal', 'find', 'filter', 'where', 'query'],
  ...['select', 'expect', 'assert', 'verify'],
];
const takesPart = new RegExp(`${anyOf(TAKES_PART)}\\w*\\s*\\($`, 'i');
/** In names of methods that only write an object out, or copy it as it is. */
const KEEPS = ['json', 'str', 'string', 'freeze', 'dup', 'encode', 'into', 'build'];
/** `| other`, `+ other`, `== other`, `.merge(`; not `.toJson(`, `|| other` */
const takenOn = new RegExp(
  `^\\s*(?:\\|(?!\\|)|\\+|[!=]=|(?:\\?\\.|\\.{1,2}|->)(?!\\w*${anyOf(KEEPS)}\\w*\\b)\\w+[!?]?\\s*[({])`,
  'i',
);
/** In names of functions that are given an object first and then what they put into it. */
const FILLS_FIRST = ['assign', 'copy', 'merge', 'extend', 'update', 'fill', 'add', 'with'];
/** `Object.assign(`, `maps.Copy(&`, `...`, `**` */
const fillsNext = new RegExp(`(?:${anyOf(FILLS_FIRST)}\\w*[!?]?\\s*\\(\\s*[&$]*|(?:\\.\\.\\.|\\*\\*)\\s*\\$?)$`, 'i');
/** How the names of methods begin that put more into an object. */
const FILLS_OWN = [
  'merge',
  'update',
  'put',
  'set',
  'add',
  'insert',
  'append',
  'extend',
  'plus',
  'with',
  'apply',
  'assign',
];
/** `.merge(`, `?.put(`, ` + ` */
const filled = new RegExp(`^(?:(?:\\?|!!)?(?:\\.{1,2}|->)${anyOf(FILLS_OWN)}\\w*[!?]?\\s*[({]|\\s*[+|])`, 'i');

/** Whether a text ends where something is given to a function that adds to it, looks for it or compares it. */
export function opensTakingPart(text: string): boolean {
  return takesPart.test(text);
}

/** Whether what stands behind an object adds to it or compares it; what only writes it out does not. */
export function isTakenOn(behind: string): boolean {
  return takenOn.test(behind);
}

/** One step into what a name holds: `.data`, `?.data`, `->data`, `[0]`, `!["data"]`, `.get("data")`. */
const STEP = '(?:(?:[?!]{0,2}\\.|->)\\w+(?:\\(["\'][^)\\n]{1,60}\\))?|[?!]?\\[[^\\]\\n]{1,60}\\])';
/** `.properties.mode = `, `["properties"]["mode"] = `, `.data[0].properties.put(`; not `.requestId = `, which is no step inside. */
const filledInside = new RegExp(
  `^${STEP}{1,6}(?:${STEP}\\s*(?:\\|\\||\\?\\?)?=(?![=>])|[?!]{0,2}(?:\\.{1,2}|->)${anyOf(FILLS_OWN)}\\w*[!?]?\\s*[({])`,
  'i',
);

/** Whether what stands before a text is changed further inside. */
export function isFilledInside(behind: string): boolean {
  return filledInside.test(behind);
}

/** Whether more is put into what stands between two texts, going by what they end and begin with. */
export function isFilled(before: string, behind: string): boolean {
  return fillsNext.test(before) || filled.test(behind);
}

/** How the names of methods begin that are given a key and its value: `response.put("requestId", id)`. */
export const PUTS_ENTRY: readonly string[] = ['put', 'set', 'add', 'insert', 'append', 'with'];

/** How the names of methods begin that give something a new value: `label.setText("…")`, `res.status(404)`. */
const SETS = ['set', 'put', 'update', 'insert', 'add', 'with', 'status', 'text', 'message', 'title', 'code'];
const sets = new RegExp(`^${anyOf(SETS)}`, 'i');

/** Whether a method gives what it is called on a new value, going by its name. */
export function setsValue(name: string): boolean {
  return sets.test(name);
}

/** Calls what makes an object: `new Result(…)`, `Out::default()`, `Reply(…)`. */
const made = /^(?:&|new\s+)?(?:\w+(?:\.|::|\\))*([A-Z]\w*)(?:<[^>]*>)?(?:(?:\.|::|->)\w+)?\s*\(/;
/** In names of types that are empty when they are made. */
const COLLECTIONS = ['map', 'dict', 'hash', 'object', 'list', 'array', 'set$', 'string'];
const collection = new RegExp(anyOf(COLLECTIONS), 'i');

/** Whether an expression makes an object of a type of the program's own, which may fill it; no collection. */
export function makesOwnObject(expression: string): boolean {
  const type = made.exec(expression)?.[1];
  return type !== undefined && !collection.test(type);
}

/** Functions that run another one for each item of a list before they are done. */
const GOES_THROUGH = wholeName(['map', 'for_?each', 'each', 'flat_?map', 'select', 'filter_?map'], 'i');

/** Whether a function runs another one for each item of a list, there and then. */
export function goesThroughItems(name: string): boolean {
  return GOES_THROUGH.test(name);
}

/** Functions that give another function the items of a list, one by one, or the value at hand. */
const GIVES_ITEMS: readonly Part[] = [
  ...[
    'every',
    'some',
    'any',
    'all',
    'map',
    'filter',
    'for_?each',
    'each',
    'find',
    'flat_?map',
    'compact_?map',
    'reduce',
  ],
  ...[
    'fold',
    'sort(?:ed|_?by)?',
    'group_?by',
    'partition',
    'contains',
    'first',
    'last',
    'none',
    'count',
    'take_?while',
  ],
  ...[
    'drop_?while',
    'remove_?(?:all|if)',
    'let',
    'also',
    'apply',
    'run',
    'use',
    'with',
    'tap',
    'select',
    'reject',
    'where',
  ],
];
const itemsGiven = wholeName(GIVES_ITEMS, 'i');

/** Whether a function gives another one the items of what it is called on, or that itself. */
export function givesItems(name: string): boolean {
  return itemsGiven.test(name);
}
