import { pathToFileURL } from 'node:url';
import type { Localized } from '../catalog/types.ts';
import { Refusal } from '../node/failure.ts';
import { shown } from '../node/inputs.ts';
import { realOf } from '../node/paths.ts';
import { type Allowed, diffBaseOf, replaceFile, targetOf } from '../node/write.ts';
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
  summary(): readonly Localized[];
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
  const refused: Localized[] = [];
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
    if (encoding !== 'utf-8')
      throw new Refusal({
        en: 'it is in UTF-16, and a diff is in UTF-8; use --fix.',
        ko: 'UTF-16 파일이고 diff는 UTF-8입니다. --fix를 쓰세요.',
      });
    const target = realOf(path) ?? path;
    const name = shown(base, target);
    if (name.startsWith('../'))
      throw new Refusal({
        en: `it is outside ${base}, where the diff is to be applied.`,
        ko: `diff를 적용할 ${base} 밖에 있습니다.`,
      });
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
        const name = shown(root, path);
        refused.push({
          en: `${name} was not fixed: ${error.text.en}`,
          ko: `${name}: 수정하지 않았습니다. ${error.text.ko}`,
        });
        return source.text;
      }
    },
    summary() {
      const isDone = how === 'write';
      const lines: Localized[] = [];
      if (applied > 0)
        lines.push({
          en: `${applied} ${applied === 1 ? 'fix' : 'fixes'} ${isDone ? 'applied' : 'would be applied'}.`,
          ko: isDone ? `${applied}건을 수정했습니다.` : `${applied}건을 수정할 수 있습니다.`,
        });
      if (refused.length === 0) return lines;
      if (mended.length > 0) lines.push(fixedOnly(mended));
      lines.push(...refused.slice(0, MOST_NAMED_FILES));
      const more = refused.length - MOST_NAMED_FILES;
      if (more > 0) lines.push({ en: `${more} more were not fixed.`, ko: `그 밖에 ${more}개를 수정하지 않았습니다.` });
      return lines;
    },
  };
}

/** What was fixed, where not everything was. */
function fixedOnly(mended: readonly string[]): Localized {
  const named = mended.slice(0, MOST_NAMED_FILES).join(', ');
  const more = mended.length - MOST_NAMED_FILES;
  return {
    en: `Fixed: ${named}${more > 0 ? ` and ${more} more` : ''}.`,
    ko: `수정한 파일: ${named}${more > 0 ? ` 외 ${more}개` : ''}.`,
  };
}
