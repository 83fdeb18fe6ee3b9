import { ADVICE, groupByAdvice } from '../catalog/advice.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { particle } from '../catalog/korean.ts';
import type { Code, Localized, Vendor } from '../catalog/types.ts';
import { codeName, listed, naming } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { handlersAt } from '../evidence/directives.ts';
import { decidesOnAll } from '../evidence/sites.ts';
import type { NamedCode } from '../fixes/constants.ts';
import { wholeFix } from '../fixes/fix.ts';
import type { AddedArms } from '../fixes/fixWriter.ts';
import type { DispatchSite } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly site: DispatchSite;
  readonly vendor: Vendor;
  readonly missing: readonly Code[];
  /** Those whose arms hold nothing but a note that something is to be done. */
  readonly toDo: readonly Code[];
  readonly handled: readonly Code[];
}

/** Codes named in a message, those nearest to what is handled; the rest are counted. */
const NAMED = 3;

function unhandled(list: Localized, isPart: boolean, count: number): Localized {
  return {
    en: `${counted(count)} unhandled${isPart ? ', such as' : ':'} ${list.en}.`,
    ko: isPart
      ? `${list.ko} 등 기기 오류 코드 ${count}개를 처리하지 않습니다.`
      : `기기 오류 코드 ${list.ko}${particle(list.ko, '을/를')} 처리하지 않습니다.`,
  };
}

/** What is missing; then what becomes of it, and what to do. */
const SAID = {
  branches: {
    absent: unhandled,
    outcome: (isOne: boolean): Localized => ({
      en: `There is no fallback, so no branch runs for ${isOne ? 'it' : 'them'}. Add a fallback, or a branch${isOne ? '' : ' for each'}.`,
      ko: `기본 처리도 없어 아무 분기도 실행되지 않습니다. 기본 처리나 ${isOne ? '이 코드의' : '코드별'} 분기를 추가하세요.`,
    }),
  },
  idle: {
    absent: unhandled,
    outcome: (isOne: boolean): Localized => ({
      en: `The fallback does nothing. Fill it in, or add a branch for ${isOne ? 'it' : 'each'}.`,
      ko: `기본 처리는 비어 있어 아무것도 하지 않습니다. 기본 처리를 채우거나 ${isOne ? '이 코드의' : '코드별'} 분기를 추가하세요.`,
    }),
  },
  map: {
    absent: (list: Localized, isPart: boolean, count: number): Localized => ({
      en: `${counted(count)} not in this map${isPart ? ', such as' : ':'} ${list.en}.`,
      ko: isPart
        ? `이 맵에 ${list.ko} 등 기기 오류 코드 ${count}개가 없습니다.`
        : `이 맵에 기기 오류 코드 ${list.ko}${particle(list.ko, '이/가')} 없습니다.`,
    }),
    outcome: (isOne: boolean): Localized => ({
      en: `The look-up has no default, so it finds nothing for ${isOne ? 'it' : 'them'}. Add a default, or an entry${isOne ? '' : ' for each'}.`,
      ko: `조회할 때 쓸 기본값도 없어 아무 값도 얻지 못합니다. 기본값이나 ${isOne ? '이 코드의' : '코드별'} 항목을 추가하세요.`,
    }),
  },
} as const;

function counted(count: number): string {
  return count === 1 ? '1 device-level code is' : `${count} device-level codes are`;
}

export default defineRule<Data>({
  id: 'unhandled-device-error',
  since: '0.1.0',
  docs: {
    title: { en: 'Device-level errors that nobody handles', ko: '처리되지 않는 기기 오류' },
    why: {
      thinq: {
        en: 'ThinQ sends these to correct programs, too: a device is offline, switched off or in another mode. Without a branch or a fallback nobody learns of it.',
        ko: '올바르게 작성한 프로그램에도 ThinQ가 보내는 오류입니다. 기기가 오프라인이거나 꺼져 있거나 다른 모드일 수 있습니다. 분기도 기본 처리도 없으면 아무도 알아차리지 못합니다.',
      },
      nugu: {
        en: 'A device can be off, unreachable or at its limit whenever NUGU asks for something. Without a branch or a fallback the user is told nothing.',
        ko: 'NUGU가 요청할 때 기기가 꺼져 있거나, 연결되어 있지 않거나, 이미 한계값일 수 있습니다. 분기도 기본 처리도 없으면 사용자는 아무 안내도 받지 못합니다.',
      },
    },
  },
  severity: { thinq: 'warning', nugu: 'warning' },
  cues: { shared: ['codes'] },

  *check({ analysis }) {
    for (const found of analysis.sites) {
      if (!decidesOnAll(found)) continue;
      const { site, vendor, handled, handling } = found;
      const { toDo } = handling;
      const missing = handling.verdict === 'missing' ? handling.missing : [];
      if (missing.length + toDo.length === 0) continue;
      yield { span: site.head, vendor, data: { site, vendor, missing, toDo, handled } };
    }
  },

  message({ vendor, data: { missing, toDo, handled, site } }, { catalog }) {
    const left = {
      en: `${toDo.length} ${toDo.length === 1 ? 'code is' : 'codes are'} still to do.`,
      ko: `코드 ${toDo.length}개가 아직 TODO로 남아 있습니다.`,
    };
    if (missing.length === 0) return left;
    const nearest = catalog
      .mostRelated(handled, missing, NAMED)
      .map((code) => codeName(code.code, vendor === 'thinq' ? catalog.shortTextOf(code) : undefined));
    const { absent, outcome } = SAID[site.kind === 'map' ? 'map' : site.idleFallback ? 'idle' : 'branches'];
    const first = naming(nearest, missing.length, (shown, rest) => absent(listed(shown), rest > 0, missing.length));
    const isOne = missing.length === 1;
    const last = outcome(isOne);
    return toDo.length === 0
      ? { en: `${first.en} ${last.en}`, ko: `${first.ko} ${last.ko}` }
      : {
          en: `${first.en} ${firstSentence(last.en)} ${left.en}`,
          ko: `${first.ko} ${firstSentence(last.ko)} ${left.ko}`,
        };
  },

  fixes({ data: { site, vendor, missing, handled } }, { analysis, catalog }, writer) {
    if (missing.length === 0) return [];
    const fallback = writer.addFallback(site, 'TODO: handle every other code') ?? [undefined];
    const withFallback = wholeFix({ en: 'Add a fallback', ko: '기본 처리 추가' }, fallback, { preferred: true });
    const add = (codes: readonly Code[], note: string): AddedArms | undefined => {
      const named = codes.map((code) => toNamed(code, catalog));
      return writer.addArms(site, named, `TODO: ${note}`);
    };
    const all = add(missing, 'handle the device-level errors');
    const groups = [
      ...(vendor === 'nugu' ? groupByDirective(missing, site.span.start, analysis, catalog) : []),
      ...(vendor === 'nugu' ? groupByCapability(missing, handled) : []),
    ].map(([name, codes]) => ({ name: { en: name, ko: name }, codes, note: `handle the errors of ${name}` }));
    const advised = groupByAdvice(missing).map(([retry, codes]) => ({
      name: ADVICE[retry],
      codes,
      note: ADVICE[retry].en,
    }));
    return [
      ...withFallback,
      ...(all
        ? wholeFix(titleOf(all.count, missing.length), [all.edit], {
            preferred: withFallback.length === 0,
            addsAll: true,
          })
        : []),
      ...[...groups, ...advised].flatMap(({ name, codes, note }) => {
        const added = add(codes, note);
        // What adds as much as can be added at all is offered already.
        return !added || added.count === all?.count
          ? []
          : wholeFix(titleOf(added.count, codes.length, name), [added.edit], { preferred: false });
      }),
    ];
  },
});

function firstSentence(text: string): string {
  return text.slice(0, text.indexOf('. ') + 1);
}

/** A NUGU code is a name; a number says more with the name that the SDK gives it, or with its text. */
function toNamed(code: Code, catalog: Catalog): NamedCode {
  const { code: text, sdkName } = code;
  if (code.vendor === 'nugu') return { text };
  return { text, name: sdkName ?? catalog.textOf(code), ...(sdkName !== undefined && { sdkName }) };
}

/** @param added how many can be written @param missing how many are @param name what they have in common, where not all are meant */
function titleOf(added: number, missing: number, name?: Localized): Localized {
  const codes = missing === 1 ? 'code' : 'codes';
  const isAll = added === missing;
  const count = isAll ? `${name ? '' : 'the '}${missing}` : `${added} of the ${missing}`;
  return {
    en: `Add ${count} missing ${codes}${name ? `: ${name.en}` : ''}`,
    ko: `빠진 코드 ${isAll ? '' : `${missing}개 중 `}${added}개 추가${name ? `: ${name.ko}` : ''}`,
  };
}

/** The missing codes in which a directive can end, for each that is served around an offset. */
function groupByDirective(
  missing: readonly Code[],
  offset: number,
  analysis: Analysis,
  catalog: Catalog,
): readonly (readonly [string, readonly Code[]])[] {
  const directives = new Set(handlersAt(analysis.directives, offset).map(({ directive }) => directive));
  return [...directives].flatMap((directive) => {
    const codesOfIt = catalog.codesOfDirective(directive);
    const codes = missing.filter((code) => codesOfIt.includes(code));
    return codes.length > 0 ? [[directive, codes] as const] : [];
  });
}

function groupByCapability(
  missing: readonly Code[],
  handled: readonly Code[],
): readonly (readonly [string, readonly Code[]])[] {
  const capabilitiesOf = ({ directives }: Code): readonly string[] =>
    directives === undefined || directives.names === 'any'
      ? []
      : [...new Set(directives.names.map((name) => name.slice(0, name.indexOf('.'))))];
  return [...new Set(handled.flatMap(capabilitiesOf))].flatMap((capability) => {
    const codes = missing.filter((code) => capabilitiesOf(code).includes(capability));
    return codes.length > 0 ? [[capability, codes] as const] : [];
  });
}
