import { ADVICE } from '../catalog/advice.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Localized, RetryClass, Vendor } from '../catalog/types.ts';
import { type FileUses, isAskedAbout, USE_KINDS, type Use, type UseKind } from './uses.ts';

/** What becomes of a code in a whole product. */
export const STATES = [...USE_KINDS, 'absent'] as const;
export type State = (typeof STATES)[number];

/** A place where a code is used. */
export interface UsePlace {
  readonly path: string;
  /** Counted from 0. */
  readonly line: number;
  readonly kind: UseKind;
}

/** A code, and what the product does with it. */
export interface CodeCoverage {
  readonly code: Code;
  /** The most that is done with it anywhere. */
  readonly state: State;
  /** It is dealt with as its vendor's programs should: by name, or in a fallback. */
  readonly covered: boolean;
  /** It is dealt with by name: see `isNamed`. */
  readonly named: boolean;
  /** In the order of paths and lines. */
  readonly places: readonly UsePlace[];
}

/** Codes that belong together, in one respect. */
export interface Group {
  /** What the group is called where nobody translates: `retry`, `12xx`, `PowerControl.TurnOn`. */
  readonly id: string;
  readonly title: Localized;
  readonly codes: readonly CodeCoverage[];
}

/** How often something was counted, by state. */
export type Tally = { readonly [state in State]: number } & {
  readonly covered: number;
  /** Those of them that are dealt with by name. */
  readonly named: number;
  readonly total: number;
};

export interface VendorCoverage {
  readonly vendor: Vendor;
  /**
   * Every error code that the vendor documents and a program can meet by name, in the order of the catalog. Where it is
   * known which directives a program serves, only those that these can end in, and others that it sends all the same.
   */
  readonly codes: readonly CodeCoverage[];
  /** By what to do about them. Our own judgement. */
  readonly classes: readonly Group[];
  /** ThinQ: by the pages' ranges. */
  readonly ranges: readonly Group[];
  /** NUGU: by the served directive that they can answer, with what is done for that one; a code can stand in several. */
  readonly directives: readonly Group[];
  /** Used, but in no document: seen in the field only. */
  readonly undocumented: readonly CodeCoverage[];
  /** Places that decide on codes, by what becomes of the codes that they do not name. */
  readonly dispatches: { readonly handled: number; readonly dropped: number; readonly unknown: number };
}

/** What the files right in one folder do. */
export interface FolderCoverage {
  /** Relative, with forward slashes; `.` for the folder that was asked about. */
  readonly path: string;
  readonly files: number;
  /** How many different codes its files handle, report, let end in a fallback, have still to do, or only mention. */
  readonly tally: Omit<Tally, 'absent' | 'covered' | 'named'>;
}

export interface Coverage {
  readonly vendors: readonly VendorCoverage[];
  /** Only folders whose files use codes, in the order of their paths. */
  readonly folders: readonly FolderCoverage[];
  readonly tally: Tally;
}

/** @param vendors whose codes are asked about; all whose codes are used where it is absent, and both where none are */
export function coverageOf(all: readonly FileUses[], catalog: Catalog, vendors?: readonly Vendor[]): Coverage {
  const files = withoutDropped(all);
  const chosen = vendors ?? vendorsIn(files);
  const byVendor = chosen.map((vendor) => vendorCoverage(vendor, files, catalog));
  return {
    vendors: byVendor,
    folders: foldersOf(files, chosen),
    tally: tallyOf(byVendor.flatMap(({ codes }) => codes)),
  };
}

/** What ends in a fallback in one place and runs past another is not dealt with. */
function withoutDropped(files: readonly FileUses[]): readonly FileUses[] {
  const keyOf = ({ vendor, code }: Pick<Use, 'vendor' | 'code'>): string => `${vendor} ${code}`;
  const dropped = new Set(files.flatMap((file) => file.dropped.map(keyOf)));
  if (dropped.size === 0) return files;
  return files.map((file) => ({
    ...file,
    uses: file.uses.filter((use) => use.kind !== 'caught' || !dropped.has(keyOf(use))),
  }));
}

/** Counts codes by state. */
export function tallyOf(codes: readonly CodeCoverage[]): Tally {
  const count = (wanted: State): number => codes.filter(({ state }) => state === wanted).length;
  return {
    handled: count('handled'),
    reported: count('reported'),
    caught: count('caught'),
    todo: count('todo'),
    mentioned: count('mentioned'),
    absent: count('absent'),
    covered: codes.filter(({ covered }) => covered).length,
    named: codes.filter(({ named }) => named).length,
    total: codes.length,
  };
}

/** Whole per cent that are covered, rounded down, so that 100 means all; 0 of nothing. */
export function percentOf({ covered, total }: Pick<Tally, 'covered' | 'total'>): number {
  return total === 0 ? 0 : Math.floor((covered * 100) / total);
}

/** The same of those that are dealt with by name. */
export function percentByName({ named, total }: Pick<Tally, 'named' | 'total'>): number {
  return percentOf({ covered: named, total });
}

/**
 * Whether a code is dealt with by name: a program that talks to ThinQ meets its codes and must decide on them; one that
 * answers NUGU sends its codes itself.
 */
function isNamed(vendor: Vendor, kind: UseKind): boolean {
  return kind === 'handled' || (vendor === 'nugu' && kind === 'reported');
}

function vendorsIn(files: readonly FileUses[]): readonly Vendor[] {
  const both = ['thinq', 'nugu'] as const;
  const used = both.filter((vendor) => files.some(({ uses }) => uses.some((use) => use.vendor === vendor)));
  return used.length > 0 ? used : both;
}

function vendorCoverage(vendor: Vendor, files: readonly FileUses[], catalog: Catalog): VendorCoverage {
  const uses = usesOfVendor(vendor, files);
  const all = placesOf(uses);
  const toCoverage = (code: Code, places = all): CodeCoverage => {
    const found = places.get(code.code) ?? [];
    const state = STATES.find((one) => found.some(({ kind }) => kind === one)) ?? 'absent';
    const named = found.some(({ kind }) => isNamed(vendor, kind));
    return { code, state, covered: named || found.some(({ kind }) => kind === 'caught'), named, places: found };
  };
  const served = vendor === 'nugu' ? servedBy(files, catalog) : [];
  const askable = new Set(served.flatMap((id) => codesOfDirective(id, catalog)));
  const codes = catalog.codes
    .filter((code) => code.vendor === vendor && isAskedAbout(code))
    .map((code) => toCoverage(code))
    .filter(({ code, named }) => served.length === 0 || named || askable.has(code));
  const dispatches = files.flatMap((file) => file.dispatches).filter((one) => one.vendor === vendor);
  const count = (wanted: string): number => dispatches.filter(({ others }) => others === wanted).length;
  return {
    vendor,
    codes,
    classes: groupBy(codes, ({ code }) => [code.judgement.retry]).map(([id, group]) => ({
      id,
      title: ADVICE[id as RetryClass],
      codes: group,
    })),
    ranges: vendor === 'thinq' ? rangesOf(codes, catalog) : [],
    directives: served.map((id) => {
      // What stands in the code of another directive is not said of this one.
      const places = placesOf(uses.filter(({ use }) => use.directives?.includes(id) ?? true));
      return {
        id,
        title: { en: id, ko: id },
        codes: codesOfDirective(id, catalog).map((code) => toCoverage(code, places)),
      };
    }),
    undocumented: catalog.codes
      .filter((code) => code.vendor === vendor && code.layer === 'field' && all.has(code.code))
      .map((code) => toCoverage(code)),
    dispatches: { handled: count('handled'), dropped: count('dropped'), unknown: count('unknown') },
  };
}

/** A use, and the file that it stands in. */
interface UseInFile {
  readonly path: string;
  readonly use: Use;
}

/** What files do with a vendor's codes, in the order of paths and lines. */
function usesOfVendor(vendor: Vendor, files: readonly FileUses[]): readonly UseInFile[] {
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, uses }) =>
      uses
        .filter((use) => use.vendor === vendor)
        .sort((a, b) => a.line - b.line)
        .map((use) => ({ path, use })),
    );
}

function placesOf(uses: readonly UseInFile[]): ReadonlyMap<string, readonly UsePlace[]> {
  const places = new Map<string, Map<string, UsePlace>>();
  for (const { path, use } of uses) {
    const { code, kind, line } = use;
    const ofCode = places.get(code) ?? new Map<string, UsePlace>();
    const key = `${line} ${kind} ${path}`;
    if (!ofCode.has(key)) ofCode.set(key, { path, line, kind });
    places.set(code, ofCode);
  }
  return new Map([...places].map(([code, ofCode]) => [code, [...ofCode.values()]]));
}

/** The directives that any file serves, in the order of the pages. */
function servedBy(files: readonly FileUses[], { data }: Catalog): readonly string[] {
  const served = new Set(files.flatMap((file) => file.served));
  return data.capabilities
    .flatMap(({ name, directives }) => directives.map((own) => `${name}.${own}`))
    .filter((id) => served.has(id));
}

/** The codes that are asked about and that a directive can end in, in the order of the catalog. */
function codesOfDirective(id: string, catalog: Catalog): readonly Code[] {
  return catalog.codes.filter(
    (code) => code.vendor === 'nugu' && isAskedAbout(code) && catalog.directivesOf(code).includes(id),
  );
}

function foldersOf(files: readonly FileUses[], vendors: readonly Vendor[]): readonly FolderCoverage[] {
  const used = files
    .map((file) => ({ ...file, uses: file.uses.filter(({ vendor }) => vendors.includes(vendor)) }))
    .filter(({ uses }) => uses.length > 0);
  return groupBy(used, ({ path }) => [folderOf(path)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, inside]) => {
      const states = new Map<string, UseKind>();
      for (const { vendor, code, kind } of inside.flatMap(({ uses }) => uses)) {
        const key = `${vendor} ${code}`;
        const known = states.get(key);
        if (!known || USE_KINDS.indexOf(kind) < USE_KINDS.indexOf(known)) states.set(key, kind);
      }
      const count = (wanted: UseKind): number => [...states.values()].filter((kind) => kind === wanted).length;
      return {
        path,
        files: inside.length,
        tally: {
          handled: count('handled'),
          reported: count('reported'),
          caught: count('caught'),
          todo: count('todo'),
          mentioned: count('mentioned'),
          total: states.size,
        },
      };
    });
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}

/** A code that is in no range stands for itself, under its own text. */
function rangesOf(codes: readonly CodeCoverage[], catalog: Catalog): readonly Group[] {
  return groupBy(codes, ({ code }) => [catalog.rangeOf(code)?.pattern ?? code.code]).map(([id, group]) => {
    const text = group[0] ? catalog.textOf(group[0].code) : id;
    const range = catalog.data.ranges.find(({ pattern }) => pattern === id);
    return { id, title: range?.title ?? { en: text, ko: text }, codes: group };
  });
}

/** Groups in the order in which their keys are met first; what has several keys stands in several groups. */
function groupBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => string | readonly string[],
): [key: string, items: readonly Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of [keysOf(item)].flat()) groups.set(key, [...(groups.get(key) ?? []), item]);
  return [...groups];
}
