import { ADVICE, groupByAdvice } from '../../catalog/advice.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Localized, Vendor } from '../../catalog/types.ts';
import { glossOf } from '../completion/detail.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import type { Row } from '../rows.ts';
import { addressOfPage } from './address.ts';

const VENDORS: Readonly<Record<Vendor, Localized>> = {
  thinq: { en: 'LG ThinQ Connect', ko: 'LG ThinQ Connect' },
  nugu: { en: 'NUGU smart home', ko: 'NUGU 스마트홈' },
};

const BY_DIRECTIVE: Localized = { en: 'By directive', ko: '디렉티브별' };

/** What lies below a row, as it is counted for those who hear it. */
const COUNTED = {
  code: { one: 'code', many: 'codes', ko: '코드' },
  directive: { one: 'directive', many: 'directives', ko: '디렉티브' },
  capability: { one: 'capability', many: 'capabilities', ko: 'Capability' },
} as const;
type Counted = keyof typeof COUNTED;

/** The whole catalog as a tree: by vendor, then by what to do; of NUGU by capability and directive as well. */
export function catalogRows(catalog: Catalog, language: DocsLanguage): readonly Row[] {
  return (['thinq', 'nugu'] as const).map((vendor) => {
    const codes = catalog.codes.filter((code) => code.vendor === vendor);
    const classes = groupByAdvice(codes).map(([retry, ofClass]) =>
      parent(
        `${vendor}/${retry}`,
        'advice',
        oneOf(ADVICE[retry], language),
        'code',
        language,
      )(codeRows(ofClass, catalog, language)),
    );
    const directives = vendor === 'nugu' ? [directiveRows(codes, catalog, language)] : [];
    const label = oneOf(VENDORS[vendor], language);
    return parent(vendor, 'vendor', label, 'code', language)([...classes, ...directives], codes.length);
  });
}

/** A row that says how many there are of what is counted: of what lies right below it, if nothing else is said. */
function parent(id: string, kind: Row['kind'], label: string, counted: Counted, language: DocsLanguage) {
  return (rows: readonly Row[], count = rows.length): Row => {
    const { one, many, ko } = COUNTED[counted];
    const number = oneOf({ en: `${count} ${count === 1 ? one : many}`, ko: `${ko} ${count}개` }, language);
    return { id, kind, label, description: String(count), spoken: `${label}, ${number}`, rows };
  };
}

function codeRows(codes: readonly Code[], of: Catalog, shown: DocsLanguage, within = ''): readonly Row[] {
  return codes.map((code) => {
    const text = of.textOf(code);
    const gloss = [...(text === code.code ? [] : [text]), glossOf(code, shown)].join(' – ');
    const id = `${within}${code.vendor}/${code.code}`;
    const opens = { page: addressOfPage({ kind: 'code', code }) };
    return { id, kind: 'code', label: code.code, description: gloss, spoken: `${code.code}: ${gloss}`, opens };
  });
}

function directiveRows(codes: readonly Code[], of: Catalog, shown: DocsLanguage): Row {
  const capabilities = of.data.capabilities.map(({ name, directives }) => {
    const rows = directives.map((own): Row => {
      const full = `${name}.${own}`;
      const ending = codes.filter((code) => of.directivesOf(code).includes(full));
      const page = addressOfPage({ kind: 'name', name: own });
      const row = parent(full, 'directive', own, 'code', shown)(codeRows(ending, of, shown, `${full}/`));
      return { ...row, opens: { page } };
    });
    const row = parent(name, 'capability', name, 'directive', shown)(rows);
    return { ...row, opens: { page: addressOfPage({ kind: 'name', name }) } };
  });
  return parent('nugu/directives', 'directive', oneOf(BY_DIRECTIVE, shown), 'capability', shown)(capabilities);
}
