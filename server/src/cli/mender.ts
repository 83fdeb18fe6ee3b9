import { pathToFileURL } from 'node:url';
import { shown } from '../node/inputs.ts';
import { realOf } from '../node/paths.ts';
import { type Allowed, diffBaseOf, Refusal, replaceFile, targetOf } from '../node/write.ts';
import { type Decoded, encode } from '../scan/decode.ts';
import type { Document, LanguageService } from '../service/api.ts';
import { applySafeFixes } from '../service/safeFixes.ts';
import type { Settings } from '../settings.ts';
import { unifiedDiff } from './diff.ts';
import type { CheckOptions } from './options.ts';

/** Fixes files, or shows how it would, and knows what came of it. */
export interface Mender {
  /** @param path absolute @param source the file as it was read @returns the text that the file now has */
  mend(path: string, source: Decoded, service: LanguageService, settings: Settings): Promise<string>;
  /** What fixing would change, as diffs. */
  readonly diffs: readonly string[];
  /** Whether a file with something to fix was left as it is. */
  readonly hasFailed: boolean;
  /** What was done and what was not, in sentences. */
  summary(): readonly string[];
}

/** Files of a kind that the summary names; more are counted. */
const MOST_NAMED_FILES = 20;

/**
 * @param root absolute path of the folder that names are relative to
 * @param allowed where files may be written
 */
export function createMender(root: string, allowed: Allowed, how: CheckOptions['fix']): Mender {
  const diffs: string[] = [];
  const mended: string[] = [];
  const refused: string[] = [];
  /** Where the files really lie: two names may lead to one. */
  const seen = new Set<string>();
  const base = diffBaseOf(root);
  let applied = 0;

  const write = (path: string, source: Decoded, text: string): boolean => {
    const target = targetOf(path, allowed);
    if (seen.has(target)) return false;
    replaceFile(target, encode(text, source), encode(source.text, source));
    seen.add(target);
    mended.push(shown(root, path));
    return true;
  };
  const show = (path: string, { text: former, hasMark, encoding }: Decoded, text: string): boolean => {
    if (encoding !== 'utf-8') throw new Refusal('it is in UTF-16, and a diff is in UTF-8; use --fix.');
    const target = realOf(path) ?? path;
    const name = shown(base, target);
    if (name.startsWith('../')) throw new Refusal(`it is outside ${base}, where the diff is to be applied.`);
    if (seen.has(target)) return false;
    seen.add(target);
    const mark = hasMark ? '\uFEFF' : '';
    diffs.push(unifiedDiff(name, mark + former, mark + text));
    return true;
  };
  return {
    diffs,
    get hasFailed() {
      return refused.length > 0;
    },
    async mend(path, source, service, settings) {
      if (how === 'no') return source.text;
      const document: Document = { uri: pathToFileURL(path).href, version: 1, text: source.text };
      const fixed = await applySafeFixes(document, service, settings);
      if (fixed.text === source.text) return source.text;
      try {
        if ((how === 'show' ? show : write)(path, source, fixed.text)) applied += fixed.applied;
        return how === 'show' ? source.text : fixed.text;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(`${shown(root, path)} was not fixed: ${error.message}`);
        return source.text;
      }
    },
    summary() {
      const done = how === 'write' ? 'applied' : 'would be applied';
      const lines = applied > 0 ? [`${applied} fix${applied === 1 ? '' : 'es'} ${done}.`] : [];
      if (refused.length === 0) return lines;
      if (mended.length > 0) lines.push(`Fixed: ${mended.slice(0, MOST_NAMED_FILES).join(', ')}${moreThan(mended)}.`);
      lines.push(...refused.slice(0, MOST_NAMED_FILES));
      if (refused.length > MOST_NAMED_FILES) lines.push(`${refused.length - MOST_NAMED_FILES} more were not fixed.`);
      return lines;
    },
  };
}

/** ` and 3 more`, where there are more than are named. */
function moreThan({ length }: readonly string[]): string {
  return length > MOST_NAMED_FILES ? ` and ${length - MOST_NAMED_FILES} more` : '';
}
