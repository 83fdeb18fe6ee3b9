import type { Random } from './random.ts';

const NOUNS = [
  'account',
  'alarm',
  'basket',
  'channel',
  'device',
  'entry',
  'filter',
  'invoice',
  'layout',
  'message',
  'order',
  'panel',
  'room',
  'schedule',
  'session',
  'target',
  'update',
  'window',
] as const;
const VERBS = ['apply', 'build', 'collect', 'find', 'load', 'merge', 'parse', 'render', 'send', 'store'] as const;
const CODES = ['1222', '2202', '2210', '2304', '2305', '1306', '1205', '2301'] as const;

/** Names for one block of code; the number keeps blocks apart. */
export interface Words {
  readonly noun: string;
  readonly other: string;
  readonly verb: string;
  readonly number: number;
  /** Codes of ThinQ, all different. */
  readonly codes: readonly [string, string, string];
  /** Any number below 10,000: ports, sizes, milliseconds. */
  readonly amount: number;
}

/** Draws names. */
export function drawWords(random: Random, number: number): Words {
  const first = random.between(0, CODES.length - 1);
  const code = (step: number): string => CODES[(first + step) % CODES.length] ?? CODES[0];
  return {
    noun: random.pick(NOUNS),
    other: random.pick(NOUNS),
    verb: random.pick(VERBS),
    number,
    codes: [code(0), code(1), code(2)],
    amount: random.between(1, 9999),
  };
}

/** `panel` → `Panel` */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
