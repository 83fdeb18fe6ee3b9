/**
 * ThinQ codes that are also numbers of anything. As texts: `0000` and `0001` are the successes and failures of many
 * services, `1000` and `2000` those of some more. As numbers: timeouts, years, and the codes with which sockets close.
 */
const COMMONPLACE: ReadonlySet<string> = new Set(['0000', '0001', '1000', '2000']);

/** Whether a code is also the text of many other things. */
export function isCommonplace(code: string): boolean {
  return COMMONPLACE.has(code);
}

/** Whether a code, written as a number, is also the number of many other things; nothing is counted as 0000. */
export function isCommonplaceNumber(code: string): boolean {
  return COMMONPLACE.has(code) && !code.startsWith('0');
}

/** Whether a text is an HTTP status that says that a request failed. */
export function isFailureStatus(text: string): boolean {
  return /^[45]\d\d$/.test(text);
}

/** Whether a text is an HTTP status. */
export function isHttpStatus(text: string): boolean {
  return /^[1-5]\d\d$/.test(text);
}
