import { PATHLESS } from '../../../knowledge/keywords.ts';
import type { Span } from '../../../model/model.ts';
import type { Outside } from '../../../model/names.ts';
import { type Construct, part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { outsideName, outsideTypes } from './outside.ts';
import { calledName, type Source } from './source.ts';
import type { Types } from './types.ts';

/** UTF-16 units of an expression in which names are looked for. */
const EXPRESSION_LIMIT_UNITS = 2000;
/** UTF-16 units of what a call is made on. */
const RECEIVER_LIMIT_UNITS = 240;
/** A dotted name, in the styles of all languages. */
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:(?:\?\.|->|::|\.|\\)[\p{L}_][\p{L}\p{N}_]*)*/gu;
const DOT = /\?\.|->|::|\.|\\/;

/** The texts that the names in an expression stand for, where other files declare them. @param node near which they are written */
export function outsideTexts(source: Source, { start, end }: Span, node: Node): readonly string[] {
  if (source.outside.names.size === 0) return [];
  const text = source.text.slice(start, Math.min(end, start + EXPRESSION_LIMIT_UNITS));
  return [...text.matchAll(NAME)].flatMap(([name]) => {
    const found = outsideName(source, name.split(DOT), false, node);
    if (found?.kind === 'constant') return found.value === 'string' ? found.text : [];
    return found?.kind === 'value' ? found.addresses : [];
  });
}

/** What a call is made on, where another file declares it. */
interface Talker {
  readonly types: readonly string[];
  /** The addresses that it talks to. */
  readonly addresses: readonly string[];
}

/** What other files say of the receiver of a call. @param types of the names in this file */
export function outsideTalker(source: Source, call: Construct<'call'>, types: Types): Talker {
  const { names } = source.outside;
  const receiver = names.size > 0 ? receiverOf(call) : [];
  const found = receiver.map((_, index) => outsideName(source, receiver.slice(0, index + 1), false, call.node));
  const values = found.flatMap((one) => (one?.kind === 'value' ? one : []));
  // `lg.control()`, where `lg` is an `LgClient`: a field may stand behind the object at hand.
  const made = receiver.flatMap((word) => outsideTypes(source, types.get(word) ?? []));
  const classes = [...made, ...receiver.flatMap((word) => names.get(word) ?? [])];
  return {
    types: values.flatMap((one) => one.types),
    addresses: [...values, ...classes, ...calledFrom(source, call, receiver)].flatMap((one) =>
      one.kind === 'value' || one.kind === 'type' || one.kind === 'function' ? one.addresses : [],
    ),
  };
}

/** The function of another file that a call calls: `control(id)`, `lg.control(id)`; what the file has under that name is its own. */
function calledFrom(source: Source, call: Construct<'call'>, receiver: readonly string[]): readonly Outside[] {
  if (source.outside.names.size === 0) return [];
  const name = calledName(call);
  const found = outsideName(source, [...receiver, name], false, call.node);
  if (found?.kind !== 'function') return [];
  const isOwn = source.constructs.all('function').some((one) => part(one, 'name')?.text === name);
  return isOwn && receiver.length === 0 ? [] : [found];
}

/** The words of what a call is made on, but for the object at hand: `this.http.get(…)` → http. */
function receiverOf(call: Construct<'call'>): readonly string[] {
  const [receiver, callee] = [part(call, 'receiver'), part(call, 'callee')];
  const written = receiver ?? callee;
  if (!written || written.endIndex - written.startIndex > RECEIVER_LIMIT_UNITS) return [];
  const words = written.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return (receiver ? words : words.slice(0, -1)).filter((word) => !PATHLESS.includes(word));
}
