import type { Localized, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { Confidence } from '../evidence/confidence.ts';
import { type FileClaim, type FileReason, fileClaim } from '../evidence/file.ts';

/** Whom a file is about, how sure that is, and why. */
export interface About extends FileClaim {
  readonly vendor: Vendor;
}

/**
 * Why nothing is reported in a file:
 *
 * - `excluded`: the project file leaves it out
 * - `explained`: its kind is explained where somebody points, and never reported: logs and documents
 * - `no words`: its text has nothing to do with codes
 * - `nobody`: nothing says whose codes these are, or comments alone do
 */
export type SilentReason = 'excluded' | 'explained' | 'no words' | 'nobody';

/** What is known of a file as a whole. */
export type Standing =
  | { readonly state: 'checked'; readonly about: readonly About[] }
  | { readonly state: 'silent'; readonly why: SilentReason; readonly about: readonly About[] };

/** Says whom a file is about, as far as anything can be reported for it. */
export function standingOf(analysis: Analysis): Standing {
  const about = (['thinq', 'nugu'] as const).flatMap((vendor): About[] => {
    const claim = fileClaim(vendor, analysis);
    return claim ? [{ vendor, ...claim }] : [];
  });
  return about.some(({ confidence }) => confidence !== 'weak')
    ? { state: 'checked', about }
    : { state: 'silent', why: 'nobody', about };
}

const VENDORS = { thinq: 'ThinQ', nugu: 'NUGU' } as const;

/** Whom a file is about, in a few words: `ThinQ · NUGU (likely)`. */
export function aboutInShort(about: readonly About[]): Localized {
  const shown = (language: keyof Localized): string =>
    about
      .map(({ vendor, confidence }) =>
        confidence === 'certain' ? VENDORS[vendor] : `${VENDORS[vendor]} (${SURE[confidence][language]})`,
      )
      .join(' · ');
  return { en: shown('en'), ko: shown('ko') };
}

/** Why, in a sentence for each reason. */
export function aboutInSentences(about: readonly About[]): Localized {
  const reasons = [...new Set(about.map(({ reason }) => reason))];
  const said = (language: keyof Localized): string =>
    reasons
      .map((reason) => {
        const vendors = about.filter((one) => one.reason === reason).map(({ vendor }) => VENDORS[vendor]);
        return REASONS[reason](vendors.join(AND[language]))[language];
      })
      .join(' ');
  return { en: said('en'), ko: said('ko') };
}

/** What stands between two vendors; `ThinQ` ends in a vowel, as it is spoken. */
const AND: Localized = { en: ' and ', ko: '와 ' };

const SURE: Readonly<Record<Exclude<Confidence, 'certain'>, Localized>> = {
  likely: { en: 'likely', ko: '추정' },
  weak: { en: 'unsure', ko: '불확실' },
};

const REASONS: Readonly<Record<FileReason, (vendor: string) => Localized>> = {
  declared: (vendor) => ({
    en: `The project file says ${vendor}.`,
    ko: `프로젝트 파일에 ${vendor}로 적혀 있습니다.`,
  }),
  imported: (vendor) => ({
    en: `It uses a file that is about ${vendor}.`,
    ko: `${vendor} 코드를 다루는 다른 파일을 사용합니다.`,
  }),
  named: (vendor) => ({
    en: `Its code names something of ${vendor}'s.`,
    ko: `이 파일의 코드에 ${vendor} 관련 이름이 있습니다.`,
  }),
  served: (vendor) => ({ en: `It serves paths of ${vendor}'s.`, ko: `${vendor}가 호출하는 경로를 처리합니다.` }),
  implied: (vendor) => ({
    en: `A dependency or the project file suggests ${vendor}.`,
    ko: `의존성이나 프로젝트 파일을 보면 ${vendor} 코드로 보입니다.`,
  }),
  comment: (vendor) => ({ en: `Only its comments name ${vendor}.`, ko: `주석에만 ${vendor} 이름이 있습니다.` }),
};

/** Why nothing is reported, in a sentence. */
export const SILENT: Readonly<Record<SilentReason, Localized>> = {
  excluded: { en: 'The project file leaves this file out.', ko: '프로젝트 파일에서 이 파일을 제외했습니다.' },
  explained: {
    en: 'Codes in such a file are explained in hovers, not checked.',
    ko: '이런 파일의 코드는 검사하지 않고 설명만 보여 줍니다.',
  },
  'no words': { en: 'Its text names no code and neither vendor.', ko: '코드나 ThinQ, NUGU 이름이 없습니다.' },
  nobody: {
    en: 'Nothing in it says that its codes are ThinQ’s or NUGU’s.',
    ko: '이 파일의 코드가 ThinQ나 NUGU 코드라는 근거가 없습니다.',
  },
};
