/** Every reporter by the name that people choose it with, and for whom it writes: programs know no language. */
const AUDIENCES = {
  pretty: 'people',
  json: 'programs',
  sarif: 'programs',
  github: 'programs',
  gitlab: 'programs',
  junit: 'programs',
} as const satisfies { readonly [name: string]: 'people' | 'programs' };

export type ReporterName = keyof typeof AUDIENCES;
export const REPORTER_NAMES: readonly string[] = Object.keys(AUDIENCES);

/** Whether people read what a reporter writes as it is. */
export function isForPeople(name: string): boolean {
  return Object.hasOwn(AUDIENCES, name) && AUDIENCES[name as ReporterName] === 'people';
}
