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

/** Words that name how much something is, when it was, or which of many things it is: no error is meant by these. */
const QUANTITIES: ReadonlySet<string> = new Set([
  // How long and when
  ...['time', 'timeout', 'timestamp', 'datetime', 'delay', 'wait', 'interval', 'duration', 'ttl', 'expires', 'expiry'],
  ...['exp', 'expiration', 'date', 'day', 'month', 'year', 'hour', 'minute', 'min', 'second', 'sec', 'millis', 'ms'],
  ...['birthday', 'birthdate', 'birth', 'dob', 'departure', 'arrival'],
  // How much
  ...[
    'port',
    'size',
    'width',
    'height',
    'count',
    'length',
    'limit',
    'max',
    'weight',
    'price',
    'amount',
    'total',
    'cost',
  ],
  ...['fee', 'fare', 'balance', 'score', 'rank', 'temp', 'temperature', 'watt', 'energy', 'power', 'rpm', 'offset'],
  ...['index', 'frequency', 'quantity', 'qty', 'distance', 'memory', 'byte', 'pixel', 'capacity', 'calorie'],
  // Which one
  ...['id', 'version', 'revision', 'build', 'zip', 'postcode', 'pin', 'otp', 'passcode', 'password', 'cvc', 'cvv'],
  ...['room', 'floor', 'seat', 'flight', 'bus', 'train', 'gate', 'building', 'house', 'apartment', 'apt', 'address'],
  ...['street', 'route', 'phone', 'tel', 'mobile', 'fax', 'ext', 'extension', 'model', 'sku', 'serial', 'invoice'],
  ...['order', 'ticket', 'account', 'card', 'plate', 'vehicle', 'car', 'station', 'channel', 'locker', 'page', 'line'],
  ...['row', 'column', 'pid', 'player', 'level', 'chapter', 'errno'],
]);
/** What has codes of its own, which say nothing about errors: `zipCode`, `exit_code`. */
const WITH_OWN_CODES: ReadonlySet<string> = new Set([
  ...['zip', 'post', 'postal', 'area', 'country', 'dial', 'product', 'item', 'promo', 'coupon', 'discount', 'bank'],
  ...['branch', 'currency', 'language', 'color', 'exit', 'verification', 'otp', 'sms', 'pin', 'airport', 'station'],
  ...['stock', 'bar', 'qr', 'region', 'building', 'invite', 'invitation', 'referral', 'access', 'pass', 'room', 'door'],
  ...[
    'industry',
    'job',
    'company',
    'department',
    'dept',
    'office',
    'employee',
    'member',
    'customer',
    'school',
    'course',
  ],
  ...['subject', 'category', 'menu', 'good', 'brand', 'seller', 'shop', 'store', 'tax', 'city', 'district', 'province'],
  ...['sido', 'sigungu', 'dong', 'airline', 'carrier', 'courier', 'seat', 'gate', 'lang', 'locale', 'nation'],
]);

/** What the address of a service is called, or a part of it. */
const ADDRESS_WORDS: ReadonlySet<string> = new Set([
  'url',
  'uri',
  'host',
  'base',
  'endpoint',
  'origin',
  'server',
  'root',
]);
/** What things are called that hold what others ask with. */
const SETTINGS_WORDS: ReadonlySet<string> = new Set([
  ...['config', 'configuration', 'conf', 'setting', 'option', 'constant', 'const', 'env', 'environment', 'param'],
  ...['parameter', 'url', 'uri', 'host', 'endpoint', 'origin', 'header', 'request', 'query'],
]);

/** The words of an identifier, in small letters and one of many: `roomIds`, `ROOM_IDS` → room, id. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? [];
  return words.map((word) => {
    const small = word.toLowerCase();
    return QUANTITIES.has(small) ? small : small.replace(/s$/, '');
  });
}

/** Whether a name is that of a quantity or an identifier: `timeoutMs`, `port`, `roomId`, `zipCode`; not `report`. */
export function isQuantityName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === 'code') return WITH_OWN_CODES.has(words.at(-2) ?? '');
  return last !== 'error' && words.some((word) => QUANTITIES.has(word));
}

/** What programs keep things in for themselves, or asked with: what is written there is no part of an answer. */
const KEEPERS: ReadonlySet<string> = new Set([
  ...[
    'log',
    'logger',
    'logging',
    'logs',
    'mdc',
    'span',
    'trace',
    'tracer',
    'scope',
    'metrics',
    'labels',
    'tags',
    'meta',
  ],
  ...['metadata', 'req', 'request', 'headers', 'header', 'params', 'query', 'this', 'self', 'ctx', 'context', 'state'],
  ...['session', 'config', 'options', 'settings', 'store', 'cache', 'locals', 'attributes', 'event', 'env'],
]);

/** Whether what goes by a name is kept by the program, and not sent: `log` in `log.requestId = id`. */
export function keepsForItself(name: string): boolean {
  return KEEPERS.has(name.toLowerCase());
}

/** Whether a name is one that the text of an error goes by: `message`, `errorMessage`, `getLocalizedMessage`. */
export function isMessageName(name: string | undefined): boolean {
  return name !== undefined && /^(?:error_?|err_?|get_?|localized_?|full_?)*(?:message|msg)$/i.test(name);
}

/** Whether a name is one that errors are caught under. */
export function isErrorName(name: string): boolean {
  return /^(?:e|ex|exc|err|error|exception|failure)$/i.test(name);
}

/** Whether a type is that of errors, by its name: `ThinQApiError`, `ThinqException`. */
export function isErrorType(name: string): boolean {
  return /(?:Error|Exception|Failure|Throwable)$/.test(name);
}

/** Whether a function has to do with errors or their codes, by its name: `isRetryable`, `codeOf`, `to_error`. */
export function tellsOfErrors(name: string): boolean {
  return /code|err|fail|fault|exception|retr(?:y|iable)/i.test(name);
}

/** Names that stand for an error, or for what it says, wherever they stand alone: `err`, `message`. */
export const ERROR_NAMES: readonly string[] = [
  ...['e', 'ex', 'exc', 'err', 'error', 'exception', 'failure', 'message', 'msg'],
  ...['errorMessage', 'error_message', 'errorMsg', 'errMsg', 'errorCode', 'error_code'],
];

/** Whether the words of an expression are those of an answer's text: `response.text`, `res.body`, `await answer.text()`. */
export function isBodyText(words: readonly string[]): boolean {
  const [last, owner] = [words.at(-1) ?? '', words.at(-2) ?? ''];
  if (/^(?:(?:response|res|resp|answer|reply|error|err)_?)(?:body|text|content)$/i.test(last)) return true;
  const isAnswer = /^(?:response|res|resp|answer|reply|r|err|error|exc|e)$/i.test(owner);
  return /^(?:body|raw)$/i.test(last) || (isAnswer && /^(?:text|body|content|data|payload)$/i.test(last));
}

/** Whether a text says that all went well: `{ ok: true }`, `200`, `완료`. */
export function saysAllIsWell(text: string): boolean {
  return /\b(?:ok|okay|done|success\w*|succeeded|true|20[0-4]|NoContent|Accepted)\b|성공|완료/i.test(text);
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

/** Whether a name may stand for the address of a service: `BASE_URL`, `apiHost`, `endpoint`. */
export function mayNameAddress(name: string): boolean {
  return wordsOf(name).some((word) => ADDRESS_WORDS.has(word));
}

/** Whether what goes by a name only keeps what others ask with: `Config`, `settings`; it talks to nobody. */
export function keepsSettings(name: string): boolean {
  return wordsOf(name).some((word) => SETTINGS_WORDS.has(word));
}

/** Whether the last part of a path is for those who run a service, and for nobody who uses it: `/healthz`. */
export function isOfOperators(word: string): boolean {
  return /^(?:(?:health|ready|live)(?:z|ness|-?check)?|ping|metrics|version|docs)$/i.test(word);
}

/** Whether a function by this name is all of a program: a handler around a call of it ends that. */
export function beginsProgram(name: string): boolean {
  return /^_*(?:main|async_?main|run_?main|bootstrap)_*$/i.test(name);
}
