import type { Catalog } from '../../catalog/catalog.ts';
import type { Localized } from '../../catalog/types.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Settings } from '../../settings.ts';
import type { Report } from '../report.ts';

/** How a report is to be written. */
export interface ReporterOptions {
  /** Whether the output takes ANSI styles. */
  readonly styled: boolean;
  readonly catalog: Catalog;
  readonly docsLanguage: Settings['docsLanguage'];
  /** Every rule that could have reported something. */
  readonly rules: readonly Rule[];
  /** The product's. */
  readonly version: string;
  /** Columns that lines for people are broken to. */
  readonly columns: number;
  /** What leads from the repository's root to the folder that the report's paths start from: `packages/app/`, or nothing. */
  readonly fromRepository: string;
  /** Absolute path of the folder that the report's paths start from; empty where they are not to be found again. */
  readonly root: string;
}

/**
 * Writes a report as text, in pieces of any length: a report may be longer than any text can be. There is no line break
 * at its end, and no piece where there is nothing to say.
 */
export type Reporter = (report: Report, options: ReporterOptions) => Iterable<string>;

/**
 * A path of the report as it is called in the repository, for services that know no other folder.
 *
 * @param path may lead out of the report's folder: `../lib/a.ts`
 */
export function inRepository(path: string, { fromRepository }: Pick<ReporterOptions, 'fromRepository'>): string {
  const steps = fromRepository.split('/').slice(0, -1);
  let rest = path;
  for (; rest.startsWith('../') && steps.length > 0; rest = rest.slice('../'.length)) steps.pop();
  return [...steps, rest].join('/');
}

/** The product, as reports name it. */
export const TOOL = 'thinq-nugu';

/** A text in the language of the report; for `both`, English with Korean on a line of its own. */
export function inWords(text: Localized, language: Settings['docsLanguage']): string {
  return language === 'both' ? `${text.en}\n${text.ko}` : text[language];
}

/** A label, which is shown in one language only. */
export function label(text: Localized, language: Settings['docsLanguage']): string {
  return language === 'ko' ? text.ko : text.en;
}
