import { anyOf } from './expressions.ts';

/** Words that begin the declaration of a type, in any language. */
const TYPES = ['class', 'struct', 'interface', 'type', 'record', 'enum'];

/**
 * What source text says of a type behind its name, up to its body: ` extends Error `, `(val code: String) : Exception()`.
 * @returns undefined where it does not declare the type
 */
export function declarationOf(type: string, text: string): string | undefined {
  return behindName(text, type, anyOf(TYPES), '\\b([^{;\\n]*)');
}

/** The texts that a type declared as a choice of texts has: `type Known = "1222" | "2304"`. @returns undefined where it is not */
export function textsOfUnion(type: string, text: string): readonly string[] | undefined {
  const union = behindName(text, type, 'type', '\\s*=((?:\\s*\\|?\\s*["\'][^"\'\\n]+["\'])+)');
  return union?.match(/[^"'|\s][^"'\n]*(?=["'])/g) ?? undefined;
}

/** What stands behind the first place where a name is declared. The name is looked for first: it stands in few places. */
function behindName(text: string, name: string, before: string, behind: string): string | undefined {
  const declared = new RegExp(`(?<=\\b${before}\\s+)${name}${behind}`, 'y');
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    declared.lastIndex = at;
    const found = declared.exec(text);
    if (found) return found[1];
  }
  return undefined;
}
