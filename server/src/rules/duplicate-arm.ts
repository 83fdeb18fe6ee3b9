import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { ResolvedMention } from '../evidence/place.ts';
import type { ResolvedSite } from '../evidence/sites.ts';
import type { Arm, CodeSpan, Mention, Span } from '../model/model.ts';
import { defineRule, type Finding } from './rule.ts';

interface Data {
  readonly code: Code;
  /** The constant's name, where the second arm is written with one. */
  readonly name?: string;
  readonly where: 'above' | 'here' | 'map';
  /** Where the code stands for the first time. */
  readonly first: Span;
}

export default defineRule<Data>({
  id: 'duplicate-arm',
  since: '0.1.0',
  docs: {
    title: { en: 'A code that is handled twice', ko: '두 번 처리되는 코드' },
    why: {
      en: 'The second branch never runs, or in a map the second entry replaces the first. Usually one of the two was meant for another code.',
      ko: '두 번째 분기는 실행되지 않고, 맵에서는 두 번째 항목이 첫 번째 항목을 덮어씁니다. 대개 둘 중 하나는 다른 코드여야 합니다.',
    },
  },
  severity: { thinq: 'warning', nugu: 'warning' },
  cues: { shared: ['codes'] },

  *check({ analysis }) {
    for (const site of analysis.sites) {
      if (site.confidence !== 'weak') yield* duplicatesIn(site, analysis);
    }
  },

  message({ data: { code, name, where } }) {
    const { en, ko } = name === undefined ? codeName(code.code) : codeName(name, `\`${code.code}\``);
    if (where === 'map') {
      return {
        en: `${en} is already in this map. This entry replaces the earlier one.`,
        ko: `${ko}${particle(ko, '은/는')} 이 맵에 이미 있습니다. 이 항목이 앞의 항목을 덮어씁니다.`,
      };
    }
    return where === 'above'
      ? {
          en: `${en} is already handled above. This branch never runs for it.`,
          ko: `${ko}${particle(ko, '은/는')} 위에서 이미 처리했습니다. 이 분기는 이 코드로는 실행되지 않습니다.`,
        }
      : { en: `${en} is listed twice here.`, ko: `${ko}${particle(ko, '이/가')} 여기에 두 번 있습니다.` };
  },

  related: ({ data: { code, first } }) => {
    const { en, ko } = codeName(code.code);
    return [
      {
        span: first,
        message: { en: `${en} is here first.`, ko: `${ko}${particle(ko, '이/가')} 처음 나오는 곳입니다.` },
      },
    ];
  },
});

function* duplicatesIn({ site, vendor }: ResolvedSite, analysis: Analysis): Generator<Finding<Data>> {
  const taken = createTaken();
  // What is still to do decides nothing yet.
  for (const arm of site.arms.filter(({ toDo }) => !toDo)) {
    const here = arm.mentions.flatMap((index) => named(analysis.mentions[index]));
    for (const [index, { code, mention }] of here.entries()) {
      const above = taken.placeOf(code);
      const first = above ?? here.slice(0, index).find((earlier) => earlier.code === code)?.mention.span;
      if (code.vendor !== vendor || !first) continue;
      const where = site.kind === 'map' ? 'map' : above ? 'above' : 'here';
      const name = mention.name === undefined ? {} : { name: mention.name };
      yield { span: mention.span, vendor, data: { code, where, first, ...name } };
    }
    // An arm with a guard lets some of its codes through to the arms below.
    if (!arm.guarded && arm.complete) taken.add(arm, here);
  }
}

/** What arms have taken so far, and where. */
function createTaken() {
  const codes = new Map<string, Span>();
  const ranges: (CodeSpan & { readonly span: Span })[] = [];
  return {
    placeOf: ({ code }: Code): Span | undefined =>
      codes.get(code) ?? ranges.find(({ from, to }) => from <= code && code <= to)?.span,
    add({ ranges: whole, span }: Arm, here: ReturnType<typeof named>): void {
      for (const { code, mention } of here) codes.set(code.code, codes.get(code.code) ?? mention.span);
      ranges.push(...whole.map((range) => ({ ...range, span })));
    },
  };
}

/** A mention together with the code that it names; none where it names none. */
function named(found: ResolvedMention | undefined): readonly { readonly code: Code; readonly mention: Mention }[] {
  return found?.code ? [{ code: found.code, mention: found.mention }] : [];
}
