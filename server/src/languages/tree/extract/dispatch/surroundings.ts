import { isErrorName, isErrorType } from '../../../../knowledge/names.ts';
import type { Surroundings } from '../../../../model/model.ts';
import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { around, type Source } from '../source.ts';
import type { Types } from '../types.ts';

/** What of an error there is around a node. @param subject what is decided on, as source text */
export function surroundingsOf(source: Source, types: Types, node: Node, subject: string): Surroundings {
  const caught = caughtName(source, node);
  const error = errorOf(subject, types);
  const holder = around(source, node, 'function');
  const body = holder && part(holder, 'body');
  return {
    ...(caught !== undefined && { caught }),
    ...(error && { error }),
    ...(holder && body && { head: { start: holder.node.startIndex, end: body.startIndex } }),
  };
}

/** The name of the error in the handler that a node stands in. */
export function caughtName(source: Source, node: Node): string | undefined {
  for (let at: Node | null = node; at; at = at.parent) {
    const handler = source.constructs.at(at, 'catch');
    if (handler) return part(handler, 'name')?.text ?? source.description.caught;
    if (source.constructs.at(at, 'function')) return undefined;
  }
  return undefined;
}

/** A name, and what asks for a part of it: `error.code`, `$e->getCode()`, `err?.code`; not `error["code"]`, which is data. */
const PART_OF_NAME = /^[*&(]*([$@]?[\p{L}_][\p{L}\p{N}_]*)(?:\?|!{1,2})?(?:\.|->|::)[\p{L}_]/u;

function errorOf(subject: string, types: Types): Surroundings['error'] {
  const name = subject.length > 200 ? undefined : PART_OF_NAME.exec(subject)?.[1];
  if (name === undefined) return undefined;
  const known = types.get(name.replace(/^[$@]+/, '')) ?? [];
  const isError = isErrorName(name.replace(/^[$@]+/, '')) || known.some(isErrorType);
  return isError ? { name, types: known } : undefined;
}
