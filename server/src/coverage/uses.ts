import type { Code, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { takesNumbers } from '../evidence/expectation.ts';
import type { ResolvedMention } from '../evidence/place.ts';
import type { ResolvedSite } from '../evidence/sites.ts';
import { createLines } from '../model/lines.ts';
import type { Arm } from '../model/model.ts';

/** What a program does with a code: decides on it, sends it, has an arm to be filled in, or merely names it. From most to least. */
export const USE_KINDS = ['handled', 'reported', 'todo', 'mentioned'] as const;
export type UseKind = (typeof USE_KINDS)[number];

/** A place in a file where a code is used. */
export interface Use {
  readonly vendor: Vendor;
  readonly code: string;
  readonly kind: UseKind;
  /** Counted from 0. */
  readonly line: number;
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
  const mentioned = analysis.judgements.flatMap(({ claim: found, counts }, index): readonly Use[] => {
    if (!found?.code || !counts) return [];
    // An arm that asks for more than the code lets it through where that is not the case.
    const isDecidedOn = isProgram && !conditional.has(index);
    const kind = !isDecidedOn ? 'mentioned' : toDo.has(index) ? 'todo' : kindOf(found, decided.has(index));
    return [useOf(found.code, kind, lineOf(found.mention.span.start))];
  });
  const ranged: readonly Use[] = sites.flatMap((one) =>
    withoutMention(one, analysis).map((code) => useOf(code, 'handled', lineOf(one.site.head.start))),
  );
  return {
    path,
    uses: [...mentioned, ...ranged],
    dispatches: sites.map(({ site, vendor }) => ({
      vendor,
      line: lineOf(site.head.start),
      others: site.fallback ? 'handled' : site.open ? 'unknown' : 'dropped',
    })),
  };
}

function isSure({ confidence }: ResolvedSite): boolean {
  return confidence !== 'weak';
}

function useOf({ vendor, code }: Code, kind: UseKind, line: number): Use {
  return { vendor, code, kind, line };
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
