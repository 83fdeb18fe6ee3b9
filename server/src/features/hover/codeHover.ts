import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';
import type { Analysis, ResolvedMention } from '../../evidence/analysis.ts';
import { isOfOtherList } from '../../evidence/legacySuccess.ts';
import { SDK_CLASS } from '../../evidence/text/vocabulary.ts';
import { isThinqName } from '../../knowledge/names.ts';
import { COMMONPLACE } from '../../knowledge/numbers.ts';
import type { Mention, Span } from '../../model/model.ts';
import { codesInText } from '../explain/explain.ts';

/** What stands under the cursor: one code, or several that share a text. */
export interface Explained {
  readonly codes: readonly Code[];
  readonly span: Span;
}

/**
 * Finds the codes at an offset. Generous, since somebody asked; but a number that is plainly something else, and a
 * string that merely contains digits, are left alone.
 *
 * @param offset UTF-16 offset into `text`
 */
export function codesAt(analysis: Analysis, text: string, offset: number, catalog: Catalog): Explained | undefined {
  const { model } = analysis;
  const holds = (span: Span): boolean => span.start <= offset && offset <= span.end;

  const comment = model.comments.find(({ span }) => span.start < offset && offset <= span.end);
  if (comment) return inProse(text, comment.span, offset, catalog);

  const index = model.mentions.findIndex((mention) => holds(mention.outer) && mention.place.role !== 'prose');
  const mention = model.mentions[index];
  if (mention) {
    const code = codeOf(mention, analysis.mentions[index], analysis, catalog);
    if (code) return { codes: [code], span: holds(mention.span) ? mention.span : mention.outer };
    if (mention.value === 'integer') return undefined;
  }
  const prose = model.mentions.find((one) => one.place.role === 'prose' && holds(one.span));
  if (prose) {
    const whole = catalog.byText(prose.text);
    if (whole.length > 0) return { codes: whole, span: prose.span };
    // Documentation stands in strings of three quotes; a line of a log or a page has none.
    const quotes = prose.span.start - prose.outer.start;
    const isQuoted = (quotes === 1 || quotes === 2) && !prose.text.includes('\n');
    return inProse(text, prose.span, offset, catalog, isQuoted);
  }
  return atName(analysis, text, offset, catalog);
}

/** @param strict a string of the program: a number in it is a code only where it says so */
function inProse(text: string, span: Span, offset: number, catalog: Catalog, strict = false): Explained | undefined {
  const found = codesInText(text.slice(span.start, span.end), catalog).filter(
    ({ start, end }) =>
      span.start + start <= offset &&
      offset <= span.start + end &&
      (!strict || isSaidToBeCode(text, span.start + start, span.start + end)),
  );
  const first = found[0];
  if (!first) return undefined;
  return {
    codes: found.filter(({ start }) => start === first.start).map(({ code }) => code),
    span: { start: span.start + first.start, end: span.start + first.end },
  };
}

/** Whether what stands in a longer string is more than a number: a word, a message, `(2305)`, `code: 2305`. */
function isSaidToBeCode(text: string, start: number, end: number): boolean {
  if (!/^\d+$/.test(text.slice(start, end))) return true;
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    (text[start - 1] === '(' && text[end] === ')') ||
    /(?:code|error|에러|오류|코드|ThinQ)[\s"':=#(\\-]{0,4}$/i.test(before)
  );
}

/** Names of quantities: a four-digit number there is how much, not which. */
const QUANTITY =
  /port|time|delay|wait|interval|millis|^ms$|_ms$|Ms$|sec|minute|hour|year|size|width|height|count|length|limit|^max|^min|max$|min$|weight|price|temp|watt|energy|power|rpm|version|offset|index|zip|pin$|^id$|Id$|_id$/i;

function codeOf(
  mention: Mention,
  found: ResolvedMention | undefined,
  analysis: Analysis,
  catalog: Catalog,
): Code | undefined {
  const code = found?.code ?? catalog.findAny(mention.text).find((one) => one.level !== 'global-level');
  if (!code) return undefined;
  const { path, role } = mention.place;
  if (code.vendor === 'thinq' && isOfOtherList(mention)) return undefined;
  const proven = found?.proven ?? false;
  if (mention.value === 'integer') {
    if (path.some((word) => QUANTITY.test(word))) return undefined;
    if (proven) return code;
    return analysis.file[code.vendor] && role !== 'argument' && !COMMONPLACE.has(code.code) ? code : undefined;
  }
  if (code.code === 'OK' || COMMONPLACE.has(code.code)) return proven && analysis.file[code.vendor] ? code : undefined;
  return code;
}

/** A dotted name around an offset: a constant of the file, or a symbol of the SDK. */
function atName(analysis: Analysis, text: string, offset: number, catalog: Catalog): Explained | undefined {
  const isPart = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_$]/u.test(unit);
  let start = offset;
  let end = offset;
  while (isPart(text[start - 1])) start--;
  while (isPart(text[end])) end++;
  const name = text.slice(start, end);
  if (name.length < 2 || /^\d/.test(name)) return undefined;
  const owner = /([\p{L}_$][\p{L}\p{N}_$]*)\s*(?:\?\.|::|->|\.)\s*$/u.exec(
    text.slice(Math.max(0, start - 120), start),
  )?.[1];
  const span = { start, end };

  const reference = analysis.model.mentions.find(
    (mention) =>
      mention.kind === 'reference' &&
      mention.span.start <= start &&
      end <= mention.span.end &&
      mention.name?.endsWith(name),
  );
  const declared = analysis.model.mentions.filter((mention) => mention.kind === 'declaration' && mention.name === name);
  const texts = new Set((reference ? [reference] : declared).map((mention) => mention.text));
  const only = texts.size === 1 ? [...texts][0] : undefined;
  const constant = only === undefined ? undefined : catalog.findAny(only).find((one) => one.level !== 'global-level');
  if (constant && analysis.file[constant.vendor]) return { codes: [constant], span };

  const symbol = catalog.bySdkName(name);
  const isSymbol = owner === undefined ? analysis.file.thinq === 'certain' : owner === SDK_CLASS || isThinqName(owner);
  if (symbol && isSymbol) return { codes: [symbol], span };
  const word = catalog.find('nugu', name);
  return word?.level === 'device-level' && analysis.file.nugu ? { codes: [word], span } : undefined;
}
