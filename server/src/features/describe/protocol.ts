import type { Catalog } from '../../catalog/catalog.ts';
import { particle } from '../../catalog/korean.ts';
import type { KeyUses, ProtocolRow } from '../../catalog/protocol.ts';
import { factsOf } from '../../catalog/text.ts';
import type { DirectiveKey, Localized, ProtocolKey, ProtocolWord, WordKind } from '../../catalog/types.ts';
import { conflictItems } from './conflicts.ts';
import { BASES, sourceLinks } from './facts.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

const PRODUCT: Localized = { en: 'NUGU smart home', ko: 'NUGU 스마트홈' };
const KEY: Localized = { en: 'key', ko: '키' };
const DEVICE_TYPE: Localized = { en: 'device type', ko: '기기 타입' };
const WORDS: { readonly [kind in WordKind]: Localized } = {
  mode: { en: 'mode', ko: '모드' },
  airflow: { en: 'airflow', ko: '풍량' },
  color: { en: 'colour', ko: '색상' },
};
const DISCOVERY_KEY: Localized = { en: 'key at discovery', ko: '기기 조회의 키' };

const IN_REQUESTS: Localized = { en: 'In requests of', ko: '요청' };
const IN_ANSWERS: Localized = { en: 'In answers to', ko: '응답' };
const AT_DISCOVERY: Localized = { en: 'At discovery, of', ko: '기기 조회' };
const IN_ERRORS: Localized = { en: 'In errorProperties of', ko: 'errorProperties' };
const SAMPLES: Localized = { en: 'In samples', ko: '예시의 값' };
const VALUES: Localized = { en: 'Values', ko: '값' };
const IN_SAMPLES_ONLY: Localized = { en: 'in samples only', ko: '예시에만 있음' };
const CAPABILITIES: Localized = { en: 'Capabilities', ko: 'Capability' };
const KEYS: Localized = { en: 'Keys in it', ko: '담는 키' };
const ORDER: Localized = { en: 'Order', ko: '순서' };
const NOTE: Localized = { en: 'Note', ko: '참고' };

/** Markdown about a key, a word or a device type of NUGU's: line 1 is the answer, its sources stand last. */
export function describeProtocolRow(row: ProtocolRow, catalog: Catalog, language: DocsLanguage): string {
  switch (row.kind) {
    case 'key': {
      const { key, uses, conflicts, alias } = row;
      const first = headline(key.name, [KEY, ...typesOf(uses)], key.description, language);
      const meant = alias === undefined ? [] : allOf(meantBy(alias, key.name), language);
      const items = [...usesInWords(uses, language), ...valuesInWords(key, catalog, language)];
      return blocks(
        [...meant, first],
        [...items, ...conflictItems(conflicts, language), ...noteOf(key, language)],
        [sourceLinks(key, catalog, language)],
      );
    }
    case 'word': {
      const { word, conflicts } = row;
      const names = namesOf(word).map(same);
      const first = headline(word.word, [WORDS[word.kind], ...names], meaningOf(word), language);
      const items = [...ladderOf(word, catalog, language), ...conflictItems(conflicts, language)];
      return blocks([first], [...items, ...noteOf(word, language)], [sourceLinks(word, catalog, language)]);
    }
    case 'device-type': {
      const { deviceType, conflicts } = row;
      const { code, title, capabilities, page } = deviceType;
      const first = headline(code, [DEVICE_TYPE], sentenceOf(title), language);
      const items = [
        labelled(CAPABILITIES, capabilities.map(codeSpan), language),
        ...conflictItems(conflicts, language),
      ];
      return blocks(
        [first],
        [...items, ...noteOf(deviceType, language)],
        [sourceLinks(deviceType, catalog, language), `[${code}](${page})`],
      );
    }
    case 'discovery-key': {
      const { capability, conflicts } = row;
      const { name, discoveryKey, attributes, page } = capability;
      const first = headline(discoveryKey.name, [DISCOVERY_KEY], standsFor(name), language);
      const keys =
        attributes.length === 0
          ? []
          : [
              labelled(
                KEYS,
                attributes.map((one) => codeSpan(one.name)),
                language,
              ),
            ];
      return blocks(
        [first],
        [...keys, ...conflictItems(conflicts, language)],
        [sourceLinks(discoveryKey, catalog, language), `[${name}](${page})`],
      );
    }
  }
}

/** Markdown about all that a name of NUGU's protocol stands for: `AUTO` is a mode and an airflow. */
export function describeProtocol(name: string, catalog: Catalog, language: DocsLanguage): string | undefined {
  const rows = catalog.protocolRows(name).map((row) => describeProtocolRow(row, catalog, language));
  return rows.length === 0 ? undefined : rows.join('\n\n---\n\n');
}

/** The row as one line of plain text, for lists: `AIR_CLEANER air purifier`. */
export function protocolRowInLine(row: ProtocolRow, language: DocsLanguage): string {
  switch (row.kind) {
    case 'key':
      return `${row.key.name} (${oneOf(PRODUCT, language)})`;
    case 'word':
      return `${row.word.word} (${oneOf(PRODUCT, language)} · ${oneOf(WORDS[row.word.kind], language)})`;
    case 'device-type':
      return `${row.deviceType.code} (${oneOf(PRODUCT, language)} · ${oneOf(row.deviceType.title, language)})`;
    case 'discovery-key':
      return `${row.capability.discoveryKey.name} (${oneOf(PRODUCT, language)})`;
  }
}

/** The keys of a directive's requests or answers, with the types that table and sample have for them. */
export function directiveKeys(keys: readonly DirectiveKey[]): string {
  return keys
    .map((key) => {
      const types = describeKeyTypes(key);
      return codeSpan(key.name) + (types === '' ? '' : ` (${escapeMarkdown(types)})`);
    })
    .join(', ');
}

/** The types that table and sample have for a key, as plain text: `double / string`. */
export function describeKeyTypes(key: DirectiveKey): string {
  const types = factsOf(key).flatMap(([, { type, sampleType }]) => type ?? sampleType ?? []);
  return [...new Set(types)].join(' / ');
}

function headline(name: string, facts: readonly Localized[], description: Localized, language: DocsLanguage): string {
  const [words = '', ...more] = allOf(description, language).map(escapeMarkdown);
  const inLine = [PRODUCT, ...facts].map((fact) => escapeMarkdown(oneOf(fact, language))).join(' · ');
  // Two spaces at the end of a line break it.
  return [`**${codeSpan(name)}** ${inLine} — ${words}`, ...more].join('  \n');
}

function blocks(heads: readonly string[], items: readonly string[], links: readonly string[]): string {
  return [...heads, items.map((item) => `- ${item}`).join('\n'), links.join(' · ')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function labelled(label: Localized, values: readonly string[], language: DocsLanguage): string {
  return `**${oneOf(label, language)}:** ${values.join(' · ')}`;
}

function same(text: string): Localized {
  return { en: text, ko: text };
}

/** The types that the tables name, then those of the samples. */
function typesOf({ facts }: KeyUses): readonly Localized[] {
  const said = facts.flatMap((one) => factsOf(one).map(([, fact]) => fact));
  const types = [...said.map(({ type }) => type), ...said.map(({ sampleType }) => sampleType)];
  const names = [...new Set(types.flatMap((type) => type ?? []))].join(' / ');
  return names === '' ? [] : [same(names)];
}

function usesInWords(uses: KeyUses, language: DocsLanguage): readonly string[] {
  const list = (label: Localized, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [labelled(label, names.map(codeSpan), language)];
  const nameOf = ({ name }: { readonly name: string }): string => name;
  const samples = uses.facts.flatMap((one) => factsOf(one).flatMap(([, { sample }]) => sample ?? []));
  const shown = [...new Set(samples.map((sample) => JSON.stringify(sample)))].slice(0, MOST_SAMPLES);
  return [
    ...list(IN_REQUESTS, uses.parametersOf.map(nameOf)),
    ...list(IN_ANSWERS, uses.propertiesOf.map(nameOf)),
    ...list(AT_DISCOVERY, uses.attributesOf.map(nameOf)),
    ...list(
      IN_ERRORS,
      uses.errorPropertiesOf.map(({ code }) => code),
    ),
    ...list(SAMPLES, shown),
  ];
}

const MOST_SAMPLES = 4;

function valuesInWords(key: ProtocolKey, catalog: Catalog, language: DocsLanguage): readonly string[] {
  const values = catalog.valuesOf(key).map(({ text, isOutsideTable }) => {
    const outside = isOutsideTable ? ` (${oneOf(IN_SAMPLES_ONLY, language)})` : '';
    return codeSpan(text) + outside;
  });
  return values.length === 0 ? [] : [labelled(VALUES, values, language)];
}

function noteOf({ note }: { readonly note?: Localized }, language: DocsLanguage): readonly string[] {
  return note ? [`**${oneOf(NOTE, language)}:** ${allOf(note, language).map(escapeMarkdown).join(' ')}`] : [];
}

/** What it is called in Korean, in every source. */
function namesOf(word: ProtocolWord): readonly string[] {
  return [...new Set(factsOf(word).flatMap(([, { names }]) => names ?? []))];
}

function meaningOf({ kind, rgb }: ProtocolWord): Localized {
  switch (kind) {
    case 'mode':
      return {
        en: 'A value of mode and of supportedModes.',
        ko: 'mode와 supportedModes의 값입니다.',
      };
    case 'airflow':
      return {
        en: 'A value of airflowType and of supportedAirflowTypes.',
        ko: 'airflowType과 supportedAirflowTypes의 값입니다.',
      };
    case 'color':
      return {
        en: `A value of supportedColorTypes. ChangeColor asks for it as ${rgb}.`,
        ko: `supportedColorTypes의 값이며, ChangeColor에서는 ${rgb} 값으로 요청합니다.`,
      };
  }
}

/** The airflows that increase and decrease go along, where it is one of them. */
function ladderOf({ rank }: ProtocolWord, { data }: Catalog, language: DocsLanguage): readonly string[] {
  if (!rank) return [];
  const steps = data.words
    .filter((word) => word.rank?.ladder === rank.ladder)
    .sort((a, b) => (a.rank?.step ?? 0) - (b.rank?.step ?? 0));
  return [`**${oneOf(ORDER, language)}:** ${steps.map(({ word }) => codeSpan(word)).join(' \\< ')}`];
}

function sentenceOf({ en, ko }: Localized): Localized {
  return { en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`, ko: `${ko}입니다.` };
}

function standsFor(capability: string): Localized {
  return {
    en: `Stands for ${capability} in supportedCapabilities. It must be there even where it is empty.`,
    ko: `supportedCapabilities에서 ${capability}${particle(capability, '을/를')} 나타냅니다. 담을 것이 없어도 있어야 합니다.`,
  };
}

function meantBy(alias: string, name: string): Localized {
  const [asked, own] = [codeSpan(alias), codeSpan(name)];
  return {
    en: `NUGU's pages have no key ${asked}; what comes closest is ${own} (${BASES.judgement.en}).`,
    ko: `NUGU 문서에는 ${asked} 키가 없으며, 가장 가까운 것은 ${own}입니다(${BASES.judgement.ko}).`,
  };
}
