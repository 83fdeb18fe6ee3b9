import type { FileModel, Span } from '../../model/model.ts';
import type { NamesOfText } from '../language.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { TreeDescription } from './description.ts';
import { createFlow } from './extract/dispatch/flow.ts';
import { readNames } from './extract/names.ts';
import { reachableNames } from './extract/reachableNames.ts';
import { type Declarations, readDeclarations, readModel } from './extract/readModel.ts';
import { type Source, spanOf } from './extract/source.ts';
import { gather } from './query/constructs.ts';
import type { Matcher } from './query/matcher.ts';
import type { Reader } from './syntax/treeSitter.ts';

/** What one excerpt says. */
export interface Reading {
  /** By these names, what was left out of the text may be about codes as well. */
  readonly reachableNames: readonly string[];
  /** What the excerpt gives to other files, and has from them. @returns undefined where it is too tangled */
  names(): NamesOfText | undefined;
  /** @returns undefined where the excerpt is too tangled to be parsed */
  model(): FileModel | undefined;
}

/** What parsing an excerpt gives, whoever asks. */
type Parsed = Pick<Source, 'root' | 'constructs' | 'flow'>;

/** What an excerpt alone does not tell. */
export type ReadingContext = Pick<Source, 'vocabulary' | 'unit' | 'outside' | 'readText'>;

/**
 * Reads excerpts, and remembers what they say, or that they are too tangled: after most edits, a text's excerpt is as it was.
 */
export interface Readings {
  /** @returns undefined for an excerpt too tangled to be parsed */
  of(excerpt: string, context: ReadingContext): Reading | undefined;
}

/** UTF-16 units of the excerpts whose readings are remembered. */
const REMEMBERED_UNITS = 1_000_000;

/** Makes the readings of one language. @param parser for its grammar @param matcher for its queries */
export function createReadings(description: TreeDescription, parser: Reader, matcher: Matcher): Readings {
  const remembered = new Remembered();
  /** Vocabularies by number: where a team has codes of its own, the same excerpt says something else. */
  const numbers = new WeakMap<Vocabulary, number>();
  let count = 0;
  /** Only of the latest excerpt is the tree kept: many are never asked for their model. */
  let latest:
    | { readonly text: string; readonly tree: Parsed; readonly key: string; readonly declarations: Declarations }
    | undefined;

  const numberOf = (vocabulary: Vocabulary): number => {
    const number = numbers.get(vocabulary) ?? ++count;
    numbers.set(vocabulary, number);
    return number;
  };
  const parseAnew = (text: string): Parsed | undefined => {
    // What was parsed before is of no use while this is parsed.
    latest = undefined;
    const root = parser.read(text);
    if (!root) return undefined;
    const constructs = gather(matcher.matches(root));
    return { root, constructs, flow: createFlow(constructs) };
  };
  const parse = (key: string, text: string, context: ReadingContext): Declarations | undefined => {
    if (latest?.key === key) return latest.declarations;
    const tree = latest?.text === text ? latest.tree : parseAnew(text);
    if (!tree) return undefined;
    const declarations = readDeclarations({ ...context, description, text, ...tree });
    latest = { text, tree, key, declarations };
    return declarations;
  };
  const read = (key: string, text: string, context: ReadingContext): Reading | undefined => {
    const declarations = parse(key, text, context);
    if (!declarations) return undefined;
    let model: FileModel | undefined;
    let names: NamesOfText | undefined;
    return {
      reachableNames: reachableNames(declarations),
      names: () => {
        names ??= namesOf(key, text, context);
        return names;
      },
      model: () => {
        model ??= readWhole(key, text, context);
        return model;
      },
    };
  };
  const namesOf = (key: string, text: string, context: ReadingContext): NamesOfText | undefined => {
    const declarations = parse(key, text, context);
    return declarations && { names: readNames(declarations), comments: commentsOf(declarations) };
  };
  const readWhole = (key: string, text: string, context: ReadingContext): FileModel | undefined => {
    const declarations = parse(key, text, context);
    latest = undefined;
    return declarations && readModel(declarations);
  };

  return {
    of(excerpt, context) {
      const key = `${numberOf(context.vocabulary)}\0${context.unit}\0${context.outside.key}\0${excerpt}`;
      const reading = remembered.get(key) ?? read(key, excerpt, context) ?? TANGLED;
      remembered.put(key, reading);
      return reading === TANGLED ? undefined : reading;
    },
  };
}

function commentsOf({ source }: Declarations): readonly Span[] {
  return source.constructs.all('comment').map(({ node }) => spanOf(node));
}

/** Stands for the reading of an excerpt that was refused. */
const TANGLED: unique symbol = Symbol('too tangled');

/** Readings by their keys, of which those that were not asked for the longest go first. */
class Remembered {
  private readonly readings = new Map<string, Reading | typeof TANGLED>();
  private units = 0;

  get(key: string): Reading | typeof TANGLED | undefined {
    return this.readings.get(key);
  }

  /** Puts a reading behind all others. */
  put(key: string, reading: Reading | typeof TANGLED): void {
    this.remove(key);
    this.readings.set(key, reading);
    this.units += key.length;
    for (const oldest of this.readings.keys()) {
      if (this.units <= REMEMBERED_UNITS || oldest === key) break;
      this.remove(oldest);
    }
  }

  private remove(key: string): void {
    if (this.readings.delete(key)) this.units -= key.length;
  }
}
