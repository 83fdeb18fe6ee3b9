import { particle } from '../catalog/korean.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { holdsOneVendorsOnly } from '../evidence/expectation.ts';
import { isTyped } from '../evidence/place.ts';
import { MOST_SUGGESTIONS, wholeFix } from '../fixes/fix.ts';
import { isResultCodeName, isThinqName } from '../knowledge/vendors.ts';
import type { Entry, Mention, Span } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly code: Code;
  readonly place: 'response' | 'dispatch' | 'comparison';
  /** Where it stands in a response. */
  readonly written?: { readonly object: number; readonly entry: Entry };
}

export default defineRule<Data>({
  id: 'wrong-vendor',
  since: '0.2.0',
  docs: {
    title: { en: 'A code of the other vendor', ko: '다른 플랫폼의 코드' },
    why: {
      thinq: {
        en: 'ThinQ sends codes of four digits. A branch for a word of NUGU never runs, and a mock with one is a response that never comes.',
        ko: 'ThinQ는 네 자리 숫자로 된 코드를 보냅니다. NUGU 단어의 분기는 실행되지 않고, NUGU 단어를 담은 목(mock)은 실제로 오지 않는 응답입니다.',
      },
      nugu: {
        en: 'NUGU takes words. It does not understand a code of ThinQ, so translate it before you answer.',
        ko: 'NUGU는 단어로 된 코드를 받습니다. ThinQ 코드는 이해하지 못하므로 NUGU 코드로 바꾸어 응답해야 합니다.',
      },
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
    for (const mention of comparedWithResultCode(analysis)) {
      const code = other('nugu', mention.text);
      if (code) yield at(mention.span, 'nugu', { code, place: 'comparison' });
    }
    for (const found of analysis.sites) {
      const { site, vendor, confidence, handled } = found;
      if (vendor === 'nugu') continue;
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
    const [own, other] = vendor === 'nugu' ? ['NUGU', 'ThinQ'] : ['ThinQ', 'NUGU'];
    const name = `\`${code.code}\``;
    if (place === 'comparison')
      return {
        en: `${name} is a ${other} code, which is never the \`resultCode\` of a ${own} item.`,
        ko: `${name}${particle(name, '은/는')} ${other} 코드이므로 ${own} 항목의 \`resultCode\`일 수 없습니다.`,
      };
    return place === 'response'
      ? {
          en: `${name} is a ${other} code, but this is a ${own} response.`,
          ko: `${own} 응답에 ${other} 코드 ${name}${particle(name, '이/가')} 있습니다.`,
        }
      : {
          en: `${name} is a ${other} code, which ${own} never sends. The other codes here are from ${own}.`,
          ko: `${name}${particle(name, '은/는')} ${own}에서 오지 않는 ${other} 코드입니다. 여기의 다른 코드는 모두 ${own} 코드입니다.`,
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

/** What the result of an item of NUGU's is compared with, in a file about NUGU. An older API of LG's has the same key. */
function comparedWithResultCode({ model, file, signals }: Analysis): readonly Mention[] {
  // A project may be about both: what speaks of ThinQ alone has the key from an answer of LG's.
  if (file.nugu !== 'certain' || signals.legacy.thinq || signals.found.nugu.length === 0) return [];
  return model.mentions.filter(
    ({ value, place: { role, path, types } }) =>
      value === 'string' &&
      (role === 'compared' || role === 'arm') &&
      isResultCodeName(path.at(-1)) &&
      !path.some(isThinqName) &&
      !isTyped(types),
  );
}

function at(span: Span, vendor: Vendor, data: Data) {
  return { span, vendor, data };
}
