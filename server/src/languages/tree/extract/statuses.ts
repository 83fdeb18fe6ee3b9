import { isBodyKey } from '../../../knowledge/clients.ts';
import { anyOf } from '../../../knowledge/expressions.ts';
import { BEFORE_STATUS, STATUS_SETTERS, takesStatus } from '../../../knowledge/frameworks.ts';
import { isHttpStatus } from '../../../knowledge/numbers.ts';
import { statusNamed } from '../../../knowledge/statuses.ts';
import { isExpectation } from '../../../knowledge/testing.ts';
import type { Span, StatusUse } from '../../../model/model.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { MentionTable } from './mentions.ts';
import { beginsWithin } from './placed.ts';
import { around, pathOf, type Source, spanOf } from './source.ts';

/** Reads the HTTP statuses that stand beside a body or a code: in one call, one chain of calls, or just before it. */
export function collectStatuses(
  source: Source,
  mentions: MentionTable,
  objectIndex: ReadonlyMap<number, number>,
): readonly StatusUse[] {
  const numbers = source.constructs
    .all('integer')
    .flatMap(({ node }) => (isHttpStatus(source.text.slice(node.startIndex, node.endIndex)) ? [node] : []))
    .sort((a, b) => a.startIndex - b.startIndex);
  return [...besideBodies(source, objectIndex, numbers), ...besideCodes(source, mentions, numbers)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

type Found = Pick<StatusUse, 'status' | 'span' | 'isNumber'>;

function besideBodies(
  source: Source,
  objectIndex: ReadonlyMap<number, number>,
  numbers: readonly Node[],
): readonly StatusUse[] {
  const uses: StatusUse[] = [];
  const codes = [...source.text.matchAll(/(?<![a-z])code/gi)].map(({ index }) => ({ start: index }));
  for (const { node } of source.constructs.all('object')) {
    const index = objectIndex.get(node.id);
    // Only what holds a code can be a body that matters here.
    if (index === undefined || !beginsWithin(codes, spanOf(node))) continue;
    const sending = chainAround(source, node);
    if (!sending) continue;
    const body = spanOf(node);
    const found =
      statusIn(source, sending.node, body, numbers) ??
      (sending.isStatement ? statusBefore(source, sending.node) : undefined);
    if (found) uses.push({ ...found, objects: [index], mentions: [] });
  }
  return uses;
}

/** The whole of the calls that an object literal is given to, or of the answer that a function in it makes. */
function chainAround(source: Source, object: Node): { readonly node: Node; readonly isStatement: boolean } | undefined {
  let top = object;
  let sending: Node | undefined;
  for (let at = object.parent; at; top = at, at = at.parent) {
    // A pair that is in no literal is an argument with a name.
    if (source.constructs.at(at, 'object')) return sending && { node: sending, isStatement: false };
    if (source.constructs.at(at, 'call')) sending = at;
    if (source.constructs.at(at, 'scope')) return undefined;
    const named = source.constructs.at(at, 'binding') ?? source.constructs.at(at, 'constant');
    if (named && !isKeywordArgument(source, at)) {
      const name = part(named, 'name');
      return { node: at, isStatement: name !== undefined && pathOf(name).at(-1) === 'body' };
    }
    const isFunction = source.constructs.at(at, 'function') !== undefined;
    const response = isFunction ? responseAround(source, at) : undefined;
    if (response) return { node: response, isStatement: false };
    if (isFunction || source.constructs.at(at, 'block') || !at.parent) return { node: top, isStatement: true };
  }
  return undefined;
}

/** `{ status: 404, json: async () => ({ … }) }`: the literal around a function that gives the body. */
function responseAround(source: Source, { parent }: Node): Node | undefined {
  const pair = parent && source.constructs.at(parent, 'pair');
  const name = pair && (part(pair, 'name') ?? part(pair, 'key'));
  return name && isBodyKey(name.text.replace(/^["']|["']$/g, '')) ? (parent.parent ?? undefined) : undefined;
}

function isKeywordArgument(source: Source, node: Node): boolean {
  for (let at = node.parent, steps = 0; at && steps < 3; at = at.parent, steps++) {
    if (source.constructs.at(at, 'call')) return true;
    if (endsArguments(source, at)) return false;
  }
  return false;
}

/** What is inside this is no argument of a call around it. */
function endsArguments(source: Source, node: Node): boolean {
  return (['object', 'list', 'block', 'function'] as const).some((kind) => source.constructs.at(node, kind));
}

/** A name that a status is given under: `status: 404`, `"status_code" => 404`. */
const UNDER_STATUS = /(?<![\p{L}\p{N}_])(?:http_?|response_?)?status(?:_?code)?["'`]?\s*(?:=>|[:=])\s*$/iu;

/** The one status that stands in a piece of source, outside of the body. */
function statusIn(source: Source, node: Node, body: Span, numbers: readonly Node[]): Found | undefined {
  const whole = spanOf(node);
  const written = numbersWithin(numbers, whole)
    .filter(({ startIndex: start }) => !(body.start <= start && start < body.end))
    .filter((number) => isGivenAsStatus(source, number, node))
    .map((number): Found => ({ status: Number(number.text), span: spanOf(number), isNumber: true }));
  const before = namedIn(source, source.text.slice(whole.start, body.start), whole.start);
  const found = [...written, ...before, ...namedIn(source, source.text.slice(body.end, whole.end), body.end)];
  return new Set(found.map(({ status }) => status)).size === 1 ? found[0] : undefined;
}

/** Those of the numbers in text order that stand in a span. */
function numbersWithin(numbers: readonly Node[], { start, end }: Span): readonly Node[] {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle]?.startIndex ?? 0) < start) from = middle + 1;
    else to = middle;
  }
  let until = from;
  while (until < numbers.length && (numbers[until]?.startIndex ?? end) < end) until++;
  return numbers.slice(from, until);
}

function isGivenAsStatus(source: Source, number: Node, chain: Node): boolean {
  const call = around(source, number, 'call');
  const callee = call && part(call, 'callee');
  const name = (callee && pathOf(callee).at(-1)) ?? '';
  if (isExpectation(name)) return false;
  if (UNDER_STATUS.test(source.text.slice(Math.max(0, number.startIndex - 32), number.startIndex))) return true;
  if (!call || call.node.startIndex < chain.startIndex) {
    // `return body, 404`: the status stands beside the body by itself.
    const before = source.text.slice(Math.max(0, number.startIndex - 40), number.startIndex).trimEnd();
    return before.endsWith('),') || (before.endsWith('},') && number.parent?.parent?.id === chain.id);
  }
  return takesStatus(name) && isArgument(source, number, call);
}

/** Directly, not inside another literal or a function that is given to the call. */
function isArgument(source: Source, number: Node, { node }: Construct<'call'>): boolean {
  for (let at = number.parent; at && at.id !== node.id; at = at.parent) if (endsArguments(source, at)) return false;
  return true;
}

/** A statement just before that sets the status of the same response. */
function statusBefore(source: Source, statement: Node): Found | undefined {
  const pattern = settingStatus(source);
  let at: Node = statement;
  while (at.parent && !source.constructs.at(at.parent, 'block')) at = at.parent;
  const siblings = at.parent?.namedChildren ?? [];
  const index = siblings.findIndex(({ id }) => id === at.id);
  for (const before of siblings.slice(Math.max(0, index - 2), Math.max(0, index)).toReversed()) {
    const text = source.text.slice(before.startIndex, Math.min(before.endIndex, before.startIndex + 200));
    const match = pattern.exec(text);
    if (!match) continue;
    const start = before.startIndex + match.index + match[0].length - (match[1] ?? '').length;
    const written = match[1] ?? '';
    if (/^\d/.test(written)) return { status: Number(written), span: { start, end: start + 3 }, isNumber: true };
    return namedIn(source, written, start)[0];
  }
  return undefined;
}

/** `res.status(404)`, `ctx.status = 404`, `response.setStatus(404)`; and the language's own function. */
function settingStatus({ description }: Source): RegExp {
  const setters = anyOf([STATUS_SETTERS, description.statuses?.setter ?? []].flat());
  return new RegExp(`\\b${setters}\\s*(?:\\(|=)\\s*([1-5]\\d\\d\\b|[\\w.:]+)(?=\\s*\\)?;?\\s*$)`, 'i');
}

/**
 * `HttpStatus.NOT_FOUND`, `StatusCode::NOT_FOUND`, `http.HTTPStatus.NOT_FOUND`, and calls that are named after a status:
 * `.notFound()`, `new NotFoundException()`; and the language's own.
 */
function naming({ description }: Source): RegExp {
  return new RegExp(`${anyOf([description.statuses?.prefix ?? [], BEFORE_STATUS].flat())}([A-Za-z_]+)`, 'g');
}

function namedIn(source: Source, text: string, offset: number): readonly Found[] {
  return [...text.matchAll(naming(source))].flatMap((match) => {
    const status = statusNamed(match[1] ?? '');
    const start = offset + match.index;
    return status === undefined ? [] : { status, span: { start, end: start + match[0].length }, isNumber: false };
  });
}

/** Statuses beside the code itself: `sendError(res, 404, '1207')`. */
function besideCodes(source: Source, mentions: MentionTable, numbers: readonly Node[]): readonly StatusUse[] {
  return numbers.flatMap((number) => {
    const call = number.text >= '400' ? around(source, number, 'call') : undefined;
    if (!call || !isArgument(source, number, call)) return [];
    const codes = parts(call, 'argument').flatMap((argument) => mentions.indexOf(argument) ?? []);
    const given = codes.filter((index) => {
      const mention = mentions.mentions[index];
      return mention?.value === 'string' && /^\d{4}$/.test(mention.text);
    });
    const use = { status: Number(number.text), span: spanOf(number), isNumber: true, objects: [], mentions: given };
    return given.length === 1 ? [use] : [];
  });
}
