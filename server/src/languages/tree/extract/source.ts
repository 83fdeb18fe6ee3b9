import { CONVERSIONS } from '../../../knowledge/functions.ts';
import { PATHLESS } from '../../../knowledge/keywords.ts';
import { givesNumber } from '../../../knowledge/numberTypes.ts';
import type { EmbeddedText, FileModel, Span } from '../../../model/model.ts';
import type { OutsideNames } from '../../../model/names.ts';
import type { Decoded } from '../../decoded.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import type { TreeDescription } from '../description.ts';
import type { Kind } from '../query/captures.ts';
import { type Construct, type Constructs, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Flow } from './dispatch/flow.ts';

/** For words of the program within expressions. */
export { escapeRegExp as escapeWord } from '../../../model/escapeRegExp.ts';

/** One file while it is read: its text, its tree, and what the patterns found in it. */
export interface Source {
  readonly text: string;
  readonly root: Node;
  readonly description: TreeDescription;
  readonly constructs: Constructs;
  readonly flow: Flow;
  readonly vocabulary: Vocabulary;
  /** What names stand for that other files declare. */
  readonly outside: OutsideNames;
  /** One step of the file's indentation. */
  readonly unit: string;
  /** Reads what stands in a string, where that is data as a whole. @param writes how a fix may write into it */
  readText(decoded: Decoded, writes: EmbeddedText['writes']): FileModel | undefined;
}

/** A node's range in the text. */
export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** Whether a node is a name or dotted name, which may stand for a constant. */
export function isReference(source: Source, node: Node): boolean {
  return source.description.references.includes(node.type);
}

/** The node that gives a value, behind parentheses, casts and conversions that keep it. */
export function unwrap(source: Source, node: Node): Node {
  let at = node;
  for (;;) {
    const inner = inside(source, at, 'wrapper') ?? inside(source, at, 'number');
    if (!inner) return at;
    at = inner;
  }
}

/** Whether an expression makes a number of what it reads: `Number(error.code)`, `json.getInt("code")`, `(int) code`. */
export function isMadeNumber(source: Source, node: Node): boolean {
  return isConverted(source, node) || pathOf(node).some(givesNumber);
}

/** Whether the value is turned into a number on the way. */
function isConverted(source: Source, node: Node): boolean {
  let at: Node | undefined = node;
  while (at) {
    if (source.constructs.at(at, 'number')) return true;
    at = inside(source, at, 'wrapper');
  }
  return false;
}

function inside(source: Source, node: Node, kind: 'wrapper' | 'number'): Node | undefined {
  const construct = source.constructs.at(node, kind);
  // A comment stands inside parentheses as a node of its own.
  const inner = construct && parts(construct, 'inner').find((one) => !source.constructs.at(one, 'comment'));
  return inner && inner.id !== node.id ? inner : undefined;
}

/** The innermost construct of a kind around a node (the node itself counts). Walks up: use it for few nodes. */
export function around<K extends Kind>(source: Source, node: Node, kind: K): Construct<K> | undefined {
  for (let at: Node | null = node; at; at = at.parent) {
    const construct = source.constructs.at(at, kind);
    if (construct) return construct;
  }
  return undefined;
}

/** A node's text without the comments in it. */
export function withoutComments(source: Source, node: Node): string {
  const types = new Set(source.constructs.all('comment').map((comment) => comment.node.type));
  if (types.size === 0) return node.text;
  let text = '';
  let offset = node.startIndex;
  for (const comment of node.descendantsOfType([...types])) {
    if (!comment || comment.startIndex < offset) continue;
    text += source.text.slice(offset, comment.startIndex);
    offset = comment.endIndex;
  }
  return text + source.text.slice(offset, node.endIndex);
}

/** Longest text that words are read from: a subject is short; a call with a function inside is no name. */
const PATH_LIMIT_UNITS = 240;
/** Words of an expression that add nothing to its path. */
const TRANSPARENT: ReadonlySet<string> = new Set([...PATHLESS, ...CONVERSIONS]);

/** A name without the marks that some languages put in front of it: `$code`, `@code`. */
export function bareName(node: Node | undefined): string | undefined {
  return node?.text.replace(/^[$@]+/, '');
}

/** The words of an expression, outermost first: `err.response?.data["error"].code` → err response data error code. */
export function pathOf(node: Node): readonly string[] {
  if (node.endIndex - node.startIndex > PATH_LIMIT_UNITS) return [];
  return (node.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []).filter((word) => !TRANSPARENT.has(word));
}

/** The name of what a call calls, whatever it is called on: `client.get<Body>(…)` → get. */
export function calledName(call: Construct<'call'>): string {
  const callee = withoutTypes((part(call, 'callee')?.text ?? '').slice(-2 * PATH_LIMIT_UNITS));
  return /[\p{L}_][\p{L}\p{N}_]*[?!]?(?=[^\p{L}\p{N}_]*$)/u.exec(callee.slice(-PATH_LIMIT_UNITS))?.[0] ?? '';
}

/** Without the types at the end of what is called: `get<Body>`, `get::<Body>`. */
function withoutTypes(callee: string): string {
  const open = callee.endsWith('>') ? callee.lastIndexOf('<') : -1;
  if (open < 0 || callee.indexOf('>', open) < callee.length - 1) return callee;
  return callee.slice(0, callee.startsWith('::', open - 2) ? open - 2 : open);
}

/** The words of what a call calls: its receiver's, where that stands apart, and the callee's. */
export function calleePath(call: Construct<'call'>): readonly string[] {
  const [receiver, callee] = [part(call, 'receiver'), part(call, 'callee')];
  return [...(receiver ? pathOf(receiver) : []), ...(callee ? pathOf(callee) : [])];
}
