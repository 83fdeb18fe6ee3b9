/** An HTTP status found in a text; UTF-16 offsets, half open. */
export interface FoundStatus {
  readonly status: string;
  readonly start: number;
  readonly end: number;
}

/** What announces a status, as in `Request failed with status code 416`, `"status": 416`, `ThinQ API 503: …`, `HTTP/1.1 401`. */
const ANNOUNCED =
  /(?:HTTP(?:\/\d(?:\.\d)?)?|status(?:[\s_-]*code)?|API|responded(?:\s+\w+)?|상태(?:\s*코드)?|응답(?:\s*코드)?)\\?["'\]]?[\s:=(]*([1-5]\d\d)(?![\w.])/dgi;

/** What follows one: `416 에러`, `500 error`, `404 Not Found`. */
const FOLLOWED = /(?<![\w.:-])([1-5]\d\d)(?=\s*(?:에러|오류|errors?\b))/dgi;

/** The numbers in a text that are said to be HTTP statuses, in order. */
export function statusesInText(text: string): readonly FoundStatus[] {
  return [ANNOUNCED, FOLLOWED]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ 1: status = '', indices }) => {
      const place = indices?.[1];
      return place ? [{ status, start: place[0], end: place[1] }] : [];
    })
    .sort((a, b) => a.start - b.start);
}
