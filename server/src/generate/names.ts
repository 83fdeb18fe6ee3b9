import { ADVICE } from '../catalog/advice.ts';
import type { RetryClass } from '../catalog/types.ts';

/** The languages that codes are written in, by the names that people choose them with, and as they are written. */
export const TARGET_TITLES = {
  typescript: 'TypeScript',
  python: 'Python',
  java: 'Java',
  kotlin: 'Kotlin',
  go: 'Go',
  csharp: 'C#',
  swift: 'Swift',
  dart: 'Dart',
  php: 'PHP',
  ruby: 'Ruby',
  rust: 'Rust',
} as const;
export type TargetName = keyof typeof TARGET_TITLES;
export const TARGET_NAMES = Object.keys(TARGET_TITLES) as readonly TargetName[];

/** What is to be done about codes, as one chooses by it. */
export const CLASS_NAMES = Object.keys(ADVICE) as readonly RetryClass[];
