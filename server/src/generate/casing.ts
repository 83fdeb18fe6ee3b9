import type { Words } from './codeSet.ts';

/** `NotConnectedDevice`. */
export function pascalCase(words: Words): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** `notConnectedDevice`. */
export function camelCase(words: Words): string {
  const [first = '', ...rest] = words;
  return first + pascalCase(rest);
}

/** `NOT_CONNECTED_DEVICE`. */
export function upperCase(words: Words): string {
  return words.join('_').toUpperCase();
}

/** `not_connected_device`. */
export function snakeCase(words: Words): string {
  return words.join('_');
}
