import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
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
    title: { en: 'A code that no source knows', ko: '어느 자료에도 없는 코드' },
    why: {
      en: 'NUGU drops an answer with a misspelt `resultCode` without a word, and a comparison with a ThinQ code that is never sent is never true.',
      ko: '철자가 틀린 `resultCode`가 담긴 응답은 NUGU가 아무 알림 없이 무시하고, 전송되지 않는 ThinQ 코드와의 비교는 결코 참이 되지 않습니다.',
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
    const names = nearest.map((code) => `\`${code.code}\``);
    const inKorean = names.join(' 또는 ');
    const hint = {
      en: names.length > 0 ? ` Did you mean ${names.join(' or ')}?` : '',
      ko: names.length > 0 ? ` ${inKorean}${particle(inKorean, '을/를')} 쓰려고 했나요?` : '',
    };
    return vendor === 'nugu'
      ? {
          en: `\`${text}\` is not a NUGU result code; the platform ignores it silently.${hint.en}`,
          ko: `\`${text}\`${particle(text, '은/는')} NUGU 결과 코드가 아니며, 플랫폼은 이를 조용히 무시합니다.${hint.ko}`,
        }
      : {
          en: `No source documents the ThinQ code \`${text}\`.${hint.en}`,
          ko: `ThinQ 코드 \`${text}\`${particle(text, '은/는')} 어느 자료에도 없습니다.${hint.ko}`,
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
