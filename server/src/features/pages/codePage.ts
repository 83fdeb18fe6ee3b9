import type { Catalog } from '../../catalog/catalog.ts';
import { factsOf } from '../../catalog/text.ts';
import type { Code, Localized, SourceFacts, SourceId } from '../../catalog/types.ts';
import { describeInLine } from '../describe/answer.ts';
import { conflictItems } from '../describe/conflicts.ts';
import { requiredProperties } from '../describe/example.ts';
import { catalogItems, factItems, sourceName } from '../describe/facts.ts';
import { allOf, type DocsLanguage, oneOf } from '../describe/language.ts';
import { codeSpan, escapeMarkdown } from '../describe/markdown.ts';
import { suggestionNote } from '../describe/suggestion.ts';
import { addressOfPage } from './address.ts';
import { atText } from './textFragment.ts';

/** A place of a workspace, for people to go to. */
export interface ShownPlace {
  readonly uri: string;
  /** The file's path as it is shown. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
  /** The text of that line. */
  readonly text: string;
}

/**
 * The page of a code, as Markdown: all that is known, source by source, and where this workspace names it.
 *
 * @param places undefined where nobody has looked for any
 */
export function codePage(
  code: Code,
  catalog: Catalog,
  language: DocsLanguage,
  places: readonly ShownPlace[] | undefined,
): string {
  const sections: readonly (readonly [Localized, readonly string[]])[] = [
    [WHAT_TO_DO, allOf(code.advice, language).map(escapeMarkdown)],
    [KNOWN, itemsOf([...factItems(code, catalog, language), ...catalogItems(code, catalog, language)])],
    [BY_SOURCE, itemsOf(factsOf(code).map((said) => sourceItem(code, said, catalog, language)))],
    [DISAGREE, itemsOf(conflictItems(catalog.conflicts(code), language))],
    [RELATED, itemsOf(relatedItems(code, catalog, language))],
    [OTHER_VENDOR[code.vendor], itemsOf(otherVendorItems(code, catalog, language))],
    [DIRECTIVES, itemsOf(directiveItems(code, catalog))],
    ...(places ? [[IN_WORKSPACE, placeItems(places, language)] as const] : []),
  ];
  const text = catalog.textOf(code);
  const title = text === code.code ? codeSpan(code.code) : `${codeSpan(code.code)} ${escapeMarkdown(text)}`;
  return [
    `# ${VENDORS[code.vendor]} ${title}`,
    ...allOf(code.description, language).map(escapeMarkdown),
    ...requiredProperties(code, language),
    ...sections.flatMap(([heading, blocks]) =>
      blocks.length > 0 ? [`## ${oneOf(heading, language)}`, ...blocks] : [],
    ),
  ].join('\n\n');
}

const VENDORS = { thinq: 'ThinQ', nugu: 'NUGU' } as const;
const WHAT_TO_DO: Localized = { en: 'What to do', ko: '할 일' };
const KNOWN: Localized = { en: 'What is known', ko: '알려진 사실' };
const BY_SOURCE: Localized = { en: 'Source by source', ko: '자료별 내용' };
const DISAGREE: Localized = { en: 'Where sources disagree', ko: '자료마다 다른 점' };
const RELATED: Localized = { en: 'Codes to tell it from', ko: '구분해야 하는 코드' };
const DIRECTIVES: Localized = { en: 'Directives that it can answer', ko: '이 코드로 응답할 수 있는 디렉티브' };
const IN_WORKSPACE: Localized = { en: 'In this workspace', ko: '이 워크스페이스에서' };
const OTHER_VENDOR: Readonly<Record<Code['vendor'], Localized>> = {
  thinq: { en: 'What to answer NUGU', ko: 'NUGU에 응답할 코드' },
  nugu: { en: 'ThinQ codes that it answers', ko: '이 코드로 응답하는 ThinQ 코드' },
};

function itemsOf(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')];
}

/** What one source says, with the address of its page at the code. */
function sourceItem(
  { code }: Code,
  [id, { text, http, meaning, defect }]: readonly [SourceId, SourceFacts],
  catalog: Catalog,
  language: DocsLanguage,
): string {
  const url = catalog.data.sources.find((source) => source.id === id)?.url;
  const link = url === undefined ? sourceName(id, language) : `[${id}](${atText(url, code)})`;
  const slip = { en: 'a slip of the page', ko: '문서의 오류' };
  const said = [
    ...(text === undefined ? [] : [codeSpan(text)]),
    ...(http === undefined ? [] : [`HTTP ${http}`]),
    ...(meaning ? allOf(meaning, language).map(escapeMarkdown) : []),
    ...(defect ? [`${oneOf(slip, language)}: ${allOf(defect, language).map(escapeMarkdown).join(' ')}`] : []),
  ];
  const listed = { en: 'lists it', ko: '코드가 있음' };
  return `${link}: ${said.length > 0 ? said.join(' · ') : oneOf(listed, language)}`;
}

function relatedItems(code: Code, catalog: Catalog, language: DocsLanguage): readonly string[] {
  const same = { en: 'the same text', ko: '같은 메시지' };
  const companion = catalog.companionOf(code);
  const says = { en: 'says the same', ko: '같은 뜻' };
  return [
    ...catalog.twins(code).map((twin) => `${linkTo(twin, catalog, language)} (${oneOf(same, language)})`),
    ...(companion && !catalog.twins(code).includes(companion.code)
      ? [`${linkTo(companion.code, catalog, language)} (${oneOf(says, language)})`]
      : []),
  ];
}

function otherVendorItems(code: Code, catalog: Catalog, language: DocsLanguage): readonly string[] {
  if (code.vendor === 'nugu') return catalog.thinqCodesFor(code.code).map((one) => linkTo(one, catalog, language));
  const note = suggestionNote(code, catalog);
  return note ? allOf(note, language) : [];
}

function directiveItems(code: Code, catalog: Catalog): readonly string[] {
  return catalog.directivesOf(code).map((full) => {
    const name = full.split('.').at(-1) ?? full;
    return `[${full}](${addressOfPage({ kind: 'name', name })})`;
  });
}

function linkTo(code: Code, catalog: Catalog, language: DocsLanguage): string {
  const facts = describeInLine(code, catalog, language).slice(code.code.length + 1);
  return `[${codeSpan(code.code)}](${addressOfPage({ kind: 'code', code })}) ${escapeMarkdown(facts)}`;
}

function placeItems(places: readonly ShownPlace[], language: DocsLanguage): readonly string[] {
  const none = { en: 'No file of this workspace names it.', ko: '이 워크스페이스에서 이 코드를 쓰는 파일이 없습니다.' };
  if (places.length === 0) return [oneOf(none, language)];
  return itemsOf(
    places.map(({ uri, path, line, text }) => {
      const target = uri.replace(/[()\s<>]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
      return `[${escapeMarkdown(`${path}:${line + 1}`)}](${target}#L${line + 1}) ${codeSpan(shortened(text))}`;
    }),
  );
}

/** Characters of a line that are shown. */
const MOST_SHOWN_CHARACTERS = 120;

function shortened(text: string): string {
  const characters = [...text.trim().slice(0, 4 * MOST_SHOWN_CHARACTERS)];
  return characters.length > MOST_SHOWN_CHARACTERS
    ? `${characters.slice(0, MOST_SHOWN_CHARACTERS).join('')}…`
    : characters.join('');
}
