import { wholeText } from '../../catalog/byVendor.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { factsOf } from '../../catalog/text.ts';
import type { Code, Level, Localized, Vendor } from '../../catalog/types.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import type { RuleWords } from '../describe/others.ts';
import { addressOfCode, addressOfPage } from './address.ts';

/** Something that can be looked up, as a list shows it. */
export interface LookUpRow {
  readonly page: string;
  /** The code, the name of the directive, the id of the rule. */
  readonly label: string;
  readonly vendor?: Vendor;
  /** What it is, for people: `ThinQ code`, `NUGU directive`. */
  readonly category: string;
  /** What it means, in a few words of the language that is shown. */
  readonly gloss: string;
  /** All that it may be looked for by, in both languages and in small letters. */
  readonly words: string;
}

/**
 * Everything that there is a page of: codes first, then capabilities and directives, then rules.
 *
 * @param uri of a file, in whose project a team's own codes are ones
 */
export function lookUpRows(
  catalog: Catalog,
  rules: readonly RuleWords[],
  language: DocsLanguage,
  uri?: string,
): readonly LookUpRow[] {
  return [
    ...catalog.codes.map((code) => codeRow(code, catalog, language, uri)),
    ...nameRows(catalog, language),
    ...rules.map((rule) => ruleRow(rule, language)),
  ];
}

const CATEGORIES: Readonly<Record<Level | 'team' | 'capability' | 'directive' | 'rule', Localized>> = {
  api: { en: 'ThinQ code', ko: 'ThinQ 코드' },
  'device-level': { en: 'NUGU code of a device', ko: 'NUGU 기기 오류 코드' },
  'global-level': { en: 'NUGU code of a whole request', ko: 'NUGU 요청 전체 오류 코드' },
  success: { en: 'NUGU result', ko: 'NUGU 결과' },
  team: { en: 'code of your team', ko: '팀 자체 코드' },
  capability: { en: 'NUGU capability', ko: 'NUGU capability' },
  directive: { en: 'NUGU directive', ko: 'NUGU 디렉티브' },
  rule: { en: 'rule', ko: '규칙' },
};

function codeRow(code: Code, catalog: Catalog, language: DocsLanguage, uri: string | undefined): LookUpRow {
  const texts = factsOf(code).flatMap(([, { text }]) => text ?? []);
  const text = catalog.textOf(code);
  const meaning = oneOf(code.description, language);
  const category = CATEGORIES[code.layer === 'team' ? 'team' : code.level];
  return {
    page: addressOfCode(code, uri),
    label: code.code,
    vendor: code.vendor,
    category: oneOf(category, language),
    gloss: text === code.code ? meaning : `${text} – ${meaning}`,
    words: words([
      code.code,
      code.sdkName ?? '',
      ...texts,
      ...bothOf(code.description),
      ...bothOf(code.advice),
      ...bothOf(category),
    ]),
  };
}

function nameRows({ data }: Catalog, language: DocsLanguage): readonly LookUpRow[] {
  const row = (name: string, kind: 'capability' | 'directive', gloss: string): LookUpRow => ({
    page: addressOfPage({ kind: 'name', name }),
    label: name,
    vendor: 'nugu',
    category: oneOf(CATEGORIES[kind], language),
    gloss,
    words: words([name, gloss, ...bothOf(CATEGORIES[kind])]),
  });
  return [
    ...data.capabilities.map(({ name, directives }) => row(name, 'capability', directives.join(', '))),
    ...data.directives.map(({ name, capability }) => row(name, 'directive', capability)),
  ];
}

function ruleRow(rule: RuleWords, language: DocsLanguage): LookUpRow {
  const { id, docs } = rule;
  return {
    page: addressOfPage({ kind: 'rule', rule }),
    label: id,
    category: oneOf(CATEGORIES.rule, language),
    gloss: oneOf(docs.title, language),
    words: words([id, ...bothOf(docs.title), ...bothOf(wholeText(docs.why)), ...bothOf(CATEGORIES.rule)]),
  };
}

function bothOf({ en, ko }: Localized): readonly string[] {
  return [en, ko];
}

/** Two words in one count as two as well: `turned off` finds `DeviceTurnedOff`. */
function words(texts: readonly string[]): string {
  const apart = texts.map((text) => text.replace(/([a-z\d])([A-Z])/g, '$1 $2'));
  return [...new Set([...texts, ...apart])].join(' ').toLowerCase();
}
