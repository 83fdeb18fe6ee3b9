import { textsOfUnion } from '../knowledge/declarations.ts';
import { beginsEnumeration, KEYWORD } from '../knowledge/keywords.ts';
import { SDK_CLASS } from '../knowledge/vendors.ts';
import { countBelow } from '../model/countBelow.ts';
import type { DispatchSite, FileModel, Mention } from '../model/model.ts';
import { once } from '../model/once.ts';

/** A code, and what people call it. */
export interface NamedCode {
  readonly text: string;
  /** What it is called beside its text, where that says little. */
  readonly name?: string;
  /** What the SDK calls it. */
  readonly sdkName?: string;
}

/** The constants that a program has for codes. */
export interface Constants {
  /** How the arms of a site name codes; undefined where they are written as literals. */
  namesFor(site: DispatchSite): ((code: NamedCode) => string | undefined) | undefined;
  /** Whether the arms are members of an enumeration, in whose place no literal can stand. */
  areMembers(site: DispatchSite): boolean;
  /** The only texts that can stand in the arms of a site, where its type says so. */
  textsFor(site: DispatchSite): readonly string[] | undefined;
  /** Whether a name is that of an enumeration's member. */
  isMember(mention: Mention): boolean;
  /** The constant that stands beside a reference's, for another code. */
  besideOf(reference: Mention, code: NamedCode): string | undefined;
}

/** UTF-16 units before a member's value that are looked through for the beginning of its owner. */
const FARTHEST_OWNER_UNITS = 5000;
/** UTF-16 units before a declaration, or a map, in which what it begins with is looked for. */
const NEAR_UNITS = 500;
/** What begins an owner of constants. */
const OWNER = new RegExp(`\\b${KEYWORD.owners}\\b`, 'g');
/** What stands before a constant's name, and never before a member's. */
const CONSTANT = new RegExp(`\\b${KEYWORD.constants}\\b`);

/** @param text the text the model was read from */
export function createConstants(model: FileModel, text: string): Constants {
  const declarations = once(() => declarationsOf(model));
  const declarationOf = ({ name = '', text: code }: Mention): Mention | undefined =>
    declarations().named.get(`${code} ${lastOf(name)}`);
  const members = new Map<Mention, boolean>();
  const isMember = (mention: Mention): boolean => {
    const declared = declarationOf(mention);
    if (!declared || declared.place.object !== undefined) return false;
    const known = members.get(declared) ?? isDeclaredAsMember(declared);
    members.set(declared, known);
    return known;
  };
  const isDeclaredAsMember = (declared: Mention): boolean => {
    const { start } = declared.outer;
    return !CONSTANT.test(before(text, start, ['\n', '{', ';'])) && beginsEnumeration(ownerBefore(start));
  };
  const owners = once(() => [...text.matchAll(OWNER)].map(({ index }) => index));
  /** The line that begins the owner of what stands at an offset, up to there. */
  const ownerBefore = (offset: number): string => {
    const all = owners();
    const at = all[countBelow(all.length, (index) => (all[index] ?? offset) < offset) - 1];
    if (at === undefined || at < offset - FARTHEST_OWNER_UNITS) return '';
    const [line = ''] = text.slice(at, Math.min(offset, at + NEAR_UNITS)).split('\n', 1);
    return before(text, at, ['\n']) + line;
  };
  const isElsewhere = (mention: Mention): boolean => !declarationOf(mention) && !isOfSdk(mention);
  const besideOf: Constants['besideOf'] = (reference, code) => {
    const source = text.slice(reference.outer.start, reference.outer.end);
    const at = source.lastIndexOf(lastOf(reference.name ?? ''));
    if (at < 0) return undefined;
    const declared = declarationOf(reference);
    // A name that no declaration here stands behind is one of the SDK's, or another file's, of which only those are known
    // that the text names.
    const name = declared ? siblingOf(declared, code) : isOfSdk(reference) ? code.sdkName : undefined;
    return name && source.slice(0, at) + name + source.slice(at + lastOf(reference.name ?? '').length);
  };
  const siblingOf = (declared: Mention, code: NamedCode): string | undefined =>
    declarations()
      .of.get(code.text)
      ?.find(
        (one) =>
          one.value === declared.value &&
          one.place.object === declared.place.object &&
          one.place.group === declared.place.group,
      )?.name;
  const referencesOf = (site: DispatchSite): readonly Mention[] =>
    site.arms.flatMap((arm) =>
      arm.mentions.flatMap((index) => {
        const mention = model.mentions[index];
        return mention?.kind === 'reference' ? mention : [];
      }),
    );
  return {
    isMember,
    besideOf,
    namesFor(site) {
      const [first] = referencesOf(site);
      return first && ((code) => besideOf(first, code));
    },
    textsFor({ kind, span, subject: { types = [] } }) {
      // The type of a map's keys stands between its name and what it holds.
      const declared = kind === 'map' ? (before(text, span.start, ['\n', ';']).match(/\b[A-Z]\w*/g) ?? []) : [];
      return [...types, ...declared].map((type) => textsOfUnion(type, text)).find((texts) => texts !== undefined);
    },
    // Of what another file declares nobody can tell here whether a text may stand beside it.
    areMembers: (site) => referencesOf(site).some((one) => isMember(one) || isElsewhere(one)),
  };
}

/** The declarations of a model: by code and name, and by code alone. */
function declarationsOf({ mentions }: FileModel) {
  const named = new Map<string, Mention>();
  const of = new Map<string, Mention[]>();
  for (const one of mentions) {
    if (one.kind !== 'declaration') continue;
    const key = `${one.text} ${one.name}`;
    if (!named.has(key)) named.set(key, one);
    const others = of.get(one.text);
    if (others) others.push(one);
    else of.set(one.text, [one]);
  }
  return { named, of };
}

/** What stands before an offset, behind the last of some marks. */
function before(text: string, offset: number, marks: readonly string[]): string {
  const near = text.slice(Math.max(0, offset - NEAR_UNITS), offset);
  return near.slice(1 + Math.max(...marks.map((mark) => near.lastIndexOf(mark))));
}

function lastOf(name: string): string {
  return /[\p{L}_][\p{L}\p{N}_]*$/u.exec(name)?.[0] ?? name;
}

function isOfSdk({ name }: Mention): boolean {
  return name?.split('.').at(-2) === SDK_CLASS;
}
