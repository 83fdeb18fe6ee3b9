import type { Body, Span } from '../../../../model/model.ts';
import { part } from '../../query/constructs.ts';
import { placed, within } from '../placed.ts';
import { bareName, calleePath, type Source } from '../source.ts';
import type { Functions } from './functions.ts';

/** Makes a body of a span: the same one for the same function, however many paths it serves. */
export type BodyReader = (span: Span) => Body;

/** A text in quotes, whose words do nothing. */
const STRINGS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
/** Throwing, catching and passing an error on, in the words of all languages. */
const FAILS =
  /\b(?:throws?|raise|rethrow|panic|catch|except|rescue|reject|Err|halt|abort|unwrap|onFailure|recover|getOrElse)\b|\bawait\s*\?|\?\s*;|\btry[!?]/;
/** An HTTP status of failure, as a number or by a name that frameworks give it. */
const FAILURE_STATUS =
  /\b[45]\d\d\b|NOT_?FOUND|BAD_?REQUEST|UNAUTHORIZED|FORBIDDEN|INTERNAL_?SERVER_?ERROR|SERVICE_?UNAVAILABLE|UNPROCESSABLE/i;
/** Functions that answer with what they are given. */
const RESPONDS =
  /^(?:json|jsonify|send|respond\w*|reply|render|write\w*|encode|ok|body|\w*response\w*|toJson|return\w*|success)$/i;
/** Functions that may answer with an error, going by their names. */
const MAY_FAIL =
  /err(?!upt)|fail|reject|abort|exception|deny|refuse|assert|ensure|require|check|verif|valid|guard|must|answer|outcome|result|^next$/i;
/** Functions that only make what an answer is written with. */
const MAKES_WRITER = /(?:encoder|writer|mapper)$/i;
/** What an answer is written to: who is given it may answer. */
const ANSWERS_TO = /^[&*$]*(?:res|resp|response|reply|ctx|context|c|w|rw|writer|call|exchange)$/;
/** A result code that is no text written there. */
const COMPUTED = /result_?code["'`]?\s*\]?\s*(?:=>|[:=,(]|\bto\b)(?!\s*["'`=>])/i;

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
    if (fails(body, catches) || COMPUTED.test(text) || FAILURE_STATUS.test(text.replace(STRINGS, '""'))) return false;
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
      if (MAY_FAIL.test(callee)) return false;
      if (MAKES_WRITER.test(callee)) return true;
      const own = functions.named(callee);
      const isRecursive = own && own.start <= body.start && body.end <= own.end;
      if (own && !isRecursive && fails(own, catches)) return false;
      const behind = { start: part(call.construct, 'callee')?.endIndex ?? call.start, end: call.end };
      const given = source.text.slice(behind.start, behind.end).replace(/^[^(]*\(|\)$/g, '');
      if (given.trim() === '') return true;
      const isGivenTheAnswer = given.split(',').some((argument) => ANSWERS_TO.test(argument.trim()));
      return !(RESPONDS.test(callee) || isGivenTheAnswer) || isWrittenHere(behind);
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
