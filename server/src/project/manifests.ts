import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Vendor } from '../catalog/types.ts';
import { NO_PROJECT, type ProjectFacts } from '../evidence/project.ts';
import { readRules } from '../settings.ts';

/** The official SDK, and ports of it that keep its name. */
const SDK = /(?<![\w-])(?:py)?thinq[-_]?connect(?![\w])/i;

/** Whether a manifest's text asks for the ThinQ Connect SDK. */
export function asksForSdk(text: string): boolean {
  return SDK.test(text);
}

/**
 * Reads a project file. One that is broken says nothing.
 *
 * @returns what it says, and what is wrong with it in words for its author
 */
export function readProjectFile(text: string): { readonly facts: ProjectFacts; readonly problem?: string } {
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) return { facts: NO_PROJECT, problem: `${printParseErrorCode(first.error)} at offset ${first.offset}` };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { facts: NO_PROJECT, problem: 'not an object' };
  const { vendors, rules } = raw as { vendors?: unknown; rules?: unknown };
  if (vendors !== undefined && !Array.isArray(vendors))
    return { facts: NO_PROJECT, problem: '"vendors" is not a list' };
  const declared = (vendors ?? []).filter((one): one is Vendor => one === 'thinq' || one === 'nugu');
  return {
    facts: { declared, implied: vendors === undefined ? ['thinq', 'nugu'] : [], rules: readRules(rules) },
  };
}
