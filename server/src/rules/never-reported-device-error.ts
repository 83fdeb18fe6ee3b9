import { particle } from '../catalog/korean.ts';
import type { Code } from '../catalog/types.ts';
import { codeName, listed, naming } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { DirectiveHandler } from '../evidence/directives.ts';
import type { Span } from '../model/model.ts';
import { defineRule } from './rule.ts';

interface Data {
  readonly directive: string;
  /** The codes that it can end in, the specific ones first. */
  readonly codes: readonly Code[];
}

/** Codes named in a message; the rest are counted. */
const NAMED = 2;

export default defineRule<Data, 'nugu'>({
  id: 'never-reported-device-error',
  since: '0.2.0',
  docs: {
    title: { en: 'A directive that is only ever answered with OK', ko: 'OK로만 응답하는 디렉티브' },
    why: {
      en: 'The device may be off, unreachable or at its limit. If the response is `OK` all the same, the speaker says that it is done, and nothing has happened.',
      ko: '기기가 꺼져 있거나, 연결되어 있지 않거나, 이미 한계값일 수 있습니다. 그래도 `OK`로만 응답하면 스피커는 처리했다고 말하지만 실제로는 아무 일도 일어나지 않습니다.',
    },
  },
  severity: { nugu: 'information' },
  cues: { shared: ['directives', 'responses'] },

  *check({ analysis, catalog }) {
    const { handlers } = analysis.directives;
    if (handlers.length === 0 || analysis.file.nugu !== 'certain' || reportsElsewhere(analysis)) return;
    const reported = reportedIn(analysis);
    for (const handler of handlers) {
      if (!isOnlyOk(handler, reported)) continue;
      const codes = catalog.codesOfDirective(handler.directive);
      yield { span: handler.span, vendor: 'nugu', data: { directive: handler.directive, codes } };
    }
  },

  message({ data: { directive, codes } }) {
    const first = naming(
      codes.slice(0, NAMED).map(({ code }) => codeName(code)),
      codes.length,
      (shown, rest) => {
        const others = { en: `${rest} other ${rest === 1 ? 'error' : 'errors'}`, ko: '' };
        const list = listed(rest > 0 ? [...shown, others] : shown, 'or').en;
        const names = listed(shown).ko;
        const never = rest > 0 ? `${names} 등 오류 코드 ${codes.length}개는` : `${names}${particle(names, '은/는')}`;
        return {
          en: `\`${directive}\` is only answered with \`OK\` here, never with ${list}.`,
          ko: `여기서는 \`${directive}\`에 \`OK\`로만 응답하고, ${never} 쓰지 않습니다.`,
        };
      },
    );
    return {
      en: `${first.en} If the device fails, the user still hears that all went well. Answer with the error that fits.`,
      ko: `${first.ko} 기기에 문제가 있어도 사용자는 정상 처리되었다는 안내를 듣습니다. 상황에 맞는 오류 코드로 응답하세요.`,
    };
  },
});

function isIn(span: Span, outer: Span): boolean {
  return outer.start <= span.start && span.end <= outer.end;
}

/** Whether device-level errors are named where no single directive is served: in what all of them may come through. */
function reportsElsewhere({ directives, mentions }: Analysis): boolean {
  return mentions.some(
    (found) =>
      found?.vendor === 'nugu' &&
      found.code?.level !== 'success' &&
      !directives.handlers.some(({ regions }) => regions.some((region) => isIn(found.mention.span, region))),
  );
}

/** Where a file responds, and with what. */
interface Reported {
  readonly ok: readonly Span[];
  /** Codes of errors, codes that are computed, and errors of whole requests, which are reports if coarse ones. */
  readonly errors: readonly Span[];
}

function reportedIn({ model, envelopes, mentions }: Analysis): Reported {
  const items = envelopes.flatMap(({ kind, code: { value, span }, object }) =>
    kind === 'nugu-item'
      ? [{ span, isOk: value.kind === 'string' && value.text === 'OK' && !model.objects[object]?.open }]
      : [],
  );
  return {
    ok: items.flatMap(({ isOk, span }) => (isOk ? [span] : [])),
    errors: [
      ...items.flatMap(({ isOk, span }) => (isOk ? [] : [span])),
      ...model.objects.flatMap(({ span, entries }) =>
        entries.some(({ key }) => /^errors?$/i.test(key)) ? [span] : [],
      ),
      ...mentions.flatMap((found) =>
        found?.vendor === 'nugu' && found.code?.level !== 'success' ? [found.mention.span] : [],
      ),
    ],
  };
}

function isOnlyOk({ regions }: DirectiveHandler, { ok, errors }: Reported): boolean {
  const here = (span: Span): boolean => regions.some((region) => isIn(span, region));
  return regions.every((region) => region.respondsAlone) && ok.some(here) && !errors.some(here);
}
