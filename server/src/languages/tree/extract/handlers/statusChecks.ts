import {
  BODY_MEMBER,
  isPlainMember,
  raisesOnFailure,
  STATUS_MEMBER,
  SUCCESS_MEMBER,
  throwsOnFailure,
} from '../../../../knowledge/clients.ts';
import { wholeName } from '../../../../knowledge/expressions.ts';
import { converts } from '../../../../knowledge/functions.ts';
import { isSelf, KEYWORD } from '../../../../knowledge/keywords.ts';
import type { Handler, ProtectedCall, Span } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { argumentsOf } from '../arguments.ts';
import { type Origins, takes, wordsOf } from '../origins.ts';
import { around, bareName, calledName, calleePath, escapeWord, type Source, spanOf } from '../source.ts';
import { catchesAnswers, catchesAny, protectedBody, typesIn } from './attempts.ts';
import { isInCleanUp } from './cleanUp.ts';
import { type KeptStatus, keptStatuses, type StatusCheck } from './keptStatuses.ts';
import { readsCodeIn } from './names.ts';
import { outcomeOf as outcomeOfHandler } from './outcome.ts';
import { callGiving } from './results.ts';
import { onlyShows, throwsIn } from './shows.ts';
import { writtenIn } from './writtenTexts.ts';

/**
 * Reads the places that look whether a request went well, and not why it did not: `answer.ok`, `status == 200`.
 * Their calls are those that the answer comes from.
 */
export function statusChecks(
  source: Source,
  origins: Origins,
  callsIn: (spans: readonly Span[]) => readonly ProtectedCall[],
  firstAttempt: number,
): readonly Handler[] {
  const told = new Set<string>();
  const kept = keptStatuses(source);
  return [...direct(source, kept), ...kept.flatMap(({ check }) => check ?? [])]
    .toSorted((a, b) => a.node.startIndex - b.node.startIndex)
    .flatMap((check, index) => {
      // What is only written to a log decides nothing.
      if (isShown(source, check)) return [];
      const { subject } = check;
      const name = isName(subject) ? bareName(subject) : undefined;
      const giving = name === undefined ? undefined : givingOf(source, origins, check, name);
      const named = giving ? calleeOf(giving) : name && originOf(source, origins, check, name);
      const origin = name === undefined ? unnamed(source, subject) : named;
      if (!origin) return [];
      // Whoever looks twice is told once.
      const key = `${origin.start} ${name}`;
      if (told.has(key)) return [];
      told.add(key);
      const calls = giving
        ? [...callsIn([spanOf(giving.node)]).slice(0, 1), ...callsIn([origin])]
        : callsOf(origins, origin, callsIn);
      // Where the client throws by itself, whoever looks at the status sees no failure.
      if (calls.some(({ path, types }) => throwsOnFailure([...path, ...types], source.text))) return [];
      // What it throws is dropped once more around it, which is where to look.
      if (raisesOnFailure(lastWord(check.head)) && isForgotten(source, check)) return [];
      return {
        head: spanOf(check.head),
        attempt: firstAttempt + index,
        types: [],
        catchesAny: true,
        calls,
        cleansUp: isInCleanUp(source, check.node),
        outcome:
          name === undefined ? outcomeOfUnnamed(source, check) : outcomeOf(source, origins, check, name, origin, kept),
      };
    });
}

/** The call that gives a callback the answer, by that name or one that has another before. */
function givingOf(source: Source, origins: Origins, check: StatusCheck, name: string): Construct<'call'> | undefined {
  const value = origins.of(name, check.node.startIndex);
  const [word] = (value && wordsOf(source, value)) ?? [];
  return (
    callGiving(source, check.node, name) ?? (word === undefined ? undefined : callGiving(source, check.node, word))
  );
}

function calleeOf(call: Construct<'call'>): Span | undefined {
  const callee = part(call, 'callee');
  return callee && { start: call.node.startIndex, end: callee.endIndex };
}

/** The checks that ask an answer itself; where its status only gets a name, those of that name count. */
function direct(source: Source, kept: readonly KeptStatus[]): readonly StatusCheck[] {
  return source.constructs.all('status').flatMap((check) => {
    const subject = part(check, 'subject');
    const isKept = kept.some(({ status }) => status.id === check.node.id);
    return subject && !isKept ? { node: check.node, head: part(check, 'head') ?? check.node, subject } : [];
  });
}

function lastWord({ text }: Node): string {
  return /[\p{L}\p{N}_]+(?=[^\p{L}\p{N}_]*$)/u.exec(text)?.[0] ?? '';
}

function isName({ text }: Node): boolean {
  return /^[$@]*[\p{L}_][\p{L}\p{N}_]*$/u.test(text);
}

/** The request that is asked for its status at once: `client.get(url).send().await?`. */
function unnamed(source: Source, subject: Node): Span | undefined {
  const isRequest = source.constructs
    .all('call')
    .some(({ node }) => subject.startIndex <= node.startIndex && node.endIndex <= subject.endIndex);
  return isRequest ? spanOf(subject) : undefined;
}

/** The calls that an answer comes from. The first is the one that gave it, whatever made its client: `axios.create(…)`. */
function callsOf(
  origins: Origins,
  origin: Span,
  callsIn: (spans: readonly Span[]) => readonly ProtectedCall[],
): readonly ProtectedCall[] {
  const behind = callsIn(origins.behind(origin));
  const [first, ...others] = callsIn([origin]);
  if (!first) return behind;
  const strings = [...first.strings, ...behind.flatMap((call) => call.strings)];
  return [{ ...first, strings }, ...others, ...behind];
}

/** Whether a handler around a check drops whatever error is thrown there. */
function isForgotten(source: Source, check: StatusCheck): boolean {
  return source.constructs.all('catch').some((handler) => {
    const body = protectedBody(source, handler);
    return (
      body !== undefined &&
      body.startIndex <= check.node.startIndex &&
      check.node.endIndex <= body.endIndex &&
      (catchesAny(source, typesIn(part(handler, 'type'))) || catchesAnswers(source, handler)) &&
      outcomeOfHandler(source, handler) === 'dropped'
    );
  });
}

/** Whether a place stands in what a call only shows. */
function isShown(source: Source, { node }: { readonly node: Node }): boolean {
  for (let at = node.parent; at && !source.constructs.at(at, 'function'); at = at.parent) {
    const call = source.constructs.at(at, 'call');
    if (call && onlyShows(source, calleePath(call))) return true;
  }
  return false;
}

/** What the answer that is looked at comes from; undefined for a parameter, of which nothing is known. */
function originOf(source: Source, origins: Origins, check: StatusCheck, name: string): Span | undefined {
  const origin = origins.of(name, check.node.startIndex);
  const holder = around(source, check.node, 'function');
  const given = holder && givenTo(source, holder, name);
  if (given) return given;
  if (!origin || !holder) return origin;
  const isOwn = holder.node.startIndex <= origin.start && origin.end <= holder.node.endIndex;
  const isGiven = origin.end <= holder.node.startIndex && holder.node.startIndex - origin.end < 40;
  // A parameter hides a name outside, unless it is what the callback is given.
  return isOwn || isGiven || !takes(source, holder.node, part(holder, 'body'), name) ? origin : undefined;
}

/** What a function of the file is given where it is called first, as one of its parameters: `self._check(requests.get(url))`. */
function givenTo(source: Source, holder: Construct<'function'>, name: string): Span | undefined {
  const own = part(holder, 'name')?.text;
  const index = parts(holder, 'parameter')
    .map((parameter) => bareName(parameter) ?? '')
    .filter((parameter) => !isSelf(parameter))
    .indexOf(name);
  if (own === undefined || index < 0) return undefined;
  const call = source.constructs.all('call').find((one) => calledName(one) === own && !contains(holder.node, one.node));
  const value = call && argumentsOf(source, call)[index]?.value;
  return value && spanOf(value);
}

function contains(outer: Node, inner: Node): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** UTF-16 units before and behind a check that are looked through for what becomes of the answer. */
const FURTHEST = 10_000;
/** Those in front of a member that are looked at for what it is a member of. */
const NEAR_UNITS = 60;

/** Members that are no part of the answer. */
const OF_ANYTHING = wholeName([KEYWORD.members], 'i');

/** Whether the code behind the failure is read in the end, or the whole answer handed on. */
function outcomeOf(
  source: Source,
  origins: Origins,
  check: StatusCheck,
  name: string,
  origin: Span,
  kept: readonly KeptStatus[],
): Handler['outcome'] {
  const holder = around(source, check.node, 'function');
  // What a callback is given belongs to the function around it.
  const isParameter = holder !== undefined && givenTo(source, holder, name) !== undefined;
  const outer =
    holder && !isParameter && origin.end <= holder.node.startIndex && holder.node.parent
      ? around(source, holder.node.parent, 'function')
      : holder;
  const whole = spanOf((outer ?? { node: source.root }).node);
  const scope = {
    start: Math.max(whole.start, check.node.startIndex - FURTHEST),
    end: Math.min(whole.end, check.node.endIndex + FURTHEST),
  };
  // The status itself goes by the name of a code in some libraries.
  const looked = spanOf(check.node);
  const text = textWithout(source, scope, [looked, ...parametersNamed(source, name)]);
  const statuses = new Set(kept.flatMap(({ name: word, subject }) => (bareName(subject) === name ? word : [])));
  const isElsewhere = (node: Node): boolean =>
    node.startIndex < scope.start ||
    node.endIndex > scope.end ||
    (looked.start <= node.startIndex && node.endIndex <= looked.end) ||
    isStatusOf(source, name, node) ||
    // Nor is it one under a name of its own.
    statuses.has(node.text);
  if (readsCodeIn(source, (outer ?? { node: source.root }).node, isElsewhere)) return 'read';
  const word = `(?<![\\p{L}\\p{N}_.])[$@]?${escapeWord(name)}(?![\\p{L}\\p{N}_])`;
  const member = new RegExp(`${word}(?:\\s*[?!]?\\.\\s*|\\??->)([\\p{L}_][\\p{L}\\p{N}_]*)`, 'gu');
  const asked = [...text.matchAll(member)].map(([, asked = '']) => asked);
  if (asked.some((one) => !isPlainMember(one) && !OF_ANYTHING.test(one))) return 'passed';
  const bare = `${word}(?!\\s*[?!]?[.[(]|\\??->)`;
  const isGiven = new RegExp(
    `[(,]\\s*${bare}\\s*[),](?!\\s*(?:=>|->|\\{|${KEYWORD.parameters}\\b|:?=(?!=)))`,
    'u',
  ).test(text);
  const isReturned = new RegExp(
    `(?:\\b${KEYWORD.returns}\\s+(?:${KEYWORD.waits}\\s+)?|=\\s*)${bare}\\s*(?:[;,)}\\r\\n]|$)`,
    'u',
  ).test(text);
  // The error of the answer, whatever is done with it: `body.error`, `body["error"]`, `const { error } = body`.
  const isError =
    /(?:\.|->|\[\s*["':]?)error\b(?!\s*[(\w])/i.test(text) ||
    /\{[^{}=]{0,200}\berror\b[^{}=]{0,200}\}\s{0,40}=(?![=>])/i.test(text);
  // What the answer holds, and what came with it, under other names.
  const beside = new Set([name, ...wordsOf(source, origin).filter((one) => origins.of(one, origin.start))]);
  const status = new RegExp(`${word}(?:\\s*[?!]?\\.\\s*|\\??->)(?:${STATUS_MEMBER}|${SUCCESS_MEMBER}|code\\b)`, 'giu');
  const names = [name, ...origins.namesMadeOf(beside, [origin, ...origins.behind(origin)], scope, status)]
    .map(escapeWord)
    .join('|');
  // "Bad response" names no response.
  const spoken = textWithout(source, scope, [looked, ...parametersNamed(source, name), ...writtenIn(source, scope)]);
  const inThrow = throwsIn(source, spoken).some((thrown) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}_.])[$@]?(?:${names})(?![\\p{L}\\p{N}_])(?!(?:\\s*[?!]?\\.\\s*|\\??->)(?:${STATUS_MEMBER}|code\\b))`,
      'iu',
    ).test(withoutTextsOf(source, name, thrown)),
  );
  return isGiven || isReturned || isError || inThrow || isHandedOn(source, check, name, names) ? 'passed' : 'dropped';
}

/** Where a name is that of a parameter, which gives it to nobody. */
function parametersNamed(source: Source, name: string): readonly Span[] {
  return source.constructs
    .all('function')
    .flatMap((one) => parts(one, 'parameter'))
    .filter(({ text }) => text === name)
    .map(spanOf);
}

/** The text of a scope, with a blank in the place of each of some spans. */
function textWithout({ text }: Source, { start, end }: Span, left: readonly Span[]): string {
  let [kept, at] = ['', start];
  for (const one of left.toSorted((a, b) => a.start - b.start)) {
    if (one.start < at || one.end > end) continue;
    kept += `${text.slice(at, one.start)} `;
    at = one.end;
  }
  return kept + text.slice(at, end);
}

/** Without a name for the answer, nobody can ask it for more; but what it gives may hold the code, or so they believe. */
function outcomeOfUnnamed(source: Source, { node }: StatusCheck): Handler['outcome'] {
  const holder = around(source, node, 'function')?.node ?? source.root;
  return readsCodeIn(source, holder) ? 'read' : 'dropped';
}

/** Whether a name is that of a status, although it sounds like a code: `response.code()`. */
function isStatusOf({ text }: Source, name: string, { startIndex }: Node): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}_.])[$@]?${escapeWord(name)}(?:\\s*[?!]?\\.\\s*|\\??->)$`, 'u').test(
    text.slice(Math.max(0, startIndex - NEAR_UNITS), startIndex),
  );
}

/** What is thrown, without the texts that are made of the whole answer: these hold its status, and no body. */
function withoutTextsOf({ description }: Source, name: string, thrown: string): string {
  const word = escapeWord(name);
  const form = description.words?.putIntoText;
  const filled = form ? thrown.replace(form, (found, put) => (put === name ? '' : found)) : thrown;
  return filled.replace(
    new RegExp(`\\+\\s*${word}(?![\\p{L}\\p{N}_.(\\[]|->)|[$#]\\{${word}\\}|\\\\\\(${word}\\)`, 'gu'),
    '',
  );
}

/** Whether what the answer holds goes on to a function or the caller where it is a failure: they may look at the code. */
function isHandedOn(source: Source, check: StatusCheck, name: string, names: string): boolean {
  const where = failureOf(source, check);
  if (!where) return false;
  const whole = `${escapeWord(name)}(?:\\.|->)${BODY_MEMBER}(?:\\(\\))?(?!\\s*(?:[?!]?[.[(]|->))`;
  const held = `(?:[$@]?(?:${names})(?!\\s*(?:[?!]?[.(]|->))|${whole})`;
  const bare = `(?<![\\p{L}\\p{N}_.])${held}(?![\\p{L}\\p{N}_]|\\s*:(?!:))`;
  // What the check itself chooses between is decided on.
  const chosen = choiceOf(source, check) ?? spanOf(check.node);
  const written = writtenIn(source, where);
  const textOf = (start: number, end: number): string =>
    withoutTextsOf(source, name, textWithout(source, { start, end }, [chosen, ...written]));
  const text = textOf(where.start, where.end);
  // Beside a status that is only told, the body is told as well.
  const untold = new RegExp(`(?<![\\p{L}\\p{N}_.])${escapeWord(name)}(?![\\p{L}\\p{N}_.])`, 'gu');
  if (!where.decides && new RegExp(bare, 'u').test(text.replace(untold, ''))) return true;
  const back = `(?:^|[;{}\\r\\n])\\s*${KEYWORD.returns}\\b[^;]{0,300}?`;
  const kept = '(?:\\.|->)[\\p{L}\\p{N}_]+\\s*=\\s*';
  if (new RegExp(`(?:${back}|${kept})${bare}`, 'u').test(text)) return true;
  return source.constructs.all('call').some((call) => {
    const callee = part(call, 'callee');
    if (!callee || call.node.startIndex < where.start || call.node.endIndex > where.end) return false;
    const path = calleePath(call);
    return (
      new RegExp(bare, 'u').test(textOf(callee.endIndex, call.node.endIndex)) &&
      !converts(path.at(-1) ?? '') &&
      !onlyShows(source, path) &&
      !isShown(source, call)
    );
  });
}

/** A negation right before a condition: `!`, `not (`. */
const NEGATED = new RegExp(`(?:!|\\b${KEYWORD.not})\\s*\\(?$`);

/** What stands behind what differs from a number, or is not among some: ` != `, ` not in `. */
const DIFFERS = new RegExp(`^\\s*(?:!=|>|${KEYWORD.not}\\b)`);

/** The code that runs on a failure; where the check is no condition, the statement that it is part of. */
function failureOf(source: Source, check: StatusCheck): (Span & { readonly decides: boolean }) | undefined {
  const branch = around(source, check.node, 'if');
  const condition = branch && part(branch, 'condition');
  const decides =
    condition && condition.startIndex <= check.node.startIndex && check.node.endIndex <= condition.endIndex;
  if (!branch || !decides) return { ...spanOf(statementOf(source, check.node)), decides: false };
  const before = source.text.slice(Math.max(0, check.node.startIndex - 8), check.node.startIndex);
  const behind = source.text.slice(check.node.endIndex, check.node.endIndex + 8);
  const isFailure =
    NEGATED.test(before) ||
    source.constructs.at(check.node, 'lacks') !== undefined ||
    /^!|!=|>/.test(check.node.text) ||
    DIFFERS.test(behind);
  const then = part(branch, 'then');
  if (isFailure) return then && { ...spanOf(then), decides };
  const block = around(source, branch.node.parent ?? branch.node, 'block') ?? around(source, branch.node, 'function');
  return then && block && { start: then.endIndex, end: block.node.endIndex, decides };
}

function statementOf(source: Source, node: Node): Node {
  let at = node;
  while (at.parent?.parent && !source.constructs.at(at.parent, 'block') && !source.constructs.at(at.parent, 'function'))
    at = at.parent;
  return at;
}

/** `a ? b : c`, `if a { b } else { c }`, `b if a else c`. */
const CHOICE = new RegExp(`\\s\\?\\s[\\s\\S]*:|\\b${KEYWORD.otherwise}\\b`);

/** The expression that picks one of two values by the check, if there is one. */
function choiceOf(source: Source, { node }: StatusCheck): Span | undefined {
  const statement = statementOf(source, node);
  for (let at: Node | null = node.parent; at && at.startIndex >= statement.startIndex; at = at.parent) {
    if (at.endIndex > statement.endIndex) return undefined;
    const beside = `${source.text.slice(at.startIndex, node.startIndex)} ${source.text.slice(node.endIndex, at.endIndex)}`;
    if (CHOICE.test(beside)) return spanOf(at);
    if (source.constructs.at(at, 'call')) return undefined;
  }
  return undefined;
}
