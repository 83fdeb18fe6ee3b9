/**
 * The captures that the languages' queries (`.scm`) may use: every kind of construct, with its parts.
 *
 * A pattern captures the whole construct under its kind (`@equals`) and its parts under `kind.part` (`@equals.left`).
 * A capture that begins with `_` (`@_name`) only feeds predicates. All that reads constructs is typed by this table, and
 * every query is checked against it: a part that is not in here neither compiles nor loads.
 */
export const CAPTURES = {
  // Text

  /** A comment. */
  comment: [],
  /** A string literal. */
  string: [],
  /** A string that is put together: no code, at most prose. */
  text: [],
  /** A regular expression that is a literal of its own. */
  regex: [],
  /** Elements in which a comment would be text. */
  markup: [],
  /** A whole number. */
  integer: [],

  // Names

  /** A name that never changes. */
  constant: ['name', 'value'],
  /** Any other name that gets a value. */
  binding: ['name', 'value'],
  /** A name that gets the error of a call, beside what that gives. */
  failing: ['name', 'value'],
  /** A name that gets another value. */
  assignment: ['name'],
  /** A name that stands for something of the function around it: a parameter, what a loop goes through, what a pattern takes. */
  local: ['name'],
  /** A name known to be of a type. */
  typed: ['name', 'type'],
  /** A member that is declared with a type. */
  member: [
    'name',
    'type',
    'wire', // what says that it is filled from parsed data as it is
    'converts', // what says that it is made something else on the way
  ],
  /** A type whose members are declared in it. */
  shape: ['name'],
  /** A type that a value is taken to be of, and nobody looks whether it is. */
  taken: [
    'type',
    'value', // absent for the type of what a request gives
  ],
  /** A type that is declared, where it is nothing of the others. */
  type: ['name'],
  /** What constants are members of. */
  scope: [
    'name',
    'base', // what it has the members of as well
    'closed', // where it is an enumeration
    'member', // every member of that
    'texts', // what holds the members, where they are texts
    'loose', // where its members are texts to the language
    'parameter', // what it is made with, in their order, where no function of its own says so
  ],

  // Other files

  /** A statement that brings in what other files declare, or gives on what this one has. */
  import: [],
  /** What a file gives to others as a whole, where it has no name: a table that is all there is in it. */
  given: ['value'],
  /** Says which package the file belongs to. */
  package: ['name'],

  // Conditions

  /** Two values are the same. */
  equals: [
    'left',
    'right',
    'loose', // where a number is the same as its text
  ],
  /** Two values are not the same. */
  differs: ['left', 'right', 'loose'],
  /** A membership test. */
  contains: [
    'item', // what is looked for
    'list', // where it is looked for
    'option', // one of the items, where they stand in the test itself
    'guard', // what is no item
    'loose',
  ],
  /** The negation of a membership test. */
  lacks: ['item', 'list'],
  /** Whether a text begins with another. */
  prefix: ['subject', 'text'],
  /** A range of texts. */
  between: [
    'low',
    'high',
    'subject', // where it is tested at once
  ],
  /** A name stands for each of some values in turn; one that goes without saying where none is captured. */
  ranging: ['name', 'list'],
  /** Or. */
  either: ['left', 'right'],
  /** And. */
  both: ['left', 'right'],
  /** Not. */
  not: ['operand'],
  /** Looks whether a request went well, not why. */
  status: [
    'subject', // the answer, or the request where the answer has no name
    'head', // where that is not the whole
  ],
  /** The status of an answer, which may be kept under a name before anybody looks at it. */
  statusOf: ['subject'],

  // Values

  /** Changes nothing about its value. */
  wrapper: ['inner'],
  /** Makes a number of its value, or gives one. */
  number: ['inner'],
  /** One of several values. */
  choice: ['branch'],
  /** Gives a value where another has none. */
  default: ['of', 'value'],
  /** A call. */
  call: [
    'callee',
    'argument',
    'receiver', // where it is no part of the callee's node
    'arguments', // what holds its arguments
    'block', // a function that it is given behind them
  ],
  /** A call of a macro, with what it calls. */
  macro: ['name'],
  /** Reads a map. */
  lookup: ['map', 'key', 'default'],

  /** Puts texts together. */
  joined: [],

  // Objects and lists

  /** An array, set or tuple literal. */
  list: [
    'item', // where not all of its nodes are items
  ],
  /** An object, dict or map literal. */
  object: [
    'pair', // an entry
    'spread', // where it holds more than it shows
    'chain', // where calls fill it: made of links, no query captures it
    'filled', // where statements fill it
    'block', // the same, where it was empty before
  ],
  /** An object without brackets: its entries stand one below the other. */
  unbraced: [],
  /** An entry of an object. */
  pair: [
    'key',
    'value',
    'name', // a key written bare
  ],
  /** The inside of an object literal in which keys and values take turns. */
  flat: [],
  /** Makes an object or list without entries. */
  seed: [],
  /** A call that adds to what it is called on: a key with its value, or an item. */
  link: ['of', 'key', 'value', 'item'],

  // Dispatch

  /** Decides by comparing a subject with patterns; without a subject where the patterns are conditions. */
  switch: [
    'subject',
    'arm',
    'default',
    'partial', // where it is nothing at all for what is no member
    'throws', // where what no arm takes is thrown
    'exhaustive', // where the compiler sees to it that some arm takes every value
    'opened', // where it takes a value or an error out of its subject
    'nothing', // for a default of which only a value that nobody takes tells that it does nothing
    'loose', // where it takes a number for its text
  ],
  /** One case of a switch. */
  arm: ['pattern', 'guard', 'body'],
  /** Several patterns in one. */
  alternatives: ['pattern'],
  /** A pattern that asks for an object's type, or for what its members are: `ThinQError(code="1222")`. */
  taking: [
    'type',
    'name', // of a member
    'value', // what the member must be whose name stands before it
  ],
  /** Asks whether a value fits such a pattern. */
  fits: ['subject', 'pattern'],
  /** Decides by a condition. */
  if: [
    'condition',
    'guard',
    'then',
    'elif',
    'else',
    'end', // where a branch ends behind its `then`
    'fixed', // where its form takes no further branch
  ],
  /** A further branch of an `if` that is a node of its own. */
  elif: ['condition', 'then'],

  /** Stands among others that are shown, where a condition holds: `{code === "1222" && <Offline />}`. */
  shown: [
    'condition',
    'value',
    'otherwise', // what stands in its place
  ],
  /** Does something where a condition does not hold. */
  unless: ['condition', 'then'],

  // Control

  /** Statements in a row. */
  block: [],
  /** Ends an arm; an arm that is one never runs on. */
  break: [],
  /** Control does not run on behind it. */
  leave: [],
  /** Where control ends. */
  function: [
    'body',
    'name', // where it has one
    'of', // the type that it belongs to, where it does not stand in that
    'optional', // for a result type that says there may be none
    'parameter', // the name of each parameter, or the pattern that stands for one
  ],
  /** A function without a name of which nothing says whether it runs at once. */
  lambda: ['parameter'],
  /** What stands before a function or a class and says something about it. */
  decorator: [
    'callee', // where it is no call by itself
    'arguments',
  ],
  /** Where control comes round again. */
  loop: [],
  /** Goes through the items of a list. */
  each: [
    'item', // the name of one, or a pattern
    'list',
    'condition', // where it leaves out those for which it does not hold
  ],
  /** An error handler. */
  catch: [
    'name',
    'taken', // a pattern that takes members out of the error instead
    'type',
    'guard', // where a condition decides on it
    'head', // where that is not its first line
    'attempt', // where it is not its parent
    'only', // the one call that may fail, where those that it is given something by do not count
    'protected', // where it is not the first block there
  ],
  /** Runs at the end of something, however it went. */
  final: [],
  /** Hands a failure on at once, so that nothing around it deals with that. */
  passed: [],
} as const satisfies { readonly [kind: string]: readonly string[] };

/** A kind of construct. */
export type Kind = keyof typeof CAPTURES;

/** The parts that constructs of a kind may have. */
export type PartOf<K extends Kind> = (typeof CAPTURES)[K][number];

/** What a capture's name says, without its `@`. */
export type CaptureName =
  /** It only feeds predicates. */
  | { readonly name: string; readonly isHidden: true }
  /** A whole construct, or one of its parts. */
  | { readonly name: string; readonly isHidden: false; readonly kind: Kind; readonly part?: PartOf<Kind> };

/**
 * Reads a capture's name: `equals.left` is the part `left` of an `equals`.
 *
 * @throws for a kind that is not in the table, and for a part that its kind does not have
 */
export function readCaptureName(name: string): CaptureName {
  if (name.startsWith('_')) return { name, isHidden: true };
  const dot = name.indexOf('.');
  const [kind, part] = dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
  if (!isKind(kind)) throw new Error(`unknown kind "@${kind}": the kinds are ${Object.keys(CAPTURES).join(', ')}`);
  if (part === undefined) return { name, isHidden: false, kind };
  if (!isPart(kind, part)) {
    throw new Error(`unknown part "@${name}": the parts of "@${kind}" are ${CAPTURES[kind].join(', ') || 'none'}`);
  }
  return { name, isHidden: false, kind, part };
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(CAPTURES, kind);
}

function isPart<K extends Kind>(kind: K, part: string): part is PartOf<K> {
  const parts: readonly string[] = CAPTURES[kind];
  return parts.includes(part);
}
