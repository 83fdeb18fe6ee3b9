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

/** The whole catalog as a tree: by vendor, then by what to do; of NUGU by capability and directive as well. */
export function catalogRows(catalog: Catalog, language: DocsLanguage): readonly Row[] {
  return (['thinq', 'nugu'] as const).map((vendor) => {
    const codes = catalog.codes.filter((code) => code.vendor === vendor);
    const classes = groupByAdvice(codes).map(([retry, ofClass]) =>
      parent(`${vendor}/${retry}`, 'advice', oneOf(ADVICE[retry], language), codeRows(ofClass, catalog, language)),
    );
    const directives = vendor === 'nugu' ? [directiveRows(codes, catalog, language)] : [];
    return parent(vendor, 'vendor', oneOf(VENDORS[vendor], language), [...classes, ...directives]);
  });
}

/** A row with others below it, which says how many these are. */
function parent(id: string, kind: Row['kind'], label: string, rows: readonly Row[]): Row {
  return { id, kind, label, description: String(rows.length), spoken: `${label}, ${rows.length}`, rows };
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
      return { ...parent(full, 'directive', own, codeRows(ending, of, shown, `${full}/`)), opens: { page } };
    });
    return { ...parent(name, 'capability', name, rows), opens: { page: addressOfPage({ kind: 'name', name }) } };
  });
  return parent('nugu/directives', 'directive', oneOf(BY_DIRECTIVE, shown), capabilities);
}
