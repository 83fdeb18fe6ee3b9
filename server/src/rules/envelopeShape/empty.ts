import { particle } from '../../catalog/korean.ts';
import { isSentAsIs } from '../../evidence/responses/additions.ts';
import { defineCheck } from './shapeCheck.ts';

/** What a platform reads as a text, by the kind of what it stands in. */
const TEXTS = {
  nugu: { response: ['requestId'], error: ['message'], item: [] },
  thinq: { response: ['messageId', 'timestamp'], error: ['message', 'code'], item: [] },
} as const;

/** A text that is there but says nothing, as what a fix has left to be filled in. */
export const empty = defineCheck<{ readonly key: string }>({
  *find({ response: { vendor }, sections, objects, additions }) {
    for (const { kind, object, parts } of sections) {
      if (!isSentAsIs(objects, object)) continue;
      for (const key of TEXTS[vendor][kind]) {
        const value = parts.get(key)?.entry.value;
        if (value?.kind === 'string' && value.text === '' && !additions.has(key))
          yield { span: value.outer, data: { key } };
      }
    }
  },

  message({ key }) {
    return {
      en: `\`${key}\` is empty: fill it in.`,
      ko: `\`${key}\`${particle(key, '이/가')} 비어 있습니다. 값을 채우세요.`,
    };
  },

  // The value is for the author to know.
  fixes: () => [],
});
