import { particle } from '../catalog/korean.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import { holdsOneVendorsOnly } from '../evidence/expectation.ts';
import { MOST_SUGGESTIONS, wholeFix } from '../fixes/fix.ts';
import type { Entry, Span } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly code: Code;
  readonly place: 'response' | 'dispatch';
  /** Where it stands in a response. */
  readonly written?: { readonly object: number; readonly entry: Entry };
}

export default defineRule<Data>({
  id: 'wrong-vendor',
  since: '0.2.0',
  docs: {
    title: { en: 'A code of the other vendor', ko: '다른 회사의 코드' },
    why: {
      en: 'ThinQ Connect sends four digits, NUGU takes words. Where a service stands between the two, one in the place of the other is never sent and never understood.',
      ko: 'ThinQ Connect는 네 자리 숫자를 보내고 NUGU는 단어를 받습니다. 두 서비스 사이에서 서로의 코드를 바꿔 쓰면 오지도 않고 이해되지도 않습니다.',
    },
  },
  severity: { thinq: 'warning', nugu: 'warning' },
  cues: { shared: ['vendors', 'codes', 'responses'] },

  *check({ analysis, catalog }) {
    const other = (vendor: Vendor, text: string): Code | undefined => {
      // LG's older APIs put 0000 under resultCode for success.
      const code = text === '0000' ? undefined : catalog.find(vendor === 'nugu' ? 'thinq' : 'nugu', text);
      return code?.level === 'api' || code?.level === 'device-level' ? code : undefined;
    };
    const inErrorsOfNugu = new Set(
      analysis.responses.flatMap(({ vendor, error }) => (vendor === 'nugu' && error ? [error.object] : [])),
    );
    for (const { vendor, code: entry, confidence, whole, object } of analysis.envelopes) {
      const code = entry.value.kind === 'string' ? other(vendor, entry.value.text) : undefined;
      if (!code || confidence !== 'certain' || inErrorsOfNugu.has(object)) continue;
      if (whole) yield at(entry.value.span, vendor, { code, place: 'response', written: { object, entry } });
    }
    for (const found of analysis.sites) {
      const { site, vendor, confidence, handled } = found;
      // What may hold either vendor's codes may well ask for both.
      if (!holdsOneVendorsOnly(found)) continue;
      if (confidence !== 'certain' || site.kind === 'map' || handled.length < 2) continue;
      const strays = site.arms.flatMap((arm) =>
        arm.mentions.flatMap((index) => {
          const mention = analysis.model.mentions[index];
          const code = mention?.value === 'string' ? other(vendor, mention.text) : undefined;
          return mention && code ? [{ mention, code }] : [];
        }),
      );
      for (const { mention, code } of strays) yield at(mention.span, vendor, { code, place: 'dispatch' });
    }
  },

  message({ vendor, data: { code, place } }) {
    const [own, others] = vendor === 'nugu' ? ['NUGU', 'ThinQ'] : ['ThinQ', 'NUGU'];
    return place === 'response'
      ? {
          en: `\`${code.code}\` is a ${others} code, but this is a ${own} answer.`,
          ko: `\`${code.code}\`${particle(code.code, '은/는')} ${others} 코드인데 여기는 ${own} 응답입니다.`,
        }
      : {
          en: `\`${code.code}\` is a ${others} code; the others here are ${own}'s, which never sends it.`,
          ko: `\`${code.code}\`${particle(code.code, '은/는')} ${others} 코드입니다. 여기의 다른 코드는 ${own} 코드이며, ${own}${particle(own, '은/는')} 이 코드를 보내지 않습니다.`,
        };
  },

  fixes({ vendor, data: { code, written } }, { analysis, catalog }, writer) {
    const literal = written && analysis.model.objects[written.object];
    if (!literal) return [];
    const target = vendor === 'nugu' ? catalog.suggestionFor(code.code, analysis.project.mapping)?.code : undefined;
    const ours = vendor === 'nugu' ? [target] : catalog.thinqCodesFor(code.code, analysis.project.mapping);
    // What befalls the whole request stands in another place.
    const meant = ours.flatMap((one) => (one && one.level !== 'global-level' ? one : [])).slice(0, MOST_SUGGESTIONS);
    return meant.flatMap((one) =>
      wholeFix(
        {
          en: `Change to \`${one.code}\` (our suggestion)`,
          ko: `\`${one.code}\`${particle(one.code, '으로/로')} 바꾸기(자체 제안)`,
        },
        [writer.replaceValue(literal, written.entry, { kind: 'string', text: one.code })],
        { preferred: meant.length === 1 },
      ),
    );
  },
});

function at(span: Span, vendor: Vendor, data: Data) {
  return { span, vendor, data };
}
