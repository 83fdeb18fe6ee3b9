import { anyOf, type Part, type Searched, wholeName } from './expressions.ts';

/** What errors and their lists are called, behind the vendor's name and words of the program's own: `ThinqRateLimitError`. */
const ERROR_WORDS =
  '(?:API|Api|api|[A-Z][a-z]+|(?<=_)[a-z]+)?_?(?:Err(?:or)?s?|Exceptions?|errors?|exceptions?)(?![a-z])\\w*';
/** What stands between `https://api-` and `.lgthinq.com`: a region, what is put in for it, or a text that goes on behind it. */
const REGION =
  '(?:[^\\s"\'`/]{1,60}|[#$]?\\{[^{}\\n]{1,80}\\}|["\'`]\\s?[+.<]{1,2}\\s?[\\w.$()[\\]>-]{1,60}\\s?[+.<>]{1,2}\\s?["\'`])';

/**
 * Names, packages, hosts and headers that stand only in what is about ThinQ Connect. Where one begins as another does,
 * the longer comes first.
 */
const THINQ_SIGNS: readonly Part[] = [
  /\bI?ThinQ(?:API|Api|Connect)?(?:::|\\|\.)?[A-Z]\w+/,
  // Errors and their codes, in whatever case people write the name: `ThinqApiError`, `thinq_error`, `THINQ_ERROR_CODES`.
  // No letter stands before it, as in the words that end so; in a function's name a capital begins it. What is looked
  // for comes first and what stands before it after that: a text is full of places where something may stand before.
  `[Tt]hin[Qq](?<![A-Za-z].{5})_?${ERROR_WORDS}`,
  `Thin[Qq](?<=\\b_?[a-z][A-Za-z]{0,40}.{5})${ERROR_WORDS}`,
  /THINQ_(?<![A-Za-z].{6})(?:(?:[A-Z]{1,30}_){0,4}ERR(?:OR)?S?(?:_[A-Z_]{1,60})?|CODES?)\b/,
  // A package or a module that is called so: `thinq.ApiError`, `thinq::Client`, `Thinq\ApiException`, `thinq::error::ApiError`
  /\b[Tt]hinq(?:(?:::|\\|\.)[a-z_]{1,20})?(?:::|\\|\.)(?:API|Api|Connect)?(?:Client|Err(?:or)?[A-Z]?\w*|Exception)\b/,
  // use thinq::{codes, error::ApiError};
  /\bthinq::\{[^{}]{0,120}?(?<!\w)(?:API|Api|Connect)?(?:Client|Error|Exception)\b/,
  /\bthinq(?:API|Api|Connect)?Client\b/,
  /\bthinq\.New\w*\(/,
  /\bThinQAPI\b/,
  /\bThinQApi\b/,
  /\bthinq[-_]?connect\b/,
  `\\.lgthinq\\.com(?<=\\bapi-${REGION}.{12})`,
  // For partners: `kic-ext.`, `aic-qa-connect.`; laundries have an API of their own.
  /\.lgthinq\.com(?<=-(?:ext|connect).{12})(?<!laundry-ext.{12})/,
  /\bconnect-pat\.lgthinq\.com/,
];

/** A header of ThinQ's that others have, too: a name in quotes, or at the beginning of a line. */
const header = (name: string): RegExp => new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i');
const THINQ_NAME = /thinq/i;
const MESSAGE_ID_HEADER = header('x-message-id');
const CONDITIONAL_HEADER = header('x-conditional-control');
const SERVICE_KEY_HEADER = header('x-service-key');
/**
 * Headers that others have, too: a row is enough where all of it stands in one text. With `x-message-id` ThinQ numbers
 * requests, and asks for it in each.
 */
const HEADERS_TOGETHER: readonly { readonly all: readonly RegExp[]; readonly without?: RegExp }[] = [
  // LG's other APIs send it beside a header that ThinQ Connect does not have.
  { all: [header('x-service-phase')], without: header('x-service-code') },
  { all: [CONDITIONAL_HEADER, MESSAGE_ID_HEADER] },
  { all: [CONDITIONAL_HEADER, THINQ_NAME] },
  { all: [SERVICE_KEY_HEADER, header('x-service-id'), MESSAGE_ID_HEADER] },
  { all: [SERVICE_KEY_HEADER, header('x-country(?:-code)?'), MESSAGE_ID_HEADER] },
  { all: [header('x-service-(?:id|key)'), THINQ_NAME] },
  { all: [MESSAGE_ID_HEADER, header('x-country'), header('x-client-id'), header('x-api-key')] },
];

/** Keys, names and paths that stand only in what is about NUGU's smart home. */
const NUGU_SIGNS: readonly Part[] = [
  /\bsmartHomeDevices?\b/,
  /\bsmartHome(?:Directive|Capability)\b/,
  /\b[gs]etSmartHome(?:Directive|Capability)\b/,
  /\bsetSmartHomeDevice\b/,
  // Members of one item in C# and Go: `ResultCode = word, SmartHomeDevice = device`
  /\bSmartHomeDevice\s{0,9}[:=](?<=\bResultCode\s{0,9}[:=][\s\S]{0,200})/,
  /\bSmartHomeDevice\s{0,9}[:=](?=[\s\S]{0,200}\bResultCode\s{0,9}[:=])/,
  /\bSmartHomeBackendProxy\b/,
  /\berrorProperties\b/,
  /\bnugu\/v1\b/,
  // Vapor: a string for each part of a path
  /"nugu", "v1"/,
];

/** What the SDK's names for codes say that nobody else's do; one beside its code is a sign. */
const SDK_NAME_WORDS = ['CONNECTED_DEVICE', 'OWNED_DEVICE', 'NOT_SUPPORTED_IN_'];

/** A constant's name in the styles of the languages: `OWNED_DEVICE`, `OwnedDevice`. */
function stylesOf(name: string): readonly string[] {
  const words = name.split('_').map((word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`);
  return [name, words.join('')];
}

/** Whatever is a sign of a vendor holds one of these: as it is spelt here, but for `thinq` itself. */
export const SIGN_WORDS: readonly string[] = [
  'thinq',
  ...['x-service-phase', 'X-Service-Phase', 'x-message-id', 'X-Message-I'],
  ...SDK_NAME_WORDS.flatMap(stylesOf),
  'smartHomeDevice',
  'SmartHomeDevice',
  'smartHomeDirective',
  'smartHomeCapability',
  'SmartHomeBackendProxy',
  'errorProperties',
  'nugu/v1',
  '"nugu", "v1"',
];

/** What a text about each vendor holds; global, for all of its places. */
export const SIGNS: { readonly [vendor in 'thinq' | 'nugu']: RegExp } = {
  thinq: new RegExp(anyOf(THINQ_SIGNS), 'g'),
  nugu: new RegExp(anyOf(NUGU_SIGNS), 'g'),
};

/** Where headers of ThinQ's stand that others have, too, if there are enough of them; UTF-16 offsets. */
export function headersTogether(text: Searched): ReturnType<Searched['places']> {
  const row = HEADERS_TOGETHER.find(
    ({ all, without }) => all.every((one) => text.has(one)) && !(without && text.has(without)),
  );
  const [first] = row?.all ?? [];
  return first ? text.places(first, 1) : [];
}

/** LG's private v1 and v2 APIs, and its DR and Business APIs: their codes are others, and 0000 or 2000 is success there. */
const THINQ_LEGACY: readonly Part[] = [
  /\bwideq\b/,
  /lgedmRoot/,
  /\breturnCd\b/,
  /x-thinq-app-/,
  /laundry-ext\.lgthinq/,
  /lgeapi\.com/,
  /\b46030\b/,
  /X-Response-Code/,
  /["'](?:0102|0106|9006)["']/,
  // What the v2 API calls its states, commands and generations; ThinQ Connect has none of these.
  /\bairState\.\w/,
  /\bbasicCtrl\b/,
  /\bcontrol-sync\b/,
  /\bdataSetList\b/,
  /\bmodelJsonUr[il]\b/,
  /\bGetDashboardResponse\b/,
  /allEventEnable\b/,
  /\b(?:is)?thinq[12](?:enabled)?\b/,
];
/** Keys whose codes are of another list than ThinQ Connect's `error.code`. */
export const LEGACY_CODE_KEYS: readonly string[] = ['resultCode', 'returnCode', 'returnCd'];
// Some languages begin the names of properties with a capital.
const LEGACY_CODE_KEY = `[Rr](?:${LEGACY_CODE_KEYS.map((key) => key.slice(1)).join('|')})`;
const legacyCodeKey = new RegExp(`^${LEGACY_CODE_KEY}$`);
/** `resultCode: "0000"`, `"returnCd":"0106"`, `returnCode=0000`, `resultCode 0110`, also in quotes that are escaped once more. */
const LEGACY_CODE = new RegExp(
  `(?<!\\w)${LEGACY_CODE_KEY}\\\\?["']?(?:\\s*[:=]{1,2}>?\\s*|\\s+)\\\\?["']?(\\d{4})(?!\\w)`,
  'dg',
);

/** Whether a name is a key of LG's older private APIs for codes; NUGU has one of them as well. */
export function isLegacyCodeKey(name: string): boolean {
  return legacyCodeKey.test(name);
}

/** Whether a number under such a key says that all went well. */
export function isLegacySuccessCode(text: string): boolean {
  return text === '0000';
}

/** Where numbers stand in a text, such as a line of a log, under such a key; UTF-16 offsets. */
export function legacyCodesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(LEGACY_CODE)].flatMap(({ indices }) => {
    const found = indices?.[1];
    return found ? [{ start: found[0], end: found[1] }] : [];
  });
}

/** NUGU's custom plays: their `resultCode` holds any word of the author's. */
const NUGU_PLAY: readonly Part[] = [/\bactionName\b/];
/** What a play answers with, in this order. */
const PLAY_VERSION = /["']?version["']?\s*:\s*["']2\.0["']/;
const PLAY_OUTPUT = /\boutput\b/;
/** What shows that a text with signs of plays is about appliances all the same. */
const NUGU_SMART_HOME: readonly Part[] = [
  /\bsmartHome(?:Devices?|Directive|Capability)\b/,
  /\bSmartHomeBackendProxy\b/,
];

const thinqLegacy = new RegExp(anyOf(THINQ_LEGACY), 'i');
const businessApi = /\.biz\.api\.lge\.com\b/;
const nuguPlay = new RegExp(anyOf(NUGU_PLAY));
const nuguSmartHome = new RegExp(anyOf(NUGU_SMART_HOME));

/** Whether a text is about an older API of LG's, whose codes are others. */
export function isLegacyThinq(text: Searched): boolean {
  return text.has(thinqLegacy);
}

/** Whether a text talks to LG's API for businesses, whose codes are ThinQ's. */
export function isBusinessApi(text: Searched): boolean {
  return text.has(businessApi);
}

/** Whether a text is about NUGU's plays, which share the key `resultCode` with its smart home. */
export function isNuguPlay(text: Searched): boolean {
  const [version] = text.places(PLAY_VERSION, 1);
  const isAnswer = version !== undefined && text.places(PLAY_OUTPUT).some(({ start }) => start > version.start);
  return (text.has(nuguPlay) || isAnswer) && !text.has(nuguSmartHome);
}

const nuguName = /(?<![A-Za-z])nugu(?![a-z])|(?<![A-Z])(?:Nugu(?![a-z])|NUGU(?![A-Za-z]))|\bsmart_home_devices?\b/;

/** Whether names in a text are called after NUGU or what it has for appliances: `package nugu`, `toNugu`, `smart_home_device`. */
export function namesNugu(text: Searched): boolean {
  return text.has(nuguName);
}

/** The class of the official Python SDK (and of its ports) whose members are the codes. */
export const SDK_CLASS = 'ThinQAPIErrorCodes';
/** The name that the official SDK prints for every code which that class does not list. */
export const SDK_UNLISTED = 'UNKNOWN_ERROR';

/** Whether the SDK alone gives a code such a name: `NOT_CONNECTED_DEVICE`, not `INVALID_TOKEN`. */
export function isTellingSdkName(name: string): boolean {
  return SDK_NAME_WORDS.some((word) => name.includes(word));
}

/** What ports of the SDK are called by their language, before its name or behind it. */
const PORTS = ['py', 'js', 'ts', 'go', 'java', 'kotlin', 'swift', 'rust', 'rs', 'ruby', 'php', 'dart', 'dotnet', 'net'];
/** What they are called besides: `ThinQConnectApi`, `thinq-connect-sdk`. */
const PORT_WORDS = [...PORTS, 'api', 'sdk', 'client', 'core', 'kit', 'lib', 'async'];
/** What all of their names hold. */
export const SDK_NAME = 'thinq[-_.]?connect';
/** The official SDK as manifests name it, and ports of it that keep its name. A part that is another thing's is none. */
const SDK_PACKAGE = new RegExp(
  `(?<![\\w-])(?:${anyOf(PORTS)}[-_.]?)?${SDK_NAME}(?:[-_.]?${anyOf(PORT_WORDS)})*(?!\\w)`,
  'i',
);
/**
 * The official SDK's methods that talk to the service: `async_post_device_control`. Home Assistant has others that begin so:
 * `async_get_device`, `async_get_events`.
 */
export const SDK_CALL =
  'async_(?:get|post|delete)_(?:device_(?:list|profile|status|control|energy)|client_(?:register|certificate)|push_|event_|energy_|route\\b)';
const sdkCall = new RegExp(`^${SDK_CALL}`);
/** The service's address, with a region in it or what is put in there; partners have hosts of their own. */
const THINQ_ADDRESS =
  /\bapi-(?:[^\s/]{0,80}|[#$]?\{[^{}\n]{1,80}\})\.lgthinq\.com|(?<=-(?:ext|connect))(?<!laundry-ext)\.lgthinq\.com/;
/** What people call something that talks to ThinQ, behind the vendor's name: `thinqApi`, `ThinQConnectClient`. */
const CLIENTS = ['api', 'client', 'service', 'sdk', 'connect(?:or|ion)?', 'https?', 'mqtt', 'bridge', 'cloud'];

const thinqClient = wholeName([`_*(?:lg_?)?thinq(?:_?${anyOf(CLIENTS)})*(?:_?rest\\w*)?`], 'i');

/** What people call the vendors and their products in texts, where nothing has to be proven: somebody asked. */
const SPOKEN_OF = {
  thinq: /thinq|LG ?전자|\blg(?:e\b|[-_ ]?api)/i,
  nugu: /nugu|누구 ?스마트홈|smart_?home_?(?:device|directive|capability)/i,
};
const BRAND = /\bLG\b/;

/** Whether a text for people speaks of one of the vendors. */
export function speaksOfVendor(text: string): boolean {
  return speaksOfThinq(text) || SPOKEN_OF.nugu.test(text);
}

/** Whether a text for people speaks of ThinQ, or of whom it is from. */
export function speaksOfThinq(text: string): boolean {
  return SPOKEN_OF.thinq.test(text) || BRAND.test(text);
}

/** Whether a manifest's text asks for the ThinQ Connect SDK. */
export function asksForSdk(text: string): boolean {
  return SDK_PACKAGE.test(text);
}

/** Whether a method is one of the official SDK's that talk to the service. */
export function isSdkCall(name: string): boolean {
  return sdkCall.test(name);
}

const thinqRequest = wholeName(
  ['_*(?:do_?|send_?|make_?|async_?)*(?:lg_?)?thinq_?(?:api_?|connect_?)*(?:request|fetch|call|get|post|put|send)\\w*'],
  'i',
);

/** Whether a function asks ThinQ for something, going by its name: `thinqRequest`, `lg_thinq_api_get`. */
export function isThinqRequest(name: string): boolean {
  return thinqRequest.test(name);
}

/** How programs call what gets them a token from LG's accounts: ThinQ Connect has no such call, and accounts have codes of their own. */
const logsIn = wholeName(
  [
    '_*(?:async_?|do_?|try_?|ensure_?|re_?)*(?:log_?(?:in|on)|sign_?in|auth(?:enticate|orize)?|(?:refresh|renew)_?(?:access_?)?tokens?)\\w*',
  ],
  'i',
);

/** Whether what is called logs in, or gets a new token. */
export function isLogIn(name: string): boolean {
  return logsIn.test(name);
}

/** What names the service in a text that sends requests: its host, a client for it, or what is declared under its name; in any case. */
export const SERVICE_CUES: readonly Part[] = [
  'lgthinq\\.com',
  'thinq_?(?:connect_?|api_?)?client',
  '(?:class|struct|interface|impl|type|object|trait|protocol|actor|extension|module)\\s+\\w{0,40}thinq',
];

/** Whether a text holds the address of the service. */
export function holdsThinqAddress(text: string): boolean {
  return THINQ_ADDRESS.test(text);
}

/** Whether a name belongs to ThinQ, as `ThinQApiException` does. */
export function isThinqName(name: string): boolean {
  return /thinq/i.test(name);
}

/** Whether a name or a type is that of something that talks to ThinQ: `thinqApi`, `ThinQConnectClient`. */
export function isThinqClient(name: string): boolean {
  return thinqClient.test(name);
}

/** Whether a name is NUGU's own for its codes, in the styles of all languages: `resultCode`, `result_code`. */
export function isResultCodeName(name: string | undefined): boolean {
  return name !== undefined && /^result_?code$/i.test(name);
}

/** Whether a function by this name is given what goes by it: `setResultCode`, `withResultCode`, `result_code`. */
export function setsResultCode(name: string): boolean {
  return /^(?:(?:set|with|put|add)_?)?result_?code$/i.test(name);
}

/**
 * Keys of an item of NUGU's answer beside the one that says how that went: the device, and its values. With what stands
 * in front of a key that is read off something: `item.smartHomeDevice`, `item["properties"]`, `item.getSmartHomeDevice()`.
 */
export const ITEM_KEY =
  /(?=[spe])(?<=(?:\.|->|::|\[\s{0,40}:?["']?|\(\s{0,40}:?["'])(?:get_?)?)(?:smart_?home_?device|properties|error_?properties)(?![\p{L}\p{N}_])/giu;
/** The same as words that keep a function which reads such a key. */
export const ITEM_CUES: readonly string[] = ['smart_?home_?device', '[.>:"\\\'](?:get)?properties\\b'];

/** Google's words for errors of its smart home that come near NUGU's. */
const WORDS_OF_OTHER_HOMES: ReadonlySet<string> = new Set([
  ...['deviceTurnedOff', 'alreadyStopped', 'alreadyStarted', 'alreadyAtMax', 'alreadyAtMin', 'alreadyOn', 'alreadyOff'],
  ...['deviceOffline', 'deviceCharging', 'inSleepMode', 'deviceNotReady', 'valueOutOfRange', 'notSupported'],
]);

/** Whether a word, to the letter, is one of another smart home's. */
export function isWordOfOtherHome(text: string): boolean {
  return WORDS_OF_OTHER_HOMES.has(text);
}

/** NUGU's words that a car, a robot or a driver writes in the same way. */
const WORDS_OF_EVERYBODY: ReadonlySet<string> = new Set([
  'DeviceTurnedOff',
  'UnsupportedMode',
  'AlreadyCharging',
  'AlreadyStarting',
  'AlreadyStopped',
]);

/** Whether a word of NUGU's does not tell whose it is, however many of the kind stand side by side. */
export function isWordOfEverybody(text: string): boolean {
  return WORDS_OF_EVERYBODY.has(text);
}

/** Whether a name is that of the list of items in NUGU's answer. */
export function isItemList(name: string): boolean {
  return /^(?:get_?)?data$/i.test(name);
}

/** Whether a text reads, or names, how an item went. */
export function namesResult(text: string): boolean {
  return /result_?code/i.test(text);
}

/** Whether a path begins as NUGU asks for it: `/nugu/v1/devices`. Nothing stands before it. */
export function isPlatformPath(path: string): boolean {
  return /^\/?nugu\/v1(?:\/|$)/.test(path);
}

/** Whether a word is a part of the paths that NUGU asks for which tells: `directives`. */
export function isPlatformWord(word: string): boolean {
  return /^(?:nugu|capabilities|directives)$/.test(word);
}
