import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { type Annotated, readAnnotations } from './annotations.ts';

/** One heading of a Markdown file: files under test, and what is expected of them. See test/fixtures/README.md. */
export interface Fixture {
  readonly heading: string;
  /** Everything runs with CRLF line ends. */
  readonly crlf: boolean;
  /** Its files see one another, as those of one program do. */
  readonly isProgram: boolean;
  /** As the editor would send the section. */
  readonly settings: unknown;
  /** Files of the project around, by path. */
  readonly project: ReadonlyMap<string, string>;
  readonly files: readonly FixtureFile[];
  /** What the model of every file is to be. */
  readonly model?: Fence;
}

/** A file under test, without the lines and marks that speak about it. */
export interface FixtureFile {
  readonly path: string;
  readonly languageId: string;
  /** What begins a comment line. */
  readonly comment: string;
  readonly text: string;
  /** Offset of `$0`. */
  readonly cursor?: number;
  /** Where it stands. */
  readonly fence: Fence;
  /** Its lines with `$0`, and the findings that are expected in them. */
  readonly annotated: Annotated;
  /** The fences behind it, which say what else is expected. */
  readonly behind: readonly ExpectedFence[];
}

/** The words of fences that may stand behind a file. */
const EXPECTED = ['hover', 'highlights', 'lenses', 'completion', 'accept', 'fix'] as const;

/** A fence that says what is expected of the file above. */
export interface ExpectedFence extends Fence {
  readonly word: (typeof EXPECTED)[number];
}

/** A fence of a Markdown file. */
export interface Fence {
  /** What kind of fence it is. */
  readonly word: string;
  /** What follows the word. */
  readonly rest: string;
  /** What stands in it, without a line end behind the last line. */
  readonly body: string;
  /** 0-based lines of the marks around it. */
  readonly open: number;
  readonly close: number;
}

/** A file's language by the word on its fence, which is the ending of its name. */
export function languageOf(word: string): { readonly id: string; readonly comment: string } | undefined {
  const language = LANGUAGES.find(({ extensions }) => extensions.includes(`.${word}`));
  if (!language) return undefined;
  const { languageIds, comment } = language;
  // Of several dialects, one goes by the ending itself, and the one with markup by an ending of its own.
  const dialect = languageIds.find((id) => id === word) ?? (word.endsWith('x') ? languageIds.at(-1) : languageIds[0]);
  // What editors know under no id goes by its ending.
  return { id: dialect ?? word, comment: comment.line ?? '//' };
}

/** Reads the tests of a Markdown file. Throws at the first thing that is no fixture, with its line. */
export function readFixtures(markdown: string): readonly Fixture[] {
  const lines = markdown.split('\n');
  const sections: { heading: string; crlf: boolean; isProgram: boolean; fences: Fence[] }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heading = /^## +(.+?) *$/.exec(line)?.[1];
    const fence = /^(`{3,}) *(\S*) *(.*?) *$/.exec(line);
    if (heading !== undefined) {
      if (sections.some((section) => section.heading === heading)) fail(i, `a second "${heading}"`);
      sections.push({ heading, crlf: false, isProgram: false, fences: [] });
    } else if (/^<!-- *(?:crlf|one program) *-->$/.test(line)) {
      const section = sections.at(-1) ?? fail(i, 'a mark before the first heading');
      if (line.includes('crlf')) section.crlf = true;
      else section.isProgram = true;
    } else if (fence) {
      const [, ticks = '', word = '', rest = ''] = fence;
      const close = lines.indexOf(ticks, i + 1);
      if (close < 0) fail(i, 'a fence that is never closed');
      const section = sections.at(-1) ?? fail(i, 'a fence before the first heading');
      section.fences.push({ word, rest, body: lines.slice(i + 1, close).join('\n'), open: i, close });
      i = close;
    }
  }
  return sections.map(({ fences, ...section }) => readFixture(section, fences));
}

type Draft = FixtureFile & { readonly behind: ExpectedFence[] };

function readFixture(section: Pick<Fixture, 'heading' | 'crlf' | 'isProgram'>, fences: readonly Fence[]): Fixture {
  const files: Draft[] = [];
  const project = new Map<string, string>();
  let settings: unknown = {};
  let model: Fence | undefined;
  for (const fence of fences) {
    const { word, rest, body, open } = fence;
    if (isExpected(fence)) {
      const file = files.at(-1) ?? fail(open, `\`${word}\` without a file before it`);
      if (word === 'accept' && rest === '') fail(open, 'which item is accepted?');
      if (['hover', 'highlights', 'completion', 'accept'].includes(word) && file.cursor === undefined)
        fail(open, `no $0 in ${file.path}`);
      file.behind.push(fence);
    } else if (word === 'settings') settings = JSON.parse(body);
    else if (word === 'project') {
      if (rest === '') fail(open, 'a project file without a name');
      project.set(rest, body);
    } else if (word === 'model') model = fence;
    else if (word !== 'text') files.push(readFile(fence));
  }
  if (files.length === 0) throw new Error(`"${section.heading}" has no file`);
  return { ...section, settings, project, files, ...(model !== undefined && { model }) };
}

function isExpected(fence: Fence): fence is ExpectedFence {
  return EXPECTED.some((word) => word === fence.word);
}

function readFile(fence: Fence): Draft {
  const { word, rest: path, body, open } = fence;
  const language = languageOf(word) ?? fail(open, `a fence of unknown kind: ${word}`);
  if (path === '') fail(open, 'a file without a name');
  const annotated = readAnnotations(body, (line, problem) => fail(open + 1 + line, problem));
  const marked = `${annotated.lines.join('\n')}\n`;
  const cursor = marked.indexOf('$0');
  if (cursor >= 0 && marked.includes('$0', cursor + 1)) fail(open, 'two cursors in one file');
  return {
    path,
    languageId: language.id,
    comment: language.comment,
    text: marked.replace('$0', ''),
    ...(cursor >= 0 && { cursor }),
    fence,
    annotated,
    behind: [],
  };
}

function fail(line: number, problem: string): never {
  throw new Error(`line ${line + 1}: ${problem}`);
}
