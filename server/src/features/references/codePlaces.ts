import { factsOf } from '../../catalog/text.ts';
import type { Code, Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import { isCodeName } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import type { Mention, Span } from '../../model/model.ts';
import type { OutsideNames } from '../../model/names.ts';
import { openQuote } from '../completion/probes.ts';
import type { FoundTopic } from '../explain/inText.ts';
import { codeOfName, proseOf, topicsAt, topicsInPiece } from '../topicsAt.ts';

/** A place that names codes: several where they share a message. */
export interface CodePlace {
  readonly codes: readonly Code[];
  /** A string without its quotes, a number, the last word of a name. */
  readonly span: Span;
  /** It is a name of the program's, whose own tools know it as well; else it stands in a string, a comment, data or a log. */
  readonly isName: boolean;
  /**
   * It is a constant of a file that says nothing of a vendor: it counts where a file that does uses a constant of this name
   * for the same code.
   */
  readonly usedAs?: string;
}

/** What a text has to do with some codes. */
export interface CodesInText {
  /** In order. */
  readonly places: readonly CodePlace[];
  /** What its own constants are called that stand for one of them, and those that it has from other files. */
  readonly constants: readonly string[];
  readonly outsideConstants: readonly string[];
}

/** A text, with what is known of it. */
export interface ReadText {
  readonly analysis: Analysis;
  readonly text: string;
  readonly language: Language;
  /** What the names in it stand for that other files declare. */
  readonly outside: OutsideNames;
}

/** What constants are called by: the code, or `undefined` where it stands for two. */
type Constants = ReadonlyMap<string, Code | undefined>;

/** UTF-16 units of the longest line in which names are told from strings. */
const LONGEST_LINE_UNITS = 2000;

/**
 * The codes that a place names, as a hover has them; of a text that nothing shows to be about a vendor, its constants alone.
 *
 * @param offset UTF-16 offset into the text
 */
export function codesNamedAt(read: ReadText, offset: number): CodePlace | undefined {
  const { analysis, text } = read;
  const about = vendorsOf(analysis);
  const there = about.size > 0 ? topicsAt(analysis, text, offset) : undefined;
  const named = codesAmong(there?.topics ?? []).filter(({ vendor }) => about.has(vendor));
  const isName = isNameThere(analysis, offset);
  if (there && named.length > 0 && !(isName && isInText(read, offset)))
    return { codes: named, span: isName ? lastWord(text, there.span) : there.span, isName };
  const name = isName ? namesIn(read, wordAround(text, offset), constantsIn(analysis))[0] : undefined;
  return name ?? declaredAt(read, offset);
}

/**
 * Every place of a text that names one of some codes. What nothing shows to be about their vendor has none, but constants that
 * files use which are.
 *
 * @param usedElsewhere what such files have from others for these codes
 */
export function placesOf(read: ReadText, wanted: ReadonlySet<Code>, usedElsewhere: ReadonlySet<string>): CodesInText {
  const { analysis, text } = read;
  const about = vendorsOf(analysis);
  if (![...wanted].some(({ vendor }) => about.has(vendor))) {
    const places = usedElsewhere.size > 0 ? placesOfDeclared(read, usedElsewhere) : [];
    return { places: among(places, (code) => wanted.has(code)), constants: [], outsideConstants: [] };
  }
  const constants = constantsIn(analysis);
  const found = [
    ...placesOfMentions(analysis, text),
    ...analysis.model.comments.flatMap(({ span }) => spoken(topicsInPiece(analysis, text, span, {}))),
    ...namesIn(read, { start: 0, end: text.length }, constants),
  ];
  const named = (code: Code | undefined): boolean => code !== undefined && wanted.has(code);
  return {
    places: among(found, (code) => wanted.has(code) && about.has(code.vendor)),
    constants: [...constants].flatMap(([name, code]) => (named(code) ? [name] : [])),
    outsideConstants: [...read.outside.names].flatMap(([name, outside]) =>
      outside?.kind === 'constant' && named(codeOfText(outside.text, analysis)) ? [lastPart(name)] : [],
    ),
  };
}

/** Of some places those that name a wanted code, each with these alone, and of those that overlap the first. */
function among(places: readonly CodePlace[], isWanted: (code: Code) => boolean): readonly CodePlace[] {
  return withoutOverlaps(
    places.flatMap((place) => {
      const codes = place.codes.filter(isWanted);
      return codes.length > 0 ? [{ ...place, codes }] : [];
    }),
  );
}

/** The constant of a text about nobody that stands at an offset. */
function declaredAt(read: ReadText, offset: number): CodePlace | undefined {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const { model, catalog } = read.analysis;
  const declarations = model.mentions.filter(({ kind }) => kind === 'declaration');
  const names = new Set(declarations.flatMap(({ name }) => (name === undefined ? [] : lastPart(name))));
  const isThere = isNameThere(read.analysis, offset) || declarations.some(({ outer }) => holds(outer));
  const place = isThere ? placesOfDeclared(read, names).find(({ span }) => holds(span)) : undefined;
  const declared = declarations.find(
    ({ name, text }) => name !== undefined && place?.codes.some((one) => catalog.findAny(text).includes(one)),
  );
  return place && declared?.name !== undefined ? { ...place, usedAs: lastPart(declared.name) } : undefined;
}

/** Constants of a text about nobody, by names that they must have: where they are declared and used. */
function placesOfDeclared(read: ReadText, names: ReadonlySet<string>): readonly CodePlace[] {
  const { analysis, text } = read;
  const { mentions } = analysis.model;
  const constants = new Map<string, Code | undefined>();
  const literals = mentions.flatMap(({ kind, name, text: value, span }): readonly CodePlace[] => {
    const code =
      kind === 'declaration' && name !== undefined && names.has(lastPart(name)) && !isCodeName(lastPart(name))
        ? named(value, analysis)
        : undefined;
    if (!code || name === undefined) return [];
    constants.set(lastPart(name), code);
    return [{ codes: [code], span, isName: false }];
  });
  return [...literals, ...namesIn(read, { start: 0, end: text.length }, constants)];
}

function named(text: string, { catalog }: Analysis): Code | undefined {
  return catalog.findAny(text).find(({ level }) => level !== 'global-level');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** How texts may name some codes: their numbers or words, the SDK's names, their messages up to what is filled in. */
export function wordsNaming(codes: Iterable<Code>): readonly string[] {
  const words = [...codes].flatMap((code) => [
    code.code,
    ...[code.sdkName, code.sdkRenamed?.from].filter((name) => name !== undefined),
    ...factsOf(code).flatMap(([, { text }]) => text?.replace(/[({].*/s, '').trim() ?? []),
  ]);
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Vendors that a text is about: by its evidence, or by a place that proves to be one for codes of theirs. */
function vendorsOf({ file, mentions }: Analysis): ReadonlySet<Vendor> {
  const proven = mentions.flatMap((one) => (one?.proven && one.code && one.confidence !== 'weak' ? one.vendor : []));
  const vendors: readonly Vendor[] = ['thinq', 'nugu'];
  return new Set([...vendors.filter((vendor) => file[vendor] !== undefined), ...proven]);
}

function codesAmong(topics: readonly FoundTopic['topic'][]): readonly Code[] {
  return topics.flatMap((topic) => (topic.kind === 'code' ? topic.code : []));
}

/** Whether what stands at an offset is a name, and neither in a literal nor in a comment. */
function isNameThere({ model }: Analysis, offset: number): boolean {
  const holds = (span: Span): boolean => span.start <= offset && offset <= span.end;
  if (model.comments.some(({ span }) => span.start < offset && offset <= span.end)) return false;
  return !model.mentions.some(({ kind, outer }) => kind !== 'reference' && holds(outer));
}

function* placesOfMentions(analysis: Analysis, text: string): Generator<CodePlace> {
  const { model, judgements } = analysis;
  for (const [index, mention] of model.mentions.entries()) {
    const { explained, constant } = judgements[index] ?? {};
    const code = explained ?? constant;
    const isName = mention.kind === 'reference';
    if (mention.place.role === 'prose') yield* spoken(topicsInPiece(analysis, text, mention.span, proseOf(mention)));
    else if (code) yield { codes: [code], span: isName ? spanOfName(mention, text) : mention.span, isName };
    else if (!isName && mention.value === 'string')
      yield* spoken(topicsInPiece(analysis, text, mention.span, { strict: true }));
  }
}

/** The places that topics stand at: those of one message are one. */
function spoken(found: readonly FoundTopic[]): readonly CodePlace[] {
  const byStart = new Map<number, CodePlace>();
  for (const { topic, start, end } of found) {
    if (topic.kind !== 'code') continue;
    const codes = [...(byStart.get(start)?.codes ?? []), topic.code];
    byStart.set(start, { codes, span: { start, end }, isName: false });
  }
  return [...byStart.values()];
}

/** Names in a piece of a program that stand for codes, whatever is done with them: `import { OFFLINE }`, `log(OFFLINE)`. */
function namesIn(read: ReadText, { start, end }: Span, constants: Constants): readonly CodePlace[] {
  const { analysis, text, outside } = read;
  if (!read.language.isProgram) return [];
  const piece = text.slice(start, end);
  return [...piece.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)].flatMap(({ 0: word, index }) => {
    const span = { start: start + index, end: start + index + word.length };
    const code = constants.get(word) ?? codeOfOutside(outside, word, span, read) ?? codeOfName(analysis, text, span);
    return code && !isInText(read, span.start) ? [{ codes: [code], span, isName: true }] : [];
  });
}

/** The constants that a text declares, by the last words of their names. */
function constantsIn({ model, judgements }: Analysis): Constants {
  const constants = new Map<string, Code | undefined>();
  for (const [index, { kind, name }] of model.mentions.entries()) {
    if (kind !== 'declaration' || name === undefined) continue;
    const last = lastPart(name);
    // Every error has a `code`, whatever one of them is given.
    if (isCodeName(last)) continue;
    const code = judgements[index]?.constant;
    constants.set(last, constants.has(last) && constants.get(last) !== code ? undefined : code);
  }
  return constants;
}

/** What a name stands for that another file declares, written as it has to be there: `OFFLINE`, `codes.ErrorCode.OFFLINE`. */
function codeOfOutside(
  { names }: OutsideNames,
  word: string,
  span: Span,
  { analysis, text }: ReadText,
): Code | undefined {
  if (names.size === 0) return undefined;
  const found = names.get([...ownersBefore(text, span.start), word].join('.'));
  return found?.kind === 'constant' ? codeOfText(found.text, analysis) : undefined;
}

/** What stands between a name and what it is a member of. */
const SIGNS = ['?.', '::', '->', '.'] as const;
/** Names that one name is a member of, of which each is one of the next. */
const MOST_OWNERS = 8;

/** What a name is a member of, outermost first: `codes` and `ErrorCode` before `OFFLINE` in `codes.ErrorCode.OFFLINE`. */
function ownersBefore(text: string, start: number): readonly string[] {
  const owners: string[] = [];
  for (let at = start; owners.length < MOST_OWNERS; ) {
    const sign = SIGNS.find((one) => text.startsWith(one, at - one.length));
    const owner = wordAround(text, at - (sign?.length ?? 0));
    if (sign === undefined || owner.start === owner.end) break;
    owners.unshift(text.slice(owner.start, owner.end));
    at = owner.start;
  }
  return owners;
}

function codeOfText(text: string, { catalog, file }: Analysis): Code | undefined {
  return catalog.findAny(text).find(({ vendor, level }) => level !== 'global-level' && file[vendor] !== undefined);
}

/** Whether an offset lies in a comment or a string, as far as its line tells. */
function isInText({ analysis: { model }, text, language }: ReadText, offset: number): boolean {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset < end;
  if (model.opaque.some(holds) || model.comments.some(({ span }) => holds(span))) return true;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - lineStart > LONGEST_LINE_UNITS || openQuote(text.slice(lineStart, offset), language) !== undefined;
}

function wordAround(text: string, offset: number): Span {
  const isPart = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_$]/u.test(unit);
  let [start, end] = [offset, offset];
  while (isPart(text[start - 1])) start--;
  while (isPart(text[end])) end++;
  return { start, end };
}

/** The last word of a reference's name: `OFFLINE` of `Codes.OFFLINE.code`. */
function spanOfName({ span, name = '' }: Mention, text: string): Span {
  const word = lastPart(name);
  const at = text.slice(span.start, span.end).lastIndexOf(word);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + word.length };
}

function lastWord(text: string, span: Span): Span {
  const { start } = wordAround(text, span.end);
  return start < span.end ? { start: Math.max(span.start, start), end: span.end } : span;
}

/** In order; of places that overlap, the one that comes first. */
function withoutOverlaps(places: readonly CodePlace[]): readonly CodePlace[] {
  let last = -1;
  return places
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < last) return false;
      last = Math.max(span.end, span.start + 1);
      return true;
    });
}
