/** Words in front of `code` that leave it an error code; any other makes it something else (`zipCode`, `statusCode`). */
const OF_AN_ERROR = new Set([
  '',
  'error',
  'err',
  'result',
  'res',
  'api',
  'apierror',
  'device',
  'exc',
  'exception',
  'failure',
  'fail',
  'fault',
  'thinq',
  'lg',
  'nugu',
  'thinqerror',
  'reason',
]);

/** Whether a name is one that an error code goes by: `code`, `errorCode`, `error_code`, `getCode`, `resultCode`. */
export function isCodeName(name: string): boolean {
  const word = name
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/^get/, '');
  if (!/codes?$/.test(word)) return false;
  return OF_AN_ERROR.has(word.replace(/codes?$/, ''));
}

/** Whether a name belongs to ThinQ, as `ThinQApiException` does. */
export function isThinqName(name: string): boolean {
  return /thinq/i.test(name);
}
