import { particle } from '../catalog/korean.ts';
import { codeName } from '../catalog/wording.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { speaksItself } from '../evidence/file.ts';
import { isTyped } from '../evidence/place.ts';
import { wholeFix } from '../fixes/fix.ts';
import { CHANNEL_CUES } from '../knowledge/channels.ts';
import { controlsAppliance, endsSomething } from '../knowledge/cleanUp.ts';
import { ANSWER_CUES, OWN_REQUEST_CUE, REQUEST_CUE, sends } from '../knowledge/clients.ts';
import { deserializes, makesClient } from '../knowledge/functions.ts';
import {
  holdsThinqAddress,
  ITEM_CUES,
  isLogIn,
  isSdkCall,
  isThinqClient,
  isThinqRequest,
  SDK_CALL,
} from '../knowledge/vendors.ts';
import type { Handler, ProtectedCall } from '../model/model.ts';
import { defineRule, type Finding } from './rule.ts';

type Data =
  | { readonly call: ProtectedCall | undefined; readonly handler: Handler }
  /** An item of a NUGU answer of which nobody reads how it went. */
  | { readonly key: string };

export default defineRule<Data>({
  id: 'unread-error-code',
  since: '0.1.0',
  docs: {
    title: { en: 'An error code that nobody reads', ko: '읽지 않는 오류 코드' },
    why: {
      thinq: {
        en: 'Without the error code, a device that is offline, an expired token and too many calls all look the same. In code that disconnects, deregisters or stops something it is a hint, however the rule is set.',
        ko: '오류 코드를 읽지 않으면 기기 오프라인, 토큰 만료, 호출 한도 초과가 모두 같아 보입니다. 연결 해제, 등록 해제, 종료 코드에서는 규칙을 어떻게 설정해도 힌트로만 알립니다.',
      },
      nugu: {
        en: 'Only the `resultCode` of an item says whether its device did what it was asked for. Where it did not, there may be no `properties` to read.',
        ko: '기기가 요청대로 동작했는지는 항목의 `resultCode`만 알려 줍니다. 그렇지 않을 때는 읽을 `properties`가 없을 수 있습니다.',
      },
    },
  },
  severity: { thinq: 'information', nugu: 'information' },
  cues: {
    shared: ['vendors'],
    words: [SDK_CALL],
    inFunctions: [...CHANNEL_CUES, ...ITEM_CUES],
    requests: [REQUEST_CUE, OWN_REQUEST_CUE, ...ANSWER_CUES],
  },

  *check({ analysis }) {
    if (analysis.file.nugu === 'certain') yield* unreadItems(analysis);
    if (analysis.file.thinq !== 'certain') return;
    const { handlers } = analysis.model;
    for (const handler of handlers) {
      if (handler.outcome !== 'dropped') continue;
      const others = handlers.filter((other) => other.attempt === handler.attempt && other !== handler);
      // One handler that looks at the code is enough for its attempt; so is one that is there for ThinQ's errors, or that
      // hands on what the service answers.
      const isEnough = (other: Handler): boolean =>
        other.outcome === 'read' ||
        isTyped(other.types) ||
        (other.outcome === 'passed' && other.catchesAnswers === true && !other.catchesAny);
      if (others.some(isEnough)) continue;
      const isOfService = (call: ProtectedCall): boolean =>
        isThinqCall(call) || (handler.ofClient === true && call.strings.some(holdsThinqAddress));
      const calls = handler.calls.filter((call) => isOfService(call) && catchesThinq(handler, call));
      // Who catches ThinQ's own error knows whose call it guards.
      if (calls.length === 0 && !isTyped(handler.types)) continue;
      yield {
        span: handler.head,
        vendor: 'thinq',
        isMinor: cleansUp(handler, calls),
        data: { call: calls.find(({ path }) => sends(path.at(-1) ?? '')) ?? calls[0], handler },
      };
    }
  },

  message({ data }) {
    if ('key' in data) {
      return {
        en: `\`${data.key}\` is read, but not the \`resultCode\` beside it. It says whether the device did what it was asked for. Read it first.`,
        ko: `\`resultCode\`를 읽지 않고 \`${data.key}\`${particle(data.key, '을/를')} 읽습니다. 기기가 요청대로 동작했는지는 \`resultCode\`만 알려 줍니다. 먼저 읽으세요.`,
      };
    }
    const { call } = data;
    const last = call?.path.at(-1);
    const name = last === undefined ? { en: 'the call', ko: '호출' } : codeName(last);
    return {
      en: `When ${name.en} fails, the error code is not read. It tells a device that is offline from an expired token. Read it, and decide on it.`,
      ko: `${name.ko}${last === undefined ? '이' : ' 호출이'} 실패해도 오류 코드를 읽지 않습니다. 이 코드가 기기 오프라인과 토큰 만료를 구분해 줍니다. 오류 코드를 읽고 그에 따라 처리하세요.`,
    };
  },

  fixes({ data }, _context, writer) {
    if ('key' in data) return [];
    const { handler } = data;
    return wholeFix(
      { en: 'Keep the error as the cause', ko: '원래 오류를 원인으로 남기기' },
      [writer.keepCause(handler)],
      { preferred: true },
    );
  },
});

/** Items of NUGU's answers that are taken for good. */
function* unreadItems(analysis: Analysis): Generator<Finding<Data>> {
  for (const { span, key } of analysis.model.itemReads) {
    // Anybody's data may have such a key; the others are NUGU's own.
    if (/^properties$/i.test(key) && !speaksItself('nugu', analysis)) continue;
    yield { span, vendor: 'nugu', data: { key } };
  }
}

/** Whether all that failed is the end of something. Nobody acts there, but for what an appliance was to do. */
function cleansUp(handler: Handler, calls: readonly ProtectedCall[]): boolean {
  const names = calls.map(({ path }) => path.at(-1) ?? '');
  return handler.cleansUp ? !names.some(controlsAppliance) : names.length > 0 && names.every(endsSomething);
}

/** Whether the failure of a call ends in a handler. The SDK throws errors of its own for what its client was refused. */
function catchesThinq({ types, catchesAny, catchesAnswers }: Handler, { path }: ProtectedCall): boolean {
  return catchesAny || isTyped(types) || (catchesAnswers === true && !isSdkCall(path.at(-1) ?? ''));
}

/** Whether a call talks to ThinQ. Reading what came does not: its failure says that it is no JSON, and has no code. */
function isThinqCall(call: ProtectedCall): boolean {
  const { path, types, strings, client, addresses = [], through = [] } = call;
  const name = path.at(-1) ?? '';
  if (deserializes(name) || makesClient(name)) return false;
  if (isSdkCall(name) || isThinqRequest(name) || strings.some(holdsThinqAddress)) return true;
  const isNamed = path.length > 1 && [...path.slice(0, -1), ...types].some(isThinqClient);
  const isOwn = client !== undefined && (isThinqClient(client.name) || keepsThinqAddress(client.addresses));
  const talks = isNamed || isOwn || addresses.some(holdsThinqAddress) || through.some(isThinqCall);
  return talks && !isLogIn(name);
}

/** Whether all addresses that a class keeps are the service's. */
function keepsThinqAddress(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every(holdsThinqAddress);
}
