import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName, listed, shortened } from '../catalog/wording.ts';
import { speaksItself } from '../evidence/file.ts';
import { isTyped } from '../evidence/place.ts';
import { wholeFix } from '../fixes/fix.ts';
import { memberOfError } from '../knowledge/errors.ts';
import { givesText } from '../knowledge/functions.ts';
import { isEverybodys } from '../knowledge/messages.ts';
import { isBodyText, isErrorName, isErrorText, isMessageName } from '../knowledge/names.ts';
import type { Lines } from '../model/lines.ts';
import type { Mention, Span } from '../model/model.ts';
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
    const isThinqs = speaksItself('thinq', analysis);
    // Whoever looks at a message twice in a line is told once.
    const told = new Set<number>();
    for (const mention of analysis.model.mentions) {
      if (!isDecidedOn(mention) || mention.place.beside !== undefined || isOthersError(mention)) continue;
      const codes = codesOf(mention, catalog);
      if (codes.length === 0 || !(isAboutError(mention) || isAnswer(mention))) continue;
      if (!isThinqs && isEverybodys(mention.text)) continue;
      const span = placeOf(mention, lines);
      const line = lines.lineOf(span.start);
      if (told.has(line)) continue;
      told.add(line);
      yield { span, vendor: 'thinq', data: { mention, codes } };
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
    const { role, group } = mention.place;
    if (role !== 'compared' || group !== undefined || mention.kind === 'reference') return [];
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

/** Whether a text is compared, looked for, or a key under which something is looked up. */
function isDecidedOn({ value, place: { role, inText, sought } }: Mention): boolean {
  if (value !== 'string') return false;
  return role === 'compared' || role === 'arm' || (role === 'prose' && inText === true) || sought !== undefined;
}

/** The codes that a text is meant to tell. */
function codesOf({ text, kind, place: { inText } }: Mention, catalog: Catalog): readonly Code[] {
  const whole = catalog.byText(text, 'thinq');
  // What a constant of a code is compared with is the code, whatever that is called.
  return whole.length > 0 || !inText
    ? kind === 'reference' && !inText && !text.includes(' ')
      ? []
      : whole
    : catalog.soughtBy(text);
}

/** Where the decision is: at the text, or at what is looked through where the text stands in a list or a map elsewhere. */
function placeOf({ span, place: { isApart, counterpart, sought } }: Mention, lines: Lines): Span {
  if (sought) return sought.counterpart ?? span;
  const isElsewhere = isApart && counterpart && lines.lineOf(counterpart.start) !== lines.lineOf(span.start);
  return isElsewhere ? counterpart : span;
}

/** What a text is compared with, or looked for in: a message, or an error turned into text; maybe under another name. */
function isAboutError({ place }: Mention): boolean {
  const { path, origin, types } = place.sought ?? place;
  if (origin && isErrorText(origin.path)) return true;
  // Whatever is made of the text stays a text: `error.message.toLowerCase()`.
  const made = path.findLastIndex((word) => !givesText(word));
  const last = path[made] ?? '';
  if (isErrorName(path[made - 1] ?? '') && memberOfError(last, false) === 'text') return true;
  return isMessageName(last) || (place.inText === true && (isTyped(types) || isErrorName(last)));
}

/** Whether a code is looked for in the text of an answer, with its key or without: `"code":"1222"` in `response.text`. */
function isAnswer({ text, place: { inText, path, origin } }: Mention): boolean {
  if (!inText || !/\d{4}/.test(text)) return false;
  return /code\W{1,6}\d{4}\b/i.test(text) || isBodyText(path) || (origin !== undefined && isBodyText(origin.path));
}

/** The error is known to be another library's. */
function isOthersError({ place }: Mention): boolean {
  const { types = [], origin } = place.sought ?? place;
  // What a name of ThinQ's stands in front of is ThinQ's as well: `ThinQ::ApiError`.
  const all = [...types, ...(origin?.types ?? [])];
  return all.some((type) => /(?:Error|Exception|Failure)$/.test(type)) && !isTyped(all);
}
