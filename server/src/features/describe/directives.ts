import type { Catalog } from '../../catalog/catalog.ts';
import { spellingConflictsOf } from '../../catalog/conflicts.ts';
import type { Capability, Code, Directive, Localized } from '../../catalog/types.ts';
import { conflictItems } from './conflicts.ts';
import { BASES, sourceLinks } from './facts.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { codeSpan } from './markdown.ts';
import { directiveKeys } from './protocol.ts';

const ANY: Localized = { en: 'Any directive', ko: '모든 디렉티브' };
const OWN: Localized = { en: 'Its own codes', ko: '고유 코드' };
const PARAMETERS: Localized = { en: 'Parameters', ko: '요청의 parameters' };
const PROPERTIES: Localized = { en: 'Properties of an OK answer', ko: 'OK 응답의 properties' };
const DEVICE_TYPES: Localized = { en: 'Device types', ko: '기기 타입' };
const AT_DISCOVERY: Localized = { en: 'At discovery', ko: '기기 조회' };
const SERVE_ALL: Localized = {
  en: '**Serve every spelling:** no page says which one the platform sends',
  ko: '**모든 표기를 처리하세요:** 플랫폼이 어느 표기를 보내는지는 문서에 없습니다',
};

/** Markdown about a capability or a directive of NUGU: what it is, and which device-level codes can answer it. */
export function describeName(name: string, catalog: Catalog, language: DocsLanguage): string | undefined {
  const capability = catalog.capability(name);
  if (capability) return describeCapability(capability, catalog, language);
  const directive = catalog.directive(name);
  const owner = catalog.capabilityOf(name);
  return directive && owner && describeDirective(name, directive, owner, catalog, language);
}

/** @param name the spelling that was asked for */
function describeDirective(
  name: string,
  directive: Directive,
  owner: Capability,
  catalog: Catalog,
  language: DocsLanguage,
): string {
  const { own, any } = codesOf(name, catalog);
  const what = oneOf({ en: 'NUGU directive of', ko: 'NUGU 디렉티브 ·' }, language);
  // By itself, since a line may break within a code span at a blank.
  const inPath = directive.sources['nugu/directive-paths']?.spelling ?? directive.name;
  const path = codeSpan(`/nugu/v1/capabilities/${owner.name}/directives/${inPath}`);
  const conflicts = spellingConflictsOf(directive);
  const rivals = conflicts.filter(({ field }) => field === 'spelling');
  const asked = allOf(
    {
      en: `asked by \`POST\` to ${path}`,
      ko: `${path}에 \`POST\`로 호출됩니다`,
    },
    language,
  );
  const items = [
    ...conflictItems(rivals, language),
    ...(rivals.length > 0 ? [oneOf(SERVE_ALL, language)] : []),
    ...keysInWords(PARAMETERS, directive.parameters, language),
    ...keysInWords(PROPERTIES, directive.properties, language),
    ...byBasis(own).map(
      ([basis, codes]) => `**${oneOf(OWN, language)}:** ${list(codes)} (${oneOf(BASES[basis], language)})`,
    ),
    ...byBasis(any).map(
      ([basis, codes]) => `**${oneOf(ANY, language)}:** ${list(codes)} (${oneOf(BASES[basis], language)})`,
    ),
    ...conflictItems(
      conflicts.filter((conflict) => !rivals.includes(conflict)),
      language,
    ),
  ];
  return blocks(
    `**\`${name}\`** ${what} \`${owner.name}\` — ${asked.join('  \n')}`,
    items,
    [...own, ...any],
    owner,
    catalog,
    language,
  );
}

function describeCapability(capability: Capability, catalog: Catalog, language: DocsLanguage): string {
  const { name, directives } = capability;
  const byDirective = directives.map((directive) => ({ directive, ...codesOf(directive, catalog) }));
  const any = byDirective[0]?.any ?? [];
  const what = oneOf({ en: 'NUGU capability', ko: 'NUGU capability' }, language);
  const asked = oneOf({ en: 'directives', ko: '디렉티브' }, language);
  const { discoveryKey, attributes } = capability;
  const inside = attributes.length === 0 ? '' : `: ${directiveKeys(attributes)}`;
  const types = catalog.data.deviceTypes.filter((one) => one.capabilities.includes(name));
  const items = [
    `**${oneOf(AT_DISCOVERY, language)}:** ${codeSpan(discoveryKey.name)}${inside}`,
    ...conflictItems(spellingConflictsOf(discoveryKey), language),
    `**${oneOf(DEVICE_TYPES, language)}:** ${types.map(({ code }) => codeSpan(code)).join(', ')}`,
    ...byDirective.flatMap(({ directive, own }) =>
      byBasis(own).map(([basis, codes]) => `**${directive}:** ${list(codes)} (${oneOf(BASES[basis], language)})`),
    ),
    ...byBasis(any).map(
      ([basis, codes]) => `**${oneOf(ANY, language)}:** ${list(codes)} (${oneOf(BASES[basis], language)})`,
    ),
  ];
  const head = `**\`${name}\`** ${what} — ${asked} ${directives.map(codeSpan).join(', ')}`;
  return blocks(head, items, [...byDirective.flatMap(({ own }) => own), ...any], capability, catalog, language);
}

function keysInWords(label: Localized, keys: Directive['parameters'], language: DocsLanguage): readonly string[] {
  return keys.length === 0 ? [] : [`**${oneOf(label, language)}:** ${directiveKeys(keys)}`];
}

function blocks(
  head: string,
  items: readonly string[],
  codes: readonly Code[],
  { name, page }: Capability,
  catalog: Catalog,
  language: DocsLanguage,
): string {
  const [first] = codes;
  const links = [...(first ? [sourceLinks(first, catalog, language)] : []), `[${name}](${page})`];
  return [head, items.map((item) => `- ${item}`).join('\n'), links.join(' · ')].join('\n\n');
}

function codesOf(
  directive: string,
  catalog: Catalog,
): { readonly own: readonly Code[]; readonly any: readonly Code[] } {
  const codes = catalog.codesOfDirective(directive);
  const isOwn = (code: Code): boolean => code.directives?.names !== 'any';
  return { own: codes.filter(isOwn), any: codes.filter((code) => !isOwn(code)) };
}

function byBasis(codes: readonly Code[]): readonly (readonly ['page' | 'judgement', readonly Code[]])[] {
  return (['page', 'judgement'] as const).flatMap((basis) => {
    const found = codes.filter((code) => code.directives?.basis === basis);
    return found.length > 0 ? [[basis, found] as const] : [];
  });
}

/** Codes with the keys that must stand beside them. */
function list(codes: readonly Code[]): string {
  return codes
    .map(({ code, errorProperties }) => {
      const names = errorProperties.map(({ name }) => codeSpan(name)).join(', ');
      return codeSpan(code) + (names === '' ? '' : ` + ${names}`);
    })
    .join(', ');
}
