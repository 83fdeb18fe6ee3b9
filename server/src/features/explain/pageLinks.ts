import type { Code } from '../../catalog/types.ts';
import { glossOf } from '../completion/detail.ts';
import type { DocsLanguage } from '../describe/language.ts';
import { addressOfPage } from '../pages/address.ts';
import { topicsInText } from './inText.ts';
import { resolveQuery, type Sought } from './query.ts';

/** A place in a line that leads to the page of a code; UTF-16 offsets, half open. */
export interface PageLink {
  readonly start: number;
  readonly end: number;
  readonly page: string;
  /** The code, and what it means in a few words. */
  readonly title: string;
}

/** UTF-16 units of a line that are looked at. */
const LINE_LIMIT_UNITS = 2_000;

/**
 * Where a line of somebody's output, that nobody has asked about, names codes: the places of those that `explain` says it names.
 * A number with no word beside it, and a message that several codes share, lead nowhere.
 */
export function pageLinksIn(line: string, sought: Sought, language: DocsLanguage): readonly PageLink[] {
  const read = line.slice(0, LINE_LIMIT_UNITS);
  if (!/\p{L}/u.test(read)) return [];
  const found = topicsInText(read, sought.catalog).flatMap(({ topic, start, end }) =>
    topic.kind === 'code' ? [{ code: topic.code, start, end }] : [],
  );
  if (found.length === 0) return [];
  const sure = new Set(resolveQuery(read, sought).topics.flatMap((topic) => (topic.kind === 'code' ? topic.code : [])));
  const named = found.filter(({ code }) => sure.has(code));
  return named
    .filter((one) => named.every((other) => other === one || other.start !== one.start))
    .map(({ code, start, end }) => ({ start, end, ...linkTo(code, language) }));
}

function linkTo(code: Code, language: DocsLanguage): Pick<PageLink, 'page' | 'title'> {
  return { page: addressOfPage({ kind: 'code', code }), title: `${code.code}: ${glossOf(code, language)}` };
}
