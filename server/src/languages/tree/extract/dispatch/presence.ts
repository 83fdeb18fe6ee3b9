import { asksWhetherThere } from '../../../../knowledge/keywords.ts';
import { isCodeName, isErrorName, isMessageName } from '../../../../knowledge/names.ts';
import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { pathOf, type Source, unwrap } from '../source.ts';

/** UTF-16 units of the longest condition that is looked at. */
const CONDITION_LIMIT_UNITS = 240;

/**
 * Whether a condition asks only if there is an error with a code, and of which type: `error instanceof ThinQApiError`,
 * `!error.code`. No answer to that says anything about some codes and not about others.
 */
export function asksForPresence(source: Source, written: Node): boolean {
  const node = unwrap(source, written);
  const pair = source.constructs.at(node, 'either') ?? source.constructs.at(node, 'both');
  if (pair) {
    const [left, right] = [part(pair, 'left'), part(pair, 'right')];
    return left !== undefined && right !== undefined && asksForPresence(source, left) && asksForPresence(source, right);
  }
  const not = source.constructs.at(node, 'not');
  const operand = not && part(not, 'operand');
  if (operand) return asksForPresence(source, operand);
  if (node.endIndex - node.startIndex > CONDITION_LIMIT_UNITS) return false;
  return asksWhetherThere(node.text) || namesWhole(node);
}

/** A name with nothing behind it but what an error or a code goes by: `error`, `error?.response`, `body["error"]`; not `known[code]`. */
function namesWhole(node: Node): boolean {
  if (!/^(?:[^()=<>&|+*/%,\s[]|\[(?![\p{L}_$]))+$/u.test(node.text)) return false;
  const words = pathOf(node);
  const last = words.at(-1);
  if (last === undefined) return false;
  return isCodeName(last) || isMessageName(last) || isErrorName(last) || HOLDERS.has(last);
}

/** What has an error in it. */
const HOLDERS: ReadonlySet<string> = new Set(['response', 'data', 'body', 'errors', 'result']);
