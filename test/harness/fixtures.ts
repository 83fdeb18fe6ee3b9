import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { SEVERITIES } from '../../server/src/settings.ts';

/** One heading of a Markdown file: files under test, and what is expected of them. See test/fixtures/README.md. */
export interface Fixture {
  readonly heading: string;
  /** Everything runs with CRLF line ends. */
  readonly crlf: boolean;
  /** Language ids of those that have no such form. */
  readonly without: readonly string[];
  /** As the editor would send the section. */
  readonly settings: unknown;
  /** Files of the project around, by path. */
  readonly project: ReadonlyMap<string, string>;
  readonly files: readonly FixtureFile[];
  /** What the model of every file is to be. */
  readonly model?: string;
}

/** A file under test, without the lines and marks that speak about it. */
export interface FixtureFile {
  readonly path: string;
  readonly languageId: string;
  /** What begins a comment line. */
  readonly comment: string;
  readonly text: string;
  readonly expected: readonly Expectation[];
  /** Offset of `$0`. */
  readonly cursor?: number;
  readonly hovers: readonly (readonly string[])[];
  readonly completions: readonly (readonly string[])[];
  /** Lines above its code, each with the number of the line that it stands above. */
  readonly lenses?: readonly string[];
  readonly fixes: readonly Result[];
  readonly accepted: readonly Result[];
}

/** The file's text after a fix, or after a completion was chosen. */
export interface Result {
  /** Part of the fix's title, or the item's label; the preferred fix where it is empty. */
  readonly title: string;
  readonly text: string;
}

/** A finding that must come. */
export interface Expectation {
  /** 0-based line of the text. */
  readonly line: number;
  /** Columns in UTF-16 units; absent where the fixture draws no carets. */
  readonly columns?: { readonly start: number; readonly end: number };
  readonly rule: string;
  readonly severity: string;
  readonly fixable: boolean;
  readonly message?: string;
}

/** A file's language by the word on its fence, which is the ending of its name. */
function languageOf(word: string): { readonly id: string; readonly comment: string } | undefined {
  const language = LANGUAGES.find(({ extensions }) => extensions.includes(`.${word}`));
  if (!language) return undefined;
  const { languageIds, comment } = language;
  // Of several dialects, one goes by the ending itself, and the one with markup by an ending of its own.
  const dialect = languageIds.find((id) => id === word) ?? (word.endsWith('x') ? languageIds.at(-1) : languageIds[0]);
  return dialect === undefined ? undefined : { id: dialect, comment: comment.line ?? '//' };
}

interface Fence {
  readonly word: string;
  readonly rest: string;
  readonly body: string;
  readonly line: number;
}

/** Reads the tests of a Markdown file. Throws at the first thing that is no fixture, with its line. */
export function readFixtures(markdown: string): readonly Fixture[] {
  const lines = markdown.split('\n');
  const sections: { heading: string; crlf: boolean; without: string[]; fences: Fence[] }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heading = /^## +(.+?) *$/.exec(line)?.[1];
    const fence = /^(`{3,}) *(\S*) *(.*?) *$/.exec(line);
    if (heading !== undefined) {
      if (sections.some((section) => section.heading === heading)) fail(i, `a second "${heading}"`);
      sections.push({ heading, crlf: false, without: [], fences: [] });
    } else if (/^<!-- *crlf *-->$/.test(line)) {
      const section = sections.at(-1) ?? fail(i, 'a mark before the first heading');
      section.crlf = true;
    } else if (/^<!-- *no such form: .*-->$/.test(line)) {
      const section = sections.at(-1) ?? fail(i, 'a mark before the first heading');
      const words = line.replace(/^.*?: *| *-->$/g, '').split(/, */);
      section.without.push(
        ...words.map((word) => languageOf(word)?.id ?? fail(i, `a language of unknown name: ${word}`)),
      );
    } else if (fence) {
      const [, ticks = '', word = '', rest = ''] = fence;
      const end = lines.indexOf(ticks, i + 1);
      if (end < 0) fail(i, 'a fence that is never closed');
      const section = sections.at(-1) ?? fail(i, 'a fence before the first heading');
      section.fences.push({ word, rest, body: lines.slice(i + 1, end).join('\n'), line: i });
      i = end;
    }
  }
  return sections.map(({ fences, ...section }) => readFixture(section, fences));
}

type Draft = { -readonly [Key in keyof FixtureFile]: FixtureFile[Key] } & {
  hovers: (readonly string[])[];
  completions: (readonly string[])[];
  fixes: Result[];
  accepted: Result[];
};

function readFixture(section: Pick<Fixture, 'heading' | 'crlf' | 'without'>, fences: readonly Fence[]): Fixture {
  const files: Draft[] = [];
  const project = new Map<string, string>();
  let settings: unknown = {};
  let model: string | undefined;
  for (const { word, rest, body, line } of fences) {
    const file = (): Draft => files.at(-1) ?? fail(line, `\`${word}\` without a file before it`);
    const linesOf = (): readonly string[] => body.split('\n').filter((one) => one.trim() !== '');
    switch (word) {
      case 'text':
        break;
      case 'settings':
        settings = JSON.parse(body);
        break;
      case 'project':
        if (rest === '') fail(line, 'a project file without a name');
        project.set(rest, body);
        break;
      case 'model':
        model = body;
        break;
      case 'hover':
      case 'completion':
        if (file().cursor === undefined) fail(line, `no $0 in ${file().path}`);
        (word === 'hover' ? file().hovers : file().completions).push(linesOf());
        break;
      case 'lenses':
        file().lenses = linesOf();
        break;
      case 'accept':
        if (rest === '') fail(line, 'which item is accepted?');
        file().accepted.push({ title: rest, text: `${body}\n` });
        break;
      case 'fix':
        file().fixes.push({ title: rest, text: `${body}\n` });
        break;
      default: {
        const language = languageOf(word) ?? fail(line, `a fence of unknown kind: ${word}`);
        if (rest === '') fail(line, 'a file without a name');
        files.push({
          path: rest,
          languageId: language.id,
          comment: language.comment,
          ...readText(body, line),
          hovers: [],
          completions: [],
          fixes: [],
          accepted: [],
        });
      }
    }
  }
  if (files.length === 0) throw new Error(`"${section.heading}" has no file`);
  return { ...section, settings, project, files, ...(model !== undefined && { model }) };
}

const EXPECTATION = new RegExp(
  String.raw`^\s*(?://|#) *(?<carets>\^+)? *\[(?<rule>[a-z-]+)\] (?<severity>${SEVERITIES.join('|')})(?<fix> 💡)?(?: "(?<message>.*)")?$`,
  'u',
);
/** What looks as if it were meant as an expectation. */
const MEANT = /^\s*(?:\/\/|#) *(?:\^|\[[a-z]+-[a-z-]+\])/;

function readText(body: string, at: number): Pick<FixtureFile, 'text' | 'expected' | 'cursor'> {
  const kept: string[] = [];
  const expected: Expectation[] = [];
  body.split('\n').forEach((line, index) => {
    const groups = EXPECTATION.exec(line)?.groups;
    if (!groups) {
      if (MEANT.test(line)) fail(at + 1 + index, `no expectation: ${line.trim()}`);
      kept.push(line);
      return;
    }
    const { carets, rule = '', severity = '', fix, message } = groups;
    if (kept.length === 0) fail(at + 1 + index, 'an expectation above the first line');
    const start = line.indexOf('^');
    expected.push({
      line: kept.length - 1,
      ...(carets !== undefined && { columns: { start, end: start + carets.length } }),
      rule,
      severity,
      fixable: fix !== undefined,
      ...(message !== undefined && { message }),
    });
  });
  const marked = `${kept.join('\n')}\n`;
  const cursor = marked.indexOf('$0');
  if (cursor < 0) return { text: marked, expected };
  if (marked.includes('$0', cursor + 1)) fail(at, 'two cursors in one file');
  return { text: marked.replace('$0', ''), expected, cursor };
}

function fail(line: number, problem: string): never {
  throw new Error(`line ${line + 1}: ${problem}`);
}
