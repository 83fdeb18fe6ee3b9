import { anyOf, column } from './expressions.ts';

/** How programs note that something is to be done, and what they write where something must stand until then. */
interface Placeholders {
  readonly language: string;
  /** Calls and statements that say so by themselves. */
  readonly notes?: readonly RegExp[];
  /** What does nothing, or is nothing. */
  readonly idle?: readonly (string | RegExp)[];
}

const PLACEHOLDERS: readonly Placeholders[] = [
  { language: 'most', idle: ['break', 'null', 'false', '0', '500', /""|''|``/] },
  { language: 'C#', idle: ['default', /string\.Empty/] },
  { language: 'Go', idle: ['nil'] },
  { language: 'JavaScript', idle: ['undefined'] },
  { language: 'Kotlin', notes: [/TODO\([^()]*\)/], idle: ['Unit'] },
  { language: 'Python', idle: ['pass', 'None', 'False', /\.\.\./] },
  { language: 'Ruby', idle: ['nil'] },
  { language: 'Rust', notes: [/todo!\([^()]*\)/], idle: [/\(\)/, /String::new\(\)/] },
  { language: 'Swift', idle: ['nil', /\(\)/] },
];

const NOTE = /\b(?:TODO|FIXME)\b|todo!/;
const notes = column(PLACEHOLDERS, ({ notes: found }) => found);
const idle = new RegExp(
  `^[\\s{}();,:]*(?:${anyOf([...column(PLACEHOLDERS, ({ idle: found }) => found), ...notes])})?[\\s{};,]*$`,
);

/** Whether a comment or a statement notes that something is to be done. */
export function notesToDo(text: string): boolean {
  return NOTE.test(text);
}

/** Whether source text without its comments does nothing, or is a value that says nothing. */
export function isIdle(text: string): boolean {
  return idle.test(text);
}
