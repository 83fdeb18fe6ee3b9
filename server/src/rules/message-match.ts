import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { isTyped } from '../evidence/place.ts';
import { wholeFix } from '../fixes/fix.ts';
import { isErrorName, isErrorText, isMessageName } from '../knowledge/names.ts';
import type { Mention } from '../model/model.ts';
import { defineRule } from './rule.ts';
import { asCode } from './wording.ts';

interface Data {
  readonly mention: Mention;
  /** The codes that the text may stand for. */
  readonly codes: readonly Code[];
}

export default defineRule<Data, 'thinq'>({
  id: 'message-match',
  since: '0.1.0',
  docs: {
    title: { en: 'A decision on the text of a message', ko: '메시지 문구로 내리는 판단' },
    why: {
      en: 'Texts differ between the pages, arrive with a state filled in, and two codes may share one. The code says the same thing for sure.',
      ko: '문구는 자료마다 다르고, 상태 값이 채워져 오며, 두 코드가 같은 문구를 쓰기도 합니다. 코드는 언제나 정확합니다.',
    },
  },
  severity: { thinq: 'information' },
  cues: { shared: ['vendors', 'codes', 'texts'] },

  *check({ analysis, catalog, lines }) {
    if (analysis.file.thinq !== 'certain') return;
    // Whoever looks at a message twice in a line is told once.
    let told = -1;
    for (const mention of analysis.model.mentions) {
      const { role, inText } = mention.place;
      if ((role !== 'compared' && role !== 'arm') || mention.value !== 'string' || mention.kind === 'reference')
        continue;
      if (!isAboutError(mention, inText === true)) continue;
      const line = lines.lineOf(mention.span.start);
      if (mention.place.beside !== undefined || isOthersError(mention) || line === told) continue;
      const own = inText ? catalog.find('thinq', mention.text) : undefined;
      const codes = own ? [own] : catalog.byText(mention.text, 'thinq');
      if (codes.length === 0) continue;
      told = line;
      yield { span: mention.span, vendor: 'thinq', data: { mention, codes } };
    }
  },

  message({ data: { mention, codes } }) {
    const names = asCode(codes.map(({ code }) => code));
    if (codes.length > 1) {
      return {
        en: `${codes.length} codes share the text "${mention.text}" (${names}): compare the code instead.`,
        ko: `"${mention.text}" 문구를 쓰는 코드가 ${codes.length}개입니다(${names}). 문구 대신 코드를 비교하세요.`,
      };
    }
    return {
      en: `A message's text is no reliable sign: compare the code with ${names} instead.`,
      ko: `메시지 문구는 믿을 만한 기준이 아닙니다. 코드를 ${names}${particle(names, '과/와')} 비교하세요.`,
    };
  },

  fixes({ data: { mention, codes } }, _context, writer) {
    if (mention.place.inText || mention.place.role !== 'compared' || mention.place.group !== undefined) return [];
    return codes.flatMap((code) =>
      wholeFix(
        {
          en: `Compare the code with \`${code.code}\``,
          ko: `코드를 \`${code.code}\`${particle(code.code, '과/와')} 비교하기`,
        },
        [writer.replaceLastName(mention, MESSAGE, 'code'), writer.replaceCode(mention, code.code)],
        { preferred: codes.length === 1 },
      ),
    );
  },
});

const MESSAGE = 'message';

/** What a text is compared with, or looked for in: a message, or an error turned into text; maybe under another name. */
function isAboutError({ place: { path, origin, types } }: Mention, inText: boolean): boolean {
  if (origin && isErrorText(origin.path)) return true;
  const last = path.at(-1) ?? '';
  return isMessageName(last) || (inText && (isTyped(types) || isErrorName(last)));
}

/** The error is known to be another library's. */
function isOthersError({ place: { types = [], origin } }: Mention): boolean {
  // What a name of ThinQ's stands in front of is ThinQ's as well: `ThinQ::ApiError`.
  const all = [...types, ...(origin?.types ?? [])];
  return all.some((type) => /(?:Error|Exception|Failure)$/.test(type)) && !isTyped(all);
}
