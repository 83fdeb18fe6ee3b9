import type { Localized } from '../../catalog/types.ts';
import { oneOf } from '../describe/language.ts';
import { codeSpan } from '../describe/markdown.ts';
import { describeTopic, type Topic } from '../explain/topic.ts';
import { describeUnknown, inLines } from '../explain/unknown.ts';
import { isMisspelt } from '../references/misspelt.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** As many suggestions as are a help. */
const MOST_SUGGESTIONS = 3;

/** Says what a text was probably meant as that stands in a place for codes and is none. */
export function misspeltHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const { catalog, model, judgements } = analysis;
  const index = model.mentions.findIndex(
    ({ outer, place }) => outer.start <= offset && offset <= outer.end && place.role !== 'prose',
  );
  const claim = judgements[index]?.claim;
  if (!claim || !isMisspelt(claim, analysis)) return undefined;
  const { text, span } = claim.mention;
  const nearest = catalog.nearest(claim.vendor, text, MOST_SUGGESTIONS).map((code): Topic => ({ kind: 'code', code }));
  if (nearest.length === 0) return undefined;
  const markdown =
    claim.vendor === 'thinq'
      ? [oneOf(notListed(text), language), inLines(nearest, catalog, language)].join('\n\n')
      : describeUnknown(text, nearest, catalog, language, (topic) => describeTopic(topic, catalog, language));
  return { markdown, span };
}

/** The service may send what no page lists: nobody can say that a number is none. */
function notListed(text: string): Localized {
  const number = codeSpan(text);
  return {
    en: `No source lists a code ${number}. Did you mean one of these?`,
    ko: `${number} 코드는 어느 자료에도 없습니다. 혹시 다음을 찾으셨나요?`,
  };
}
