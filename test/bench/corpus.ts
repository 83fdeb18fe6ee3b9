import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSON_CODES, JSON_ORDINARY } from './jsonText.ts';
import { PROGRAMS } from './programText.ts';
import { PYTHON_HEAD, PYTHON_ORDINARY, PYTHON_THINQ } from './pythonText.ts';
import { createRandom } from './random.ts';
import { TYPESCRIPT_HEAD, TYPESCRIPT_ORDINARY, TYPESCRIPT_THINQ } from './typescriptText.ts';
import { drawWords, type Words } from './words.ts';

/** Writes one block of a file: lines, each with its end. */
export type Template = (words: Words) => string;

/** A file that servers are given. */
export interface CorpusFile {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** Everything that is opened in a run. */
export interface Corpus {
  /** URI of the folder that all lie in. */
  readonly folder: string;
  /** 200 lines of TypeScript, of which a fifth deals with codes. */
  readonly small: CorpusFile;
  /** 10,000 lines of which a few per cent deal with codes, as in the rest. */
  readonly typescript: CorpusFile;
  readonly python: CorpusFile;
  readonly json: CorpusFile;
  /** TypeScript of `GROWTH_LINES`. */
  readonly growth: readonly CorpusFile[];
  /** Files that decide on codes of another file: in a project of 2,000 files, and the same where there is no project. */
  readonly programs: readonly { readonly name: string; readonly followed: CorpusFile; readonly alone: CorpusFile }[];
}

/** Files of each program. */
const PROGRAM_FILES = 2_000;

/** Lines at 1×, 2× and 4×; the longest stays below the length that our server reads. */
export const GROWTH_LINES = [5_000, 10_000, 20_000] as const;

const LINES = 10_000;

/** Writes the corpus, the same in every run. @param folder is made where it is missing */
export function writeCorpus(folder: string): Corpus {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, languageId: string, text: string): CorpusFile => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return { uri: pathToFileURL(path).href, languageId, text };
  };
  return {
    folder: pathToFileURL(folder).href,
    small: write('small.ts', 'typescript', typescript(200, 20)),
    typescript: write('large.ts', 'typescript', typescript(LINES)),
    python: write('large.py', 'python', python(LINES)),
    json: write('large.json', 'json', json(LINES)),
    growth: GROWTH_LINES.map((lines) => write(`growth-${lines}.ts`, 'typescript', typescript(lines))),
    programs: Object.entries(PROGRAMS).map(([name, text]) => {
      const inside = `program-${name}`;
      write(`${inside}/${text.manifest[0]}`, '', text.manifest[1]);
      write(`${inside}/${text.declares}`, '', text.declaration);
      for (let number = 0; number < PROGRAM_FILES; number++)
        write(`${inside}/${text.other(number)}`, '', text.ordinary(number));
      return {
        name,
        followed: write(`${inside}/${text.decides}`, text.languageId, text.decision),
        alone: write(`alone-${name}/${text.decides}`, text.languageId, text.decision),
      };
    }),
  };
}

/** How much of a big file deals with codes, in blocks of a hundred. */
const FEW = 4;

function typescript(lines: number, share = FEW): string {
  return fill(lines, TYPESCRIPT_HEAD, '// The end.\n', TYPESCRIPT_ORDINARY, TYPESCRIPT_THINQ, share);
}

function python(lines: number): string {
  return fill(lines, PYTHON_HEAD, '# The end.\n', PYTHON_ORDINARY, PYTHON_THINQ, FEW);
}

function json(lines: number): string {
  const text = fill(lines - 1, '[', '\n', JSON_ORDINARY, JSON_CODES, FEW);
  return `${text.slice(0, text.lastIndexOf(','))}\n${text.slice(text.lastIndexOf(',') + 1)}]\n`;
}

/** Puts blocks one behind another, and lines of padding where no further block fits. */
function fill(
  lines: number,
  head: string,
  padding: string,
  ordinary: readonly [Template, ...Template[]],
  special: readonly [Template, ...Template[]],
  share: number,
): string {
  const random = createRandom(lines);
  const blocks = [head];
  let left = lines - count(head);
  for (let number = 1; ; number++) {
    // The second block is special in every file, so that the shortest has something to find.
    const kind = number === 2 || random.between(1, 100) <= share ? special : ordinary;
    const block = random.pick(kind)(drawWords(random, number));
    if (count(block) > left) break;
    blocks.push(block);
    left -= count(block);
  }
  return blocks.join('') + padding.repeat(left);
}

function count(text: string): number {
  return text.split('\n').length - 1;
}
