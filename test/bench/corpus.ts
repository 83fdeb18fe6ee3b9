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

/** Files of each kind, as an editor has them open. */
export interface Files {
  /** URI of the folder that all lie in. */
  readonly folder: string;
  /** 200 lines of TypeScript, of which a fifth deals with codes. */
  readonly small: CorpusFile;
  /** 10,000 lines of which a few per cent deal with codes, as in the rest. */
  readonly typescript: CorpusFile;
  readonly python: CorpusFile;
  readonly json: CorpusFile;
}

/** Everything that is opened in a run. */
export interface Corpus extends Files {
  /** The same files in a folder with a project file, which claims a vendor and has a catalog of the team's. */
  readonly project: Files;
  /** Two files of 200 lines in each of two languages, by name. */
  readonly pairs: Readonly<Record<(typeof LANGUAGES_OF_PAIRS)[number], readonly [CorpusFile, CorpusFile]>>;
  /** A file to be opened and closed, by number: 60 lines in one of three languages, with findings in one of ten. */
  passing(number: number): CorpusFile;
  /** TypeScript of `GROWTH_LINES`. */
  readonly growth: readonly CorpusFile[];
  /** Files that decide on codes of another file: in a project of 2,000 files, and the same where there is no project. */
  readonly programs: readonly { readonly name: string; readonly followed: CorpusFile; readonly alone: CorpusFile }[];
}

/** Files of each program. */
const PROGRAM_FILES = 2_000;

/** Lines at 1×, 2× and 4×; the longest stays below the length that our server reads. */
export const GROWTH_LINES = [5_000, 10_000, 20_000] as const;

/** Languages of files of which there are two alike. */
export const LANGUAGES_OF_PAIRS = ['TypeScript', 'Python'] as const;

const LINES = 10_000;
const SMALL = 200;

type Pair = [CorpusFile, CorpusFile];

/** Settings as a team has them. */
const PROJECT_FILE = `{
  "vendors": ["thinq"],
  "rules": { "code-type": "error", "unhandled-device-error": "information" },
  "exclude": ["generated/"],
  "overrides": [{ "files": "*.test.ts", "preset": "quiet" }],
  "catalog": [
    {
      "vendor": "thinq",
      "code": "9101",
      "description": { "en": "The gateway of the house does not answer", "ko": "집의 게이트웨이가 응답하지 않음" }
    }
  ],
  "mapping": { "1223": "DeviceInSleepMode" }
}
`;

/** Writes the corpus, the same in every run. @param folder is made where it is missing */
export function writeCorpus(folder: string): Corpus {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, languageId: string, text: string): CorpusFile => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return { uri: pathToFileURL(path).href, languageId, text };
  };
  const filesIn = (inside: string): Files => ({
    folder: pathToFileURL(join(folder, inside)).href,
    small: write(join(inside, 'small.ts'), 'typescript', typescript(SMALL, SOME)),
    typescript: write(join(inside, 'large.ts'), 'typescript', typescript(LINES)),
    python: write(join(inside, 'large.py'), 'python', python(LINES)),
    json: write(join(inside, 'large.json'), 'json', json(LINES)),
  });
  write('project/.thinq-nugu.json', 'json', PROJECT_FILE);
  return {
    ...filesIn('.'),
    project: filesIn('project'),
    pairs: {
      TypeScript: [1, 2].map((seed) => write(`pair-${seed}.ts`, 'typescript', typescript(SMALL, SOME, seed))) as Pair,
      Python: [1, 2].map((seed) => write(`pair-${seed}.py`, 'python', python(SMALL, SOME, seed))) as Pair,
    },
    passing: (number) => passing(folder, number),
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

/** How much of a big file deals with codes, in blocks of a hundred; and of a small one. */
const FEW = 4;
const SOME = 20;

function typescript(lines: number, share = FEW, seed = lines): string {
  return fill(lines, TYPESCRIPT_HEAD, '// The end.\n', TYPESCRIPT_ORDINARY, TYPESCRIPT_THINQ, share, seed);
}

function python(lines: number, share = FEW, seed = lines): string {
  return fill(lines, PYTHON_HEAD, '# The end.\n', PYTHON_ORDINARY, PYTHON_THINQ, share, seed);
}

function json(lines: number, share = FEW, seed = lines - 1): string {
  const text = fill(lines - 1, '[', '\n', JSON_ORDINARY, JSON_CODES, share, seed);
  return `${text.slice(0, text.lastIndexOf(','))}\n${text.slice(text.lastIndexOf(',') + 1)}]\n`;
}

/** A file that nobody writes: what an editor shows need not be saved. */
function passing(folder: string, number: number): CorpusFile {
  const languages = [
    ['ts', 'typescript', typescript],
    ['py', 'python', python],
    ['json', 'json', json],
  ] as const;
  const [ending, languageId, text] = languages[number % languages.length] ?? languages[0];
  const uri = pathToFileURL(join(folder, `passing/${number % 100}/file${number}.${ending}`)).href;
  return { uri, languageId, text: text(60, number % 10 === 0 ? 100 : 0, number) };
}

/** Puts blocks one behind another, and lines of padding where no further block fits. */
function fill(
  lines: number,
  head: string,
  padding: string,
  ordinary: readonly [Template, ...Template[]],
  special: readonly [Template, ...Template[]],
  share: number,
  seed: number,
): string {
  const random = createRandom(seed);
  const blocks = [head];
  let left = lines - count(head);
  for (let number = 1; ; number++) {
    // The second block is special in every file that has any, so that the shortest has something to find.
    const kind = (number === 2 && share > 0) || random.between(1, 100) <= share ? special : ordinary;
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
