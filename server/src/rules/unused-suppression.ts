import { wholeFix } from '../fixes/fix.ts';
import type { Suppression } from '../suppressions/suppressions.ts';
import { defineRule } from './rule.ts';
import { asCode } from './wording.ts';

interface Data {
  readonly suppression: Suppression;
  /** The rules that it names in vain; none where it names no rule at all. */
  readonly rules: Suppression['rules'];
}

export default defineRule<Data>({
  id: 'unused-suppression',
  since: '0.2.0',
  docs: {
    title: { en: 'A comment that silences nothing', ko: '아무것도 무시하지 않는 무시 주석' },
    why: {
      en: 'What it once silenced has been mended or has moved, or the name of the rule is misspelt. Left behind, it will hide the next finding.',
      ko: '무시하던 문제가 이미 고쳐졌거나 옮겨졌거나, 규칙 이름이 잘못되었습니다. 그대로 두면 다음에 생길 문제를 가립니다.',
    },
  },
  severity: { thinq: 'information', nugu: 'information' },
  cues: { anywhere: ['thinq-nugu-ignore-'] },
  looksAtComments: true,

  *check({ analysis, suppressions }) {
    const vendor = analysis.file.nugu && !analysis.file.thinq ? 'nugu' : 'thinq';
    for (const { suppression, rules } of suppressions.unused()) {
      // Whether a comment that speaks of this rule is of use can only be told once it is gone.
      const own = rules.filter(({ id }) => id !== 'unused-suppression');
      if (suppression.rules.length > 0 && own.length === 0) continue;
      const [first] = own;
      const span = first && own.length < suppression.rules.length ? first.span : suppression.span;
      yield { span, vendor, data: { suppression, rules: own } };
    }
  },

  message({ data: { suppression, rules } }) {
    const where =
      suppression.scope === 'file'
        ? { en: 'in this file', ko: '이 파일에' }
        : { en: 'on the next line', ko: '다음 줄에' };
    if (rules.length === 0) {
      return { en: `There is nothing to ignore ${where.en}.`, ko: `${where.ko} 무시할 것이 없습니다.` };
    }
    const names = asCode(rules.map(({ id }) => id));
    return {
      en: `${names}: there is nothing to ignore ${where.en}.`,
      ko: `${names}: ${where.ko} 무시할 것이 없습니다.`,
    };
  },

  fixes({ data: { suppression, rules } }) {
    const [first] = suppression.rules;
    const last = suppression.rules.at(-1);
    const kept = suppression.rules.filter((rule) => !rules.includes(rule)).map(({ id }) => id);
    if (first && last && kept.length > 0) {
      return wholeFix(
        { en: 'Keep only what is needed', ko: '필요한 규칙 이름만 남기기' },
        [{ span: { start: first.span.start, end: last.span.end }, text: kept.join(', ') }],
        { preferred: true, safe: true },
      );
    }
    return wholeFix(
      { en: 'Remove the comment', ko: '주석 지우기' },
      [suppression.removal && { span: suppression.removal, text: '' }],
      { preferred: true, safe: true },
    );
  },
});
