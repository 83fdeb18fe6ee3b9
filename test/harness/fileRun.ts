import { closest } from 'fastest-levenshtein';
import { READ_BY_VS_CODE_UNITS } from '../../server/src/features/completion/detail.ts';
import type { Edit } from '../../server/src/fixes/fix.ts';
import { applyEdits } from '../../server/src/fixes/fix.ts';
import { dumpModel } from '../../server/src/model/dump.ts';
import { createLines } from '../../server/src/model/lines.ts';
import type { CodeAction, Diagnostic, Document, LanguageService } from '../../server/src/service/api.ts';
import type { Settings } from '../../server/src/settings.ts';
import { annotate, type Found, match } from './annotations.ts';
import { diffLines } from './diff.ts';
import { asShown, offsetAfter } from './edits.ts';
import { TRIES_ALL } from './extent.ts';
import type { ExpectedFence, Fence, FixtureFile } from './fixtures.ts';
import type { World } from './host.ts';

/** What came of comparing what is with what a fence says. */
export interface Comparison {
  readonly fence: Fence;
  /** What is wrong, as text to read. */
  readonly problem?: string;
  /** The body that the fence would have if it said what is; absent where there is nothing to say. */
  readonly actual?: string;
}

/** How a finding says that what it was about waits for its author. */
const TO_DO = /\b(?:is|are) still to do\.|TODO로 남아/;
/** What an action makes of a file. */
export interface Outcome {
  readonly action: CodeAction;
  readonly text: string;
  /** The same with what an editor shows where something is to be filled in, where that differs. */
  readonly shown?: string;
}

const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** One file of a fixture in one form. Texts handed in and out have LF; the documents have what was asked for. */
export class FileRun {
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

  /** Compares everything that the file and the fences behind it say. */
  async all(): Promise<readonly Comparison[]> {
    const comparisons = [await this.findings()];
    for (const fence of this.file.behind) comparisons.push(await this.compare(fence));
    return comparisons;
  }

  private compare(fence: ExpectedFence): Promise<Comparison> {
    switch (fence.word) {
      case 'hover':
        return this.hover(fence);
      case 'highlights':
        return this.highlights(fence);
      case 'lenses':
        return this.lenses(fence);
      case 'completion':
        return this.completion(fence);
      case 'accept':
        return this.accepted(fence);
      case 'fix':
        return this.fixed(fence);
    }
  }

  /** Findings that were not expected are as wrong as those that are absent. */
  async findings(): Promise<Comparison> {
    const { fence, annotated, comment } = this.file;
    const found = await this.foundBy(this.service);
    if (typeof found === 'string') return { fence, problem: found };
    const matches = match(annotated.expected, found);
    const actual = annotate(annotated, matches, comment);
    const unmet = annotated.expected.filter((one) => !matches.met.has(one));
    if (unmet.length === 0 && matches.surplus.length === 0) return { fence, actual };
    const whole = unmet.length > 0 ? await this.foundBy(this.world.unabridged()) : [];
    const { met } = match(annotated.expected, typeof whole === 'string' ? [] : whole);
    const hints = unmet
      .filter((one) => met.has(one))
      .map(({ written }) => `\n${written.trim()}\nfound only when nothing is left out: add a cue`);
    return {
      fence,
      actual,
      problem: `other findings than expected\n${diffLines(fence.body, actual)}${hints.join('')}`,
    };
  }

  /** @returns why the file was not looked at, where it was not */
  private async foundBy(service: LanguageService): Promise<readonly Found[] | string> {
    const { diagnostics, skipped } = await service.diagnose(this.document, this.settings);
    if (skipped) return `skipped: ${skipped.reason.en}`;
    const actions = await service.actions(this.document, EVERYTHING, this.settings);
    return diagnostics.map((diagnostic) => this.found(diagnostic, actions));
  }

  private found(diagnostic: Diagnostic, actions: readonly CodeAction[]): Found {
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

  /** What each action that is offered for a finding makes of the file. */
  async outcomes(): Promise<readonly Outcome[]> {
    return (await this.actions()).flatMap((action) => {
      const text = this.apply(action.edits, []);
      const shown = this.apply(asShown(action.edits), []);
      if (text === undefined) return [];
      return [{ action, text, ...(shown !== undefined && shown !== text && { shown }) }];
    });
  }

  /**
   * Whatever is offered for a finding must parse, must end the finding or turn it into one that is still to do, and must
   * not be offered again. Unless everything is tried, a part is looked through: of comments that silence, one for one
   * finding of one file in sixteen; of fixes that are not preferred, one for each finding of one file in six; of results that only line ends tell from
   * known ones, one in each third file. It is not the same one in all of them.
   *
   * @param known results that need not be looked through again, with LF; gets those that are new
   * @param added the line above that the file has in another form only, with LF, and that makes no other result
   */
  async everyAction(known: Set<string>, added = ''): Promise<readonly string[]> {
    const problems: string[] = [];
    const actions = await this.actions();
    const isCrlf = this.lineEnd === '\r\n';
    const ofLineEnds = isCrlf && this.document.text.length % 3 === 0 ? this.oneOf(actions) : undefined;
    const turn = this.document.text.length;
    const silencing = added === '' && turn % 16 === 0 ? this.oneOf(actions.filter((one) => one.silences)) : undefined;
    const isTried = (action: CodeAction): boolean => {
      if (TRIES_ALL || action.preferred) return true;
      if (action.silences) return action === silencing;
      if (turn % 6 > 0) return false;
      const { diagnostic } = action;
      return action === this.oneOf(actions.filter((one) => one.diagnostic === diagnostic && isAlternative(one)));
    };
    const isWanted = (action: CodeAction, result: string): boolean => {
      if (isCrlf && (TRIES_ALL || action === ofLineEnds)) return true;
      return !known.has(result) && isTried(action);
    };
    for (const action of actions) {
      const text = this.apply(action.edits, problems);
      if (text === undefined) continue;
      const tell = (problem: string): void =>
        void problems.push(`"${action.title}" ${problem}\n${diffLines(this.document.text, text)}`);
      if (isCrlf && /(?<!\r)\n/.test(text)) tell('leaves a line that ends with LF only');
      const result = `${action.title}\n${text.replaceAll('\r\n', '\n').replace(added, '')}`;
      if (!isWanted(action, result)) continue;
      known.add(result);
      for (const problem of await this.problemsAfter(action, text)) tell(problem);
    }
    return problems;
  }

  /** One of some actions, which depends on the file: not the same in all of them. */
  private oneOf(actions: readonly CodeAction[]): CodeAction | undefined {
    return actions[this.document.text.length % actions.length];
  }

  /** @param text what the action has made of the file */
  private async problemsAfter(action: CodeAction, text: string): Promise<readonly string[]> {
    const before = await this.service.model(this.document);
    const document = this.open(text);
    const after = await this.service.model(document);
    if (after?.hadErrors && !before?.hadErrors) return [`breaks the syntax of ${this.file.path}`];
    const problems: string[] = [];
    const { span, rule, message } = action.diagnostic;
    const place = { start: offsetAfter(span.start, action.edits), end: offsetAfter(span.end, action.edits) };
    const { diagnostics } = await this.service.diagnose(document, this.settings);
    const left = diagnostics.find(
      (one) => one.rule === rule && one.span.start <= place.end && place.start <= one.span.end,
    );
    // One of several fixes may repair a part of what is wrong; the preferred one may not.
    if (left && !TO_DO.test(left.message) && (action.preferred || action.silences || left.message === message))
      problems.push(`leaves the finding: ${left.message}`);
    if (!left || isAlternative(action)) return problems;
    const again = (await this.service.actions(document, left.span, this.settings)).find(
      (one) => one.title === action.title && one.diagnostic.span.start === left.span.start,
    );
    return again ? [...problems, 'is offered again'] : problems;
  }

  private apply(edits: readonly Edit[], problems: string[]): string | undefined {
    try {
      return applyEdits(this.document.text, edits);
    } catch (error) {
      problems.push(String(error));
      return undefined;
    }
  }

  private async fixed(fence: Fence): Promise<Comparison> {
    const { rest: title } = fence;
    const actions = await this.actions();
    const action = actions.find((one) => (title === '' ? one.preferred : one.title.includes(title)));
    const name = title === '' ? 'the preferred fix' : `"${title}"`;
    if (!action) return { fence, problem: `no fix ${name} among: ${actions.map((one) => one.title).join(', ')}` };
    return this.changed(fence, action.edits, `after ${name}`);
  }

  private async accepted(fence: Fence): Promise<Comparison> {
    const { rest: label } = fence;
    const items = await this.offers();
    const item = items.find((one) => one.label === label);
    if (!item)
      return { fence, problem: `"${label}" is not offered among: ${items.map((one) => one.label).join(', ')}` };
    return this.changed(fence, [item.edit, ...item.more], `with "${label}"`);
  }

  /** Compares the text after some edits with that of a fence. */
  private changed(fence: Fence, edits: readonly Edit[], how: string): Comparison {
    const problems: string[] = [];
    const text = this.apply(edits, problems);
    if (text === undefined) return { fence, problem: problems.join('\n') };
    const wanted = this.withLineEnd(`${fence.body}\n`);
    const actual = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
    if (text === wanted) return { fence, actual };
    return { fence, actual, problem: `other text than expected ${how}\n${diffLines(wanted, text)}` };
  }

  private async hover(fence: Fence): Promise<Comparison> {
    const hover = await this.service.hover(this.document, this.cursor(), this.settings);
    const wanted = linesOf(fence);
    if (!hover) {
      if (wanted.length === 0) return { fence, actual: fence.body };
      return { fence, actual: '', problem: `the hover lacks\n- ${wanted.join('\n- ')}\nin\n(no hover)` };
    }
    const { markdown, span } = hover;
    const said = markdown.split('\n').filter(isWritten);
    if (wanted.length === 0)
      return { fence, actual: said.join('\n'), problem: `a hover where there is to be none:\n${markdown}` };
    const holds = (line: string): boolean => markdown.includes(line);
    const actual = fence.body
      .split('\n')
      .map((line) => (holds(line) ? line : closest(line, said)))
      .join('\n');
    const absent = wanted.filter((line) => !holds(line));
    if (absent.length > 0)
      return { fence, actual, problem: `the hover lacks\n- ${absent.join('\n- ')}\nin\n${markdown}` };
    if (this.cursor() < span.start || span.end < this.cursor())
      return { fence, problem: `the hover's span ${JSON.stringify(span)} is not at the cursor, ${this.cursor()}` };
    return { fence, actual };
  }

  /** Every place of the file that names what stands at the cursor: `line: text`, names with a mark behind them. */
  private async highlights(fence: Fence): Promise<Comparison> {
    const lines = createLines(this.document.text);
    const there = await this.service.codesAt(this.document, this.cursor());
    const isSure = there !== undefined && there.usedAs === undefined;
    const { places } = isSure ? await this.service.placesOf(this.document, there.codes) : { places: [] };
    const shown = places.map(({ span, isName }) => {
      const text = this.document.text.slice(span.start, span.end);
      return `${lines.lineOf(span.start) + 1}: ${text}${isName ? ' (name)' : ''}`;
    });
    const actual = shown.join('\n');
    const wanted = linesOf(fence).join('\n');
    if (actual === wanted) return { fence, actual };
    return { fence, actual, problem: `other places than expected\n${diffLines(wanted, actual)}` };
  }

  private async lenses(fence: Fence): Promise<Comparison> {
    const lines = createLines(this.document.text);
    const found = (await this.service.lenses(this.document, this.settings)).map(
      ({ title, span }) => `${lines.lineOf(span.start) + 1}: ${title}`,
    );
    const actual = found.join('\n');
    const wanted = linesOf(fence).join('\n');
    if (actual === wanted) return { fence, actual };
    return { fence, actual, problem: `other lenses than expected\n${diffLines(wanted, actual)}` };
  }

  private async completion(fence: Fence): Promise<Comparison> {
    const labels = (await this.offers()).map((item) => item.label);
    const lines = linesOf(fence);
    const unwanted = lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
    const named = lines.filter((line) => !line.startsWith('-'));
    const wanted = named.length === 0 && unwanted.length > 0 ? ['...'] : named;
    const offered = unwanted.filter((label) => labels.includes(label));
    const follows = followsPattern(labels, wanted);
    if (follows && offered.length === 0) return { fence, actual: fence.body };
    const pattern = follows ? named : patternOf(labels, named);
    const kept = unwanted.filter((label) => !offered.includes(label)).map((label) => `-${label}`);
    return {
      fence,
      actual: [...pattern, ...kept].join('\n'),
      problem: [
        ...(offered.length > 0 ? [`offered, but must not be: ${offered.join(', ')}`] : []),
        ...(follows ? [] : [`other items than expected\n${diffLines(wanted.join('\n'), labels.join('\n'))}`]),
      ].join('\n'),
    };
  }

  /** What an editor shows of the items: those whose filter has a word that begins with what is typed; its first word first. */
  private async offers() {
    const items = await this.service.complete(this.document, this.cursor(), this.settings);
    return items
      .flatMap((item) => {
        const typed = this.document.text.slice(item.edit.span.start, this.cursor()).toLowerCase();
        const filter = item.filter.slice(0, READ_BY_VS_CODE_UNITS).toLowerCase();
        for (let at = filter.indexOf(typed); at >= 0; at = filter.indexOf(typed, at + 1)) {
          if (at === 0 || !/[\p{L}\p{N}]/u.test(filter[at - 1] ?? '')) return [{ item, later: at > 0 }];
        }
        return [];
      })
      .toSorted((a, b) => Number(a.later) - Number(b.later) || (a.item.sort < b.item.sort ? -1 : 1))
      .map(({ item }) => item);
  }

  /** Compares the file's model with the one that the whole fixture gives. */
  async model(fence: Fence): Promise<Comparison> {
    const model = await this.service.model(this.document);
    const actual = model ? dumpModel(model) : '(none)';
    const problems = [
      ...(actual === fence.body ? [] : [`another model than expected\n${diffLines(fence.body, actual)}`]),
      ...(model?.hadErrors ? ['the file has a syntax error'] : []),
    ];
    return { fence, actual, ...(problems.length > 0 && { problem: problems.join('\n') }) };
  }

  private cursor(): number {
    const cursor = this.file.cursor ?? 0;
    return this.withLineEnd(this.file.text.slice(0, cursor)).length;
  }
}

function isAlternative({ preferred, silences }: CodeAction): boolean {
  return !preferred && !silences;
}

function isFor(action: CodeAction, { rule, span }: Diagnostic): boolean {
  return action.diagnostic.rule === rule && action.diagnostic.span.start === span.start;
}

function linesOf({ body }: Fence): readonly string[] {
  return body.split('\n').filter(isWritten);
}

function isWritten(line: string): boolean {
  return line.trim() !== '';
}

/** Whether labels are just those of the pattern, where `...` stands for any number of others. */
function followsPattern(labels: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return labels.length === 0;
  if (first !== '...') return labels[0] === first && followsPattern(labels.slice(1), rest);
  return labels.some((_, index) => followsPattern(labels.slice(index), rest)) || followsPattern([], rest);
}

/** The pattern of labels that names what an earlier one named, and leaves out others where that one did. */
function patternOf(labels: readonly string[], earlier: readonly string[]): readonly string[] {
  if (!earlier.includes('...') || !labels.some((label) => earlier.includes(label))) return labels;
  const pattern = labels.map((label) => (earlier.includes(label) ? label : '...'));
  return pattern.filter((line, index) => line !== '...' || pattern[index - 1] !== '...');
}
