import type { TreeDescription } from '../../server/src/languages/tree/description.ts';

/**
 * A scenario that every language should be able to say: a heading of a page in `test/fixtures/model/`, as descriptions
 * of languages name it.
 *
 * @param path of the page @returns `sites/a-map-with-a-spread-is-open`
 */
export function scenarioId(path: string, heading: string): string {
  const page = path.replace(/^.*\//, '').replace(/\.md$/, '');
  const words = heading.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${page}/${words.join('-')}`;
}

/** Whether a language has no form for a scenario: it says so of this one, or of the whole page. */
export function hasNoForm({ noFormFor = [] }: Pick<TreeDescription, 'noFormFor'>, scenario: string): boolean {
  return noFormFor.includes(scenario) || noFormFor.includes(scenario.replace(/\/.*$/, ''));
}
