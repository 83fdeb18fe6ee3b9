import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName, listed, shortened } from '../catalog/wording.ts';
import { isTyped } from '../evidence/place.ts';
import { wholeFix } from '../fixes/fix.ts';
import { memberOfError } from '../knowledge/errors.ts';
import { givesText } from '../knowledge/functions.ts';
import { isErrorName, isErrorText, isMessageName } from '../knowledge/names.ts';
import type { Mention } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly mention: Mention;
  /** The codes that the text may stand for. */
  readonly codes: readonly Code[];
}

export default defineRule<Data, 'thinq'>({
  id: 'message-match',
  since: '0.1.0',
  docs: {
    title: { en: 'A decision on the text of a message', ko: '메시지로 판단하는 오류' },
    why: {
      en: 'Messages differ between the pages, arrive with a state filled in, and two codes may share one. The error code is exact.',
      ko: '메시지는 문서마다 다르고, 상태 값이 채워져 오며, 두 코드의 메시지가 같기도 합니다. 오류 코드는 언제나 정확합니다.',
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
      const own = inText ? (catalog.find('thinq', mention.text) ?? catalog.bySdkName(mention.text)) : undefined;
      const codes = own ? [own] : catalog.byText(mention.text, 'thinq');
      if (codes.length === 0) continue;
      told = line;
      yield { span: mention.span, vendor: 'thinq', data: { mention, codes } };
    }
  },

  message({ data: { mention, codes } }) {
    const names = listed(codes.map(({ code }) => codeName(code)));
    const text = shortened(mention.text);
    if (codes.length > 1) {
      return {
        en: `${codes.length} codes share the message "${text}": ${names.en}. Compare the error code instead.`,
        ko: `${names.ko}${particle(names.ko, '은/는')} 메시지가 "${text}"${particle(text, '으로/로')} 같습니다. 메시지 대신 오류 코드를 비교하세요.`,
      };
    }
    return {
      en: `The text of a message is not reliable. Compare the error code with ${names.en} instead.`,
      ko: `메시지로는 오류를 확실히 구분할 수 없습니다. 오류 코드를 ${names.ko}${particle(names.ko, '과/와')} 비교하세요.`,
    };
  },

  fixes({ data: { mention, codes } }, _context, writer) {
    if (mention.place.role !== 'compared' || mention.place.group !== undefined) return [];
    const texts = codes.map(({ code }) => code);
    const names = listed(texts.map((code) => codeName(code)));
    const title = {
      en: `Compare the code with ${names.en}`,
      ko: `코드를 ${names.ko}${particle(names.ko, '과/와')} 비교하기`,
    };
    return wholeFix(title, writer.compareLastName(mention, MESSAGE, 'code', texts) ?? [undefined], { preferred: true });
  },
});

const MESSAGE = 'message';

/** What a text is compared with, or looked for in: a message, or an error turned into text; maybe under another name. */
function isAboutError({ place: { path, origin, types } }: Mention, inText: boolean): boolean {
  if (origin && isErrorText(origin.path)) return true;
  // Whatever is made of the text stays a text: `error.message.toLowerCase()`.
  const made = path.findLastIndex((word) => !givesText(word));
  const last = path[made] ?? '';
  if (isErrorName(path[made - 1] ?? '') && memberOfError(last, false) === 'text') return true;
  return isMessageName(last) || (inText && (isTyped(types) || isErrorName(last)));
}

/** The error is known to be another library's. */
function isOthersError({ place: { types = [], origin } }: Mention): boolean {
  // What a name of ThinQ's stands in front of is ThinQ's as well: `ThinQ::ApiError`.
  const all = [...types, ...(origin?.types ?? [])];
  return all.some((type) => /(?:Error|Exception|Failure)$/.test(type)) && !isTyped(all);
}
