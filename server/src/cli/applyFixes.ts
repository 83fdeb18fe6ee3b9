import { applyEdits, type Edit } from '../fixes/fix.ts';
import type { CodeAction, Document, LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';

/** One fix can make room for another; more rounds than this are a fix that runs after itself. */
const MOST_ROUNDS = 10;
const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/**
 * Applies every fix that is safe, one for each finding, until there is none left.
 *
 * @returns the text after it, and how many were applied. A round after which the text would parse worse than before is
 * not applied.
 */
export async function applySafeFixes(
  document: Document,
  service: LanguageService,
  settings: Settings,
): Promise<{ readonly text: string; readonly applied: number }> {
  let current = document;
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = choose(await service.actions(current, EVERYTHING, settings));
    if (chosen.length === 0) break;
    const text = applyEdits(
      current.text,
      chosen.flatMap(({ edits }) => edits),
    );
    if (text === current.text) break;
    const next = { ...current, version: current.version + 1, text };
    const [before, after] = [await service.model(current), await service.model(next)];
    if (!after || (after.hadErrors && !before?.hadErrors)) break;
    current = next;
    applied += chosen.length;
  }
  return { text: current.text, applied };
}

/** The fixes of a round: the best one of each finding, and none that touches what another changes. */
function choose(actions: readonly CodeAction[]): readonly CodeAction[] {
  const byFinding = new Map<string, CodeAction>();
  for (const action of actions) {
    if (!action.safe || action.silences) continue;
    const { rule, span } = action.diagnostic;
    const key = `${rule} ${span.start} ${span.end}`;
    const other = byFinding.get(key);
    if (!other || (action.preferred && !other.preferred)) byFinding.set(key, action);
  }
  const taken: Edit[] = [];
  const chosen: CodeAction[] = [];
  for (const action of byFinding.values()) {
    const clashes = action.edits.some(({ span }) =>
      taken.some((other) => span.start <= other.span.end && other.span.start <= span.end),
    );
    if (clashes) continue;
    taken.push(...action.edits);
    chosen.push(action);
  }
  return chosen;
}
