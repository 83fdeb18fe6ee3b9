import { anyOf, column, type Part } from './expressions.ts';

/**
 * What the words of a programming language mean, as far as source text is looked through for them. The words of all
 * languages are looked for in each, since a keyword of one is hardly ever a name in another; what only one language is
 * asked for stands in its description.
 */
interface Keywords {
  readonly language: string;
  /** The object at hand, and the class at hand. */
  readonly self?: readonly string[];
  readonly selfClass?: readonly string[];
  /** In front of an expression: waits for its value. */
  readonly waits?: readonly string[];
  /** In front of a class: makes an object of it. */
  readonly makes?: readonly string[];
  readonly returns?: readonly string[];
  /** Begin a condition, or what is done where it does not hold. */
  readonly conditions?: readonly string[];
  readonly otherwise?: readonly string[];
  /** Operators that are words. */
  readonly not?: readonly string[];
  readonly and?: readonly string[];
  readonly or?: readonly string[];
  readonly is?: readonly string[];
  /** All operators between two operands that are words: the second operand may stand on the next line. */
  readonly infix?: readonly string[];
  /** Ask whether a name stands for nothing: in front of it, or behind it. */
  readonly nothingBefore?: readonly Part[];
  readonly nothingBehind?: readonly Part[];
  /** What stands for nothing. */
  readonly nothing?: readonly Part[];
  /** Ask for the type of a value, or whether it is there at all. */
  readonly asksPresence?: readonly Part[];
  /** Statements and values that do nothing. */
  readonly idle?: readonly Part[];
  /** In front of a look-up: takes the entry away. */
  readonly removes?: readonly Part[];
  /** Throw or catch an error. */
  readonly fails?: readonly string[];
  /** Marks that pass an error on, or stop at one. */
  readonly failMarks?: readonly Part[];
  /** Marks by which a failure is dealt with where no word says so. */
  readonly dealMarks?: readonly Part[];
  /** Between the parameters and the body of a function without a name. */
  readonly parameters?: readonly string[];
  /** In front of a value that is compared with, or of a list of such. */
  readonly compares?: readonly string[];
  /** Between the pattern of an arm and what it does. */
  readonly beginsArm?: readonly string[];
  /** All that may stand on a line at the end of an arm. */
  readonly endsArm?: readonly string[];
  /** Ends a block. */
  readonly endsBlock?: readonly string[];
  /** Between a key and its value. */
  readonly pairs?: readonly string[];
  /** Begin what constants are members of. */
  readonly owners?: readonly string[];
  /** In front of a constant's name, and never of an enumeration's member. */
  readonly constants?: readonly string[];
  /** Members of anything, which ask for no part of it; in any case. */
  readonly members?: readonly Part[];
}

const KEYWORDS: readonly Keywords[] = [
  {
    language: 'most',
    makes: ['new'],
    nothing: ['null', '""', "''"],
    asksPresence: [/\b(?:is_?)?(?:not_?)?(?:null_?or_?)?(?:empty|blank)\b/],
    idle: ['break'],
    returns: ['return'],
    conditions: ['if', 'while'],
    otherwise: ['else'],
    compares: ['case'],
    endsArm: ['break'],
    owners: ['class', 'enum', 'interface', 'struct'],
    fails: ['throw', 'catch'],
  },
  {
    language: 'C#',
    self: ['this'],
    waits: ['await'],
    infix: ['is', 'as'],
    is: ['is'],
    asksPresence: [/\bis\s+(?:not\s+)?(?:null\b|\{|[A-Z])/, /IsNullOr\w+\(/],
    owners: ['namespace'],
    constants: ['const', 'static'],
  },
  {
    language: 'Dart',
    self: ['this'],
    waits: ['await'],
    fails: ['rethrow'],
    infix: ['is', 'as'],
    is: ['is'],
    asksPresence: [/\bis!?\s+[A-Z]/, /\.is(?:Not)?Empty\b/],
    owners: ['extension'],
    constants: ['const', 'final', 'static', 'var'],
  },
  {
    language: 'Go',
    fails: ['panic', 'recover'],
    dealMarks: [/\b\w*[eE]rr(?:or)?\s*!=\s*nil\b/],
    nothing: ['nil'],
    asksPresence: [/\berrors\.As\w*\(/, /^(?:ok|found|exists)$/],
    constants: ['const', 'var'],
  },
  {
    language: 'Java',
    self: ['this'],
    fails: ['throws'],
    infix: ['instanceof'],
    asksPresence: [/\binstanceof\b/, /\.is(?:Empty|Blank|Present)\(/],
    constants: ['final', 'static'],
  },
  {
    language: 'JavaScript',
    self: ['this'],
    waits: ['await'],
    removes: [/delete\b/],
    infix: ['in', 'instanceof'],
    nothing: ['undefined', /["'](?:string|undefined|object)["']/],
    asksPresence: [/\binstanceof\b/, /\btypeof\b/, /^is\w*(?:Error|Exception)\(/],
    owners: ['namespace', 'module'],
    constants: ['const', 'let', 'var', 'static'],
  },
  {
    language: 'Kotlin',
    self: ['this'],
    infix: ['in', 'is', 'as'],
    is: ['is'],
    asksPresence: [/\b!?is\s+[A-Z]/, /\.is(?:Not)?(?:NullOr)?(?:Empty|Blank)\(/],
    idle: ['Unit'],
    dealMarks: [/\brunCatching\b/],
    pairs: ['to'],
    owners: ['object'],
    constants: ['const', 'val', 'var'],
    members: ['let', 'also', 'use'],
  },
  {
    language: 'PHP',
    conditions: ['elseif'],
    self: ['this', 'self'],
    selfClass: ['static'],
    infix: ['instanceof', 'and', 'or'],
    nothingBefore: ['is_null\\('],
    asksPresence: [/\binstanceof\b/, /\b(?:isset|empty|is_(?:null|string|array|object|a|numeric|int))\(/],
    removes: ['unset\\('],
    owners: ['trait', 'namespace'],
    constants: ['const', 'define', 'static'],
  },
  {
    language: 'Python',
    conditions: ['elif'],
    compares: ['in'],
    self: ['self', 'cls'],
    waits: ['await'],
    not: ['not'],
    and: ['and'],
    or: ['or'],
    is: ['is'],
    infix: ['and', 'or', 'in', 'is', 'if'],
    nothing: ['None'],
    asksPresence: [/\b(?:isinstance|hasattr)\(/, /\bis\s+(?:not\s+)?None\b/],
    idle: ['pass', /\.\.\./],
    fails: ['raise', 'except'],
    removes: [/del\b/],
  },
  {
    language: 'Ruby',
    beginsArm: ['then'],
    compares: ['when', 'in'],
    endsArm: ['then', 'end'],
    endsBlock: ['end'],
    self: ['self'],
    conditions: ['unless', 'elsif'],
    not: ['not'],
    and: ['and'],
    or: ['or'],
    infix: ['and', 'or', 'if', 'unless'],
    nothingBehind: [/\.nil\?/],
    nothing: ['nil'],
    asksPresence: [/\.(?:nil|blank|present|empty)\?/, /\.(?:is_a|kind_of|instance_of|respond_to)\?/],
    fails: ['raise', 'rescue'],
    owners: ['module'],
    members: ['is_?a'],
  },
  {
    language: 'Rust',
    self: ['self'],
    selfClass: ['Self'],
    infix: ['as'],
    asksPresence: [/\.is_(?:none|some|ok|err|empty)\(/, /^let\b/],
    idle: [/\(\)/],
    fails: ['panic'],
    failMarks: [/\bawait\s*\?/, /\?\s*;/],
    dealMarks: [/\b(?:Err|Ok)\(/, /\.(?:ok|is_ok|is_err|map_err|unwrap_or\w*|or_else)\(/],
    owners: ['impl', 'trait'],
    constants: ['const', 'static', 'let'],
  },
  {
    language: 'Swift',
    conditions: ['guard'],
    self: ['self'],
    selfClass: ['Self'],
    infix: ['is', 'as', 'in'],
    is: ['is'],
    nothing: ['nil'],
    asksPresence: [/\bis\s+[A-Z]/, /\.isEmpty\b/],
    idle: [/\(\)/],
    parameters: ['in'],
    failMarks: [/\btry[!?]/],
    owners: ['extension'],
    constants: ['let', 'var', 'static'],
    members: ['as'],
  },
];

const words = <Word extends Part>(cellsOf: (row: Keywords) => readonly Word[] | undefined): readonly Word[] =>
  column(KEYWORDS, cellsOf);

/** For each meaning, the source of an expression that fits the words which some language has for it. */
export const KEYWORD = {
  waits: anyOf(words(({ waits }) => waits)),
  makes: anyOf(words(({ makes }) => makes)),
  returns: anyOf(words(({ returns }) => returns)),
  conditions: anyOf(words(({ conditions }) => conditions)),
  otherwise: anyOf(words(({ otherwise }) => otherwise)),
  not: anyOf(words(({ not }) => not)),
  and: anyOf(words(({ and }) => and)),
  joins: anyOf(words(({ is, and, or }) => [...(is ?? []), ...(and ?? []), ...(or ?? [])])),
  infix: anyOf(words(({ infix }) => infix)),
  nothingBefore: anyOf(words(({ nothingBefore }) => nothingBefore)),
  nothingBehind: anyOf(words(({ nothingBehind }) => nothingBehind)),
  nothing: anyOf(words(({ nothing }) => nothing)),
  removes: anyOf(words(({ removes }) => removes)),
  failMarks: anyOf(words(({ failMarks }) => failMarks)),
  dealMarks: anyOf(words(({ dealMarks }) => dealMarks)),
  parameters: anyOf(words(({ parameters }) => parameters)),
  compares: anyOf(words(({ compares }) => compares)),
  beginsArm: anyOf(words(({ beginsArm }) => beginsArm)),
  endsArm: anyOf(words(({ endsArm }) => endsArm)),
  endsBlock: anyOf(words(({ endsBlock }) => endsBlock)),
  pairs: anyOf(words(({ pairs }) => pairs)),
  owners: anyOf(words(({ owners }) => owners)),
  constants: anyOf(words(({ constants }) => constants)),
  members: anyOf(words(({ members }) => members)),
} as const;

const asking = new RegExp(anyOf(words(({ asksPresence }) => asksPresence)));
/** Asks whether an expression stands for nothing: `== null`, `!== undefined`. */
const comparedWithNothing = new RegExp(`[!=]==?\\s*${KEYWORD.nothing}\\s*$|^${KEYWORD.nothing}\\s*[!=]==?`);

/** Whether a condition asks for the type of a value, or whether it is there at all: `error instanceof X`, `code == null`. */
export function asksWhetherThere(condition: string): boolean {
  return asking.test(condition) || comparedWithNothing.test(condition);
}

const IDLE = `[\\s{;]{0,200}${anyOf(words(({ idle }) => idle))}?[\\s};,]{0,200}`;
const idleBody = new RegExp(`^${IDLE}$`);
/** `default: break;`, `_ => {}`; `else` and `in other` without a mark behind them */
const idleArm = new RegExp(
  `^(?:[^:=>\\n]{0,60}?(?::|=>|->)|(?:${KEYWORD.otherwise}|${KEYWORD.compares}\\s+\\w+)\\b(?:\\s*then\\b)?)${IDLE}$`,
);

/** Whether a block does nothing. @param text without its comments */
export function isIdleBody(text: string): boolean {
  return idleBody.test(text);
}

const emptyBlock = new RegExp(`^\\{\\s{0,200}(?:[\\w\\s,]{0,200}(?:->|\\b${KEYWORD.parameters}\\b))?\\s{0,200}\\}$`);

/** Whether a block has nothing in it but the names of its parameters: `{ _ -> }`. */
export function isEmptyBlock(text: string): boolean {
  return emptyBlock.test(text);
}

/** Whether the arm for all the rest does nothing. @param text without its comments */
export function isIdleArm(text: string): boolean {
  return idleArm.test(text.trim());
}

/** Words that throw or catch an error. */
export const FAIL_WORDS = words(({ fails }) => fails);

/** Words that add nothing to the path of an expression: the object at hand, waiting, making. */
export const PATHLESS = words(({ self, waits, makes }) => [...(self ?? []), ...(waits ?? []), ...(makes ?? [])]);

const selfWords: ReadonlySet<string> = new Set(words(({ self, selfClass }) => [...(self ?? []), ...(selfClass ?? [])]));

/** Whether a word stands for the object or the class at hand. */
export function isSelf(word: string): boolean {
  return selfWords.has(word);
}

/** What languages call a function that makes an object; some give it the name of its class. */
const CONSTRUCTORS: ReadonlySet<string> = new Set(['constructor', '__init__', '__construct', 'initialize', 'init']);

/** Whether a function of a class makes its objects. */
export function isConstructor(name: string, className: string): boolean {
  return name === className || CONSTRUCTORS.has(name);
}

/** Whether source text names a type, in the styles of all languages: `read<Body>(text)`, `x as Body`, `Body.class`. */
export function namesType(text: string): boolean {
  return /[<:]|\bas\b|\.(?:class|self)\b/.test(text);
}

const constant = new RegExp(`\\b${KEYWORD.constants}\\b[^=;]*$`);
/** Words behind which a name is no new one, as it is behind a type: `String text = …` */
const NO_TYPE = anyOf(
  words((row) =>
    [
      ...[row.returns, row.conditions, row.otherwise, row.compares, row.endsArm, row.waits, row.not, row.and, row.or],
      ...[row.infix, row.fails],
    ].flatMap((cell) => cell ?? []),
  ),
);
const typed = new RegExp(`(?:^|[;{(]|\\s)(?!${NO_TYPE}\\b)[\\w.<>[\\]?]+\\s+$`);

const making = new RegExp(`^${KEYWORD.makes}\\b`);

/** Whether source text makes an object of a class: `new ApiError(…)`. */
export function isMade(text: string): boolean {
  return making.test(text);
}

/** Whether the line in front of a name says that it begins to be there: `const `, `final String `, `Exception `. */
export function beginsName(before: string): boolean {
  return constant.test(before) || typed.test(before);
}

const nothing = new RegExp(`^${KEYWORD.nothing}$`);

/** Whether source text stands for nothing, in the styles of all languages. */
export function isNothing(text: string): boolean {
  return nothing.test(text);
}

/** Whether source text is a truth value, in the styles of all languages. */
export function isBoolean(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}

/** Whether a name is one that a function has for what it is given, without saying so: `it`, `$0`. */
export function isItsOwnName(name: string): boolean {
  return /^(?:it|_1|\$0)$/.test(name);
}

/** Whether source text is what a condition gives that holds: `switch (true)`. */
export function isTruth(text: string): boolean {
  return /^true$/i.test(text);
}

const capture = new RegExp(`^(?:_|(?:${KEYWORD.constants}\\s+)?[a-z_]\\w*)$`);

/** Whether an arm's pattern takes anything, and may give it a name: `other`, `let e`, `_`. */
export function isCapture(pattern: string): boolean {
  return capture.test(pattern) && !isNothing(pattern);
}

/** Whether an arm's pattern takes what is no member of an enumeration: `null`, `.none`, `Err(_)`. */
export function isNoMember(pattern: string): boolean {
  return isNothing(pattern) || /^(?:None|\.none|Err\(\w+\))$/.test(pattern);
}

/**
 * Whether a function is given more than nothing, a truth value or a number: `(context, R.string.failed)`.
 *
 * @param given from its bracket on
 */
export function isGivenMore(given: string): boolean {
  return /^[^(]*\([^)]*?(?!\b(?:true|false)\b)[\p{L}_"'`]/iu.test(given);
}

/** The false value in the style of another truth value: `True` → `False`. */
export function falseLike(boolean: string): string {
  return /^[A-Z]/.test(boolean) ? 'False' : 'false';
}

/** Whether the line that begins an owner of constants says that it is an enumeration. */
export function beginsEnumeration(line: string): boolean {
  return /enum/i.test(line);
}

/** Whether an arm is one of a `switch` that is a statement, not an expression: `case "1222":`, not `"1222" => …`. */
export function isArmOfStatement(arm: string): boolean {
  return /^(?:case|default)\b/.test(arm);
}
