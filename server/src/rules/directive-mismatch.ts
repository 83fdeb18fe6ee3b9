import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Code, Localized } from '../catalog/types.ts';
import { codeName, listed, naming } from '../catalog/wording.ts';
import { handlersAt } from '../evidence/directives.ts';
import type { ResolvedMention } from '../evidence/place.ts';
import { MOST_SUGGESTIONS, wholeFix } from '../fixes/fix.ts';
import { changeTo } from '../fixes/titles.ts';
import { isLogWord } from '../knowledge/logs.ts';
import type { Mention } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly code: Code;
  readonly mention: Mention;
  /** The directives that are served there. */
  readonly directives: readonly string[];
}

/** Directives named in a message, of each kind. */
const NAMED = 3;
const OTHERS: Localized = { en: 'others', ko: '다른 디렉티브' };

export default defineRule<Data, 'nugu'>({
  id: 'directive-mismatch',
  since: '0.2.0',
  docs: {
    title: { en: 'A code of another directive', ko: '다른 디렉티브의 코드' },
    why: {
      en: 'NUGU chooses what it tells the user by directive and code. A code of another directive, often a leftover of copying, makes that wrong.',
      ko: 'NUGU는 디렉티브와 코드를 함께 보고 사용자에게 안내할 말을 정합니다. 다른 디렉티브의 코드는 대개 복사하다 남은 것이며, 상황에 맞지 않는 안내가 나갑니다.',
    },
  },
  severity: { nugu: 'hint' },
  cues: { shared: ['codes', 'directives'] },

  *check({ analysis, catalog }) {
    if (analysis.file.nugu !== 'certain' || analysis.directives.handlers.length === 0) return;
    for (const found of analysis.mentions) {
      if (!found || !isGiven(found)) continue;
      const { code, mention } = found;
      if (!code?.directives || code.directives.names === 'any') continue;
      const directives = [
        ...new Set(handlersAt(analysis.directives, mention.span.start).map((handler) => handler.directive)),
      ];
      if (directives.length === 0 || directives.some((directive) => isCaused(code, directive, catalog))) continue;
      yield { span: mention.span, vendor: 'nugu', data: { code, mention, directives } };
    }
  },

  message({ data: { code, directives } }, { catalog }) {
    const here = naming(
      directives.slice(0, NAMED).map((name) => codeName(name)),
      directives.length,
      (shown, rest) => {
        const list = listed(rest > 0 ? [...shown, OTHERS] : shown, 'or');
        return {
          en: `\`${code.code}\` is not a result of ${list.en}, ${directives.length > 1 ? 'which are' : 'which is'} handled here.`,
          ko: `\`${code.code}\`${particle(code.code, '은/는')} 여기서 처리하는 ${list.ko}의 결과 코드가 아닙니다.`,
        };
      },
    );
    const owners = catalog.directivesOf(code).map((name) => codeName(name.slice(name.indexOf('.') + 1)));
    const list = listed(owners.length > NAMED ? [...owners.slice(0, NAMED), OTHERS] : owners);
    const byPage = code.directives?.basis === 'page';
    return {
      en: `${here.en} It belongs to ${list.en} (${byPage ? "NUGU's page" : 'our judgement'}).`,
      ko: `${here.ko} ${list.ko}의 코드입니다(${byPage ? 'NUGU 문서' : '자체 판단'}).`,
    };
  },

  fixes({ data: { code, mention, directives } }, { catalog }, writer) {
    return nearestOfDirectives(code, directives, catalog).flatMap((other) =>
      wholeFix(changeTo(other.code), [writer.replaceCode(mention, other.code)], { preferred: false }),
    );
  },
});

/** Whether the code is what is sent, not what something is compared with or listed for. */
function isGiven({ mention: { place, kind } }: ResolvedMention): boolean {
  if (kind === 'declaration') return false;
  return place.role === 'produced' || (place.role === 'argument' && !place.path.some(isLogWord));
}

function isCaused(code: Code, directive: string, catalog: Catalog): boolean {
  return catalog.codesOfDirective(directive).includes(code);
}

/** Words that many codes share, and that say nothing about what they are about. */
const SHARED_WORDS = new Set(['Already', 'At', 'Not', 'Exist', 'In']);

/** Codes of the directives that share words with a code: `AlreadyAtMaxTemp` → `AlreadyAtMaxHumidity`. */
function nearestOfDirectives(code: Code, directives: readonly string[], catalog: Catalog): readonly Code[] {
  const wordsOf = (text: string): readonly string[] =>
    (text.match(/[A-Z][a-z]+/g) ?? []).filter((word) => !SHARED_WORDS.has(word));
  const own = new Set(wordsOf(code.code));
  const candidates = new Set(directives.flatMap((directive) => catalog.codesOfDirective(directive)));
  return [...candidates]
    .filter((other) => other.directives?.names !== 'any')
    .map((other) => ({ other, shared: wordsOf(other.code).filter((word) => own.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ other }) => other);
}
