import type { Analysis } from '../../evidence/analysis.ts';
import type { ResolvedMention } from '../../evidence/place.ts';
import { isCommonplaceNumber } from '../../knowledge/numbers.ts';
import { describeTopic, type Topic } from '../explain/topic.ts';
import { describeUnknown } from '../explain/unknown.ts';
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
  if (!claim || claim.code || !isSurelyMeant(claim, analysis)) return undefined;
  const { text, span } = claim.mention;
  const nearest = catalog.nearest(claim.vendor, text, MOST_SUGGESTIONS).map((code): Topic => ({ kind: 'code', code }));
  if (nearest.length === 0) return undefined;
  const explained = (topic: Topic): string => describeTopic(topic, catalog, language);
  return { markdown: describeUnknown(text, nearest, catalog, language, explained), span };
}

function isSurelyMeant({ mention, vendor, confidence, proven }: ResolvedMention, { catalog }: Analysis): boolean {
  if (confidence === 'weak' || (mention.value === 'integer' && isCommonplaceNumber(mention.text))) return false;
  return proven || (vendor === 'nugu' && catalog.isNearMiss(mention.text));
}
