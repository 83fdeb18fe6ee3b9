import type { StatusUse } from '../../model/model.ts';
import type { MentionTable } from './mentions.ts';
import type { Source } from './source.ts';

/** Reads the HTTP statuses that stand beside a body or a code: in one call, one chain of calls, or the statement before. */
export function collectStatuses(
  _source: Source,
  _mentions: MentionTable,
  _objectIndex: ReadonlyMap<number, number>,
): readonly StatusUse[] {
  return [];
}
