import type { Language } from '../languages/language.ts';
import type { ModulePaths, ProjectReader } from '../languages/modules.ts';
import { MOST_PROGRAM_FILES } from './files.ts';
import { Remembered } from './remembered.ts';

/** A file, as far as its words say. */
interface Glance {
  /** It may hold something that matters to whoever has it from there. */
  readonly tells: boolean;
  /** Paths of the files that it may have something from, and give on. */
  readonly behind: readonly string[];
}

/** What a reach asks of its project. Paths begin at the root. */
export interface Surroundings {
  /** What says where modules are that are named by no path. */
  readonly reads: ProjectReader;
  languageOf(path: string): Language | undefined;
  mayHold(path: string): Promise<boolean>;
  read(path: string): Promise<string | undefined>;
  /** Whether a text may hold a code, or the name of a vendor, for others. */
  mayTell(text: string): boolean;
}

/**
 * Whether a text may have anything about codes from other files of its project, where imports name files: before anything
 * is parsed. Most files of a large project import others, and hardly any of these leads to a code:
 *
 *     view.ts  →  table.ts  →  sort.ts           nothing: none of the three is parsed
 *     load.ts  →  index.ts  →  codes.ts  1222    something: `load.ts` is read for what it has from there
 *
 * In doubt a file is reached. What was found out is kept by path; texts are not.
 */
export class Reach {
  private readonly glances = new Remembered<Promise<Glance>>(MOST_PROGRAM_FILES);
  /** Where modules are, by the folder that they are named in. */
  private readonly places = new Remembered<Promise<readonly string[]>>(MOST_PROGRAM_FILES);
  /** Files behind which there is nothing, as far as they go. */
  private readonly barren = new Set<string>();

  constructor(private readonly around: Surroundings) {}

  /** @param path of the text */
  async reaches(path: string, text: string, paths: ModulePaths): Promise<boolean> {
    const seen = new Set([path]);
    const next = [...(await this.targetsOf(path, text, paths))];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one) || this.barren.has(one)) continue;
      seen.add(one);
      const glance = await this.glanceAt(one);
      if (glance.tells) return true;
      next.push(...glance.behind);
    }
    // All that was seen leads to nothing but what was seen. The text itself may be about to change.
    seen.delete(path);
    for (const one of seen) this.barren.add(one);
    return false;
  }

  /**
   * A file has changed. @param isNew nobody knew that it was there: what others import may be something else now
   * @returns whether some file may be reached by others than before
   */
  async change(path: string, isNew: boolean): Promise<boolean> {
    if (!this.around.languageOf(path)?.modules) return false;
    const before = this.glances.peek(path);
    if (isNew || (!before && this.barren.has(path))) {
      const wasUsed = this.glances.size > 0;
      this.glances.clear();
      this.places.clear();
      this.barren.clear();
      return wasUsed;
    }
    if (!before) return false;
    this.glances.forget(path);
    const isOther = JSON.stringify(await before) !== JSON.stringify(await this.glanceAt(path));
    if (isOther) this.barren.clear();
    return isOther;
  }

  private glanceAt(path: string): Promise<Glance> {
    return this.glances.get(path, () => this.read(path));
  }

  private async read(path: string): Promise<Glance> {
    const paths = this.around.languageOf(path)?.modules?.paths;
    const text = await this.around.read(path);
    // Only a parser could tell what it imports; and of what cannot be read, another file may stand in its place.
    if (!paths?.namedIn || text === undefined || this.around.mayTell(text)) return { tells: true, behind: [] };
    return { tells: false, behind: paths.mayGiveOn(text, path) ? await this.targetsOf(path, text, paths) : [] };
  }

  private async targetsOf(path: string, text: string, paths: ModulePaths): Promise<readonly string[]> {
    const targets = new Set<string>();
    for (const module of new Set(paths.namedIn?.(text))) {
      const target =
        (await this.first(paths.of(module, path))) ?? (await this.first(await this.mapped(module, path, paths)));
      if (target !== undefined) targets.add(target);
    }
    return [...targets];
  }

  private mapped(module: string, from: string, { mapped }: ModulePaths): Promise<readonly string[]> {
    const find = async (): Promise<readonly string[]> => (await mapped?.(module, from, this.around.reads)) ?? [];
    return this.places.get(`${from.slice(0, from.lastIndexOf('/') + 1)} ${module}`, find);
  }

  private async first(paths: readonly string[]): Promise<string | undefined> {
    for (const path of paths) {
      if (this.around.languageOf(path)?.modules && (await this.around.mayHold(path))) return path;
    }
    return undefined;
  }
}
