import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Localized, Vendor } from '../../catalog/types.ts';
import type { Settings } from '../../settings.ts';
import {
  type Coverage,
  type Group,
  percentByName,
  percentOf,
  type State,
  tallyOf,
  type VendorCoverage,
} from '../coverage.ts';

/** How coverage is to be written. */
export interface FormatOptions {
  /** Whether the output takes ANSI styles. */
  readonly styled: boolean;
  readonly catalog: Catalog;
  readonly docsLanguage: Settings['docsLanguage'];
  /** Columns that lines for people are broken to. */
  readonly columns: number;
  /** The product's. */
  readonly version: string;
  /** What the folder that was asked about is called. */
  readonly project: string;
  /** The address that leads to a line of a file, counted from 0; absent where a reader may not have the files. */
  readonly hrefOf?: (path: string, line: number) => string | undefined;
}

/** Writes coverage as text without a line break at its end. */
export type Format = (coverage: Coverage, options: FormatOptions) => string;

export const VENDORS: { readonly [vendor in Vendor]: Localized } = {
  thinq: { en: 'LG ThinQ Connect', ko: 'LG ThinQ Connect' },
  nugu: { en: 'NUGU smart home', ko: 'NUGU 스마트홈' },
};

export const STATE_NAMES: { readonly [state in State]: Localized } = {
  handled: { en: 'handled', ko: '처리' },
  reported: { en: 'reported', ko: '응답에 사용' },
  caught: { en: 'in a fallback', ko: '기본 처리' },
  todo: { en: 'to do', ko: 'TODO' },
  mentioned: { en: 'only mentioned', ko: '언급만' },
  absent: { en: 'not used', ko: '없음' },
};

/** What a state means, in a sentence. */
export const STATE_MEANINGS: { readonly [state in State]: Localized } = {
  handled: {
    en: 'A comparison, an arm or a map decides on it.',
    ko: '비교, 분기, 맵에서 이 코드에 따라 동작이 달라집니다.',
  },
  reported: { en: 'The program sends or throws it.', ko: '프로그램이 이 코드를 보내거나 던집니다.' },
  caught: {
    en: 'Nothing decides on it by name, but it ends in the fallback of a place that decides on codes.',
    ko: '이 코드를 따로 구분하지는 않지만, 코드에 따라 분기하는 곳의 기본 처리가 적용됩니다.',
  },
  todo: {
    en: 'An arm or an entry names it, but holds nothing but a TODO.',
    ko: '분기나 항목에 이름은 있지만 TODO만 있습니다.',
  },
  mentioned: {
    en: 'It is named, as a constant, in a list or in data, but nothing is seen to depend on it.',
    ko: '상수, 목록, 데이터에 이름만 있고 그에 따른 동작은 보이지 않습니다.',
  },
  absent: { en: 'No file names it.', ko: '어느 파일에도 없습니다.' },
};

/** A mark for each state, so that no reader depends on colours. */
export const STATE_MARKS: { readonly [state in State]: string } = {
  handled: '●',
  reported: '◆',
  caught: '▪',
  todo: '◇',
  mentioned: '○',
  absent: '·',
};

/** What counts as covered, for the vendor. */
export const COVERED: { readonly [vendor in Vendor]: Localized } = {
  thinq: { en: 'handled or in a fallback', ko: '처리(기본 처리 포함)' },
  nugu: { en: 'reported, handled or in a fallback', ko: '응답에 사용하거나 처리(기본 처리 포함)' },
};

/** How much is covered, in per cent, and how much of it by name: `100% handled, 5% by name`. */
export function shareInWords({ vendor, codes }: VendorCoverage, language: Settings['docsLanguage']): string {
  const tally = tallyOf(codes);
  const share = `${percentOf(tally)}% ${word(COVERED[vendor], language)}`;
  const named = percentByName(tally);
  return `${share}, ${word({ en: `${named}% by name`, ko: `코드별 ${named}%` }, language)}`;
}

export const WORDS = {
  title: { en: 'Coverage of error codes', ko: '오류 코드 커버리지' },
  classes: { en: 'By action', ko: '조치별' },
  ranges: { en: 'By range', ko: '범위별' },
  directives: { en: 'By directive', ko: '디렉티브별' },
  folders: { en: 'By folder', ko: '폴더별' },
  undocumented: { en: 'Used, but not documented', ko: '문서에 없지만 사용한 코드' },
  ours: {
    en: 'What to do about a code is our own judgement, not the vendor’s.',
    ko: '조치 분류는 제조사 문서에 없는 자체 판단입니다.',
  },
  nothing: { en: 'No file uses a code.', ko: '코드를 사용하는 파일이 없습니다.' },
} satisfies Record<string, Localized>;

/** A label, which is shown in one language only. */
export function word(text: Localized, language: Settings['docsLanguage']): string {
  return language === 'ko' ? text.ko : text.en;
}

/** The groups by which a vendor's own documents sort its codes. */
export function documentGroups({ vendor, ranges, directives }: VendorCoverage): {
  readonly title: Localized;
  readonly groups: readonly Group[];
} {
  return vendor === 'thinq' ? { title: WORDS.ranges, groups: ranges } : { title: WORDS.directives, groups: directives };
}

/** The capability of a directive: `PowerControl` of `PowerControl.TurnOn`. */
export function capabilityOf(directive: string): string {
  return directive.split('.')[0] ?? directive;
}

/** A group as people call it: a range has a number, too. */
export function groupName({ id, title }: Group, { docsLanguage }: FormatOptions): string {
  const name = word(title, docsLanguage);
  return /^\d/.test(id) ? `${id} ${name}` : name;
}

/** What places that decide on codes do with those that they do not name; nothing where there are none. */
export function dispatchesInWords(
  { dispatches }: VendorCoverage,
  language: Settings['docsLanguage'],
): string | undefined {
  const { handled, dropped, unknown } = dispatches;
  const total = handled + dropped + unknown;
  if (total === 0) return undefined;
  return word(
    {
      en: `${total} ${total === 1 ? 'place decides' : 'places decide'} on codes: ${handled} with a fallback, ${dropped} without${unknown > 0 ? `, ${unknown} unclear` : ''}.`,
      ko: `코드에 따라 분기하는 곳 ${total}군데: 기본 처리 있음 ${handled}, 없음 ${dropped}${unknown > 0 ? `, 불분명 ${unknown}` : ''}.`,
    },
    language,
  );
}

/** A code with the text that its vendor gives it; NUGU's words say it themselves. */
export function codeTitle(code: Code, { catalog }: FormatOptions): string {
  const text = catalog.textOf(code);
  return text === code.code ? code.code : `${code.code} ${text}`;
}
