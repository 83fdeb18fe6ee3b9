import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName, didYouMean } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { listsOfOtherNumbers, mustBeCode } from '../evidence/expectation.ts';
import type { ResolvedMention } from '../evidence/place.ts';
import { isSentAsIs } from '../evidence/responses/additions.ts';
import { type Envelope, entryOf } from '../evidence/responses/envelopes.ts';
import { CURSOR_MARK } from '../evidence/text/vocabulary.ts';
import { MOST_SUGGESTIONS, wholeFix } from '../fixes/fix.ts';
import type { FixWriter } from '../fixes/fixWriter.ts';
import { changeTo } from '../fixes/titles.ts';
import { isFailureStatus } from '../knowledge/numbers.ts';
import { isLegacySuccessCode } from '../knowledge/vendors.ts';
import type { Entry, FileModel, Mention } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly text: string;
  /** What a fix replaces: a mention, or the value of an item that is none. */
  readonly place: Mention | ItemPlace;
  readonly nearest: readonly Code[];
}

/** Where the code of a NUGU item stands. */
interface ItemPlace {
  /** Index of the object literal. */
  readonly object: number;
  readonly entry: Entry;
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
      const beside = analysis.namedBeside(index);
      // What stands there already was hardly meant a second time.
      const near = (codesOfMessage(found, analysis, catalog) ?? likely).filter(({ code }) => !beside.has(code));
      yield {
        span: mention.span,
        vendor,
        data: { text: mention.text, place: mention, nearest: near.slice(0, MOST_SUGGESTIONS) },
      };
    }
    for (const { code, object } of analysis.envelopes.filter((one) => isNoWord(one, analysis))) {
      const { value } = code;
      // Where nothing stands behind a key, its value stands where the key does.
      const written = value.span.start === code.keySpan.start ? '' : 'null';
      const text = value.kind === 'string' ? value.text : written;
      const near = value.kind === 'string' ? meantBy(text, catalog) : [];
      yield { span: value.span, vendor: 'nugu', data: { text, place: { object, entry: code }, nearest: near } };
    }
  },

  message({ vendor, data: { text, nearest } }) {
    if (text.trim() === '')
      return {
        en: '`resultCode` is empty, so NUGU silently ignores the item.',
        ko: '`resultCode`가 비어 있어 NUGU가 이 항목을 아무 알림 없이 무시합니다.',
      };
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

  fixes({ data: { text, place, nearest } }, { analysis: { model } }, writer) {
    return nearest.flatMap((code, index) => {
      const isNugu = code.vendor === 'nugu';
      return wholeFix(changeTo(code.code), [replaced(place, code.code, model, writer)], {
        preferred: index === 0 && isNugu,
        safe: isNugu && nearest.length === 1 && code.code.toLowerCase() === text.trim().toLowerCase(),
      });
    });
  },

  chosen({ data: { place } }, { code }, { analysis: { model } }, writer) {
    return wholeFix(changeTo(code), [replaced(place, code, model, writer)], { preferred: true });
  },
});

/** Whether a test sends it to see that it is refused. */
function isOnPurpose({ span }: Mention, { signals }: Analysis): boolean {
  return signals.testsOfWrong.some(({ start, end }) => start <= span.start && span.end <= end);
}

function replaced(
  place: Data['place'],
  code: string,
  { objects }: FileModel,
  writer: FixWriter,
): ReturnType<FixWriter['replaceCode']> {
  if ('kind' in place) return writer.replaceCode(place, code);
  const object = objects[place.object];
  return object && writer.replaceValue(object, place.entry, { kind: 'string', text: code });
}

/** Words with blanks between or around them, or with marks; what is put together or left out has others: `{code}`, `...`. */
const WORDS = /^(?=.*[\p{L}\p{N}])[\p{L}\p{M}\p{N}\s_.,'’!-]{1,64}$/u;

/**
 * Whether what stands in the place of a NUGU item's code is no word at all: nothing, or a text that could be no code of
 * anybody's. LG's older word for success is none of NUGU's either.
 */
function isNoWord(
  { kind, whole, confidence, code: { value }, object }: Envelope,
  { additions, model: { objects } }: Analysis,
): boolean {
  if (kind !== 'nugu-item' || !whole || confidence !== 'certain') return false;
  if (value.kind === 'string' && value.text.trim() !== '')
    return isLegacySuccessCode(value.text) || (WORDS.test(value.text) && !/^\w+$/.test(value.text));
  const isEmpty = value.kind === 'string' || (value.kind === 'other' && value.plain === 'null');
  // What is empty may be waiting for its value.
  return isEmpty && isSentAsIs(objects, object) && !additions.has('resultCode');
}

/** The codes that a text was meant as: `NoConnectionDevice `, `no connection`, `0000`. */
function meantBy(text: string, catalog: Catalog): readonly Code[] {
  const word = text.replace(/[^\p{L}\p{N}]/gu, '');
  const success = isLegacySuccessCode(word) ? catalog.find('nugu', 'OK') : undefined;
  if (success) return [success];
  const known = catalog.find('nugu', word);
  if (known) return [known];
  return word === '' ? [] : catalog.nearest('nugu', word, MOST_SUGGESTIONS);
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
