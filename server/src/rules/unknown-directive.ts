import type { Catalog } from '../catalog/catalog.ts';
import type { Near } from '../catalog/directives.ts';
import { particle } from '../catalog/korean.ts';
import { codeName, didYouMean, listed } from '../catalog/wording.ts';
import type { DirectiveName } from '../evidence/directives.ts';
import { MOST_SUGGESTIONS } from '../fixes/fix.ts';
import { changeTo } from '../fixes/titles.ts';
import type { Span } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly name: DirectiveName;
  readonly problem: 'no-capability' | 'no-directive' | 'not-of-capability';
  /** Names that may have been meant, the likeliest first. */
  readonly meant: readonly string[];
  /** What a fix replaces. */
  readonly replaced: Span;
  /** One name is likelier than all others. */
  readonly isClear: boolean;
  /** The directives of the capability that it stands under. */
  readonly known: readonly string[];
}

export default defineRule<Data, 'nugu'>({
  id: 'unknown-directive',
  since: '0.2.0',
  docs: {
    title: { en: 'A capability or directive that NUGU does not have', ko: 'NUGU에 없는 Capability 또는 디렉티브' },
    why: {
      en: 'NUGU calls `/nugu/v1/capabilities/{Capability}/directives/{Directive}`, to the letter. A route or branch with another name is never reached, and the user hears that the service does not respond.',
      ko: 'NUGU는 `/nugu/v1/capabilities/{Capability}/directives/{Directive}`를 글자 그대로 호출합니다. 이름이 다른 경로나 분기는 호출되지 않고, 사용자는 서비스가 응답하지 않는다는 안내를 듣습니다.',
    },
  },
  severity: { nugu: 'warning' },
  cues: { shared: ['vendors', 'directives'] },

  *check({ analysis, catalog }) {
    for (const name of analysis.directives.names) {
      if (name.confidence !== 'certain') continue;
      const data = judge(name, catalog);
      if (data) yield { span: name.span, vendor: 'nugu', data };
    }
  },

  message({ data: { name, problem, meant, known } }) {
    const { en: text } = codeName(name.text);
    const { en: beside } = codeName(name.beside?.text ?? '');
    if (problem === 'not-of-capability') {
      const [owner = ''] = meant;
      return {
        en: `${text} is a directive of \`${owner}\`, not of ${beside}.`,
        ko: `${text}${particle(text, '은/는')} ${beside}${particle(beside, '이/가')} 아니라 \`${owner}\`의 디렉티브입니다.`,
      };
    }
    const what =
      name.kind === 'directive' ? { en: 'directive', ko: '디렉티브' } : { en: 'capability', ko: 'Capability' };
    const own = listed(known.map((one) => codeName(one)));
    const hint =
      meant.length > 0
        ? didYouMean(meant)
        : { en: ` ${beside} has ${own.en}.`, ko: ` ${beside}의 디렉티브는 ${own.ko}입니다.` };
    return {
      en: `NUGU smart home has no ${what.en} ${text}.${hint.en}`,
      ko: `NUGU 스마트홈에 ${text}${particle(text, '이라는/라는')} ${what.ko}${particle(what.ko, '은/는')} 없습니다.${hint.ko}`,
    };
  },

  fixes({ data: { meant, replaced, isClear } }) {
    return meant.map((name, index) => ({
      title: changeTo(name),
      edits: [{ span: replaced, text: name }],
      preferred: index === 0 && isClear,
      safe: false,
    }));
  },
});

function judge(name: DirectiveName, catalog: Catalog): Data | undefined {
  const { kind, text, span, beside, official } = name;
  const data = { name, replaced: span, isClear: false, known: [] };
  if (kind === 'capability') {
    if (catalog.capability(text)) return undefined;
    const near = catalog.nearestCapabilities(text);
    // A name that comes near to none may be newer than what we know.
    if (near.length === 0) return undefined;
    return { ...data, problem: 'no-capability', ...suggestions(near) };
  }
  const owner = catalog.capabilityOf(text);
  const capability = beside && catalog.capability(beside.text);
  if (owner) {
    if (!beside || !capability || capability === owner) return undefined;
    return { ...data, problem: 'not-of-capability', meant: [owner.name], replaced: beside.span };
  }
  const all = catalog.nearestDirectives(text);
  const names = capability ? catalog.spellingsOf(capability) : [];
  const own = all.filter((one) => names.includes(one.name));
  const near = own.length > 0 ? own : all;
  // Elsewhere a name that comes near to none may be the program's own; one that begins like another is being typed.
  const isTyped = names.some((one) => one.toLowerCase().startsWith(text.toLowerCase()));
  if (near.length === 0 && (!official || !capability || isTyped)) return undefined;
  return { ...data, problem: 'no-directive', ...suggestions(near), known: capability?.directives ?? [] };
}

function suggestions(near: readonly Near[]): Pick<Data, 'meant' | 'isClear'> {
  const [first, second] = near;
  return {
    meant: near.slice(0, MOST_SUGGESTIONS).map(({ name }) => name),
    isClear: first !== undefined && (second === undefined || first.slips < second.slips),
  };
}
