import { type DocsLanguage, oneOf } from './describe/language.ts';
import type { Row } from './rows.ts';

/** What lies below a row, as it is counted for those who hear it. */
const COUNTED = {
  code: { one: 'code', many: 'codes', ko: '코드' },
  directive: { one: 'directive', many: 'directives', ko: '디렉티브' },
  capability: { one: 'capability', many: 'capabilities', ko: 'Capability' },
} as const;

/** A row with others below it. */
export interface Group extends Pick<Row, 'id' | 'kind' | 'label'> {
  readonly rows: readonly Row[];
  readonly counted: keyof typeof COUNTED;
  /** How many there are of what is counted, where these are not the rows right below. */
  readonly count?: number;
}

/** A row that says how many there are of what lies below it: as a number for the eye, with its noun for the ear. */
export function groupRow({ counted, count: given, ...row }: Group, language: DocsLanguage): Row {
  const count = given ?? row.rows.length;
  const { one, many, ko } = COUNTED[counted];
  const number = oneOf({ en: `${count} ${count === 1 ? one : many}`, ko: `${ko} ${count}개` }, language);
  return { ...row, description: String(count), spoken: `${row.label}, ${number}` };
}
