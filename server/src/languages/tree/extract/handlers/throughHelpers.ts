import { isSelf } from '../../../../knowledge/keywords.ts';
import type { ProtectedCall, Span } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import { type Placed, within } from '../placed.ts';
import { namedFunctions } from '../requestHelpers.ts';
import { calledName, type Source, spanOf } from '../source.ts';
import { protectedBody } from './attempts.ts';

/** Calls of one function that are looked at. */
const MOST_CALLS = 60;
/** How far a function may be from the one that sends the request. */
const MOST_STEPS = 3;

/**
 * Finds the calls in a function of the file that another call calls: what fails there fails for its caller as well, unless
 * a handler of its own deals with it.
 *
 * @param calls of the file, by their starts @param read what is known of a call by itself
 */
export function createHelperCalls(
  source: Source,
  calls: readonly Placed<'call'>[],
  read: (call: Construct<'call'>) => readonly ProtectedCall[],
): (call: Construct<'call'>) => readonly ProtectedCall[] {
  let functions: ReadonlyMap<string, Span> | undefined;
  let attempts: readonly Span[] | undefined;
  const known = new Map<number, readonly ProtectedCall[]>();

  const inside = (span: Span, steps: number): readonly ProtectedCall[] => {
    const found = known.get(span.start);
    if (found) return found;
    // Whoever calls itself, in however many steps, adds nothing.
    known.set(span.start, []);
    attempts ??= source.constructs.all('catch').flatMap((handler) => {
      const body = protectedBody(source, handler);
      return body ? [spanOf(body)] : [];
    });
    const own = attempts.filter((one) => span.start <= one.start && one.end <= span.end);
    const made = within(calls, span)
      .slice(0, MOST_CALLS)
      .filter((call) => !own.some((one) => one.start <= call.start && call.end <= one.end))
      .flatMap(({ construct }) => [...read(construct), ...(steps > 0 ? behind(construct, steps - 1) : [])]);
    known.set(span.start, made);
    return made;
  };
  const behind = (call: Construct<'call'>, steps: number): readonly ProtectedCall[] => {
    if (!isOwn(call)) return [];
    functions ??= namedFunctions(source);
    const span = functions.get(calledName(call));
    const isInside = span && span.start <= call.node.startIndex && call.node.endIndex <= span.end;
    return span && !isInside ? inside(span, steps) : [];
  };
  return (call) => behind(call, MOST_STEPS);
}

/** Whether a call is one of a function of the file or of the class around: `send(path)`, `this.send(path)`. */
function isOwn(call: Construct<'call'>): boolean {
  const [receiver, callee] = [part(call, 'receiver'), part(call, 'callee')];
  const written = `${receiver ? `${receiver.text}.` : ''}${callee?.text ?? ''}`;
  const [, owner, others] = /^(?:([$@\p{L}_][\p{L}\p{N}_]*)[?!]*(?:\.|->|::))?([\p{L}\p{N}_$]+)$/u.exec(written) ?? [];
  return others !== undefined && (owner === undefined || isSelf(owner.replace(/^[$@]/, '')));
}
