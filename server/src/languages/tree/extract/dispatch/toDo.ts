import { isIdle, notesToDo } from '../../../../knowledge/toDos.ts';
import type { Span } from '../../../../model/model.ts';
import type { Source } from '../source.ts';
import type { Branch, Draft } from './draft.ts';

/** Which branches hold nothing but a note that something is to be done, in the order of the branches. */
export function toDoBranches(source: Source, { statement, end = statement, branches }: Draft): readonly boolean[] {
  const comments = source.constructs.all('comment').map(({ node }) => ({ start: node.startIndex, end: node.endIndex }));
  const isToDo = (branch: Branch, next: Branch | undefined): boolean => {
    const from = branch.node.startIndex;
    // What an arm says may stand behind it: a comment at the end of its line belongs to none of its statements.
    const until = next?.node.startIndex ?? Math.max(end.endIndex, endOfLine(source.text, branch.node.endIndex));
    const within = comments.filter((comment) => comment.start >= from && comment.start < until);
    const isNoted = within.some((comment) => notesToDo(source.text.slice(comment.start, comment.end)));
    const body = branch.body && branch.does;
    const written = body ? without(source.text, body, within) : '';
    return notesToDo(written) ? isIdle(written) : isNoted && isIdle(written);
  };
  const found: boolean[] = [];
  // An arm without statements does what the next one does.
  for (let index = branches.length - 1; index >= 0; index--) {
    const [branch, next] = [branches[index], branches[index + 1]];
    if (!branch) continue;
    found[index] = !branch.body && branch.runsOn && next ? found[index + 1] === true : isToDo(branch, next);
  }
  return found;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The text of a range without some pieces of it. */
function without(text: string, { start, end }: Span, pieces: readonly Span[]): string {
  let left = '';
  let from = start;
  for (const piece of pieces.filter((one) => one.start >= start && one.start < end)) {
    left += text.slice(from, Math.max(from, piece.start));
    from = Math.max(from, piece.end);
  }
  return left + text.slice(from, end);
}
