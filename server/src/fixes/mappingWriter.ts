import type { Code } from '../catalog/types.ts';
import type { Mapping, MappingArm, Named } from '../evidence/mappings.ts';
import { KEYWORD } from '../knowledge/keywords.ts';
import type { Language } from '../languages/language.ts';
import type { DispatchSite, FileModel, Mention, ObjectLiteral, Span } from '../model/model.ts';
import { createConstants } from './constants.ts';
import type { Edit } from './fix.ts';
import { type EntryLine, insertEntries } from './insertEntries.ts';

/** A code, and what it is to become. */
export interface Wanted {
  readonly from: Code;
  readonly to: Code;
}

/** What was added to a mapping. */
export interface Addition {
  readonly edit: Edit;
  readonly added: readonly Wanted[];
}

/** Adds to mappings by copying what is there, so that it needs no syntax of any language. */
export interface MappingWriter {
  /**
   * Adds arms or entries, each a copy of one that has a single code on either side.
   *
   * @returns undefined where none can serve as a pattern for any of them
   */
  addMappings(mapping: Mapping, wanted: readonly Wanted[]): Addition | undefined;
}

/** The source of an arm or an entry that is added. */
interface Copy {
  readonly wanted: Wanted;
  readonly source: string;
}

/** The text of a code in a template: the inside of a literal, or the name of a constant. */
interface Hole {
  readonly span: Span;
  /** Where a name stands there instead of a literal. */
  readonly reference?: Mention;
}

/** An arm or an entry as a pattern for more. */
interface Template {
  readonly span: Span;
  readonly key: Hole;
  readonly target: Hole;
  /** The code that it answers with. */
  readonly code: Code;
  /** What stands before, between and behind the two codes. */
  readonly around: readonly [string, string, string];
  /** Its body from the beginning to the answer. */
  readonly lead: string;
  /** The answer is a part of an object, where others may have to stand beside it. */
  readonly isInObject: boolean;
}

/** A line that only ends an arm. */
const ENDS_ARM = new RegExp(`^\\s*${KEYWORD.endsArm}\\s*$`);

/** @param text the text the model was read from @param quote the one to use where a text takes the place of a name */
export function createMappingWriter(language: Language, model: FileModel, text: string, quote: string): MappingWriter {
  const { printer, comment, isProgram } = language;
  const constants = createConstants(model, text);
  const holeOf = ({ code, span, mention: index }: Named): Hole | undefined => {
    const mention = model.mentions[index ?? -1];
    if (text.slice(span.start, span.end) === code.code) return { span };
    return mention?.kind === 'reference' && printer ? { span: mention.outer, reference: mention } : undefined;
  };
  /** The text of another code in a hole. @returns undefined where only a member that there is not could stand there */
  const fillingOf = ({ reference }: Hole, { code, sdkName }: Code): string | undefined => {
    if (!reference) return code;
    const constant = constants.besideOf(reference, { text: code, ...(sdkName !== undefined && { sdkName }) });
    return constant ?? (constants.isMember(reference) ? undefined : printer?.string(code, quote));
  };
  const templateOf = (arm: MappingArm, span: Span, mapping: Mapping): readonly Template[] => {
    const [from, ...otherKeys] = arm.keys;
    const [to, ...otherTargets] = arm.targets;
    if (!from || !to || otherKeys.length + otherTargets.length > 0 || arm.runsOn) return [];
    const [key, target] = [holeOf(from), holeOf(to)];
    if (!key || !target || key.span.start < span.start || key.span.end > target.span.start) return [];
    if (target.span.end > span.end || model.comments.some((comment) => overlap(comment.span, span))) return [];
    const object = model.objects[model.mentions[to.mention ?? -1]?.place.object ?? -1];
    return [
      {
        span,
        key,
        target,
        code: to.code,
        around: [
          text.slice(span.start, key.span.start),
          text.slice(key.span.end, target.span.start),
          text.slice(target.span.end, span.end),
        ],
        lead: text.slice(Math.max(arm.body.start, key.span.end), target.span.start),
        isInObject: object !== undefined && object !== mapping.object,
      },
    ];
  };

  /** What a code is called, where a copy shows its number and a comment can say it. */
  const nameIn = (copy: string, { from: { code, sdkName } }: Wanted): string | undefined =>
    isProgram && comment.line !== undefined && copy.includes(code) ? sdkName : undefined;
  /** A copy with the name of its code at the end of the line that this stands on. @param end what follows the copy on its line */
  const named = (copy: string, one: Wanted, end: string): string => {
    const name = nameIn(copy, one);
    const at = `${copy}\n`.indexOf('\n', copy.indexOf(one.from.code));
    const said = name === undefined ? '' : `${printer?.beforeComment ?? ' '}${comment.line} ${name}`;
    return at === copy.length ? copy + end + said : copy.slice(0, at) + said + copy.slice(at) + end;
  };

  const copyOf = ({ around, key, target }: Template, { from, to }: Wanted): string | undefined => {
    const [before, between, behind] = around;
    const [own, answer] = [fillingOf(key, from), fillingOf(target, to)];
    return own === undefined || answer === undefined
      ? undefined
      : (before + own + between + answer + behind).replaceAll('\r\n', '\n');
  };

  /** Behind the comment at the end of the line: it is about what stands before it. */
  const behindComment = (offset: number): number => {
    const comment = model.comments.find(
      ({ span }) => span.start >= offset && /^[ \t]*$/.test(text.slice(offset, Math.min(span.start, offset + 1000))),
    );
    const end = comment?.span.end;
    return end !== undefined && /^(?:\r?\n|$)/.test(text.slice(end, end + 2)) ? end : offset;
  };

  const add = (
    templates: readonly Template[],
    wanted: readonly Wanted[],
    subject: string,
    join: (copies: readonly Copy[]) => Edit | undefined,
  ): Addition | undefined => {
    const sharing = groupByForm(templates);
    const sound = templates.filter((one) => (sharing.get(formOf(one)) ?? 0) > 1 || isBare(one, subject));
    const copies = wanted.flatMap((one) => {
      const fitting = sound.filter((template) => suits(template, one.to));
      const template = fitting.reduce<Template | undefined>(
        (best, next) => (best && likeness(best, one.to, sharing) > likeness(next, one.to, sharing) ? best : next),
        undefined,
      );
      const copy = template && copyOf(template, one);
      return copy === undefined ? [] : [{ wanted: one, source: copy }];
    });
    const edit = copies.length > 0 ? join(copies) : undefined;
    return edit && { edit, added: copies.map((copy) => copy.wanted) };
  };

  const toObject = (mapping: Mapping, object: ObjectLiteral, wanted: readonly Wanted[]): Addition | undefined => {
    const templates = mapping.arms.flatMap((arm) => templateOf(arm, arm.span, mapping));
    return add(templates, wanted, '', (copies) => {
      const lines = copies.map(({ source, wanted: one }): EntryLine => {
        const said = nameIn(source, one);
        return { source, ...(said !== undefined && { said }) };
      });
      return insertEntries(object, lines, language, text);
    });
  };

  /**
   * A branch of a chain continues the one before it: what stands between their ends is the pattern. It must begin as
   * the last branch does, or an `else` behind that one would be left with another condition.
   */
  const toChain = (mapping: Mapping, site: DispatchSite, wanted: readonly Wanted[]): Addition | undefined => {
    const { arms } = mapping;
    const { armInsertion: insertion } = site;
    if (!insertion || arms.length !== site.arms.length) return undefined;
    const links = arms.slice(1).map((arm, index) => {
      const span = { start: arms[index]?.body.end ?? arm.span.start, end: arm.body.end };
      return { arm, span, beginning: /^\W*\w+/.exec(text.slice(span.start, span.end))?.[0].trim() };
    });
    const last = links.at(-1)?.beginning;
    const templates = links
      .filter(({ beginning }) => beginning === last)
      .flatMap(({ arm, span }) => templateOf(arm, span, mapping));
    return add(templates, wanted, site.subject.text, (copies) => {
      // What follows a branch on the line that it ends on must not end up in a comment.
      const areLines =
        copies.every(({ source }) => source.startsWith('\n')) &&
        /^[ \t]*(?:\r?\n|$)/.test(text.slice(insertion.offset, insertion.offset + 200));
      const endLine = ({ source, wanted: { from } }: Copy): boolean => source.includes('\n', source.indexOf(from.code));
      const isNamed = areLines || copies.every(endLine);
      const branches = copies.map(({ source, wanted: one }) => (isNamed ? named(source, one, '') : source));
      return insertAt(insertion.offset, branches.join(''));
    });
  };

  /** Behind the last arm that does not run on: a fallback may have to stay behind all arms. */
  const toSwitch = (mapping: Mapping, site: DispatchSite, wanted: readonly Wanted[]): Addition | undefined => {
    const ends = mapping.arms.map((arm) => ({ arm, ...endOf(arm, text) }));
    const usesCommas = ends.some(({ comma }) => comma !== undefined);
    const last = ends.findLast(({ arm, comma }) => !arm.runsOn && (comma !== undefined) === usesCommas);
    const { armInsertion: insertion } = site;
    if (!last || !insertion) return undefined;
    const templates = ends.flatMap(({ arm, span }) => templateOf(arm, span, mapping));
    return add(templates, wanted, site.subject.text, (copies) =>
      insertAt(
        behindComment(last.comma ?? last.span.end),
        copies
          .map(({ source, wanted: one }) => `\n${insertion.indent}${named(source, one, usesCommas ? ',' : '')}`)
          .join(''),
      ),
    );
  };

  return {
    addMappings(mapping, wanted) {
      const { object, site } = mapping;
      if (object) return toObject(mapping, object, wanted);
      if (!site) return undefined;
      return site.kind === 'switch' ? toSwitch(mapping, site, wanted) : toChain(mapping, site, wanted);
    },
  };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function insertAt(offset: number, inserted: string): Edit {
  return { span: { start: offset, end: offset }, text: inserted };
}

/** An arm without its comma, and the offset behind the comma where it has one. */
function endOf({ span: { start, end } }: MappingArm, text: string): { readonly span: Span; readonly comma?: number } {
  // In some grammars the comma, or the line break behind an arm, is part of it.
  const own = text.slice(start, end).trimEnd();
  if (own.endsWith(',')) return { span: { start, end: start + own.length - 1 }, comma: start + own.length };
  const comma = /^\s*,/.exec(text.slice(end, end + 200))?.[0].length;
  return { span: { start, end: start + own.length }, ...(comma !== undefined && { comma: end + comma }) };
}

/** A template's text but for its codes: arms of one form have the same. */
function formOf({ around }: Template): string {
  return around.map((piece) => piece.replace(/\s+/g, ' ').trim()).join('\0');
}

function groupByForm(templates: readonly Template[]): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  for (const template of templates) groups.set(formOf(template), (groups.get(formOf(template)) ?? 0) + 1);
  return groups;
}

/**
 * Whether a template that is one of its kind does nothing but answer. What else it does, shows or counts may be meant
 * for its own code only.
 */
function isBare({ around, lead }: Template, subject: string): boolean {
  const [before, between, behind] = around.map((piece) => (subject === '' ? piece : piece.replaceAll(subject, '')));
  const rest = `${before}\0${between}\0${behind}`
    .replace(/["'`]?\0["'`]?/g, ' ')
    // A key in quotes is part of the form.
    .replace(/(["'])\w+\1\s*(?=:|=>)/g, '');
  const statements = `${lead}\0${behind}`.split(/[;\n]/).filter((line) => /[\w\0]/.test(line) && !ENDS_ARM.test(line));
  return !/["'`]|\d/.test(rest) && statements.length <= 1;
}

/** Whether an answer can stand where the template's does: with the same values beside it, or where none are. */
function suits({ code, isInObject, around }: Template, to: Code): boolean {
  const [theirs, needed] = [namesOf(code), namesOf(to)];
  if (theirs.join() === needed.join()) return true;
  if (needed.length > 0 && isInObject) return false;
  return !theirs.some((name) => new RegExp(`\\b${name}\\b`).test(around.join(' ')));
}

/** The same answer counts most, then the same values beside it, then how common the form is. */
function likeness(template: Template, to: Code, sharing: ReadonlyMap<string, number>): number {
  const same = template.code === to ? 2 : namesOf(template.code).join() === namesOf(to).join() ? 1 : 0;
  return same + 1 - 1 / (1 + (sharing.get(formOf(template)) ?? 0));
}

function namesOf({ errorProperties }: Code): readonly string[] {
  return errorProperties.map(({ name }) => name);
}
