import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Code, Companions } from '../catalog/types.ts';
import { codeName } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { wholeFix } from '../fixes/fix.ts';
import type { Arm, Mention } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly mention: Mention;
  readonly code: Code;
  readonly companion: Code;
  readonly basis: Companions['basis'];
}

export default defineRule<Data, 'thinq'>({
  id: 'missing-companion-code',
  since: '0.2.0',
  docs: {
    title: { en: 'A code without the one that says the same', ko: '같은 뜻의 코드가 빠진 처리' },
    why: {
      en: 'ThinQ has five texts under two codes each, and was seen to send `1314` where its pages have `1306`. A branch that waits, gets a new token or signs out for one of the two leaves the other to the fallback.',
      ko: 'ThinQ에는 두 코드가 함께 쓰는 메시지가 다섯 가지 있고, 문서의 `1306` 대신 `1314`가 온 것도 확인되었습니다. 한 코드에서만 기다리거나 토큰을 다시 받거나 로그아웃하면 다른 코드는 기본 처리로 넘어갑니다.',
    },
  },
  severity: { thinq: 'hint' },
  cues: { shared: ['codes'] },

  *check({ analysis, catalog }) {
    const decided = decidedOn(analysis, catalog);
    const told = new Set<number>();
    for (const arm of decisionsIn(analysis)) {
      if (!arm.remedies) continue;
      for (const index of arm.mentions) {
        const found = analysis.mentions[index];
        const code = found?.code;
        const other = code && catalog.companionOf(code);
        if (!found || !other || found.confidence === 'weak' || found.mention.value === 'integer') continue;
        if (told.has(index) || decided.has(other.code)) continue;
        told.add(index);
        const { mention } = found;
        yield {
          span: mention.span,
          vendor: 'thinq',
          data: { mention, code, companion: other.code, basis: other.basis },
        };
      }
    }
  },

  message({ data: { code, companion, basis } }) {
    const [own, other] = [codeName(code.code), codeName(companion.code)];
    const [ownIs, otherIs] = [particle(code.code, '은/는'), particle(companion.code, '은/는')];
    if (basis === 'text') {
      return {
        en: `${other.en} has the same text as ${own.en}, but this branch does not take it. Handle both alike.`,
        ko: `${other.ko}${otherIs} ${own.ko}${particle(code.code, '과/와')} 메시지가 같은데 이 분기에서 처리하지 않습니다. 두 코드를 똑같이 처리하세요.`,
      };
    }
    return code.layer === 'field'
      ? {
          en: `${own.en} was seen where the pages have ${other.en}, but this branch does not take that one. Handle both alike.`,
          ko: `${own.ko}${ownIs} 문서의 ${other.ko} 대신 온 것이 확인된 코드인데, 이 분기에서 ${other.ko}${otherIs} 처리하지 않습니다. 두 코드를 똑같이 처리하세요.`,
        }
      : {
          en: `${other.en} was seen where the pages have ${own.en}, but this branch does not take it. Handle both alike.`,
          ko: `${other.ko}${otherIs} 문서의 ${own.ko} 대신 온 것이 확인된 코드인데 이 분기에서 처리하지 않습니다. 두 코드를 똑같이 처리하세요.`,
        };
  },

  fixes({ data: { mention, companion } }, _context, writer) {
    const name = codeName(companion.code);
    const title = { en: `Add ${name.en} beside it`, ko: `${name.ko} 함께 처리하기` };
    return wholeFix(title, [writer.addBeside(mention, companion.code)], { preferred: true });
  },
});

/** Whatever is done for some codes: the arms of switches, and conditions, by themselves or in a chain. */
function decisionsIn({ model, sites }: Analysis): readonly Arm[] {
  return [...sites.flatMap(({ site }) => (site.kind === 'switch' ? site.arms : [])), ...model.tests];
}

/** The codes that something in the file decides on; tables of texts decide on none. */
function decidedOn({ model, sites, mentions }: Analysis, catalog: Catalog): ReadonlySet<Code> {
  const named = mentions.flatMap((found) => {
    const role = found?.mention.place.role;
    return found?.code && (role === 'compared' || role === 'arm') ? found.code : [];
  });
  const arms = [...sites.filter(({ site }) => site.kind !== 'map').flatMap(({ site }) => site.arms), ...model.tests];
  const ranges = arms.flatMap((arm) => arm.ranges);
  const inRanges = catalog.codes.filter(
    ({ vendor, code }) => vendor === 'thinq' && ranges.some(({ from, to }) => from <= code && code <= to),
  );
  return new Set([...named, ...inRanges]);
}
