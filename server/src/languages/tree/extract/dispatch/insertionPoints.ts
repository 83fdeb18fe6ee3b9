import type { InsertionPoint } from '../../../../model/model.ts';
import { behindComment, lineIndent } from '../../../insertion.ts';
import type { Node } from '../../syntax/node.ts';
import type { Source } from '../source.ts';

/** Where an arm can be added behind the last one. @param arms all of them but a default */
export function behindLastArm({ text, unit }: Source, last: Node, arms: readonly Node[]): InsertionPoint {
  const offset = behindOwnComments(text, behindArm(text, last, arms), last);
  return { offset, indent: lineIndent(text, last.startIndex), unit };
}

/** Where a branch can be added to an if-chain. @param last what its last branch ends with @param statement the chain */
export function behindBranch({ text, unit }: Source, last: Node, statement: Node): InsertionPoint {
  return { offset: beforeReturn(text, last.endIndex), indent: lineIndent(text, statement.startIndex), unit };
}

/** Behind the last arm: behind its comma, and a comment; but before a comment where commas are used and it has none. */
function behindArm(text: string, last: Node, arms: readonly Node[]): number {
  // In some grammars the line break behind an arm is part of it.
  const end = last.startIndex + text.slice(last.startIndex, last.endIndex).trimEnd().length;
  const comma = commaBehind(text, last);
  if (comma === undefined && arms.some((arm) => commaBehind(text, arm) !== undefined)) return end;
  return behindComment(text, comma ?? end);
}

/** Behind the lines of comments that stand deeper than an arm: they belong to what it does. */
function behindOwnComments(text: string, offset: number, arm: Node): number {
  const indent = lineIndent(text, arm.startIndex);
  const line = /\r?\n([ \t]*)(?:\/\/|#)[^\r\n]*/y;
  line.lastIndex = offset;
  let end = offset;
  for (let found = line.exec(text); found && (found[1] ?? '').length > indent.length; found = line.exec(text)) {
    end = line.lastIndex;
  }
  return end;
}

/** The end of the comma that follows a node. */
function commaBehind(text: string, node: Node): number | undefined {
  const between = /^\s*,/.exec(text.slice(node.endIndex, node.endIndex + 200));
  return between ? node.endIndex + between[0].length : undefined;
}

/** A comment at the end of a block may hold the CR of its line. */
function beforeReturn(text: string, offset: number): number {
  return text[offset - 1] === '\r' ? offset - 1 : offset;
}
