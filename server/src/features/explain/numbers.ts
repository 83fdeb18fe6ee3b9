import { isCommonplace } from '../../knowledge/numbers.ts';

/** How far around a number is looked, in UTF-16 units. */
const NEARBY_UNITS = 40;

/** A word that announces a code, what may join it to the number, and an opening quote or bracket. */
const ANNOUNCED =
  /(?:(?<![A-Za-z])(?:error|err|result|api|thinq|exception)?_?codes?(?=\W)|(?<![A-Za-z])(?:error|err|exception|thinq)s?(?=\W)|에러|오류|코드)(?:는|은|가|이|를|을)?["'`]?(?:\s*[:=#]+\s*|\s+is\s+|\s*\(?\s*)["'`]?$/i;

/** The start of a comment stands before its text without a space often enough: `//2305`, `#1205`. */
const COMMENT_START = /(?:^|[\r\n])[ \t]*(?:\/{2,}|#+|\/?\*+)[ \t]*$/;

/** What makes a number a part of something longer, a port, a path, an amount, or another system's number. */
const GLUED_BEFORE = /[\w.:/\-#$₩€£@%&=+~\\]$/;
const GLUED_AFTER = /^(?:[\w%\\$]|[.:/-]\w|,\d{3}(?!\d))/;
const NAMED_OTHERWISE =
  /(?<![A-Za-z])(?:ports?|pid|lines?|rows?|pages?|years?|since|version|ver|build|issues?|tickets?|PR|in the year|포트|줄|행|쪽|페이지|버전)[\s:#.]*$/i;
/** A Korean unit behind a space counts alone only: `1306 호출` speaks of calls, `2305 원인` of a cause. */
const UNIT =
  /^[ \t]?(?:ms|msecs?|millis(?:econds)?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|px|pt|r?em|[kmg]i?b|bytes?|k?wh?|[kmg]?hz|m?v|rpm|mm|cm|items?|times|rows|lines|entries|users|devices|won|krw)(?![A-Za-z0-9_])|^[ \t]?[°℃℉]|^(?:[년월원초분개회호]|시간|밀리초|와트)(?!출|인|기)|^[ \t](?:[년월원초분개회호]|시간|밀리초|와트)(?![가-힣])/i;

/**
 * Whether a four-digit number in free text may be an error code, judged by what stands around it.
 *
 * It is not when it is glued to letters, digits or `. : / -` and more digits (dates, versions, ports, paths, `v2101`,
 * `1205px`), carries a unit or a currency (`1000 ms`), or is named otherwise (`port 1222`, `line 1205`).
 * `0000`, `0001`, `1000` and `2000` need a word such as `code`, `error` or `에러` right before them, or quotes around.
 *
 * @param start offset of the number's first digit @param end offset behind its last digit, both UTF-16
 */
export function looksLikeCode(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEARBY_UNITS), start);
  const after = text.slice(end, end + NEARBY_UNITS);
  const announced = ANNOUNCED.test(before);
  if (GLUED_AFTER.test(after) || UNIT.test(after)) return false;
  if (announced) return true;
  if (isCommonplace(text.slice(start, end))) return isQuoted(before, after);
  if (GLUED_BEFORE.test(before)) return start <= NEARBY_UNITS && COMMENT_START.test(before);
  return !NAMED_OTHERWISE.test(before);
}

function isQuoted(before: string, after: string): boolean {
  const quote = before.at(-1) ?? '';
  return /["'`]/.test(quote) && after.startsWith(quote);
}
