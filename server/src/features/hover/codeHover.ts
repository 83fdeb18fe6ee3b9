import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import { isThinqName, SDK_CLASS } from '../../knowledge/vendors.ts';
import type { Span } from '../../model/model.ts';
import { describeCode } from '../describe/describe.ts';
import { codesInText } from '../explain/explain.ts';
import { mappingNotes } from './mappingNotes.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** What stands under the cursor: one code, or several that share a text. */
export interface Explained {
  readonly codes: readonly Code[];
  readonly span: Span;
}

/** Explains the codes that stand there; in a mapping also what they become. */
export function codeHover({ analysis, text, offset, language }: HoverRequest): Hover | undefined {
  const found = codesAt(analysis, text, offset);
  if (!found) return undefined;
  const described = found.codes.map((code) =>
    describeCode(code, analysis.catalog, language, mappingNotes(analysis, code, found.span)),
  );
  return { markdown: described.join('\n\n---\n\n'), span: found.span };
}

/**
 * Finds the codes at an offset. Generous, since somebody asked; but a number that is plainly something else, and a
 * string that merely contains digits, are left alone.
 *
 * @param offset UTF-16 offset into `text`
 */
export function codesAt(analysis: Analysis, text: string, offset: number): Explained | undefined {
  const { catalog } = analysis;
  const { model } = analysis;
  const holds = (span: Span): boolean => span.start <= offset && offset <= span.end;

  const comment = model.comments.find(({ span }) => span.start < offset && offset <= span.end);
  if (comment) return inProse(text, comment.span, offset, catalog);

  const index = model.mentions.findIndex((mention) => holds(mention.outer) && mention.place.role !== 'prose');
  const mention = model.mentions[index];
  if (mention) {
    const code = analysis.judgements[index]?.explained;
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
