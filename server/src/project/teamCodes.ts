import type { Node } from 'jsonc-parser';
import { particle } from '../catalog/korean.ts';
import type { Code, ErrorProperty, Localized, RetryClass, SourceFacts, Vendor } from '../catalog/types.ts';
import { codeName, listed } from '../catalog/wording.ts';
import type { Form } from './form.ts';

const RETRY = ['none', 'retry', 'back-off', 're-authenticate', 'fix-request', 'tell-user', 'give-up'] as const;
const PROPERTIES = [
  'vendor',
  'level',
  'code',
  'layer',
  'sources',
  'description',
  'advice',
  'judgement',
  'sdkName',
  'errorProperties',
  'directives',
] as const;

const NO_ADVICE: Localized = {
  en: 'Your team knows what to do: the code is in its own catalog.',
  ko: '팀 자체 목록에 있는 코드입니다. 할 일은 팀의 기준을 따르세요.',
};

/**
 * Reads the team's own codes: entries in the form of the catalog's, of which only `vendor`, `code` and `description`
 * are required.
 *
 * @param isDocumented says whether a vendor documents a code already: then the team's entry is not used
 */
export function readTeamCodes(
  node: Node,
  name: string,
  form: Form,
  isDocumented: (vendor: Vendor, code: string) => boolean,
): readonly Code[] {
  const seen = new Set<string>();
  const codes = form.list(node, name, (item, path) => {
    const code = readCode(item, path, form);
    if (!code) return undefined;
    const key = `${code.vendor} ${code.code}`;
    if (isDocumented(code.vendor, code.code) || seen.has(key)) {
      form.report(item, 'warning', {
        en: `\`${code.code}\` is already in ${seen.has(key) ? 'this list' : 'the catalog'}, so this entry is ignored.`,
        ko: `\`${code.code}\`${particle(code.code, '은/는')} ${seen.has(key) ? '이 목록' : '카탈로그'}에 이미 있어 이 항목은 무시됩니다.`,
      });
      return undefined;
    }
    seen.add(key);
    return code;
  });
  return codes ?? [];
}

function readCode(node: Node, path: string, form: Form): Code | undefined {
  const properties = form.object(node, path, PROPERTIES);
  if (!properties) return undefined;
  const read = <Value>(name: (typeof PROPERTIES)[number], how: (node: Node, path: string) => Value | undefined) => {
    const value = properties.get(name);
    return value && how(value, `${path}.${name}`);
  };
  const missing = (['vendor', 'code', 'description'] as const).filter((name) => !properties.has(name));
  if (missing.length > 0) {
    const names = listed(
      missing.map((name) => codeName(name)),
      'or',
    );
    form.report(node, 'error', {
      en: `\`${path}\` has no ${names.en}.`,
      ko: `\`${path}\`에 ${names.ko}${particle(names.ko, '이/가')} 없습니다.`,
    });
  }
  const vendor = read('vendor', (at, name) => form.word(at, name, ['thinq', 'nugu'] as const));
  const code = read('code', (at, name) => readName(at, name, vendor, form));
  const description = read('description', (at, name) => readLocalized(at, name, form));
  if (!vendor || !code || !description) return undefined;
  const level = vendor === 'thinq' ? 'api' : 'device-level';
  const retry: RetryClass = 'tell-user';
  const facts = read('sources', (at, name) => readFacts(at, name, form));
  const sdkName = read('sdkName', (at, name) => readSdkName(at, name, form));
  const directives = read('directives', (at, name) => readDirectives(at, name, form));
  return {
    vendor,
    level,
    code,
    layer: 'team',
    sources: { team: facts ?? {} },
    description,
    advice: read('advice', (at, name) => readLocalized(at, name, form)) ?? NO_ADVICE,
    judgement: read('judgement', (at, name) => readJudgement(at, name, form)) ?? { deviceLevel: false, retry },
    ...(sdkName && vendor === 'thinq' && { sdkName }),
    errorProperties:
      read('errorProperties', (at, name) => form.list(at, name, (item, own) => readErrorProperty(item, own, form))) ??
      [],
    ...(vendor === 'nugu' && { directives: directives ?? { names: 'any', basis: 'judgement' } }),
  };
}

/** Only what looks like a code of its vendor: any other text would be found everywhere. */
function readName(node: Node, name: string, vendor: Vendor | undefined, form: Form): string | undefined {
  const text = form.text(node, name);
  const shape = vendor === 'thinq' ? /^\d{4}$/ : /^[A-Z][A-Za-z]{3,}$/;
  if (text === undefined || !vendor || shape.test(text)) return text;
  form.report(
    node,
    'error',
    vendor === 'thinq'
      ? {
          en: `\`${name}\` must be four digits, like the codes of ThinQ.`,
          ko: `\`${name}\`${particle(name, '은/는')} ThinQ 코드처럼 숫자 네 자리여야 합니다.`,
        }
      : {
          en: `\`${name}\` must be one word that begins with a capital letter, like the codes of NUGU.`,
          ko: `\`${name}\`${particle(name, '은/는')} NUGU 코드처럼 대문자로 시작하는 한 단어여야 합니다.`,
        },
  );
  return undefined;
}

/** Only what can be a name: texts are searched for it. */
function readSdkName(node: Node, name: string, form: Form): string | undefined {
  const text = form.text(node, name);
  if (text === undefined || /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return text;
  form.report(node, 'error', {
    en: `\`${name}\` must be one name, like the members of \`ThinQAPIErrorCodes\`.`,
    ko: `\`${name}\`${particle(name, '은/는')} \`ThinQAPIErrorCodes\`의 멤버처럼 이름 하나여야 합니다.`,
  });
  return undefined;
}

/** A text in both languages, or one for both. */
function readLocalized(node: Node, name: string, form: Form): Localized | undefined {
  if (node.type !== 'object') {
    const text = form.text(node, name);
    return text === undefined ? undefined : { en: text, ko: text };
  }
  const properties = form.object(node, name, ['en', 'ko']);
  const [en, ko] = (['en', 'ko'] as const).map((language) => {
    const value = properties?.get(language);
    return value && form.text(value, `${name}.${language}`);
  });
  const any = en ?? ko;
  return any === undefined ? undefined : { en: en ?? any, ko: ko ?? any };
}

/** What the entry's sources say; a team has but one. */
function readFacts(node: Node, name: string, form: Form): SourceFacts | undefined {
  const team = form.object(node, name, ['team'])?.get('team');
  const properties = team && form.object(team, `${name}.team`, ['text', 'http']);
  if (!properties) return undefined;
  const text = properties.get('text');
  const http = properties.get('http');
  const message = text && form.text(text, `${name}.team.text`);
  return {
    ...(message !== undefined && { text: message }),
    ...(typeof http?.value === 'number' && { http: http.value }),
  };
}

function readJudgement(node: Node, name: string, form: Form): Code['judgement'] | undefined {
  const properties = form.object(node, name, ['deviceLevel', 'retry']);
  const retry = properties?.get('retry');
  return (
    properties && {
      deviceLevel: properties.get('deviceLevel')?.value === true,
      retry: (retry && form.word(retry, `${name}.retry`, RETRY)) ?? 'tell-user',
    }
  );
}

function readErrorProperty(node: Node, path: string, form: Form): ErrorProperty | undefined {
  const properties = form.object(node, path, ['name', 'type', 'sample']);
  const at = properties?.get('name');
  const name = at && form.text(at, `${path}.name`);
  if (!name) return undefined;
  const isNumber = properties?.get('type')?.value === 'number';
  const sample = properties?.get('sample')?.value as unknown;
  if (isNumber) return { name, type: 'number', sample: typeof sample === 'number' ? sample : 0 };
  return { name, type: 'string', sample: typeof sample === 'string' ? sample : '' };
}

function readDirectives(node: Node, path: string, form: Form): Code['directives'] {
  const names = form.object(node, path, ['names', 'basis'])?.get('names');
  if (!names || names.value === 'any') return undefined;
  const list = form.list(names, `${path}.names`, (item, name) => form.text(item, name));
  return list && { names: list, basis: 'judgement' };
}
