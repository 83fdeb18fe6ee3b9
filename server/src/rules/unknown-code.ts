import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName, didYouMean } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { namedBeside } from '../evidence/beside.ts';
import { listsOfOtherNumbers, mustBeCode } from '../evidence/expectation.ts';
import type { ResolvedMention } from '../evidence/place.ts';
import { entryOf } from '../evidence/responses/envelopes.ts';
import { CURSOR_MARK } from '../evidence/text/vocabulary.ts';
import { MOST_SUGGESTIONS, wholeFix } from '../fixes/fix.ts';
import { changeTo } from '../fixes/titles.ts';
import { isFailureStatus } from '../knowledge/numbers.ts';
import type { Mention } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly text: string;
  readonly mention: Mention;
  readonly nearest: readonly Code[];
}

/** Codes that are looked at before those that stand beside are left out. */
const MOST_NEAR = 3 * MOST_SUGGESTIONS;

export default defineRule<Data>({
  id: 'unknown-code',
  since: '0.1.0',
  docs: {
    title: { en: 'An unknown code', ko: '알 수 없는 코드' },
    why: {
      thinq: {
        en: 'A branch for a code that ThinQ never sends never runs, and the code that was meant is not handled.',
        ko: 'ThinQ가 보내지 않는 코드의 분기는 실행되지 않고, 원래 쓰려던 코드는 처리되지 않습니다.',
      },
      nugu: {
        en: 'NUGU silently ignores a response whose `resultCode` is misspelt.',
        ko: '`resultCode`의 철자가 틀린 응답은 NUGU가 아무 알림 없이 무시합니다.',
      },
    },
  },
  severity: { thinq: 'information', nugu: 'warning' },
  cues: { shared: ['codes', 'texts', 'responses'] },

  *check({ analysis, catalog }) {
    // A file of responses repeats its slips, and the nearest names cost more than all the rest.
    const nearest = new Map<string, readonly Code[]>();
    const otherLists = listsOfOtherNumbers(analysis);
    for (const [index, found] of analysis.mentions.entries()) {
      if (!found || found.code || found.confidence !== 'certain') continue;
      const { mention, vendor } = found;
      if (mention.text === CURSOR_MARK || mention.kind === 'reference' || mention.value !== 'string') continue;
      if (vendor === 'nugu' && isOnPurpose(mention, analysis)) continue;
      if (!mustBeCode(found, analysis, otherLists) || isOfAnotherList(found, catalog)) continue;
      const key = `${vendor} ${mention.text}`;
      const likely = nearest.get(key) ?? catalog.nearest(vendor, mention.text, MOST_NEAR);
      nearest.set(key, likely);
      const beside = namedBeside(analysis, index);
      // What stands there already was hardly meant a second time.
      const near = (codesOfMessage(found, analysis, catalog) ?? likely).filter(({ code }) => !beside.has(code));
      yield {
        span: mention.span,
        vendor,
        data: { text: mention.text, mention, nearest: near.slice(0, MOST_SUGGESTIONS) },
      };
    }
  },

  message({ vendor, data: { text, nearest } }) {
    const { en: name } = codeName(text);
    const hint = didYouMean(nearest.map(({ code }) => code));
    return vendor === 'nugu'
      ? {
          en: `${name} is not a NUGU result code, so NUGU silently ignores it.${hint.en}`,
          ko: `${name}${particle(name, '은/는')} NUGU 결과 코드가 아니어서 NUGU가 아무 알림 없이 무시합니다.${hint.ko}`,
        }
      : {
          en: `${name} is not a documented ThinQ code.${hint.en}`,
          ko: `${name}${particle(name, '은/는')} 문서에 없는 ThinQ 코드입니다.${hint.ko}`,
        };
  },

  fixes({ data: { mention, nearest } }, _context, writer) {
    return nearest.flatMap((code, index) => {
      const isNugu = code.vendor === 'nugu';
      return wholeFix(changeTo(code.code), [writer.replaceCode(mention, code.code)], {
        preferred: index === 0 && isNugu,
        safe: isNugu && nearest.length === 1 && code.code.toLowerCase() === mention.text.toLowerCase(),
      });
    });
  },
});

/** Whether a test sends it to see that it is refused. */
function isOnPurpose({ span }: Mention, { signals }: Analysis): boolean {
  return signals.testsOfWrong.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** The codes that the message beside it belongs to: that is surer than any likeness. */
function codesOfMessage(
  { mention, vendor }: ResolvedMention,
  { envelopeOf, model }: Analysis,
  catalog: Catalog,
): readonly Code[] | undefined {
  const object = mention.place.object === undefined ? undefined : model.objects[mention.place.object];
  if (!object || mention.place.object === undefined || envelopeOf.get(mention.place.object)?.kind !== 'thinq-error')
    return undefined;
  const message = entryOf(object, 'message')?.value;
  const codes = message?.kind === 'string' ? catalog.byText(message.text, vendor) : [];
  return codes.length > 0 ? codes : undefined;
}

/** The other vendor's code, LG's older word for success, or an HTTP status: other rules know what these are. */
function isOfAnotherList({ mention, vendor }: ResolvedMention, catalog: Catalog): boolean {
  const other = catalog.find(vendor === 'nugu' ? 'thinq' : 'nugu', mention.text);
  return vendor === 'nugu' ? other !== undefined || isFailureStatus(mention.text) : other?.level === 'device-level';
}
