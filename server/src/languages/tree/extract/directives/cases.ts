import type { Body, Case, Span } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { readCondition, readPatterns, type Tested } from '../dispatch/conditions.ts';
import type { SiteContext } from '../dispatch/draft.ts';
import { pathOf, type Source, spanOf, unwrap } from '../source.ts';
import { readString } from '../strings.ts';
import { subjectPlace } from '../subjects.ts';
import type { BodyReader } from './bodies.ts';
import type { Functions } from './functions.ts';

/** Reads what a program does for single texts: arms, what an `if` lets through, and functions kept in maps. */
export function collectCases(
  context: SiteContext,
  functions: Functions,
  objectIndex: ReadonlyMap<number, number>,
  bodyOf: BodyReader,
): readonly Case[] {
  const { source } = context;
  const cases = [
    ...source.constructs.all('switch').flatMap((construct) => armsOf(context, construct, bodyOf)),
    ...(['if', 'elif'] as const).flatMap((kind) =>
      source.constructs.all(kind).flatMap((construct) => branchOf(context, construct, bodyOf)),
    ),
    ...source.constructs.all('object').flatMap(({ node, parts: named }) => {
      const index = objectIndex.get(node.id);
      const pairs = index === undefined ? [] : (named.pair ?? []);
      return pairs.flatMap((pair) => entryOf(source, functions, pair, index ?? 0, bodyOf) ?? []);
    }),
  ];
  return cases.sort((a, b) => a.span.start - b.span.start);
}

/** What a text that is decided on looks like: a word. */
const WORD = /^[A-Za-z][\w-]{1,63}$/;
/** What a key looks like that may be a directive: several words in one. */
const WORDS = /^[A-Z][a-z]+[A-Z]\w{0,60}$/;

function casesOf(
  { source, types }: SiteContext,
  tested: Tested,
  subject: Node | undefined,
  bodies: () => readonly Body[],
): readonly Case[] {
  if (!subject) return [];
  const { path } = subjectPlace(source, types, 'arm', subject);
  // Reading what every branch of a file may answer would cost more than all the rest.
  const isDirective = source.vocabulary.hasDirectives(path.at(-1) ?? '');
  if (!isDirective && !source.vocabulary.takesListedWords(path.at(-1) ?? '')) return [];
  return tested.codes.flatMap(({ text, span }) =>
    WORD.test(text) ? { text, span, subject: path, bodies: isDirective ? bodies() : [] } : [],
  );
}

function armsOf(context: SiteContext, construct: Construct<'switch'>, bodyOf: BodyReader): readonly Case[] {
  const { source, constants } = context;
  const subject = part(construct, 'subject');
  if (!subject) return [];
  const defaults = new Set(parts(construct, 'default').map((node) => node.id));
  const arms = parts(construct, 'arm')
    .flatMap((node) => (defaults.has(node.id) ? [] : (source.constructs.at(node, 'arm') ?? [])))
    .toSorted((a, b) => a.node.startIndex - b.node.startIndex);
  return arms.flatMap((arm, index) => {
    const bodies = (): readonly Body[] => {
      const spans: Span[] = [];
      for (const next of arms.slice(index)) {
        if (part(next, 'body')) spans.push(bodySpan(next));
        if (!source.description.fallsThrough || isClosed(source, next)) break;
      }
      return spans.map(bodyOf);
    };
    return casesOf(context, readPatterns(source, constants, parts(arm, 'pattern')), subject, bodies);
  });
}

/** Everything behind an arm's patterns. */
function bodySpan(arm: Construct<'arm'>): Span {
  const pattern = parts(arm, 'pattern').at(-1);
  return { start: pattern?.endIndex ?? arm.node.startIndex, end: arm.node.endIndex };
}

/** Whether control does not run on from an arm into the next one. */
function isClosed(source: Source, arm: Construct<'arm'>): boolean {
  if (source.constructs.at(arm.node, 'break')) return true;
  return parts(arm, 'body').some((body) => {
    const statements = source.constructs.at(body, 'block') ? body.namedChildren : [body];
    const last = statements.findLast((one) => one !== null && !source.constructs.at(one, 'comment'));
    return last ? source.flow.leaves(last) || source.constructs.at(last, 'break') !== undefined : false;
  });
}

function branchOf(context: SiteContext, construct: Construct<'if' | 'elif'>, bodyOf: BodyReader): readonly Case[] {
  const [condition, body] = [part(construct, 'condition'), part(construct, 'then')];
  if (!condition || !body) return [];
  const tested = readCondition(context.source, context.constants, condition);
  return tested.codes.length === 0 ? [] : casesOf(context, tested, tested.subject, () => [bodyOf(spanOf(body))]);
}

function entryOf(
  source: Source,
  functions: Functions,
  node: Node,
  object: number,
  bodyOf: BodyReader,
): Case | undefined {
  const pair = source.constructs.at(node, 'pair');
  const [key, name, written] = pair ? [part(pair, 'key'), part(pair, 'name'), part(pair, 'value')] : [];
  const literal = key && source.constructs.at(key, 'string') ? readString(source, key) : undefined;
  const text = literal?.text ?? name?.text;
  const span = literal?.content ?? (name && spanOf(name));
  if (text === undefined || !span || !WORDS.test(text)) return undefined;
  const value = unwrap(source, written ?? node);
  const named = functions.named(pathOf(value).at(-1) ?? '');
  const body = source.constructs.at(value, 'function') ? spanOf(value) : named;
  return body && { text, span, subject: [], object, bodies: [bodyOf(body)] };
}
