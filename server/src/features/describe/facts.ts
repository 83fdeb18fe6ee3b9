import { ADVICE } from '../../catalog/advice.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { particle } from '../../catalog/korean.ts';
import { factsOf } from '../../catalog/text.ts';
import type { Code, DirectiveScope, Localized, Sourced, SourceId } from '../../catalog/types.ts';
import { SDK_CLASS } from '../../knowledge/vendors.ts';
import { type DocsLanguage, oneOf } from './language.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

/** The source of the team's own codes. */
const TEAM: Localized = { en: 'your team, in the project file', ko: '팀의 프로젝트 파일' };

/** Who says which directives a code can answer. */
export const BASES: Readonly<Record<DirectiveScope['basis'], Localized>> = {
  page: { en: 'the page says so', ko: '문서에 명시' },
  judgement: { en: 'our judgement', ko: '자체 판단' },
};

/** The short facts about a code, one list item each, the ones a program is written by first. */
export function factItems(code: Code, catalog: Catalog, language: DocsLanguage): readonly string[] {
  return inWords([sameText, inField, directives, judgement, sdkSymbol], code, catalog, language);
}

/** Where a code stands on its pages, and what these leave out: nothing that a program is written by. */
export function catalogItems(code: Code, catalog: Catalog, language: DocsLanguage): readonly string[] {
  return inWords([range, statusOutsideTable], code, catalog, language);
}

function inWords(facts: readonly Fact[], code: Code, catalog: Catalog, language: DocsLanguage): readonly string[] {
  return facts.flatMap((fact) => {
    const found = fact(code, catalog);
    return found === undefined ? [] : [oneOf(found, language)];
  });
}

/** The addresses of the sources of an entry of the catalog; those without an address by name. */
export function sourceLinks(entry: Sourced<unknown>, catalog: Catalog, language: DocsLanguage): string {
  const links = factsOf(entry).map(([id]) => {
    const url = catalog.data.sources.find((source) => source.id === id)?.url;
    return url === undefined ? sourceName(id, language) : `[${id}](${url})`;
  });
  return `${oneOf({ en: 'Sources', ko: '출처' }, language)}: ${links.join(' · ')}`;
}

/** What a source without an address is called. */
export function sourceName(id: SourceId, language: DocsLanguage): string {
  return id === 'team' ? oneOf(TEAM, language) : id;
}

type Fact = (code: Code, catalog: Catalog) => Localized | undefined;

const sameText: Fact = (code, catalog) => {
  const twins = catalog.twins(code).map((twin) => codeSpan(twin.code));
  if (twins.length === 0) return undefined;
  return {
    en: `**Same text:** ${twins.join(', ')} – tell them apart by the code, never by the text`,
    ko: `**같은 메시지:** ${twins.join(', ')} – 메시지가 아니라 코드로 구분하세요`,
  };
};

const inField: Fact = ({ layer }) =>
  layer === 'field'
    ? { en: '**Seen in the field**, in no vendor page', ko: '**실제 사용에서 확인**되었고 제조사 문서에는 없음' }
    : undefined;

const directives: Fact = ({ directives: scope }) => {
  if (scope === undefined) return undefined;
  const basis = BASES[scope.basis];
  const names = scope.names === 'any' ? undefined : scope.names.map(codeSpan).join(', ');
  return {
    en: `**Answers:** ${names ?? 'any directive'} (${basis.en})`,
    ko: `**응답 대상:** ${names ?? '모든 디렉티브'} (${basis.ko})`,
  };
};

const judgement: Fact = ({ level, layer, judgement: { deviceLevel, retry, reason } }) => {
  // What to do about a code of the team's is for the team to say.
  if (level === 'success' || layer === 'team') return undefined;
  const why = (language: 'en' | 'ko'): string => (reason ? ` – ${escapeMarkdown(reason[language])}` : '');
  return {
    en: `**Our judgement:** ${deviceLevel ? 'device-level' : 'not device-level'} · ${ADVICE[retry].en}${why('en')}`,
    ko: `**자체 판단:** ${deviceLevel ? '기기 오류' : '기기 오류 아님'} · ${ADVICE[retry].ko}${why('ko')}`,
  };
};

const sdkSymbol: Fact = ({ sdkName, sdkRenamed }, catalog) => {
  if (sdkName === undefined) return undefined;
  const symbol = codeSpan(`${SDK_CLASS}.${sdkName}`);
  const before = sdkRenamed && catalog.bySdkName(sdkRenamed.from);
  if (sdkRenamed === undefined || before === undefined) return { en: `**SDK:** ${symbol}`, ko: `**SDK:** ${symbol}` };
  const former = codeSpan(sdkRenamed.from);
  const meant = codeSpan(before.code);
  return {
    en: `**SDK:** ${symbol} since ${sdkRenamed.since}; before, it had no name, since ${former} was assigned twice and means ${meant}`,
    ko: `**SDK:** ${symbol}(${sdkRenamed.since}부터). 그 전에는 이름이 없었음(두 번 대입된 ${former}의 값은 ${meant})`,
  };
};

const range: Fact = (code, catalog) => {
  const found = catalog.rangeOf(code);
  if (found === undefined) return undefined;
  const pattern = codeSpan(found.pattern);
  return { en: `**Range:** ${pattern} ${found.title.en}`, ko: `**범위:** ${pattern} ${found.title.ko}` };
};

const statusOutsideTable: Fact = (code, catalog) => {
  if (code.vendor !== 'thinq') return undefined;
  const statuses = catalog.httpOf(code);
  const missing = catalog.data.http.filter((one) => factsOf(one).length === 0 && statuses.includes(one.status));
  if (missing.length === 0) return undefined;
  const names = missing.map(({ status, text }) => escapeMarkdown(`HTTP ${status} ${text}`)).join(', ');
  return {
    en: `**Note:** ${names} is missing from the page's own HTTP table`,
    ko: `**참고:** ${names}${particle(names, '은/는')} 문서의 HTTP 표에 없음`,
  };
};
