/** What all nodes of a kind share. */
export interface NodeType {
  readonly name: string;
  /** A rule of the grammar, not a word or mark written out in it. */
  readonly isNamed: boolean;
}

/** What is read of a node. */
interface NodeData {
  readonly id: number;
  readonly kind: NodeType;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly field: string | undefined;
  readonly parent: Node | null;
  readonly hasError: boolean;
  /** The whole text. */
  readonly source: string;
}

/**
 * A node of a syntax tree, as plain data. The trees of the parser live in the memory of WebAssembly, where each question
 * is a call of its own: they are read once, to the last node, and let go.
 */
export class Node {
  readonly id: number;
  readonly kind: NodeType;
  /** UTF-16 offset. */
  readonly startIndex: number;
  /** UTF-16 offset. */
  readonly endIndex: number;
  /** Under which name its parent holds it. */
  readonly field: string | undefined;
  readonly parent: Node | null;
  /** It, or something in it, is what the parser could make nothing of, or had to make up. */
  readonly hasError: boolean;
  firstChild: Node | undefined;
  nextSibling: Node | undefined;
  readonly #source: string;

  constructor(data: NodeData) {
    this.id = data.id;
    this.kind = data.kind;
    this.startIndex = data.startIndex;
    this.endIndex = data.endIndex;
    this.field = data.field;
    this.parent = data.parent;
    this.hasError = data.hasError;
    this.#source = data.source;
  }

  get type(): string {
    return this.kind.name;
  }

  get isNamed(): boolean {
    return this.kind.isNamed;
  }

  get text(): string {
    return this.#source.slice(this.startIndex, this.endIndex);
  }

  get namedChildren(): readonly Node[] {
    const children: Node[] = [];
    for (let child = this.firstChild; child; child = child.nextSibling) if (child.isNamed) children.push(child);
    return children;
  }

  get firstNamedChild(): Node | undefined {
    return this.firstChild && (this.firstChild.isNamed ? this.firstChild : this.firstChild.nextNamedSibling);
  }

  get nextNamedSibling(): Node | undefined {
    let next = this.nextSibling;
    while (next && !next.isNamed) next = next.nextSibling;
    return next;
  }

  get namedChildCount(): number {
    return this.namedChildren.length;
  }

  /** Itself and all that is in it, in text order, as far as it is of one of these types. */
  descendantsOfType(types: readonly string[]): readonly Node[] {
    return [...this.walk()].filter((node) => types.includes(node.type));
  }

  /** Itself and all that is in it, in text order. */
  *walk(): Generator<Node> {
    for (let node: Node | undefined = this; node; node = after(node, this)) yield node;
  }
}

/** The node behind another one in text order, within an outermost one. */
function after(node: Node, outermost: Node): Node | undefined {
  if (node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== outermost; at = at.parent) if (at.nextSibling) return at.nextSibling;
  return undefined;
}
