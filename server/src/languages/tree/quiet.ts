import type { Vocabulary } from '../../model/model.ts';
import { type Body, bodiesOf, type FunctionLayout, isWhole } from './layout.ts';

/** The bodies of functions in which nothing stands that could be about codes, as far as the text tells. */
export function quietBodies(text: string, layout: FunctionLayout, vocabulary: Vocabulary): readonly Body[] {
  const traces = vocabulary.traces(text);
  let next = 0;
  return bodiesOf(text, layout).filter((body) => {
    while ((traces[next]?.at ?? body.start) < body.start) next++;
    const first = next;
    while ((traces[next]?.at ?? body.end) < body.end) next++;
    const within = traces.slice(first, next);
    if (within.some(({ isCommon }) => !isCommon)) return false;
    const written = text.slice(body.start, body.end);
    return !(within.length > 0 && /code/i.test(written)) && isWhole(written, layout);
  });
}
