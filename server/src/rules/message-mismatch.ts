import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName, listed } from '../catalog/wording.ts';
import { entryOf } from '../evidence/responses/envelopes.ts';
import { MOST_SUGGESTIONS, wholeFix } from '../fixes/fix.ts';
import type { Entry } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly code: Code;
  /** The codes that the text belongs to. */
  readonly owners: readonly Code[];
  readonly object: number;
  readonly codeEntry: Entry;
  readonly message: Entry;
}

export default defineRule<Data, 'thinq'>({
  id: 'message-mismatch',
  since: '0.2.0',
  docs: {
    title: { en: 'A message that belongs to another code', ko: '다른 코드의 메시지' },
    why: {
      en: 'Every ThinQ code comes with its own message. A mock with the message of another code is a response that never comes.',
      ko: 'ThinQ 코드마다 메시지가 정해져 있습니다. 다른 코드의 메시지를 담은 목(mock)은 실제로 오지 않는 응답입니다.',
    },
  },
  severity: { thinq: 'warning' },
  cues: { shared: ['codes', 'texts', 'responses'] },

  *check({ analysis, catalog }) {
    for (const { kind, confidence, code: codeEntry, object: index } of analysis.envelopes) {
      const object = analysis.model.objects[index];
      if (kind !== 'thinq-error' || confidence !== 'certain' || !object || codeEntry.value.kind !== 'string') continue;
      const code = catalog.find('thinq', codeEntry.value.text);
      const message = entryOf(object, 'message');
      if (!code || message?.value.kind !== 'string') continue;
      const owners = catalog.byText(message.value.text, 'thinq');
      if (owners.length === 0 || owners.includes(code)) continue;
      yield { span: message.value.span, vendor: 'thinq', data: { code, owners, object: index, codeEntry, message } };
    }
  },

  message({ data: { code, owners } }, { catalog }) {
    const codes = listed(owners.map((owner) => codeName(owner.code)));
    const text = catalog.textOf(code);
    return {
      en: `This is the message of ${codes.en}. \`${code.code}\` comes with "${text}".`,
      ko: `${codes.ko}의 메시지입니다. \`${code.code}\`의 메시지는 "${text}"입니다.`,
    };
  },

  fixes({ data: { code, owners, object, codeEntry, message } }, { analysis, catalog }, writer) {
    const literal = analysis.model.objects[object];
    if (!literal) return [];
    const text = catalog.textOf(code);
    // The state of a templated text is not ours to invent.
    const texts = /[({]/.test(text) ? [] : [{ entry: message, text }];
    const codes = owners.slice(0, MOST_SUGGESTIONS).map((owner) => ({ entry: codeEntry, text: owner.code }));
    return [...texts, ...codes].flatMap(({ entry, text: value }, index) => {
      const edit = writer.replaceValue(literal, entry, { kind: 'string', text: value });
      return wholeFix({ en: `Change to "${value}"`, ko: `"${value}"${particle(value, '으로/로')} 바꾸기` }, [edit], {
        preferred: index === 0,
      });
    });
  },
});
