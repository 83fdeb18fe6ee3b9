import type { Code, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { type DirectiveHandler, handlersAt } from '../evidence/directives.ts';
import { takesNumbers } from '../evidence/expectation.ts';
import type { ResolvedMention } from '../evidence/place.ts';
import { decidesOnAll, type ResolvedSite } from '../evidence/sites.ts';
import { createLines } from '../model/lines.ts';
import type { Arm } from '../model/model.ts';

/**
 * What a program does with a code: decides on it by name, sends it, lets it end in a fallback, has an arm to be filled in,
 * or merely names it. From most to least.
 */
export const USE_KINDS = ['handled', 'reported', 'caught', 'todo', 'mentioned'] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** A place in a file where a code is used. */
export interface Use {
  readonly vendor: Vendor;
  readonly code: string;
  readonly kind: UseKind;
  /** Counted from 0. */
  readonly line: number;
  /** The directives whose code it stands in, as `PowerControl.TurnOn`; absent where it may be there for any. */
  readonly directives?: readonly string[];
}

/** A place that decides on a vendor's codes. */
export interface Dispatch {
  readonly vendor: Vendor;
  /** Counted from 0. */
  readonly line: number;
  /** What becomes of the codes that no arm names. */
  readonly others: 'handled' | 'dropped' | 'unknown';
}

/** What one file does with codes. */
export interface FileUses {
  /** Relative to the folder that was asked about, with forward slashes. */
  readonly path: string;
  readonly uses: readonly Use[];
  readonly dispatches: readonly Dispatch[];
  /** The codes that run past a place which decides on all others: no fallback elsewhere makes up for that. */
  readonly dropped: readonly Pick<Use, 'vendor' | 'code'>[];
  /** The directives that its code serves, as `PowerControl.TurnOn`. */
  readonly served: readonly string[];
}

/** NUGU's whole-request errors are HTTP statuses, which nobody can tell from others, and OK is no error. */
export function isAskedAbout({ layer, level }: Code): boolean {
  return layer === 'documented' && (level === 'api' || level === 'device-level');
}

/**
 * Finds what a file does with codes. Counts only what is surely, or likely, a vendor's code.
 *
 * @param isProgram whether the text is run: what data and documents hold is mentioned at most
 */
export function usesOf(path: string, text: string, analysis: Analysis, isProgram: boolean): FileUses {
  const { lineOf } = createLines(text);
  const sites = analysis.sites.filter(isSure);
  const arms = sites.flatMap(({ site }) => site.arms);
  const mentionsOf = (some: readonly Arm[]): ReadonlySet<number> => new Set(some.flatMap((arm) => arm.mentions));
  const decided = mentionsOf(arms.filter((arm) => !arm.guarded));
  const conditional = mentionsOf(arms.filter((arm) => arm.guarded));
  const toDo = mentionsOf(arms.filter((arm) => arm.toDo));
  const useOf = (code: Code, kind: UseKind, offset: number): Use => {
    const around = handlersAt(analysis.directives, offset).map(idOf);
    return {
      vendor: code.vendor,
      code: code.code,
      kind,
      line: lineOf(offset),
      ...(around.length > 0 && { directives: around }),
    };
  };
  const mentioned = analysis.judgements.flatMap(({ claim: found, counts }, index): readonly Use[] => {
    if (!found?.code || !counts) return [];
    // An arm that asks for more than the code lets it through where that is not the case.
    const isDecidedOn = isProgram && !conditional.has(index);
    const kind = !isDecidedOn ? 'mentioned' : toDo.has(index) ? 'todo' : kindOf(found, decided.has(index));
    return [useOf(found.code, kind, found.mention.span.start)];
  });
  const ranged: readonly Use[] = sites.flatMap((one) =>
    withoutMention(one, analysis).map((code) => useOf(code, 'handled', one.site.head.start)),
  );
  const caught = isProgram
    ? [...sites.flatMap((one) => caughtBy(one, analysis)), ...answeredBy(analysis)].map(({ code, at }) =>
        useOf(code, 'caught', at),
      )
    : [];
  return {
    path,
    uses: [...mentioned, ...ranged, ...caught],
    dispatches: sites.map(({ site, vendor }) => ({
      vendor,
      line: lineOf(site.head.start),
      others: site.fallback ? 'handled' : site.open ? 'unknown' : 'dropped',
    })),
    dropped: sites
      .filter(decidesOnAll)
      .flatMap(({ handling: { verdict, missing } }) =>
        isProgram && verdict === 'missing' ? missing.map(({ vendor, code }) => ({ vendor, code })) : [],
      ),
    served: isProgram ? servedIn(analysis) : [],
  };
}

function isSure({ confidence }: ResolvedSite): boolean {
  return confidence !== 'weak';
}

/** A code that ends in a fallback, and where that belongs to. */
interface Caught {
  readonly code: Code;
  readonly at: number;
}

/** The codes that a site has no arm for, or one that may let them through, and that end in its fallback. */
function caughtBy({ site, vendor, handled, handling }: ResolvedSite, { catalog }: Analysis): readonly Caught[] {
  // Where what is decided on has no other values, no code gets there.
  if (!site.fallback || site.fallback === 'closed') return [];
  const taken = new Set([...handled, ...handling.toDo]);
  return catalog.codes
    .filter((code) => code.vendor === vendor && isAskedAbout(code) && !taken.has(code))
    .map((code) => ({ code, at: site.head.start }));
}

/** NUGU's codes, where whatever goes wrong gets an answer: ThinQ's codes become NUGU's, and there is a fallback. */
function answeredBy({ mappings, catalog }: Analysis): readonly Caught[] {
  const whole = mappings.filter(
    ({ from, site }) => from === 'thinq' && site?.fallback !== undefined && site.fallback !== 'closed',
  );
  const codes = catalog.codes.filter((code) => code.vendor === 'nugu' && isAskedAbout(code));
  return whole.flatMap(({ head }) => codes.map((code) => ({ code, at: head.start })));
}

/** What is written for a rehearsal serves nobody. */
function servedIn({ directives, signals }: Analysis): readonly string[] {
  const served = directives.handlers.filter(({ span }) => span.start < signals.rehearsesFrom);
  return [...new Set(served.map(idOf))].sort();
}

function idOf({ capability, directive }: DirectiveHandler): string {
  return `${capability}.${directive}`;
}

function kindOf({ mention, vendor, proven }: ResolvedMention, decided: boolean): UseKind {
  const { role } = mention.place;
  // Codes are strings: a number decides on nothing, but where the other side is one, or nobody looks.
  if (mention.value === 'integer' && !takesNumbers(mention.place)) return 'mentioned';
  if (decided || role === 'arm' || role === 'compared') return 'handled';
  // A constant's declaration says what it is called, not what is done with it.
  if (role === 'produced') return mention.kind === 'declaration' ? 'mentioned' : 'reported';
  // What is called with a word of NUGU's answers with it; a ThinQ number may be looked up as well as thrown.
  if (role === 'argument') return vendor === 'nugu' || proven ? 'reported' : 'mentioned';
  return 'mentioned';
}

/** The codes that a site handles by range, without naming them. */
function withoutMention({ site, handled }: ResolvedSite, { mentions }: Analysis): readonly Code[] {
  const named = new Set(site.arms.flatMap((arm) => arm.mentions.map((index) => mentions[index]?.code)));
  return handled.filter((code) => !named.has(code));
}
