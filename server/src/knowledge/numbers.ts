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

/** Korean counters and units that are glued to what they count; in front of other letters some begin another word. */
const COUNTERS = [
  ...[
    '건(?!너|강|조)',
    '자(?!동)',
    '동(?!작|안|시)',
    '호(?!출|환|스트)',
    '층',
    '개(?!발)',
    '명(?!령|시)',
    '원(?!인|격)',
    '대(?!기|응)',
  ],
  ...[
    '회(?!원)',
    '차(?!단)',
    '장(?!치|애)',
    '권(?!한)',
    '편',
    '곳',
    '쪽',
    '줄',
    '칸',
    '석',
    '평(?!가)',
    '점(?!검)',
    '위(?!의|치)',
    '세대',
  ],
  ...[
    '년',
    '월',
    '일(?!반)',
    '시(?!도|작)',
    '분(?!기|석)',
    '초(?!과|기)',
    '억',
    '조(?!건|회|치)',
    '천',
    '번지',
    '번째',
    '번길',
  ],
  ...[
    '리터',
    '미터',
    '킬로',
    '그램',
    '톤',
    '와트',
    '바이트',
    '글자',
    '픽셀',
    '포인트',
    '달러',
    '페이지',
    '가구',
    '마리',
  ],
  // `2305만 재시도` speaks of 2305 alone, `1205번 오류` of an error.
  ...['만 ?(?:[원명건개대회]|달러)', '번 ?(?:버스|출구|국도|노선|채널)'],
];
/** With a blank between, a counter counts only where it stands alone: `2302 건`, not `1306 호출`. */
const counted = new RegExp(`^(?:(?:${COUNTERS.join('|')})| (?:[건자명개동호층대원회]|세대)(?![가-힣]))`);

/** Whether what stands behind a number counts with it, in Korean: `건 처리`, `번지`. */
export function isCountedWith(behind: string): boolean {
  return counted.test(behind);
}

/** What a number is the number of, right before it, whoever speaks: `p. 1205`, `room 1205`, `exit code 1205`. */
const OF_SOMETHING =
  /(?<![\p{L}\p{N}_])(?:pp?\.|pages?|msg|rooms?|seats?|floor|flight|players?|workers?|pid|event id|exit(?:ed)?(?: with)?(?: code| status)?|chapter|no\.|id|x|port|zip)[\s:=#]*$/iu;
/** The argument of a call, as `varbinary(4001)` is; not of one that is named after an error. */
const IN_CALL = /(?<![\p{L}\p{N}_])(?!\w*(?:error|exception|err|code|thinq))[\p{L}_]\w*\($/iu;

/** Whether what stands before a number says that it is no error's. */
export function isOfSomething(before: string): boolean {
  return OF_SOMETHING.test(before) || IN_CALL.test(before);
}

/** What announces a code, right before it or right behind, in English and Korean: `code 1222`, `2304 오류`. */
const ANNOUNCES =
  /(?:(?<![\p{L}])(?:errors?|err|codes?|exception|(?:raise|throw|return|answer|send|fail|sent)(?:s|ed|d)?)(?: (?:with|as|is))?|코드|오류|에러)(?:는|은|가|이|를|을)?[\s"'`*:=#([]*$/iu;
const ANNOUNCED_BEHIND = /^[^\p{L}\p{N}\s.,;]{0,4}\s*(?:errors?\b|codes?\b|오류|에러|코드)/iu;

/** Whether a text for people says of a number that it is a code. */
export function isAnnounced(before: string, behind: string): boolean {
  return ANNOUNCES.test(before) || ANNOUNCED_BEHIND.test(behind) || (/[`]$/.test(before) && /^`/.test(behind));
}
