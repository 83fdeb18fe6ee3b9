import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { grammars } from './host.ts';

/** A text, a part of a template or a regular expression as it is written in a TypeScript source. */
export interface Literal {
  readonly text: string;
  /** It is a regular expression. */
  readonly isPattern: boolean;
}

/** Makes a reader of the literals of TypeScript sources; types and names of imported modules are none. */
export async function createLiteralReader(): Promise<(source: string) => readonly Literal[]> {
  const reader = await createTreeSitter(grammars).load('tree-sitter-typescript.wasm');
  return (source) => {
    const literals: Literal[] = [];
    for (const node of reader.read(source)?.walk() ?? []) {
      const isPattern = node.type === 'regex_pattern';
      if ((isPattern || node.type === 'string_fragment') && !isNoValue(node))
        literals.push({ text: node.text, isPattern });
    }
    return literals;
  };
}

type Node = NonNullable<ReturnType<Awaited<ReturnType<ReturnType<typeof createTreeSitter>['load']>>['read']>>;

function isNoValue({ parent }: Node): boolean {
  return /^(?:literal_type|import_statement|export_statement)$/.test(parent?.parent?.type ?? '');
}
