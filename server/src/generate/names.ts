import { ADVICE } from '../catalog/advice.ts';
import type { RetryClass } from '../catalog/types.ts';

/** The languages that codes are written in, by the names that people choose them with: the command line needs no more to begin. */
export const TARGET_NAMES = [
  'typescript',
  'python',
  'java',
  'kotlin',
  'go',
  'csharp',
  'swift',
  'dart',
  'php',
  'ruby',
  'rust',
] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** What is to be done about codes, as one chooses by it. */
export const CLASS_NAMES = Object.keys(ADVICE) as readonly RetryClass[];
