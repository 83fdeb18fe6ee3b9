import { applyEdits, type Edit } from '../../server/src/fixes/fix.ts';
import { dumpModel } from '../../server/src/model/dump.ts';
import { createLines } from '../../server/src/model/lines.ts';
import type { CodeAction, Diagnostic, Document, LanguageService } from '../../server/src/service/api.ts';
import { readSettings, type Settings } from '../../server/src/settings.ts';
import { diffLines } from './diff.ts';
import { offsetAfter } from './edits.ts';
import type { Expectation, Fixture, FixtureFile } from './fixtures.ts';
import type { World } from './host.ts';

/** Runs everything a fixture asks for. @returns what went wrong, as text to read; empty where all is well */
export async function runFixture(fixture: Fixture, world: World): Promise<readonly string[]> {
  const settings = readSettings(fixture.settings, 'en');
  const root = world.project(fixture.project);
  const problems: string[] = [];
  for (const file of fixture.files) {
    const before = problems.length;
    const run = new FileRun(world, root, file, settings, fixture.crlf ? '\r\n' : '\n');
    const title = `${file.path}${fixture.crlf ? ' with CRLF' : ''}`;
    const report = (found: readonly string[]): void => {
      for (const problem of found) problems.push(`${title}: ${problem}`);
    };
    report(await run.findings(file));
    report(await run.everyAction(file));
    report(await run.fixes());
    report(await run.hovers());
    report(await run.lenses());
    report(await run.completions());
    report(await run.accepted());
    // What is wrong already need not be told three times.
    if (file.expected.length === 0 || problems.length > before) continue;
    for (const [name, variant, lineEnd] of [
      ['below a line of Korean and emoji', below(file), '\n'],
      ['with CRLF', file, '\r\n'],
    ] as const) {
      const again = new FileRun(world, root, variant, settings, lineEnd);
      const found = [...(await again.findings(variant)), ...(await again.everyAction(variant))];
      for (const problem of found) problems.push(`${file.path} ${name}: ${problem}`);
    }
  }
  return problems;
}

/** Compares the model of every file of a fixture with the one it gives. @returns what went wrong, as text to read */
export async function runModel({ files, model = '', settings }: Fixture, world: World): Promise<readonly string[]> {
  const problems: string[] = [];
  const root = world.project();
  for (const file of files) {
    const run = new FileRun(world, root, file, readSettings(settings, 'en'), '\n');
    for (const problem of await run.model(model)) problems.push(`${file.path}: ${problem}`);
  }
  return problems;
}

/** The file with a comment above it that shifts bytes, UTF-16 units and lines by different amounts. */
function below(file: FixtureFile): FixtureFile {
  return {
    ...file,
    text: `${file.comment} 첫 줄: 한글, 그리고 👩‍🔧 🏠 𝟜\n${file.text}`,
    expected: file.expected.map((one) => ({ ...one, line: one.line + 1 })),
  };
}

const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** One file of a fixture in one form. Texts handed in and out have LF; the documents have what was asked for. */
class FileRun {
  private readonly service: LanguageService;
  private readonly document: Document;

  constructor(
    private readonly world: World,
    private readonly root: string,
    private readonly file: FixtureFile,
    private readonly settings: Settings,
    private readonly lineEnd: '\n' | '\r\n',
  ) {
    this.service = world.service;
    this.document = this.open(this.withLineEnd(file.text));
  }

  private open(text: string): Document {
    return this.world.document(this.root, this.file.path, text, this.file.languageId);
  }

  private withLineEnd(text: string): string {
    return this.lineEnd === '\n' ? text : text.replaceAll('\n', this.lineEnd);
  }

  private actions(document = this.document): Promise<readonly CodeAction[]> {
    return this.service.actions(document, EVERYTHING, this.settings);
  }

  /** Findings that were not expected fail as those that are absent. */
  async findings({ expected }: FixtureFile): Promise<readonly string[]> {
    const { diagnostics, skipped } = await this.service.diagnose(this.document, this.settings);
    if (skipped) return [`skipped: ${skipped.reason.en}`];
    const actions = await this.actions();
    const found = diagnostics.map((diagnostic) => this.found(diagnostic, actions));
    const open = [...found];
    const matched = expected.map((one) => {
      const at = open.findIndex((other) => fits(one, other));
      return at < 0 ? undefined : open.splice(at, 1)[0];
    });
    if (open.length === 0 && !matched.includes(undefined)) return [];
    const wanted = expected.map((one) => ({ one, text: print(one, this.file.comment) }));
    const came = found.map((one) => {
      const at = matched.indexOf(one);
      return { one, text: at < 0 ? print(one, this.file.comment) : (wanted[at]?.text ?? '') };
    });
    return [`other findings than expected\n${diffLines(this.annotate(wanted), this.annotate(came))}`];
  }

  private found(diagnostic: Diagnostic, actions: readonly CodeAction[]): Required<Expectation> {
    const lines = createLines(this.document.text);
    const line = lines.lineOf(diagnostic.span.start);
    const start = diagnostic.span.start - lines.startOf(line);
    const length = (this.document.text.split(/\r\n|\r|\n/)[line] ?? '').length;
    return {
      line,
      columns: { start, end: Math.min(length, start + diagnostic.span.end - diagnostic.span.start) },
      rule: diagnostic.rule,
      severity: diagnostic.severity,
      fixable: actions.some((action) => !action.silences && isFor(action, diagnostic)),
      message: diagnostic.message,
    };
  }

  private annotate(findings: readonly { readonly one: Expectation; readonly text: string }[]): string {
    return this.document.text
      .split(/\r\n|\r|\n/)
      .flatMap((line, index) => [line, ...findings.filter(({ one }) => one.line === index).map(({ text }) => text)])
      .join('\n');
  }

  /** Whatever is offered for a finding must parse, must end the finding, and must leave nothing to do again. */
  async everyAction({ path }: FixtureFile): Promise<readonly string[]> {
    const problems: string[] = [];
    const before = await this.service.model(this.document);
    for (const action of await this.actions()) {
      const problem = (what: string, text: string): void => {
        problems.push(`"${action.title}" ${what}\n${diffLines(this.document.text, text)}`);
      };
      const text = this.apply(action.edits, problems);
      if (text === undefined) continue;
      const document = this.open(text);
      const after = await this.service.model(document);
      if (after?.hadErrors && !before?.hadErrors) {
        problem(`breaks the syntax of ${path}`, text);
        continue;
      }
      if (this.lineEnd === '\r\n' && /(?<!\r)\n/.test(text)) problem('leaves a line that ends with LF only', text);

      const { span, rule, message } = action.diagnostic;
      const place = { start: offsetAfter(span.start, action.edits), end: offsetAfter(span.end, action.edits) };
      const { diagnostics } = await this.service.diagnose(document, this.settings);
      const left = diagnostics.find(
        (one) => one.rule === rule && one.span.start <= place.end && place.start <= one.span.end,
      );
      // One of several fixes may repair a part of what is wrong; the preferred one may not.
      if (left && (action.preferred || action.silences || left.message === message)) {
        problem(`leaves the finding: ${left.message}`, text);
      }
      if (!action.preferred && !action.silences) continue;
      const again = (await this.actions(document)).find(
        (one) => one.title === action.title && one.diagnostic.span.start === left?.span.start,
      );
      if (again) problem('is offered again', text);
    }
    return problems;
  }

  private apply(edits: readonly Edit[], problems: string[]): string | undefined {
    try {
      return applyEdits(this.document.text, edits);
    } catch (error) {
      problems.push(String(error));
      return undefined;
    }
  }

  async fixes(): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const { title, text } of this.file.fixes) {
      const actions = await this.actions();
      const action = actions.find((one) => (title === '' ? one.preferred : one.title.includes(title)));
      const actual = action && this.apply(action.edits, problems);
      const name = title === '' ? 'the preferred fix' : `"${title}"`;
      if (!action) problems.push(`no fix ${name} among: ${actions.map((one) => one.title).join(', ')}`);
      else if (actual !== undefined && actual !== this.withLineEnd(text))
        problems.push(`other text than expected after ${name}\n${diffLines(this.withLineEnd(text), actual)}`);
    }
    return problems;
  }

  async hovers(): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const wanted of this.file.hovers) {
      const hover = await this.service.hover(this.document, this.cursor(), this.settings);
      const absent = wanted.filter((line) => !hover?.markdown.includes(line));
      if (wanted.length === 0 && hover) problems.push(`a hover where there is to be none:\n${hover.markdown}`);
      if (absent.length > 0)
        problems.push(`the hover lacks\n- ${absent.join('\n- ')}\nin\n${hover?.markdown ?? '(no hover)'}`);
      if (hover && (this.cursor() < hover.span.start || hover.span.end < this.cursor()))
        problems.push(`the hover's span ${JSON.stringify(hover.span)} is not at the cursor, ${this.cursor()}`);
    }
    return problems;
  }

  async lenses(): Promise<readonly string[]> {
    const { lenses: wanted } = this.file;
    if (!wanted) return [];
    const lines = createLines(this.document.text);
    const found = (await this.service.lenses(this.document, this.settings)).map(
      ({ title, span }) => `${lines.lineOf(span.start) + 1}: ${title}`,
    );
    return found.join('\n') === wanted.join('\n')
      ? []
      : [`other lenses than expected\n${diffLines(wanted.join('\n'), found.join('\n'))}`];
  }

  async completions(): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const lines of this.file.completions) {
      const labels = (await this.offers()).map((item) => item.label);
      const unwanted = lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
      const named = lines.filter((line) => !line.startsWith('-'));
      const wanted = named.length === 0 && unwanted.length > 0 ? ['...'] : named;
      const offeredAll = unwanted.filter((label) => labels.includes(label));
      if (offeredAll.length > 0) problems.push(`offered, but must not be: ${offeredAll.join(', ')}`);
      if (!followsPattern(labels, wanted))
        problems.push(`other items than expected\n${diffLines(wanted.join('\n'), labels.join('\n'))}`);
    }
    return problems;
  }

  /** What an editor shows of the items: those whose filter has a word that begins with what is typed; its first word first. */
  private async offers() {
    const items = await this.service.complete(this.document, this.cursor(), this.settings);
    return items
      .flatMap((item) => {
        const typed = this.document.text.slice(item.edit.span.start, this.cursor()).toLowerCase();
        const filter = item.filter.toLowerCase();
        for (let at = filter.indexOf(typed); at >= 0; at = filter.indexOf(typed, at + 1)) {
          if (at === 0 || !/[\p{L}\p{N}]/u.test(filter[at - 1] ?? '')) return [{ item, later: at > 0 }];
        }
        return [];
      })
      .toSorted((a, b) => Number(a.later) - Number(b.later) || (a.item.sort < b.item.sort ? -1 : 1))
      .map(({ item }) => item);
  }

  async accepted(): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const { title, text } of this.file.accepted) {
      const items = await this.offers();
      const item = items.find((one) => one.label === title);
      if (!item) {
        problems.push(`"${title}" is not offered among: ${items.map((one) => one.label).join(', ')}`);
        continue;
      }
      const actual = this.apply([item.edit, ...item.more], problems);
      if (actual !== undefined && actual !== this.withLineEnd(text))
        problems.push(`other text than expected with "${title}"\n${diffLines(this.withLineEnd(text), actual)}`);
    }
    return problems;
  }

  async model(wanted: string): Promise<readonly string[]> {
    const model = await this.service.model(this.document);
    const actual = model ? dumpModel(model) : '(none)';
    const problems = actual === wanted ? [] : [`another model than expected\n${diffLines(wanted, actual)}`];
    return model?.hadErrors ? [...problems, 'the file has a syntax error'] : problems;
  }

  private cursor(): number {
    const cursor = this.file.cursor ?? 0;
    return this.withLineEnd(this.file.text.slice(0, cursor)).length;
  }
}

function isFor(action: CodeAction, { rule, span }: Diagnostic): boolean {
  return action.diagnostic.rule === rule && action.diagnostic.span.start === span.start;
}

function fits(expected: Expectation, found: Required<Expectation>): boolean {
  return (
    expected.line === found.line &&
    expected.rule === found.rule &&
    expected.severity === found.severity &&
    expected.fixable === found.fixable &&
    (!expected.columns ||
      (expected.columns.start === found.columns.start && expected.columns.end === found.columns.end)) &&
    found.message.includes(expected.message ?? '')
  );
}

function print({ columns, rule, severity, fixable, message }: Expectation, comment: string): string {
  const carets =
    columns && columns.start >= comment.length
      ? `${comment.padEnd(columns.start)}${'^'.repeat(columns.end - columns.start)}`
      : comment;
  const words = message === undefined ? '' : ` "${message}"`;
  return `${carets} [${rule}] ${severity}${fixable ? ' 💡' : ''}${words}`;
}

/** Whether labels are just those of the pattern, where `...` stands for any number of others. */
function followsPattern(labels: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return labels.length === 0;
  if (first !== '...') return labels[0] === first && followsPattern(labels.slice(1), rest);
  return labels.some((_, index) => followsPattern(labels.slice(index), rest)) || followsPattern([], rest);
}
