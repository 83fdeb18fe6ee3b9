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
    .replace(/^[gs]et/, '');
  if (!/codes?$/.test(word)) return false;
  return OF_AN_ERROR.has(word.replace(/codes?$/, ''));
}

/** Names of quantities: a four-digit number there is how much, not which. */
const QUANTITY =
  /port|time|delay|wait|interval|millis|^ms$|_ms$|Ms$|sec|minute|hour|year|size|width|height|count|length|limit|^max|^min|max$|min$|weight|price|temp|watt|energy|power|rpm|version|offset|index|zip|pin$|^id$|Id$|_id$/i;

/** Whether a name is that of a quantity or an identifier: `timeoutMs`, `port`, `roomId`. */
export function isQuantityName(name: string): boolean {
  return QUANTITY.test(name);
}

/** Whether a name is one that the text of an error goes by: `message`, `errorMessage`, `getLocalizedMessage`. */
export function isMessageName(name: string | undefined): boolean {
  return name !== undefined && /^(?:error_?|err_?|get_?|localized_?|full_?)*(?:message|msg)$/i.test(name);
}

/** Whether a name is one that errors are caught under. */
export function isErrorName(name: string): boolean {
  return /^(?:e|ex|exc|err|error|exception|failure)$/i.test(name);
}

/** Whether a name is that of something which makes a text of a value, or another text of one. */
function isOfText(name: string): boolean {
  return /^(?:f|str|string|repr|format|to_?(?:s|str|string|lower|upper|lowercase|uppercase)(?:case)?|lower(?:case)?d?|upper(?:case)?d?|strip|trim|description|inspect|localizedDescription|error|what|sprintf|strval|orEmpty|unwrap_or_default|clone|(?:down|up)case)$/i.test(
    name,
  );
}

/** Whether the words of an expression are those of an error's text: `e.message`, `str(err)`, `err.to_string()`. */
export function isErrorText(words: readonly string[]): boolean {
  const own = words.filter((word) => !isOfText(word) || isErrorName(word));
  return own.length > 0 && own.every((word) => isErrorName(word) || isMessageName(word));
}
