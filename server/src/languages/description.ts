import type { ContainerDescription } from './container/description.ts';
import type { Language } from './language.ts';
import type { ProseDescription } from './prose/description.ts';
import type { TreeDescription } from './tree/description.ts';

/** A language that needs nothing but its text. */
export interface PlainLanguage extends Language {
  /** As people write it. */
  readonly name: string;
  /** TextMate scopes of the language, in whose strings codes are coloured. */
  readonly scopes: readonly string[];
}

/** A language as its folder describes it: read by tree-sitter, as prose, for the programs in it, or by itself. */
export type Description = TreeDescription | ProseDescription | ContainerDescription | PlainLanguage;

/** Whether it is read by tree-sitter. */
export function isTree(description: Description): description is TreeDescription {
  return 'grammar' in description;
}

/** Whether it is read as prose. */
export function isProse(description: Description): description is ProseDescription {
  return 'pieces' in description;
}

/** Whether it is read for the programs that its files hold. */
export function isContainer(description: Description): description is ContainerDescription {
  return 'contents' in description;
}
