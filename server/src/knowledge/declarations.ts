import { anyOf } from './expressions.ts';

/** Words that begin the declaration of a type, in any language. */
const TYPES = ['class', 'struct', 'interface', 'type', 'record', 'enum'];

/**
 * What source text says of a type behind its name, up to its body: ` extends Error `, `(val code: String) : Exception()`.
 * @returns undefined where it does not declare the type
 */
export function declarationOf(type: string, text: string): string | undefined {
  return new RegExp(`\\b${anyOf(TYPES)}\\s+${type}\\b([^{;\\n]*)`).exec(text)?.[1];
}

/** The texts that a type declared as a choice of texts has: `type Known = "1222" | "2304"`. @returns undefined where it is not */
export function textsOfUnion(type: string, text: string): readonly string[] | undefined {
  const union = new RegExp(`\\btype\\s+${type}\\s*=((?:\\s*\\|?\\s*["'][^"'\\n]+["'])+)`).exec(text)?.[1];
  return union?.match(/[^"'|\s][^"'\n]*(?=["'])/g) ?? undefined;
}
