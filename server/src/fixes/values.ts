import { declarationOf } from '../knowledge/declarations.ts';
import { isTextType } from '../knowledge/generalTypes.ts';
import { falseLike, isBoolean, KEYWORD } from '../knowledge/keywords.ts';
import { isErrorName, isErrorType } from '../knowledge/names.ts';
import type { Printer } from '../languages/language.ts';
import type { Span, Surroundings } from '../model/model.ts';

/** What values are judged by and written with. */
interface Context {
  readonly printer: Printer | undefined;
  readonly sourceOf: (span: Span) => string;
  /** The whole text, which may tell what a type has. */
  readonly text: string;
  /** A value is what the function around gives back. */
  readonly isReturned?: boolean;
}

/** A string literal and nothing else. */
const STRING = /^(["'`])(?:\\.|(?!\1)[^\\\n])*\1$/;
/** What is a name for something rather than a text to show: `NoConnectionDevice`, `RETRY_LATER`. */
const WORD = /^.(?:[A-Z][a-z]+[A-Z]\w*|[A-Z][A-Z\d]*_[A-Z\d_]+).$/;

/** What arms give back, where each of them does nothing else: the value of its `return`. */
export function returnedBy(bodies: readonly string[]): readonly string[] | undefined {
  const values = bodies.flatMap((body) => RETURNS.exec(body)?.[1]?.trim() ?? []);
  return values.length > 0 && values.length === bodies.length ? values : undefined;
}

const RETURNS = new RegExp(`^[\\s{]{0,80}${KEYWORD.returns}\\s{1,80}([^;\\n]{1,400}?);?[\\s}]{0,80}$`);

/** A value that says nothing yet, of the kind that all of some values are; none where they are not plainly of one kind. */
export function blankOf(values: readonly string[], printer: Printer | undefined, quote: string): string | undefined {
  if (isAll(values, (value) => STRING.test(value))) return printer?.string('', quote);
  if (isAll(values, isStatus)) return DEFAULT_STATUS;
  const [first = ''] = values;
  return isAll(values, isBoolean) ? falseLike(first) : undefined;
}

/** What any other failure of the service that is asked comes down to. */
const DEFAULT_STATUS = '500';

function isStatus(value: string): boolean {
  return /^[45]\d\d$/.test(value);
}

/** The type of what a function gives back, behind its parameters: `): string {`, `) -> str:`. */
const RESULT = /\)\s*(?::|->)\s*([^)]*)$/;

/** Whether a function may give any text back, as far as it says what it gives. @param head its source text up to its body */
function mayGiveText(head: string): boolean {
  const [, result] = RESULT.exec(head) ?? [];
  return result === undefined || (result.match(/\w+/g) ?? []).some(isTextType);
}

function isAll(values: readonly string[], test: (value: string) => boolean): boolean {
  return values.length > 0 && values.every(test);
}

/**
 * What to give for a code that has no value of its own: for texts the error's message, or the code where there is none; for
 * statuses that of a failure; for truth values no. @param subject source text of the code
 */
export function defaultOf(
  values: readonly string[],
  subject: string,
  surroundings: Surroundings,
  context: Context,
): string | undefined {
  if (isAll(values, isStatus)) return DEFAULT_STATUS;
  const [first = ''] = values;
  if (isAll(values, isBoolean))
    return values.every((value) => value === falseLike(first)) ? undefined : falseLike(first);
  if (context.isReturned && surroundings.head && !mayGiveText(context.sourceOf(surroundings.head))) return undefined;
  if (!isAll(values, (value) => STRING.test(value)) || values.every((value) => WORD.test(value))) return undefined;
  return messageOf(subject, surroundings, context) ?? (isPlain(subject) ? subject : undefined);
}

function messageOf(subject: string, { caught, error }: Surroundings, { printer, text }: Context): string | undefined {
  // Whatever its own members are, an exception has what its language gives all of them.
  const exception = caught ?? (error?.types.some((type) => /Exception$/.test(type)) ? error.name : undefined);
  if (exception !== undefined) return printer?.messageOf?.(exception, subject) ?? `${exception}.message`;
  const words = subject.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  const owner = words.at(-2) ?? '';
  if (!isErrorName(owner) && !isErrorType(owner) && !error) return undefined;
  // A type that is declared right here shows whether it has a message.
  const declared = error?.types.some((type) => declarationOf(type, text) !== undefined);
  const renamed = declared && !/\bmessage\b/i.test(text) ? undefined : renamedLast(subject, 'code', 'message');
  if (!renamed) return undefined;
  // What the code is made or taken for, the message is not: `Code(rawValue: error.code)!`, `error.code as Known`.
  const [front = ''] = OWNER.exec(subject.slice(0, renamed.at)) ?? [];
  const [behind = ''] = MEMBERS.exec(subject.slice(renamed.at + 'code'.length)) ?? [];
  return (/^\W*$/.test(front) ? subject.slice(0, renamed.at) : front) + renamed.name + behind;
}

/** What a member is a part of: `error.`, `$e->get`, `body["error"]["`, `error[:`. */
const OWNER = /(?:[\p{L}\p{N}_$@?!.\]"']|->|\[:?)+$/u;
/** What goes on from a member: `()`, `"]`, `.as_str()`. */
const MEMBERS = /^(?:[\p{L}\p{N}_.?!\]"']|->|\(\))*/u;

/** A name or a part of something: what asking for it once more changes nothing. */
function isPlain(subject: string): boolean {
  return /^[$@]?[\p{L}_][\p{L}\p{N}_.$@>?!-]*$/u.test(subject);
}

/**
 * Where the last word of an expression stands, and another in its style: `err.getCode()` → `Message`. Only a part of
 * something has a sibling to take its place: a bare name may be all there is.
 */
export function renamedLast(
  expression: string,
  name: string,
  replacement: string,
): { readonly at: number; readonly name: string } | undefined {
  const at = expression.toLowerCase().lastIndexOf(name);
  if (at < 1 || !/[.>"'([:]|get$/.test(expression.slice(0, at).slice(-3))) return undefined;
  const isCapital = expression[at] !== name[0];
  return { at, name: isCapital ? replacement[0]?.toUpperCase() + replacement.slice(1) : replacement };
}
