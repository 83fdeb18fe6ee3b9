import { applyEdits, type Edit } from '../fixes/fix.ts';
import type { Settings } from '../settings.ts';
import type { CodeAction, Document, LanguageService } from './api.ts';

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
    const chosen = safeFixesAmong(await service.actions(current, EVERYTHING, settings));
    if (chosen.length === 0) break;
    const next = await after(chosen, current, service);
    if (!next) break;
    current = next;
    applied += chosen.length;
  }
  return { text: current.text, applied };
}

/**
 * The edits of one round of safe fixes: one for each finding, and none that touches what another changes.
 *
 * @param rule the only one whose findings are fixed, where not all are @returns none where the text would parse worse after them
 */
export async function safeEdits(
  document: Document,
  service: LanguageService,
  settings: Settings,
  rule?: string,
): Promise<readonly Edit[]> {
  const actions = await service.actions(document, EVERYTHING, settings);
  const chosen = safeFixesAmong(
    rule === undefined ? actions : actions.filter(({ diagnostic }) => diagnostic.rule === rule),
  );
  const next = chosen.length > 0 ? await after(chosen, document, service) : undefined;
  return next ? chosen.flatMap(({ edits }) => edits) : [];
}

/** A document after some fixes. @returns undefined where they change nothing, or it would parse worse than before */
async function after(
  chosen: readonly CodeAction[],
  document: Document,
  service: LanguageService,
): Promise<Document | undefined> {
  const text = applyEdits(
    document.text,
    chosen.flatMap(({ edits }) => edits),
  );
  if (text === document.text) return undefined;
  const before = await service.model(document);
  // No editor counts so: a text of its own, which is not taken for the one that somebody types meanwhile.
  const next = { ...document, version: document.version + 0.5, text };
  const model = await service.model(next);
  return !model || (model.hadErrors && !before?.hadErrors) ? undefined : next;
}

/** The safe fixes among some actions: the best one of each finding, and none that touches what another changes. */
export function safeFixesAmong(actions: readonly CodeAction[]): readonly CodeAction[] {
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
