/** What stands for something secret or personal that was taken out. */
const HIDDEN = '‹…›';

/** Keys whose values are nobody's business, as their letters: `x-message-id`, `messageId` and `message_id` are one. */
const KEYS =
  'authorization|cookie|setcookie|password|passwd|secret|clientsecret|apikey|xapikey|servicekey|' +
  'token|accesstoken|refreshtoken|idtoken|pat|personalaccesstoken|' +
  'messageid|requestid|clientid|deviceid|userid|userno|serialnumber|macaddress|phonenumber|email';
const IS_KEY = new RegExp(`^x?(?:${KEYS})$`);

/** A key with what leads to its value: `"deviceId": "`, `x-message-id=`, `\"token\":\"` in a text within a text. */
const LABELLED =
  /(?<![\w-])([A-Za-z][\w-]{1,30})(\\?["']?[ \t]{0,4}[:=][ \t]{0,4}\\?["']?)((?:Bearer|Basic)[ \t]{1,4})?([^\s"'\\,;&)}\]]+)/g;

/** `Bearer abc`, wherever it stands. */
const BEARER = /\b(Bearer|Basic)[ \t]{1,4}([\w.~+/=-]{8,})/g;

/** The part of a path that names a device: `/devices/0123/state`. */
const IN_PATH = /(\/(?:devices?|users?)\/)([^\s/?"'#]+)/gi;

const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const MAC = /(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])/gi;
/** Three parts of Base64 with dots between them. */
const JSON_WEB_TOKEN = /(?<![\w.-])eyJ[\w-]{4,}\.[\w-]{2,}(?:\.[\w-]*)?/g;

/** What may be an identifier: long, without a blank. Whether it is one its letters and digits tell. */
const LONG_WORD = /[\w-]{20,}={0,2}/g;
/** Names that people write: words in one case, with underscores between them. */
const NAME = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[a-z][a-z0-9]*(?:_[a-z0-9]+)*)$/;
/** Names of one case hold no more digits than this, unless they are identifiers in base 16. */
const MOST_DIGITS_OF_NAME = 5;

/**
 * A line of a log without what is secret or personal in it: tokens, keys, identifiers of messages, devices and users,
 * addresses. In doubt it is taken out: a long word with letters and digits is an identifier, unless it is a name in one case.
 * Codes, messages, names of constants, dates and times stay. Takes time linear in the line.
 */
export function redact(line: string): string {
  return line
    .replace(LABELLED, (whole, key: string, between: string, scheme = '') =>
      IS_KEY.test(key.replace(/[_-]/g, '').toLowerCase()) ? `${key}${between}${scheme}${HIDDEN}` : whole,
    )
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(JSON_WEB_TOKEN, HIDDEN)
    .replace(IN_PATH, `$1${HIDDEN}`)
    .replace(MAIL, HIDDEN)
    .replace(MAC, HIDDEN)
    .replace(LONG_WORD, (word) => (isIdentifier(word) ? HIDDEN : word));
}

function isIdentifier(word: string): boolean {
  const digits = word.replace(/\D/g, '').length;
  if (digits === 0 || !/[A-Za-z]/.test(word)) return false;
  return digits > MOST_DIGITS_OF_NAME || !NAME.test(word);
}
