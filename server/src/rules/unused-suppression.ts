import { particle } from '../catalog/korean.ts';
import { misspeltName } from '../catalog/nearestName.ts';
import type { Localized } from '../catalog/types.ts';
import { codeName, listed, naming } from '../catalog/wording.ts';
import { wholeFix } from '../fixes/fix.ts';
import { changeTo } from '../fixes/titles.ts';
import type { Span } from '../model/model.ts';
import type { Suppression, Unused } from '../suppressions/suppressions.ts';
import { defineRule } from './rule.ts';

/** What a comment of a form speaks of. */
const WHERE: Readonly<Record<Exclude<Suppression['scope'], 'none'>, Localized>> = {
  line: { en: 'on this line', ko: '이 줄에' },
  'next-line': { en: 'on the next line', ko: '다음 줄에' },
  file: { en: 'in this file', ko: '이 파일에' },
};

const OTHERS: Localized = { en: 'others', ko: '' };

/** A name in a comment that is no rule's, and the rule's that it was meant as. */
interface Slip {
  readonly span: Span;
  readonly written: string;
  readonly meant: string;
}

interface Data extends Unused {
  readonly slips: readonly Slip[];
  /** With the right name it would silence something. */
  readonly isOfUse: boolean;
}

export default defineRule<Data>({
  id: 'unused-suppression',
  since: '0.2.0',
  docs: {
    title: { en: 'A comment that silences nothing', ko: '아무것도 무시하지 않는 주석' },
    why: {
      en: 'What it silenced has been fixed or has moved, or the name of the rule is misspelt. Left behind, it hides the next finding.',
      ko: '무시하던 문제가 고쳐졌거나 다른 곳으로 옮겨졌거나, 규칙 이름이 틀렸습니다. 그대로 두면 다음에 생길 문제를 가립니다.',
    },
  },
  severity: { thinq: 'information', nugu: 'information' },
  cues: { anywhere: ['thinq-nugu-ignore'] },
  looksAtComments: true,

  *check({ analysis, suppressions, ruleIds }) {
    const vendor = analysis.file.nugu && !analysis.file.thinq ? 'nugu' : 'thinq';
    for (const { suppression, rules, meant } of suppressions.unused()) {
      // Whether a comment that speaks of this rule is of use can only be told once it is gone.
      const own = rules.filter(({ id }) => id !== 'unused-suppression');
      if (suppression.rules.length > 0 && own.length === 0) continue;
      const [first] = own;
      const span = first && own.length < suppression.rules.length ? first.span : suppression.span;
      const slips = own.flatMap(({ id, span: place }): readonly Slip[] => {
        const name = misspeltName(id, ruleIds);
        return name === undefined ? [] : [{ span: place, written: id, meant: name }];
      });
      const isOfUse = slips.some((slip) => suppressions.wouldSilence(suppression, slip.meant));
      yield {
        span: slips[0]?.span ?? span,
        vendor,
        data: { suppression, rules: own, slips, isOfUse, ...(meant && { meant }) },
      };
    }
  },

  message({ data: { suppression, rules, slips, meant } }) {
    const { scope } = suppression;
    const [slip] = slips;
    if (slip)
      return {
        en: `\`${slip.written}\` is not a rule. Did you mean \`${slip.meant}\`?`,
        ko: `\`${slip.written}\`${particle(slip.written, '은/는')} 규칙 이름이 아닙니다. \`${slip.meant}\`${particle(slip.meant, '을/를')} 쓰려고 했나요?`,
      };
    if (scope === 'none') {
      const { en: form } = codeName(suppression.form.text.replace(/:$/, ''));
      return {
        en: `${form} silences nothing. Write \`thinq-nugu-ignore-line\`, \`-next-line\` or \`-file\`.`,
        ko: `${form} 주석은 아무것도 무시하지 않습니다. \`thinq-nugu-ignore-line\`, \`-next-line\`, \`-file\` 중 하나로 쓰세요.`,
      };
    }
    const where = WHERE[scope];
    if (meant) {
      return {
        en: `There is nothing to ignore ${where.en}, but there is ${meant === 'line' ? 'on this one' : 'on the next one'}.`,
        ko: `무시할 문제가 ${where.ko}는 없고 ${WHERE[meant].ko} 있습니다.`,
      };
    }
    if (rules.length === 0) {
      return { en: `There is nothing to ignore ${where.en}.`, ko: `${where.ko}는 무시할 문제가 없습니다.` };
    }
    return naming(
      rules.map(({ id }) => codeName(id)),
      rules.length,
      (shown, rest) => ({
        en: `There is no ${listed(rest > 0 ? [...shown, OTHERS] : shown, 'or').en} to ignore ${where.en}.`,
        ko: `${where.ko}는 무시할 ${listed(shown).ko}${rest > 0 ? ' 등의' : ''} 문제가 없습니다.`,
      }),
    );
  },

  fixes({ data: { suppression, rules, slips, isOfUse, meant } }) {
    if (slips.length > 0) {
      return wholeFix(
        changeTo(slips.map((slip) => slip.meant).join(', ')),
        slips.map((slip) => ({ span: slip.span, text: slip.meant })),
        { preferred: isOfUse },
      );
    }
    if (meant) {
      const form = `thinq-nugu-ignore-${meant}`;
      return wholeFix(
        { en: `Write it as \`${form}\``, ko: `\`${form}\`${particle(form, '으로/로')} 쓰기` },
        [{ span: suppression.form, text: form }],
        { preferred: true },
      );
    }
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
      // What a person wrote does not go unseen.
      { preferred: true, safe: !suppression.hasReason },
    );
  },
});
