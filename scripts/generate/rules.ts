import { joinCues } from '../../server/src/evidence/text/cues.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

/** What must be known of the rules before any of them is loaded, as JSON. */
export function renderRuleFacts(rules: readonly Rule[]): string {
  const { shared, ...words } = joinCues(rules.map(({ cues }) => cues));
  return JSON.stringify({ ids: rules.map(({ id }) => id), cues: { shared: [...shared], ...words } });
}
