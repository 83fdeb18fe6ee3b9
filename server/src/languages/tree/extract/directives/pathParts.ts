import { isPlatformWord } from '../../../../knowledge/vendors.ts';
import type { Span } from '../../../../model/model.ts';
import type { Construct } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { calleePath, type Source } from '../source.ts';
import { readString } from '../strings.ts';

/** A string that may be a path, or a part of one, with what it is given to. */
export interface PathPart {
  readonly text: string;
  readonly content: Span;
  /** The call, or the decorator, whose argument it is. */
  readonly owner: Node;
  /** The last word of what the owner calls. */
  readonly verb: string;
  /** The words of what the owner calls. */
  readonly path: readonly string[];
  /** The decorator it stands in. */
  readonly decorator?: Node;
  /** Where it is written as one string for each of its parts: `grouped("nugu", "v1")`. */
  readonly pieces?: readonly PathPart[];
}

/** The strings of a file that are given to a call or a decorator, whether they look like paths or not. */
export function collectPathParts(source: Source): readonly PathPart[] {
  return joinPieces(
    source,
    source.constructs.all('string').flatMap(({ node }) => readPathPart(source, node) ?? []),
  );
}

/** Puts strings that stand side by side in one call together, where they are the parts of a path of the platform's. */
function joinPieces({ text }: Source, parts: readonly PathPart[]): readonly PathPart[] {
  const joined: PathPart[] = [];
  let run: PathPart[] = [];
  const flush = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && run.length > 1 && run.some((one) => isPlatformWord(one.text)))
      joined.push({
        ...first,
        text: run.map((one) => one.text).join('/'),
        content: { start: first.content.start, end: last.content.end },
        pieces: run,
      });
    else joined.push(...run);
    run = [];
  };
  for (const part of parts.toSorted((a, b) => a.content.start - b.content.start)) {
    const before = run.at(-1);
    const isNext =
      before?.owner.id === part.owner.id &&
      /^["']\s*,\s*["']$/.test(text.slice(before.content.end, part.content.start)) &&
      /^[\w:{}*-]+$/.test(part.text);
    if (!isNext) flush();
    run.push(part);
  }
  flush();
  return joined;
}

/** Finds the call or decorator that a string is given to. @returns undefined where it is given to none */
function readPathPart(source: Source, node: Node): PathPart | undefined {
  let call: Construct<'call'> | undefined;
  for (let at: Node = node; at.parent; at = at.parent) {
    const parent = at.parent;
    if (source.constructs.at(parent, 'decorator')) return toPathPart(source, node, call, parent);
    if (call && !isSameCallee(parent, call.node)) break;
    if (source.constructs.at(parent, 'function') ?? source.constructs.at(parent, 'block')) break;
    if (!call) call = source.constructs.at(parent, 'call');
  }
  return call ? toPathPart(source, node, call) : undefined;
}

/** Whether a node adds nothing of its own around a call but what stands before it, as a decorator's does. */
function isSameCallee(parent: Node, call: Node): boolean {
  return parent.endIndex === call.endIndex;
}

function toPathPart(
  source: Source,
  node: Node,
  call: Construct<'call'> | undefined,
  decorator?: Node,
): PathPart | undefined {
  const literal = readString(source, node);
  if (!literal || literal.text === '') return undefined;
  const head = decorator && source.text.slice(decorator.startIndex, node.startIndex);
  const path =
    call && calleePath(call).length > 0 ? calleePath(call) : [/[@#[\s]([\w.\\:]+)\s*\(/.exec(head ?? '')?.[1] ?? ''];
  const owner = call?.node ?? decorator;
  if (!owner) return undefined;
  return {
    text: literal.text,
    content: literal.content,
    owner,
    verb: path.at(-1) ?? '',
    path,
    ...(decorator && { decorator }),
  };
}

/** The methods of HTTP, which stand where paths do. */
const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)$/i;

/** Whether a text may be a part of a path. */
export function isPathPart(text: string): boolean {
  return /^[\w/.:{}<>*?-]+$/.test(text) && !METHOD.test(text);
}

/** Whether a text may be what stands before paths: also a template in brackets. */
export function isPathPrefix(text: string): boolean {
  return /^[\w/.:{}<>[\]*-]+$/.test(text) && !METHOD.test(text);
}
