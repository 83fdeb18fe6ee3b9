import type { Catalog } from '../catalog/catalog.ts';
import { isShownBy } from '../knowledge/logs.ts';
import { isCodeName } from '../knowledge/names.ts';
import { isExpectation, isWrongOnPurpose } from '../knowledge/testing.ts';
import { isResultCodeName, isWordOfOtherHome, setsResultCode } from '../knowledge/vendors.ts';
import { countBelow } from '../model/countBelow.ts';
import type { DispatchSite, FileModel, Mention, Span } from '../model/model.ts';
import { once } from '../model/once.ts';
import type { NamedCodes } from './neighbours.ts';

/** Says of a mention, by its index, whether it is one of NUGU's words, misspelt. */
export type MisspeltWords = (index: number) => boolean;

/** A set of places in which the same kind of thing stands. */
interface Company {
  readonly name: string;
  /** So many of NUGU's words, right ones, show that all that stands there is meant as one. */
  readonly needed: number;
  /** Texts of other styles than NUGU's may stand there for something else: the whole file is one, for instance. */
  readonly isLoose?: boolean;
}

/** So many different words do not come together by chance. */
const ENOUGH = 2;

/**
 * NUGU's words are nobody else's. So in a file about NUGU a text with a near name is one of them, misspelt, where such
 * words stand: under their key, or in the company of right ones. Never by the text alone.
 */
export function misspeltWords(model: FileModel, named: NamedCodes, catalog: Catalog): MisspeltWords {
  const words = catalog.codes.filter(({ level }) => level === 'device-level').map(({ code }) => code);
  const companies = createCompanies(model, named, words);
  const usedAsCodes = createUses(model);
  const nearness = new Map<string, boolean>();
  const isNear = (text: string): boolean => {
    const known = nearness.get(text) ?? catalog.nearest('nugu', text, 1).length > 0;
    nearness.set(text, known);
    return known;
  };
  return (index) => {
    const mention = model.mentions[index];
    if (!mention || named[index] || mention.value !== 'string' || !isNear(mention.text)) return false;
    if ([mention.name, mention.place.parameter, ...mention.place.path].some(saysWrong)) return false;
    return isUnderResultCode(mention) || usedAsCodes().has(wordOf(mention)) || companies().isAmongWords(index);
  };
}

/** Collects the constants whose names stand under NUGU's key: `resultCode: OFFLINE`. @returns what is computed when asked for */
function createUses({ mentions }: FileModel): () => ReadonlySet<string> {
  return once(
    () => new Set(mentions.flatMap((one) => (one.kind === 'reference' && isUnderResultCode(one) ? wordOf(one) : []))),
  );
}

/** What a constant is called by itself, and what it holds; '' for what is none. */
function wordOf({ kind, name, text }: Mention): string {
  return kind === 'literal' || name === undefined ? '' : `${name.replace(/^.*[.:>\\$]/s, '')} ${text}`;
}

/** Whether a mention stands under NUGU's key for its codes: what it is given to, compared with, or called by. */
export function isUnderResultCode({ place: { role, path, parameter } }: Mention): boolean {
  if (role === 'argument') return isResultCodeName(parameter) || setsResultCode(path.at(-1) ?? '');
  return role !== 'key' && role !== 'prose' && (isResultCodeName(path.at(-1)) || setsResultCode(path.at(-1) ?? ''));
}

function saysWrong(name: string | undefined): boolean {
  return name !== undefined && isWrongOnPurpose(name);
}

interface Companies {
  isAmongWords(index: number): boolean;
}

/** @returns what is computed when a text has a near name: most files have none */
function createCompanies(model: FileModel, named: NamedCodes, words: readonly string[]): () => Companies {
  return once(() => collectCompanies(model, named, words));
}

function collectCompanies(model: FileModel, named: NamedCodes, words: readonly string[]): Companies {
  const answered = answeredArms(model, named);
  const tables = answeredObjects(model, answered);
  const membership = model.mentions.map((mention, index) => companiesOf(mention, index, answered, tables));
  addSites(model, named, answered, membership);
  const right = new Map<string, Set<string>>();
  /** `OK` is a word of everybody's: it proves nothing, but counts beside one of NUGU's own. */
  const withOk = new Set<string>();
  const others = new Map<string, Set<string>>();
  membership.forEach((companies, index) => {
    const text = model.mentions[index]?.text ?? '';
    const isRight = named[index]?.level === 'device-level';
    if (named[index]?.level === 'success') for (const { name } of companies) withOk.add(name);
    if (!isRight && named[index]) return;
    const kept = isRight ? right : others;
    for (const { name } of companies) kept.set(name, (kept.get(name) ?? new Set()).add(text));
  });
  return {
    isAmongWords(index) {
      const text = model.mentions[index]?.text ?? '';
      if (isWordOfOtherHome(text) || isMadeOf(text, words)) return false;
      return (membership[index] ?? []).some(({ name, needed, isLoose }) => {
        const count = right.get(name)?.size ?? 0;
        if (count === 0 || count + (withOk.has(name) && !isLoose ? 1 : 0) < needed) return false;
        if (isOwnStyle(text)) return true;
        // Several in one other style are the words of somebody else: Google's `deviceTurnedOff`.
        return !isLoose && ![...(others.get(name) ?? [])].some((other) => other !== text && !isOwnStyle(other));
      });
    },
  };
}

/** Whether a text is a whole word with something more, by which a program names what it has for that: `UnsupportedModeTitle`. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  return words.some((word) => {
    const at = text.indexOf(word);
    if (at < 0) return false;
    return /^[A-Z_\-.: ]/.test(text.slice(at + word.length)) || /[a-z_\-.: ]$/.test(text.slice(0, at));
  });
}

/** `NoConnectionDevice`, as NUGU writes its words. */
function isOwnStyle(text: string): boolean {
  return /^[A-Z][A-Za-z]*[a-z][A-Za-z]*$/.test(text);
}

function companiesOf(
  mention: Mention,
  index: number,
  answered: ReadonlySet<number>,
  tables: ReadonlySet<number>,
): Company[] {
  const { kind, place } = mention;
  const { role, path, object, group, within } = place;
  const last = path.at(-1);
  const isDecidedOn = role === 'compared' || role === 'arm';
  // What is decided on to answer with a word of NUGU's is somebody else's.
  if ((isDecidedOn && answered.has(index)) || (role === 'key' && object !== undefined && tables.has(object))) return [];
  const found: Company[] = [];
  const add = (name: string, needed = ENOUGH, isLoose = false): void => {
    found.push({ name, needed, ...(isLoose && { isLoose }) });
  };
  if (group !== undefined) add(`group ${group}`);
  if (within !== undefined) {
    add(`within ${within}`);
    add('alone', ENOUGH, true);
  }
  if (role === 'key' && object !== undefined) add(`keys of ${object}`);
  if ((role === 'produced' || role === 'argument') && object !== undefined) add(`values of ${object}`);
  if (role === 'produced' && last !== undefined) add(`given to ${last}`, isCodeName(last) ? 1 : ENOUGH);
  // map.put("1222", "NoConnectionDevice")
  if (role === 'produced' && object === undefined && last === undefined) add('entries');
  if (kind === 'declaration') add('constants');
  if (role === 'argument' && last !== undefined && !isShownBy(path) && !isExpectation(last))
    add(`call of ${path.join('.')}`, 1);
  if (isDecidedOn && last !== undefined) add(`compared with ${path.join('.')}`, isCodeName(last) ? 1 : ENOUGH);
  return found;
}

/** Mentions that are decided on, or keys, where the answer is a right word of NUGU's. */
function answeredArms({ mentions, sites, objects }: FileModel, named: NamedCodes): ReadonlySet<number> {
  const words = mentions.flatMap(({ place: { role }, span }, index) =>
    named[index]?.level === 'device-level' && (role === 'produced' || role === 'argument' || role === 'listed')
      ? [span.start]
      : [],
  );
  if (words.length === 0) return new Set();
  const holdsWord = ({ start, end }: Span): boolean => (words[firstFrom(words, start)] ?? end) < end;
  const keyAt = new Map(
    mentions.flatMap(({ place, span }, index) => (place.role === 'key' ? [[span.start, index] as const] : [])),
  );
  return new Set([
    ...sites.flatMap(({ kind, arms }) =>
      kind === 'map' ? [] : arms.flatMap((arm) => (arm.body && holdsWord(arm.body) ? arm.mentions : [])),
    ),
    ...objects.flatMap(({ entries }) =>
      entries.flatMap(({ keySpan, value }) => {
        const key = keyAt.get(keySpan.start);
        return key !== undefined && holdsWord(value.outer) ? [key] : [];
      }),
    ),
  ]);
}

/** The objects in which a word of NUGU's stands behind a key that is none: all of their keys are somebody else's. */
function answeredObjects({ mentions }: FileModel, answered: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(
    [...answered].flatMap((index) => {
      const place = mentions[index]?.place;
      return place?.role === 'key' && place.object !== undefined ? [place.object] : [];
    }),
  );
}

/** Adds the companies that dispatch sites make: of their arms, and of what these answer with. */
function addSites(
  model: FileModel,
  named: NamedCodes,
  answered: ReadonlySet<number>,
  membership: readonly Company[][],
): void {
  const answers = createAnswers(model);
  model.sites.forEach((site, number) => {
    for (const arm of site.arms)
      for (const index of arm.mentions)
        if (!answered.has(index)) membership[index]?.push({ name: `arms of ${number}`, needed: ENOUGH });
    if (site.kind === 'map' || !decidesOnThinq(site, named)) return;
    for (const index of answers(site)) membership[index]?.push({ name: `answers of ${number}`, needed: 1 });
  });
  const keysOfThinq = new Set(
    model.mentions.flatMap(({ place }, index) =>
      place.role === 'key' && place.object !== undefined && named[index]?.vendor === 'thinq' ? [place.object] : [],
    ),
  );
  const pairsOfThinq = new Set(
    model.mentions.flatMap(({ place }, index) =>
      place.role === 'listed' && place.group !== undefined && named[index]?.vendor === 'thinq' ? [place.group] : [],
    ),
  );
  model.mentions.forEach(({ place: { role, object, group } }, index) => {
    if (role === 'listed' && group !== undefined && pairsOfThinq.has(group))
      membership[index]?.push({ name: 'pairs', needed: 1 });
    if (role === 'produced' && object !== undefined && keysOfThinq.has(object))
      membership[index]?.push({ name: `values of ${object}`, needed: 1 });
  });
}

/** UTF-16 units behind a site in which what it falls back on stands: `} return "NoControlAuthority";`. */
const BEHIND_UNITS = 200;

/** Whether what stands behind an offset may be what a site falls back on. @param ends where sites end */
export function looksBehind(ends: readonly number[], offset: number): boolean {
  return ends.some((end) => end <= offset && offset < end + BEHIND_UNITS);
}

/** Makes the question which mentions stand in a site's arms or its fallback, given back or assigned, as its answers do. */
function createAnswers({ mentions }: FileModel): (site: DispatchSite) => readonly number[] {
  const standing = mentions.flatMap(({ place: { role, object, within } }, index) =>
    within !== undefined || (role === 'produced' && object === undefined) ? [index] : [],
  );
  const starts = standing.map((index) => mentions[index]?.span.start ?? 0);
  const within = ({ start, end }: Span): readonly number[] =>
    standing.slice(firstFrom(starts, start), firstFrom(starts, end));
  return ({ span, arms, fallback }) => {
    const inArms = arms.flatMap(({ body }) => (body ? within(body) : []));
    const last = Math.max(span.start, ...arms.map((arm) => arm.body?.end ?? arm.span.end));
    if (fallback !== 'arm' && fallback !== 'after') return inArms;
    const owners = new Set(inArms.map((index) => mentions[index]?.place.within));
    const end = fallback === 'arm' ? span.end : span.end + BEHIND_UNITS;
    const fallenBackOn = within({ start: last, end }).filter((index) => owners.has(mentions[index]?.place.within));
    return [...new Set([...inArms, ...fallenBackOn])];
  };
}

/** Index of the first offset from another on; they stand in order. */
function firstFrom(offsets: readonly number[], from: number): number {
  return countBelow(offsets.length, (index) => (offsets[index] ?? 0) < from);
}

function decidesOnThinq({ arms }: DispatchSite, named: NamedCodes): boolean {
  return arms.some(({ mentions }) => mentions.some((index) => named[index]?.vendor === 'thinq'));
}
