import type { Catalog } from '../../catalog/catalog.ts';
import type { Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import { isCommonplace } from '../../knowledge/numbers.ts';
import { isThinqName } from '../../knowledge/vendors.ts';
import { statusesInText } from '../explain/statuses.ts';
import { describeTopic, type Topic } from '../explain/topic.ts';
import { describeUnknown } from '../explain/unknown.ts';
import type { Hover, HoverRequest } from './provider.ts';

/**
 * Explains what a line of a document shows of a response, besides its codes, where the line proves whose response that
 * is: keys, the HTTP status, a misspelt word of NUGU's. In logs responses stand in the middle of lines.
 */
export function proseHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const line = analysis.model.mentions.find(
    ({ place, span, outer }) =>
      place.role === 'prose' && outer.start === span.start && span.start <= offset && offset <= span.end,
  );
  if (!line) return undefined;
  const { start: lineStart } = line.span;
  const at = offset - lineStart;
  const found = keyIn(line.text, at, analysis) ?? wordIn(line.text, at, analysis) ?? statusIn(line.text, at, analysis);
  if (!found) return undefined;
  const { start, end, topics, unknown } = found;
  const explained = (topic: Topic): string => describeTopic(topic, analysis.catalog, language);
  return {
    markdown:
      unknown === undefined
        ? topics.map(explained).join('\n\n---\n\n')
        : describeUnknown(unknown, topics, analysis.catalog, language, explained),
    span: { start: lineStart + start, end: lineStart + end },
  };
}

/** What a line has at an offset; UTF-16 offsets into the line. */
interface FoundInLine {
  readonly start: number;
  readonly end: number;
  readonly topics: readonly Topic[];
  /** It is no code itself: the topics are what it was meant as. */
  readonly unknown?: string;
}

/** `"messageId":`, `'code':`, `\"error\":` in a text within a text. */
const KEY = /(?<=(\\?["']))([A-Za-z]{2,40})(?=\1\s*:)/g;

function keyIn(line: string, at: number, analysis: Analysis): FoundInLine | undefined {
  const key = [...line.matchAll(KEY)].find(({ 2: name = '', index }) => index <= at && at <= index + name.length);
  if (!key) return undefined;
  const [, , name = ''] = key;
  const vendors = vendorsIn(line, analysis);
  const topics = analysis.catalog
    .pageRows(name)
    .flatMap((row): readonly Topic[] =>
      row.kind === 'field' && vendors.has(row.field.vendor) ? [{ kind: 'row', row }] : [],
    );
  return topics.length > 0 ? { start: key.index, end: key.index + name.length, topics } : undefined;
}

/** `"resultCode":"TemperatureOutOfRange"`, `resultCode=AlreadyTurnedOn`. */
const RESULT_WORD = /(?<=(?<!\w)resultCode\\?["']?\s*[:=]\s*\\?["']?)[A-Z]\w{3,60}/g;
const MOST_SUGGESTIONS = 3;

function wordIn(line: string, at: number, { catalog }: Analysis): FoundInLine | undefined {
  const word = [...line.matchAll(RESULT_WORD)].find(({ 0: text, index }) => index <= at && at <= index + text.length);
  if (!word) return undefined;
  const [text] = word;
  const nearest = catalog.nearest('nugu', text, MOST_SUGGESTIONS).map((code): Topic => ({ kind: 'code', code }));
  return nearest.length > 0
    ? { start: word.index, end: word.index + text.length, topics: nearest, unknown: text }
    : undefined;
}

function statusIn(line: string, at: number, analysis: Analysis): FoundInLine | undefined {
  const found = statusesInText(line).find(({ start, end }) => start <= at && at <= end);
  if (!found || !(isThinqName(line) || vendorsIn(line, analysis).has('thinq'))) return undefined;
  const topics = analysis.catalog
    .pageRows(found.status)
    .flatMap((row): readonly Topic[] => (row.kind === 'status' ? [{ kind: 'row', row }] : []));
  return topics.length > 0 ? { start: found.start, end: found.end, topics } : undefined;
}

/** Whose response a line shows, going by what only theirs have. */
function vendorsIn(line: string, { catalog, file, signals }: Analysis): ReadonlySet<Vendor> {
  const keys = new Set([...line.matchAll(KEY)].flatMap(([, , name]) => name ?? []));
  const isNugu =
    !signals.legacy.nugu &&
    ((keys.has('resultCode') && (keys.has('smartHomeDevice') || keys.has('errorProperties'))) ||
      (file.nugu !== undefined && keys.has('requestId')));
  const isThinq =
    !signals.legacy.thinq && showsThinq(line, keys, file.thinq !== undefined || isThinqName(line), catalog);
  return new Set<Vendor>([...(isThinq ? (['thinq'] as const) : []), ...(isNugu ? (['nugu'] as const) : [])]);
}

/** `"code":"1222"`, `"Code": "1222"`. */
const CODE = /[Cc]ode\\?["']\s*:\s*\\?["'](\d{4})(?!\d)/;

/** @param isAbout the line or the document speaks of ThinQ */
function showsThinq(line: string, keys: ReadonlySet<string>, isAbout: boolean, catalog: Catalog): boolean {
  const hasFrame = keys.has('messageId') && keys.has('timestamp');
  if (isAbout && (hasFrame || keys.has('messageId'))) return true;
  const code = catalog.find('thinq', CODE.exec(line)?.[1] ?? '');
  if (!code) return false;
  const isItsText = catalog.messagesIn(line).some(({ codes }) => codes.includes(code));
  return isAbout || isItsText || (hasFrame && !isCommonplace(code.code));
}
