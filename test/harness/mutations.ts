import type { Json, Response } from './writers.ts';

type JsonObject = { readonly [key: string]: Json };

/** A right response, broken in one way. */
export interface Mutation {
  readonly name: string;
  /** The one rule that finds it. */
  readonly rule: string;
  readonly response: Response;
  /** What comes of the best fix: a right response, one with empty places to be filled in, or there is none that would do. */
  readonly fixed: 'right' | 'blank' | 'none';
}

const OUT_OF_RANGE: JsonObject = {
  requestId: 'r-1',
  data: [
    {
      resultCode: 'TemperatureOutofRange',
      smartHomeDevice: { id: 'd-1' },
      errorProperties: { minTemperature: 16, maxTemperature: 30 },
    },
  ],
};
const DONE: JsonObject = {
  requestId: 'r-1',
  data: [{ resultCode: 'OK', smartHomeDevice: { id: 'd-1' }, properties: { power: 'on' } }],
};
const MIXED: JsonObject = {
  requestId: 'r-1',
  data: [
    { resultCode: 'NotSupportBrightnessControl', smartHomeDevice: { id: 'd-1' }, errorProperties: {} },
    { resultCode: 'OK', smartHomeDevice: { id: 'd-2' }, properties: {} },
  ],
};
const DENIED: JsonObject = { requestId: 'r-1', error: { code: 401, message: 'invalid token' } };
const OFFLINE: JsonObject = {
  messageId: 'm-1',
  timestamp: '2026-01-01T00:00:00.000000',
  error: { message: 'Not connected device', code: '1222' },
};

/** Responses as the vendors' pages draw them. */
export const VALID: readonly (readonly [name: string, response: Response])[] = [
  ['an error of a device with its properties', { body: OUT_OF_RANGE }],
  ['a success', { body: DONE }],
  ['an error beside a success', { body: MIXED }],
  ['a success with a single result', { body: { requestId: 'r-1', resultCode: 'OK' } }],
  ['an error of the whole request', { body: DENIED }],
  ['a ThinQ error', { body: OFFLINE }],
  ['a ThinQ error with its status', { body: OFFLINE, status: 416 }],
  [
    'a templated text with the state filled in',
    { body: { ...OFFLINE, error: { message: 'Command not supported in HEAT (2302)', code: '2302' } }, status: 400 },
  ],
  ['either of two documented statuses', { body: withError('Not supported product', '2202'), status: 400 }],
  ['the other of two documented statuses', { body: withError('Not supported product', '2202'), status: 503 }],
  ["the appliance page's capitals", { body: { Error: { Message: 'Not connected device', Code: '1222' } } }],
  ['success in the older API', { body: { resultCode: '0000', result: { state: 'on' } } }],
];

function withError(message: string, code: string): JsonObject {
  return { ...OFFLINE, error: { message, code } };
}

/** Ways to break a response: what is at the end of a path is dropped, gets another name, or another value. */
const drop = Symbol('drop');
const rename = Symbol('rename');
type Change = typeof drop | typeof rename | Json;

const ITEM = 'data.0';
const PROPERTIES = `${ITEM}.errorProperties`;

/** By the response: path, change, rule. */
const CHANGES: readonly (readonly [
  response: JsonObject,
  path: string,
  change: Change,
  rule: string,
  fixed?: 'blank' | 'none',
])[] = [
  [OUT_OF_RANGE, 'requestId', drop, 'envelope-shape', 'blank'],
  [OUT_OF_RANGE, 'requestId', rename, 'envelope-shape'],
  [OUT_OF_RANGE, 'requestId', 4711, 'envelope-shape'],
  [OUT_OF_RANGE, 'data', rename, 'envelope-shape'],
  [OUT_OF_RANGE, 'data', (OUT_OF_RANGE.data as readonly Json[])[0] ?? '', 'envelope-shape'],
  [OUT_OF_RANGE, 'error', { code: 503, message: 'Service Unavailable' }, 'envelope-shape', 'none'],
  [OUT_OF_RANGE, `${ITEM}.resultCode`, drop, 'envelope-shape'],
  [OUT_OF_RANGE, `${ITEM}.resultCode`, rename, 'envelope-shape'],
  [OUT_OF_RANGE, `${ITEM}.resultCode`, 7, 'envelope-shape', 'none'],
  [OUT_OF_RANGE, `${ITEM}.resultCode`, 'TemperatureOutOfRange', 'unknown-code'],
  [OUT_OF_RANGE, `${ITEM}.smartHomeDevice`, drop, 'envelope-shape'],
  [OUT_OF_RANGE, `${ITEM}.smartHomeDevice`, rename, 'envelope-shape'],
  [OUT_OF_RANGE, `${ITEM}.smartHomeDevice`, 'd-1', 'envelope-shape', 'none'],
  [OUT_OF_RANGE, PROPERTIES, drop, 'missing-error-property', 'blank'],
  [OUT_OF_RANGE, PROPERTIES, rename, 'envelope-shape'],
  [OUT_OF_RANGE, PROPERTIES, 'none', 'envelope-shape', 'none'],
  [OUT_OF_RANGE, `${PROPERTIES}.minTemperature`, drop, 'missing-error-property', 'blank'],
  [OUT_OF_RANGE, `${PROPERTIES}.minTemperature`, rename, 'missing-error-property'],
  [OUT_OF_RANGE, `${PROPERTIES}.minTemperature`, 'low', 'error-property-type', 'none'],
  [OUT_OF_RANGE, `${PROPERTIES}.mode`, 'cool', 'unknown-error-property', 'none'],
  [DONE, `${ITEM}.resultCode`, drop, 'envelope-shape'],
  [DONE, `${ITEM}.properties`, rename, 'envelope-shape'],
  [DONE, `${ITEM}.resultCode`, 'Ok', 'unknown-code'],
  [DONE, `${ITEM}.resultCode`, 401, 'wrong-level', 'none'],
  [DONE, `${ITEM}.resultCode`, '503', 'wrong-level', 'none'],
  [DONE, `${ITEM}.resultCode`, 'AlreadyTurnOn', 'misplaced-properties', 'none'],
  [MIXED, `${ITEM}.resultCode`, 'NotSupportedBrightnessControl', 'unknown-code'],
  [MIXED, `${ITEM}.errorProperties.mode`, 'dim', 'unknown-error-property', 'none'],
  [MIXED, 'data.1.smartHomeDevice', drop, 'envelope-shape'],
  [DENIED, 'error.code', '401', 'envelope-shape'],
  [DENIED, 'error.code', rename, 'envelope-shape'],
  [DENIED, 'error.message', rename, 'envelope-shape'],
  [DENIED, 'error.message', 401, 'envelope-shape'],
  [DENIED, 'error.code', 'NoConnectionDevice', 'wrong-level', 'none'],
  [DENIED, 'error.code', 'TemperatureOutofRange', 'wrong-level', 'none'],
  [OFFLINE, 'messageId', drop, 'envelope-shape', 'blank'],
  [OFFLINE, 'messageId', rename, 'envelope-shape'],
  [OFFLINE, 'messageId', 4711, 'envelope-shape'],
  [OFFLINE, 'timestamp', drop, 'envelope-shape', 'blank'],
  [OFFLINE, 'timestamp', rename, 'envelope-shape'],
  [OFFLINE, 'timestamp', 1767225600, 'envelope-shape'],
  [OFFLINE, 'timestamp', 'Thu, 01 Jan 2026 00:00:00 GMT', 'envelope-shape'],
  [OFFLINE, 'error', rename, 'envelope-shape'],
  [OFFLINE, 'error', '1222', 'envelope-shape'],
  [OFFLINE, 'error.message', drop, 'envelope-shape'],
  [OFFLINE, 'error.message', rename, 'envelope-shape'],
  [OFFLINE, 'error.message', 'Not supported country', 'message-mismatch'],
  [OFFLINE, 'error.code', drop, 'envelope-shape'],
  [OFFLINE, 'error.code', rename, 'envelope-shape'],
  [OFFLINE, 'error.code', 1222, 'code-type'],
  [OFFLINE, 'error.code', '1233', 'unknown-code'],
  [OFFLINE, 'error.code', '1307', 'message-mismatch'],
];

/** Ways that no path tells. */
const MOVES: readonly Mutation[] = [
  {
    name: 'properties of a success under errorProperties',
    rule: 'misplaced-properties',
    response: { body: edit(edit(DONE, `${ITEM}.properties`, drop), `${ITEM}.errorProperties`, { power: 'on' }) },
    fixed: 'right',
  },
  {
    name: 'properties of an error under properties',
    rule: 'misplaced-properties',
    response: {
      body: edit(edit(OUT_OF_RANGE, PROPERTIES, drop), `${ITEM}.properties`, {
        minTemperature: 16,
        maxTemperature: 30,
      }),
    },
    fixed: 'right',
  },
  {
    name: 'an error of the whole request inside data',
    rule: 'wrong-level',
    response: {
      body: { requestId: 'r-1', data: [{ smartHomeDevice: {}, error: { code: 401, message: 'invalid token' } }] },
    },
    fixed: 'right',
  },
  {
    name: 'the code of a ThinQ error outside of it',
    rule: 'envelope-shape',
    response: { body: { ...edit(OFFLINE, 'error.code', drop), code: '1222' } },
    fixed: 'right',
  },
  {
    name: 'a status that the code does not come with',
    rule: 'http-status-mismatch',
    response: { body: OFFLINE, status: 404 },
    fixed: 'right',
  },
  {
    name: 'a status that is neither of two',
    rule: 'http-status-mismatch',
    response: { body: withError('Not supported product', '2202'), status: 404 },
    fixed: 'right',
  },
  {
    name: 'a ThinQ code in an answer of NUGU',
    rule: 'wrong-vendor',
    response: { body: edit(MIXED, `${ITEM}.resultCode`, '1222') },
    fixed: 'right',
  },
  {
    name: 'a word of NUGU in a ThinQ error',
    rule: 'wrong-vendor',
    response: { body: edit(OFFLINE, 'error.code', 'NoConnectionDevice') },
    fixed: 'right',
  },
];

/** Every right response in every way that breaks it. */
export const INVALID: readonly Mutation[] = [
  ...CHANGES.map(([response, path, change, rule, fixed]) => ({
    name: `${nameOf(response)}, ${path} ${describe(change)}`,
    rule,
    response: { body: edit(response, path, change) },
    fixed: fixed ?? ('right' as const),
  })),
  ...MOVES,
];

function nameOf(response: JsonObject): string {
  return [
    [OUT_OF_RANGE, 'an error of a device'],
    [DONE, 'a success'],
    [MIXED, 'an error beside a success'],
    [DENIED, 'an error of the whole request'],
    [OFFLINE, 'a ThinQ error'],
  ].find(([one]) => one === response)?.[1] as string;
}

function describe(change: Change): string {
  if (change === drop) return 'dropped';
  return change === rename ? 'renamed' : `as ${JSON.stringify(change)}`;
}

function edit(value: JsonObject, path: string, change: Change): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const inner = value[key];
  if (rest.length > 0) {
    if (Array.isArray(inner)) {
      const [index = '', ...further] = rest;
      const items = inner.map((item, at) => (at === Number(index) ? edit(item, further.join('.'), change) : item));
      return { ...value, [key]: items };
    }
    return { ...value, [key]: edit(inner as JsonObject, rest.join('.'), change) };
  }
  if (change === drop) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  if (change === rename)
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name === key ? slip(name) : name, held]));
  return { ...value, [key]: change };
}

/** A slip of the keyboard: another case where there is a capital, else a letter too many. */
function slip(name: string): string {
  return /[A-Z]/.test(name) ? name.toLowerCase() : `${name}s`;
}
