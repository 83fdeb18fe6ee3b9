import { CHANNEL_WORDS, mayFail } from '../../../../knowledge/channels.ts';
import { anyOf } from '../../../../knowledge/expressions.ts';
import { ABORTS, isResponseWriter, makesWriter, responds } from '../../../../knowledge/frameworks.ts';
import { FAIL_WORDS, KEYWORD } from '../../../../knowledge/keywords.ts';
import { holdsFailureStatus } from '../../../../knowledge/statuses.ts';
import type { Body, Span } from '../../../../model/model.ts';
import { part } from '../../query/constructs.ts';
import { placed, within } from '../placed.ts';
import { bareName, calleePath, type Source } from '../source.ts';
import type { Functions } from './functions.ts';

/** Makes a body of a span: the same one for the same function, however many paths it serves. */
export type BodyReader = (span: Span) => Body;

/** A text in quotes, whose words do nothing. */
const STRINGS = /"(?:\\.|[^"\\\n]){0,1000}"|'(?:\\.|[^'\\\n]){0,1000}'|`(?:\\.|[^`\\]){0,1000}`/g;
/** Throwing, catching and passing an error on. */
const FAILS = new RegExp(`\\b${anyOf([...FAIL_WORDS, ...CHANNEL_WORDS, ...ABORTS])}\\b|${KEYWORD.failMarks}`);
/** A result code that is no text written there: `resultCode: code`, `"resultCode" to code`. */
const COMPUTED = new RegExp(`result_?code["'\`]?\\s*\\]?\\s*(?:=>|[:=,(]|\\b${KEYWORD.pairs}\\b)(?!\\s*["'\`=>])`, 'i');

/** Reads whether pieces of code answer alone. */
export function createBodyReader(source: Source, functions: Functions): BodyReader {
  const known = new Map<string, Body>();
  let facts: ReturnType<typeof readFacts> | undefined;
  const readFacts = () => ({
    calls: placed(source, 'call'),
    leaves: placed(source, 'leave'),
    catches: placed(source, 'catch'),
    objects: placed(source, 'object'),
    names: placed(source, 'binding', 'constant'),
  });
  const failing = new Map<number, boolean>();
  /** Whether something is thrown, caught or passed on in a span. */
  const fails = (span: Span, catches: readonly Span[]): boolean => {
    const found =
      failing.get(span.start) ??
      (FAILS.test(source.text.slice(span.start, span.end).replace(STRINGS, '""')) || within(catches, span).length > 0);
    failing.set(span.start, found);
    return found;
  };

  const respondsAlone = (body: Span): boolean => {
    facts ??= readFacts();
    const { calls, leaves, catches, objects, names } = facts;
    const text = source.text.slice(body.start, body.end);
    if (fails(body, catches) || COMPUTED.test(text) || holdsFailureStatus(text.replace(STRINGS, '""'))) return false;
    const literals = within(objects, body);
    const bound = new Set(
      within(names, body).flatMap((one) =>
        within(literals, one).length > 0 ? (bareName(part(one.construct, 'name')) ?? []) : [],
      ),
    );
    /** Whether what is answered there stands in the body: as a literal, or under a name that it gives one. */
    const isWrittenHere = (at: Span): boolean =>
      within(literals, at).length > 0 || wordsOf(source.text, at).some((word) => bound.has(word));

    for (const leave of within(leaves, body)) {
      const isBare = /^\w+\s*;?$/.test(source.text.slice(leave.start, leave.end));
      if (!isBare && !isWrittenHere(leave)) return false;
    }
    return within(calls, body).every((call) => {
      // What a decorator says is no part of the answer.
      if (source.text[call.start - 1] === '@') return true;
      const callee = calleePath(call.construct).at(-1) ?? '';
      if (mayFail(callee)) return false;
      if (makesWriter(callee)) return true;
      const own = functions.named(callee);
      const isRecursive = own && own.start <= body.start && body.end <= own.end;
      if (own && !isRecursive && fails(own, catches)) return false;
      const behind = { start: part(call.construct, 'callee')?.endIndex ?? call.start, end: call.end };
      const given = source.text.slice(behind.start, behind.end).replace(/^[^(]*\(|\)$/g, '');
      if (given.trim() === '') return true;
      const isGivenTheAnswer = given.split(',').some((argument) => isResponseWriter(argument.trim()));
      return !(responds(callee) || isGivenTheAnswer) || isWrittenHere(behind);
    });
  };

  return (span) => {
    const key = `${span.start} ${span.end}`;
    const body = known.get(key) ?? { start: span.start, end: span.end, respondsAlone: respondsAlone(span) };
    known.set(key, body);
    return body;
  };
}

function wordsOf(text: string, { start, end }: Span): readonly string[] {
  return text.slice(start, end).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
