import { isLog } from '../../../knowledge/logs.ts';
import { part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { calleePath, type Source } from './source.ts';

/**
 * The function, class or enumeration in which a text without any place stands as a whole, as what is given back does, or a
 * member of a union. A part of a longer text, what is shown, and the name of something that is looked up stand for nothing.
 *
 * @returns the id of its node, 0 where there is none around it, or undefined where the text is used up before
 */
export function ownerOf(source: Source, text: Node): number | undefined {
  let below = text;
  for (let at = text.parent; at; at = at.parent) {
    if (isOwner(source, at)) return isShown(source, at) ? undefined : at.id;
    if (isUsedUp(source, at, below)) return undefined;
    below = at;
  }
  return 0;
}

function isOwner({ constructs }: Source, node: Node): boolean {
  return (
    (constructs.at(node, 'function') ?? constructs.at(node, 'lambda') ?? constructs.at(node, 'scope')) !== undefined
  );
}

/** How many nodes a call is above a function that stands behind it. */
const MOST_STEPS = 3;

/** Whether a function only makes the text for a log: logger.info { "offline" }. */
function isShown({ constructs }: Source, owner: Node): boolean {
  let at = owner.parent;
  for (let step = 0; at && step < MOST_STEPS; step++, at = at.parent) {
    const call = constructs.at(at, 'call');
    if (call) return isLog(calleePath(call));
  }
  return false;
}

/** UTF-16 units of the longest word for a log that stands before a text without brackets, with the blanks around it. */
const LOG_WORD_LIMIT_UNITS = 80;

/** @param below its child that leads to the text */
function isUsedUp({ constructs, text }: Source, node: Node, below: Node): boolean {
  if (constructs.at(node, 'joined')) return true;
  const lookup = constructs.at(node, 'lookup');
  // Of several in brackets, as in Literal["OK", "NoConnectionDevice"], each is a member.
  if (lookup && parts(lookup, 'key').length === 1 && part(lookup, 'map')?.id !== below.id) return true;
  const isCalled = constructs.at(node, 'call') ?? constructs.at(node, 'macro');
  if (isCalled && !constructs.at(node, 'wrapper') && !constructs.at(node, 'list')) return true;
  // echo "…"
  const isFar = below.startIndex - node.startIndex > LOG_WORD_LIMIT_UNITS;
  const word = isFar ? undefined : /^\s*([a-z]\w*)\s+$/.exec(text.slice(node.startIndex, below.startIndex))?.[1];
  return word !== undefined && isLog([word]);
}
