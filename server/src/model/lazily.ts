/**
 * Makes an object whose properties are computed when they are first asked for, and are plain values from then on: what
 * nobody asks for costs nothing, and what was asked for once runs no code again.
 *
 * @param parts how each property is computed; each may ask for the others, but not in a circle
 */
export function lazily<T extends object>(parts: { readonly [Key in keyof T]: (self: T) => T[Key] }): T {
  const made = {} as T;
  for (const key of Object.keys(parts) as (keyof T)[]) {
    Object.defineProperty(made, key, {
      configurable: true,
      enumerable: true,
      get() {
        const value = parts[key](made);
        Object.defineProperty(made, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}

/** The names of those properties of an object made with `lazily` that have been asked for. */
export function madeOf<T extends object>(made: T): readonly (keyof T)[] {
  const names = Object.keys(made) as (keyof T)[];
  return names.filter((name) => Object.getOwnPropertyDescriptor(made, name)?.get === undefined);
}
