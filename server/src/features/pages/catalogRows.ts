import { ADVICE, groupByAdvice } from '../../catalog/advice.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Localized, Vendor } from '../../catalog/types.ts';
import { glossOf } from '../completion/detail.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import { groupRow } from '../groupRow.ts';
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
    const classes = groupByAdvice(codes).map(([retry, ofClass]) => {
      const label = oneOf(ADVICE[retry], language);
      const rows = codeRows(ofClass, catalog, language);
      return groupRow({ id: `${vendor}/${retry}`, kind: 'advice', label, counted: 'code', rows }, language);
    });
    const directives = vendor === 'nugu' ? [directiveRows(codes, catalog, language)] : [];
    const label = oneOf(VENDORS[vendor], language);
    const rows = [...classes, ...directives];
    return groupRow({ id: vendor, kind: 'vendor', label, counted: 'code', rows, count: codes.length }, language);
  });
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
      const below = codeRows(ending, of, shown, `${full}/`);
      const row = groupRow({ id: full, kind: 'directive', label: own, counted: 'code', rows: below }, shown);
      return { ...row, opens: { page } };
    });
    const row = groupRow({ id: name, kind: 'capability', label: name, counted: 'directive', rows }, shown);
    return { ...row, opens: { page: addressOfPage({ kind: 'name', name }) } };
  });
  const label = oneOf(BY_DIRECTIVE, shown);
  return groupRow(
    { id: 'nugu/directives', kind: 'directive', label, counted: 'capability', rows: capabilities },
    shown,
  );
}
