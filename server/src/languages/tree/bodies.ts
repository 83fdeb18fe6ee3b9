import type { Body, Span } from '../../model/model.ts';
import { spanOf } from './constants.ts';
import { type Construct, type Kind, part } from './constructs.ts';
import type { Functions } from './functions.ts';
import { bareName, calleePath, type Source } from './source.ts';

/** Makes a body of a span: the same one for the same function, however many paths it serves. */
export type BodyReader = (span: Span) => Body;

/** A text in quotes, whose words do nothing. */
const STRINGS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
/** Throwing, catching and passing an error on, in the words of all languages. */
const FAILS =
  /\b(?:throws?|raise|rethrow|panic|catch|except|rescue|reject|Err|halt|abort|unwrap|onFailure|recover|getOrElse)\b|\bawait\s*\?|\?\s*;|\btry[!?]/;
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
  const placed = (kind: Kind): readonly (Span & { readonly construct: Construct })[] =>
    source.constructs.all(kind).map((construct) => ({ construct, ...spanOf(construct.node) }));
  let facts: ReturnType<typeof readFacts> | undefined;
  const readFacts = () => ({
    calls: placed('call'),
    leaves: placed('leave'),
    catches: placed('catch'),
    objects: placed('object'),
    names: [...placed('binding'), ...placed('constant')],
  });

  const fails = ({ start, end }: Span): boolean =>
    FAILS.test(source.text.slice(start, end).replace(STRINGS, '""')) ||
    (facts?.catches.some((one) => start <= one.start && one.end <= end) ?? false);

  const answersAlone = (body: Span): boolean => {
    facts ??= readFacts();
    const { calls, leaves, objects, names } = facts;
    const isIn = (one: Span, outer: Span): boolean => outer.start <= one.start && one.end <= outer.end;
    if (fails(body) || COMPUTED.test(source.text.slice(body.start, body.end))) return false;
    const literals = objects.filter((one) => isIn(one, body));
    const bound = new Set(
      names
        .filter((one) => isIn(one, body) && literals.some((literal) => isIn(literal, one)))
        .map(({ construct }) => bareName(part(construct, 'name'))),
    );
    /** Whether what is answered there stands in the body: as a literal, or under a name that it gives one. */
    const isWrittenHere = (at: Span): boolean =>
      literals.some((literal) => isIn(literal, at)) || wordsOf(source.text, at).some((word) => bound.has(word));

    for (const leave of leaves) {
      if (!isIn(leave, body)) continue;
      const isBare = /^\w+\s*;?$/.test(source.text.slice(leave.start, leave.end));
      if (!isBare && !isWrittenHere(leave)) return false;
    }
    return calls.every((call) => {
      // What a decorator says is no part of the answer.
      if (!isIn(call, body) || source.text[call.start - 1] === '@') return true;
      const callee = calleePath(call.construct).at(-1) ?? '';
      if (MAY_FAIL.test(callee)) return false;
      if (MAKES_WRITER.test(callee)) return true;
      const own = functions.named(callee);
      if (own && !isIn(body, own) && fails(own)) return false;
      const behind = { start: part(call.construct, 'callee')?.endIndex ?? call.start, end: call.end };
      const given = source.text.slice(behind.start, behind.end).replace(/^[^(]*\(|\)$/g, '');
      if (given.trim() === '') return true;
      const isGivenTheAnswer = given.split(',').some((argument) => ANSWERS_TO.test(argument.trim()));
      return !(RESPONDS.test(callee) || isGivenTheAnswer) || isWrittenHere(behind);
    });
  };

  return (span) => {
    const key = `${span.start} ${span.end}`;
    const body = known.get(key) ?? { start: span.start, end: span.end, answersAlone: answersAlone(span) };
    known.set(key, body);
    return body;
  };
}

function wordsOf(text: string, { start, end }: Span): readonly string[] {
  return text.slice(start, end).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
