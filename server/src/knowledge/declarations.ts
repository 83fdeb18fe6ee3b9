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

/** What may stand before those words: what says how far the type is seen, and what is said about it. */
const BEFORE = '(?:(?:@[\\w.]+(?:\\([^)]*\\))?|\\[[^\\]]*\\]|[a-z]+)\\s+)*';
const holder = new RegExp(
  [
    `^${BEFORE}(?:class|struct|object|actor|extension|trait|module|interface)\\s+(?<type>[\\p{L}_][\\p{L}\\p{N}_]*)`,
    // Rust: `impl<T> Client<T> {`, `impl Calls for Client {`
    '^(?:unsafe )?impl(?:<[^{]*?>)?\\s+(?:[^{]*\\bfor\\s+)?(?<implemented>[\\p{L}_][\\p{L}\\p{N}_]*)',
    // Go: `func (c *Client) Do(`
    '^func\\s*\\(\\s*\\w*\\s*\\*?(?<receiver>[\\p{L}_][\\p{L}\\p{N}_]*)',
  ].join('|'),
  'u',
);

/** The type that a piece of source declares, or whose member it is, going by how it begins. */
export function typeHeldBy(beginning: string): string | undefined {
  const { type, implemented, receiver } = holder.exec(beginning)?.groups ?? {};
  return type ?? implemented ?? receiver;
}

/** The package that a file is of, where the language has such names and no longer ones: `package thinq`. */
export function packageOf(text: string): string | undefined {
  return /^package[ \t]+(\w+)[ \t]*\r?$/m.exec(text)?.[1];
}

/** The names of the types that source text declares, and of modules with what stands in them: `ThinQ`, `ThinQClient`. */
export function typesDeclaredIn(text: string): readonly string[] {
  const types = [...text.matchAll(/\b(?:class|struct|object|actor|impl|module)[ \t]+([\p{L}_][\p{L}\p{N}_]*)/gu)];
  const names = types.map(([, name = '']) => name);
  const holder = packageOf(text) ?? names[0] ?? '';
  return [...names, ...names.map((name) => `${holder}${name}`)];
}
