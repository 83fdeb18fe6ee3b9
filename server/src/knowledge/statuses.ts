import { anyOf } from './expressions.ts';

/** HTTP statuses by the names that libraries give them, without separators and in small letters. */
const NAMED: Readonly<Record<string, number>> = {
  ok: 200,
  created: 201,
  accepted: 202,
  nocontent: 204,
  badrequest: 400,
  unauthorized: 401,
  forbidden: 403,
  notfound: 404,
  methodnotallowed: 405,
  notacceptable: 406,
  conflict: 409,
  gone: 410,
  preconditionfailed: 412,
  rangenotsatisfiable: 416,
  requestedrangenotsatisfiable: 416,
  unprocessableentity: 422,
  toomanyrequests: 429,
  internalservererror: 500,
  notimplemented: 501,
  badgateway: 502,
  serviceunavailable: 503,
  gatewaytimeout: 504,
};
const byName: ReadonlyMap<string, number> = new Map(Object.entries(NAMED));

/** How programs write the statuses of a limit on calls, those of the pages and those of other services: parts of expressions, in any case. */
export const LIMIT_STATUSES: readonly string[] = [
  '(?<![\\w.-])4(?:29|01)(?![\\w.-])',
  'too_?many_?requests',
  'unauthorized',
];

/** The failures that programs give back by a name, in the styles of all languages. */
const FAILURES = [
  'NOT_?FOUND',
  'BAD_?REQUEST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'INTERNAL_?SERVER_?ERROR',
  'SERVICE_?UNAVAILABLE',
  'UNPROCESSABLE',
];
const failure = new RegExp(`\\b[45]\\d\\d\\b|${anyOf(FAILURES)}`, 'i');

/** The status of a name, in any style: `NOT_FOUND`, `NotFound`, `NotFoundException` → 404. */
export function statusNamed(name: string): number | undefined {
  return byName.get(name.replace(/_|Exception$/g, '').toLowerCase());
}

/** Whether a name is one that an HTTP status goes by; a `code` that is compared with one is a status as well. */
export function isStatusName(name: string): boolean {
  return /^(?:get_?)?(?:http_?|response_?|res_?)*(?:status(?:_?code)?(?:_?value)?|code)$/i.test(name);
}

/** Whether a text holds an HTTP status of failure, as a number or by a name. */
export function holdsFailureStatus(text: string): boolean {
  return failure.test(text);
}
