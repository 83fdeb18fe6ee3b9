import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { harmlessLines } from '../catalog/harmless.ts';
import type { Localized } from '../catalog/types.ts';
import { type DocsLanguage, oneOf } from '../features/describe/language.ts';
import { filesThatTell } from '../knowledge/sharedEndings.ts';
import { isChecked } from '../languages/endings.ts';
import { Refusal } from '../node/failure.ts';
import { isCommit } from '../node/git.ts';
import type { GivenProject } from '../node/givenProject.ts';
import type { Warn } from '../node/host.ts';
import { asNear, findInputs, shown, slashed } from '../node/inputs.ts';
import { createParallelScan, type ScanWatch } from '../node/parallelScan.ts';
import { sourcesWithBehind } from '../node/sources.ts';
import { readStandardInput } from '../node/standardInput.ts';
import { type Allowed, allowedBy, fromRepository, writeOutput } from '../node/write.ts';
import { isProjectFile } from '../project/fileNames.ts';
import { REFUSALS } from '../project/reading.ts';
import { applyBaseline, listsFormer, toBaseline } from '../report/baseline.ts';
import { compareTexts } from '../report/order.ts';
import { inChunks, onLines, terminated } from '../report/pieces.ts';
import type { FileReport, Report } from '../report/report.ts';
import { LIST_ALL_RULES, REPORTERS } from '../report/reporters/reporters.ts';
import type { Rule } from '../rules/rule.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { type Decoded, decode } from '../scan/decode.ts';
import type { ScanWorld, Source } from '../scan/scan.ts';
import type { Document, Host, LanguageService } from '../service/api.ts';
import { wordsToScanFor } from '../service/cues.ts';
import type { Settings } from '../settings.ts';
import { readBaselineFile, writeBaselineFile } from './baselineFile.ts';
import { type Call, complaintOf, type Outcome, type World } from './command.ts';
import { createMender, type Mender } from './mender.ts';
import { type CheckOptions, readCheckOptions, withReference } from './options.ts';
import { createProgress } from './progress.ts';
import {
  about,
  createPassedOver,
  describeRefused,
  describeSkips,
  describeUnread,
  ofAnotherLanguage,
  type PassedOver,
  REASONS,
} from './skips.ts';
import { fails } from './threshold.ts';

/** `check [paths…]`: the findings that an editor shows, for whole trees. @throws Failure when it cannot be done */
export async function check(call: Call, world: World): Promise<Outcome> {
  const root = process.cwd();
  const args = await withReference(call.args, { isPath: existsSync, isCommit: (word) => isCommit(word, root) });
  const options = readCheckOptions(args, call);
  const former =
    options.baseline === undefined ? undefined : readBaselineFile(options.baseline, options.updateBaseline);
  const notes: Localized[] = [];
  const allowed = allowedBy(root, options.paths);
  const mender = createMender(root, allowed, options.fix);
  const asked: Asked = {
    ...options,
    language: call.language,
    given: await givenBy(options),
    languages: [...new Set(options.reporters.map(({ language }) => language))],
    withFormer: former !== undefined && listsFormer(former.baseline),
  };
  const looked = options.stdin
    ? await lookAtText(options.stdin.path, root, asked, world, notes, mender)
    : await lookAtFiles(root, asked, world, notes, mender);
  const wholeIn = (language: DocsLanguage): Report => ({
    files: looked.files.flatMap((file) => file.get(language) ?? []).sort((a, b) => compareTexts(a.path, b.path)),
  });
  const covers = (path: string): boolean => looked.covers(slashed(resolve(root, path)));

  if (options.updateBaseline && options.baseline !== undefined) {
    const path = options.baseline;
    const baseline = toBaseline(wholeIn(asked.languages[0] ?? 'en'), former?.baseline, covers);
    const count = baseline.entries.reduce((sum, entry) => sum + entry.count, 0);
    const isWritten = attempt(path, notes, () => writeBaselineFile(root, path, baseline, former, allowed));
    if (isWritten)
      notes.push({
        en: `${count} ${count === 1 ? 'finding' : 'findings'} written to the baseline ${path}.`,
        ko: `문제 ${count}건을 기준 파일 ${path}에 적었습니다.`,
      });
    return {
      exitCode: isWritten && !mender.hasFailed && looked.isWhole ? 0 : 2,
      ...complaintOf(notes, call.language),
    };
  }
  const known = former && applyBaseline(wholeIn(asked.languages[0] ?? 'en'), former.baseline, covers);
  if (known) notes.push(...whatIsKnown(known, options.baseline ?? ''));
  const reportIn = (language: DocsLanguage): Report => {
    const whole = wholeIn(language);
    const fresh = former ? applyBaseline(whole, former.baseline, covers).report : whole;
    return options.quiet ? onlyLoud(fresh) : fresh;
  };
  const reports = new Map(asked.languages.map((language) => [language, reportIn(language)]));
  const [report = { files: [] }] = reports.values();

  const rules = await rulesFor(report, options);
  const { printed, areWritten } = writeReports(reports, rules, options, call, allowed, notes);
  return {
    exitCode: mender.hasFailed || !areWritten || !looked.isWhole ? 2 : fails(report, options) ? 1 : 0,
    output: onLines([...shownDiffs(mender.diffs, call.isTerminal), ...printed]),
    ...complaintOf(notes, call.language),
  };
}

/** @throws Failure for a project file that cannot be read */
async function givenBy({ config }: CheckOptions): Promise<GivenProject | undefined> {
  if (config === undefined) return undefined;
  return (await import('../node/givenProject.ts')).readGivenProject(config);
}

/** What a baseline has kept from being reported, and what is in it in vain. */
function whatIsKnown({ suppressed, stale }: ReturnType<typeof applyBaseline>, name: string): readonly Localized[] {
  const notes: Localized[] = [];
  if (suppressed > 0)
    notes.push({
      en: `${suppressed} known ${suppressed === 1 ? 'finding' : 'findings'} not reported (baseline ${name}).`,
      ko: `이미 아는 문제 ${suppressed}건은 알리지 않았습니다(기준 파일 ${name}).`,
    });
  if (stale.length > 0)
    notes.push({
      en: `In the baseline, but no longer found: ${stale.length}. Remove them with --update-baseline.`,
      ko: `기준 파일에 있지만 더는 없는 문제: ${stale.length}건. --update-baseline으로 지우세요.`,
    });
  return notes;
}

/** The rules that a report may quote. A report about nothing quotes none, but for one that lists them all. */
async function rulesFor({ files }: Report, { reporters }: CheckOptions): Promise<readonly Rule[]> {
  if (files.length === 0 && !reporters.some(({ name }) => LIST_ALL_RULES.has(name))) return [];
  return (await import('../rules/registry.ts')).RULES;
}

/** @returns what goes to standard output, and whether the rest is in its files; what is not is noted */
function writeReports(
  reports: ReadonlyMap<DocsLanguage, Report>,
  rules: readonly Rule[],
  options: CheckOptions,
  { catalog, styled, columns }: Call,
  allowed: Allowed,
  notes: Localized[],
): { readonly printed: readonly Iterable<string>[]; readonly areWritten: boolean } {
  const root = process.cwd();
  const printed: Iterable<string>[] = [];
  let areWritten = true;
  const common = { catalog, columns, rules, version, root, fromRepository: fromRepository(root) };
  for (const { name, file, language } of options.reporters) {
    const report = reports.get(language);
    const write = REPORTERS.get(name);
    if (report === undefined || write === undefined) continue;
    const text = write(report, { ...common, styled: styled && file === undefined, docsLanguage: language });
    if (file !== undefined) {
      const content = encoded(inChunks(terminated(text)));
      areWritten = attempt(file, notes, () => writeOutput(resolve(root, file), content, allowed)) && areWritten;
    }
    // A diff that is to be applied stands alone.
    else if (options.fix !== 'show') printed.push(text);
  }
  return { printed, areWritten };
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}

/** @returns whether it was done; what was not is noted, and the rest goes on */
function attempt(name: string, notes: Localized[], write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { en, ko } = error.text;
    notes.push({ en: `${name} was not written: ${en}`, ko: `${name}: 쓰지 않았습니다. ${ko}` });
    return false;
  }
}

/** What is asked for, on the command line and by a baseline. */
interface Asked extends CheckOptions {
  /** The project file that counts instead of all others. */
  readonly given: GivenProject | undefined;
  /** Of what is said besides the reports. */
  readonly language: DocsLanguage;
  /** Of the reporters, each once. */
  readonly languages: readonly DocsLanguage[];
  /** Findings need fingerprints of the former version. */
  readonly withFormer: boolean;
}

/** A file's report in each of the languages that are asked for. */
type FileReports = ReadonlyMap<DocsLanguage, FileReport>;

interface Looked {
  readonly files: readonly FileReports[];
  /** All that was named was looked at, under settings as their authors have written them. */
  readonly isWhole: boolean;
  covers(path: string): boolean;
}

/** So many texts are looked at where many are about codes, or a project claims a large tree. */
const MANY_TEXTS = 200;

/** @param onMany told when there are many of them, before they have all come */
async function* counted(sources: AsyncIterable<Source>, onMany: () => void): AsyncGenerator<Source> {
  let count = 0;
  for await (const source of sources) {
    if (++count === MANY_TEXTS) onMany();
    yield source;
  }
}

async function lookAtFiles(
  root: string,
  options: Asked,
  { files, createHost, secondThread, spend }: World,
  notes: Localized[],
  mender: Mender,
): Promise<Looked> {
  const reports: FileReports[] = [];
  const passed = createPassedOver();
  const scanWorld: ScanWorld = { files, byteFilter: createByteFilter(wordsToScanFor()), onSkip: passed.note };
  const scan = createParallelScan(scanWorld.byteFilter.words, secondThread);
  const found = await findInputs(root, options, files, {
    // What lies in a folder is passed over for many reasons, of which only this one is nobody's wish.
    onSkip: (skip, path) => (skip === 'unreadable' ? passed.note(skip, path) : passed.count(skip)),
    onRefused: passed.refuse,
    onTrouble: (message) => void notes.push(message),
    // What is found is looked at another way then.
    ...(!options.given && { onFound: scan.prepare }),
  });
  const inputs = options.given ? asNear(found) : found;
  for (const [path, skip] of inputs.unread) passed.note(skip, path);
  const progress = createProgress(process.stderr, options.language);
  const broken = new Set<string>();
  const warn: Warn = (message, path, severity) => {
    // Where the project file itself is looked at, its problems are findings.
    const isOurs = path === options.given?.path;
    if (!isOurs && (inputs.covers(slashed(path)) || passed.refused.has(slashed(path)))) return;
    notes.push(message);
    if (severity === 'error') broken.add(path);
  };
  const isBulk = options.filesFrom !== undefined || options.changed !== undefined || options.ignoresUnknown;
  const named = new Set([...inputs.named, ...inputs.unread.keys(), ...inputs.folders]);
  const onExcluded = (path: string): void => {
    if (isBulk || !named.has(path)) passed.count('excluded');
    else passed.note('excluded', path);
  };
  const checker = createChecker(root, options, () => createHost(warn, options.given), mender, onExcluded);
  const total = inputs.candidates.length;
  const watch: ScanWatch = {
    onProgress: (done) => progress.show(done, total),
    onTrouble: (message) => void notes.push(message),
  };
  const unread = new Map<string, Localized>();
  const sources = sourcesWithBehind(inputs, scanWorld, scan, watch, checker.wordsBehind, options.verbose);
  for await (const source of counted(sources, spend)) {
    const found = await checker.check(source.path, source);
    reports.push(...found.reports);
    if (found.skipped && named.has(source.path)) unread.set(shown(root, source.path), found.skipped);
  }
  progress.end();
  for (const [path, skip] of passed.noted) {
    const reason = REASONS[skip];
    const isByItself = !isBulk && named.has(path);
    if (reason === undefined || (!isByItself && (await checker.isExcluded(path)))) continue;
    reports.push(skippedIn(options.languages, shown(root, path), reason));
    if (named.has(path)) unread.set(shown(root, path), reason);
  }
  if (!isBulk)
    for (const [path, reason] of await ofOtherLanguages(inputs.named, checker)) {
      reports.push(skippedIn(options.languages, shown(root, path), reason));
      unread.set(shown(root, path), reason);
    }
  for (const path of passed.refused.keys()) if (isProjectFile(path)) broken.add(path);
  notes.push(...describeRefused(passed.refused), ...describeUnread(unread));
  notes.push(...mender.summary());
  if (options.verbose) notes.push(...describeSkips(total + (await inputs.more).length, passed.counts));
  const isWhole = unread.size === 0 && broken.size === 0;
  return {
    files: [...reports, ...reportsOfRefused(passed.refused, root, reports, options.languages)],
    isWhole,
    covers: inputs.covers,
  };
}

/** Why those of some files are not looked at whose ending several languages have. */
async function ofOtherLanguages(
  paths: readonly string[],
  { missedBeside }: Checker,
): Promise<readonly (readonly [path: string, reason: Localized])[]> {
  const found: (readonly [string, Localized])[] = [];
  for (const path of paths) {
    const telling = await missedBeside(path);
    if (telling) found.push([path, ofAnotherLanguage(telling)]);
  }
  return found;
}

/** Files that speak for others and are not read, where nothing else is said of them. */
function reportsOfRefused(
  refused: PassedOver['refused'],
  root: string,
  reports: readonly FileReports[],
  languages: readonly DocsLanguage[],
): readonly FileReports[] {
  const reported = new Set(reports.flatMap((one) => [...one.values()].map(({ path }) => path)));
  return [...refused].flatMap(([path, refusal]) => {
    const name = shown(root, path);
    return reported.has(name) ? [] : [skippedIn(languages, name, REFUSALS[refusal])];
  });
}

function skippedIn(languages: readonly DocsLanguage[], path: string, reason: Localized): FileReports {
  return new Map(languages.map((language) => [language, { path, findings: [], skipped: oneOf(reason, language) }]));
}

async function lookAtText(
  name: string,
  root: string,
  options: Asked,
  { createHost }: World,
  notes: Localized[],
  mender: Mender,
): Promise<Looked> {
  const path = slashed(resolve(root, name));
  const decoded = isChecked(path) ? decode(readStandardInput()) : 'no language';
  const covers = (other: string): boolean => other === path;
  const passOver = (reason: Localized | undefined): Looked => {
    if (reason === undefined) return { files: [], isWhole: true, covers };
    const of = shown(root, path);
    notes.push(about(of, reason));
    return { files: [skippedIn(options.languages, of, reason)], isWhole: false, covers };
  };
  if (typeof decoded === 'string')
    return passOver(decoded === 'no language' && options.ignoresUnknown ? undefined : REASONS[decoded]);
  let isWhole = true;
  const warn: Warn = (message, _, severity) => {
    notes.push(message);
    if (severity === 'error') isWhole = false;
  };
  const checker = createChecker(
    root,
    options,
    () => createHost(warn, options.given),
    mender,
    () => {},
  );
  const telling = options.ignoresUnknown ? undefined : await checker.missedBeside(path);
  if (telling !== undefined) return passOver(ofAnotherLanguage(telling));
  const { reports, skipped } = await checker.check(path, decoded);
  if (skipped) notes.push(about(shown(root, path), skipped));
  notes.push(...mender.summary());
  return { files: reports, isWhole: isWhole && skipped === undefined, covers };
}

/** What came of a file. */
interface Checked {
  /** Where there is anything to report. */
  readonly reports: readonly FileReports[];
  /** Why it was not looked at, where it was not. */
  readonly skipped?: Localized;
}

interface Checker {
  check(path: string, source: Decoded): Promise<Checked>;
  /** Files one of which would have to lie around a file of a shared ending for it to be read; undefined where it is read. */
  missedBeside(path: string): Promise<readonly string[] | undefined>;
  isExcluded(path: string): Promise<boolean>;
  readonly wordsBehind: LanguageService['wordsBehind'];
}

/** The version of a text behind those that fixing tries. */
const AFTER_FIXES = 100;

const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** Checks texts one by one, and fixes them where that is asked for. The service is made when the first one comes. */
function createChecker(
  root: string,
  options: Asked,
  openHost: () => Promise<Host>,
  mender: Mender,
  onExcluded: (path: string) => void,
): Checker {
  const settingsIn = (docsLanguage: DocsLanguage): Settings => ({ rules: {}, docsLanguage, codeLens: false });
  let starting: Promise<{ readonly host: Host; readonly service: LanguageService }> | undefined;

  // Most trees hold nothing that is worth a look: then the languages are never loaded.
  const start = async () => {
    const host = withRules(await openHost(), options.rules);
    const { createLanguageService } = await import('../service/service.ts');
    return { host, service: createLanguageService(host) };
  };
  return {
    async wordsBehind(uri) {
      starting ??= start();
      return (await starting).service.wordsBehind(uri);
    },
    async isExcluded(path) {
      starting ??= start();
      return (await (await starting).host.projectOf(pathToFileURL(path).href)).isExcluded;
    },
    async missedBeside(path) {
      const telling = filesThatTell(path);
      if (telling === undefined) return undefined;
      starting ??= start();
      const facts = await (await starting).host.projectOf(pathToFileURL(path).href);
      return facts.isSomethingElse ? telling : undefined;
    },
    async check(path, source) {
      starting ??= start();
      const { host, service } = await starting;
      const uri = pathToFileURL(path).href;
      if (!isProjectFile(path) && (await host.projectOf(uri)).isExcluded) {
        onExcluded(path);
        return { reports: [] };
      }
      try {
        const [first = 'en'] = options.languages;
        const text = isProjectFile(path) ? source.text : await mender.mend(path, source, service, settingsIn(first));
        const document: Document = { uri, version: AFTER_FIXES, text };
        const { diagnostics, skipped } = await service.diagnose(document, settingsIn(first));
        const name = shown(root, path);
        if (skipped) return { reports: [skippedIn(options.languages, name, skipped.reason)], skipped: skipped.reason };
        if (diagnostics.length === 0) return { reports: [] };
        const { toFileReport } = await import('./fileReport.ts');
        const reports = new Map<DocsLanguage, FileReport>();
        for (const language of options.languages) {
          const settings = settingsIn(language);
          const found = language === first ? diagnostics : (await service.diagnose(document, settings)).diagnostics;
          const actions = await service.actions(document, EVERYTHING, settings);
          reports.set(language, toFileReport(name, text, found, actions, options.withFormer));
        }
        return { reports: [reports] };
      } finally {
        service.forget(uri);
      }
    },
  };
}

/** A host in whose projects some rules are set, whatever their files say. */
function withRules(host: Host, rules: Settings['rules']): Host {
  if (Object.keys(rules).length === 0) return host;
  return {
    ...host,
    async projectOf(uri) {
      const facts = await host.projectOf(uri);
      return { ...facts, rules: { ...facts.rules, ...rules } };
    },
  };
}

/**
 * Diffs as they are printed: to a terminal harmless, into a pipe to the letter, since they are to be applied. The log of
 * GitHub's runner obeys what it reads; there it is told not to, in lines that `git apply` and `patch` pass over.
 */
function shownDiffs(diffs: readonly string[], isTerminal: boolean): Iterable<string>[] {
  // Whoever prints them puts the end of the last line behind each.
  const whole = diffs.map((diff) => diff.slice(0, -1));
  if (isTerminal) return whole.map((diff) => [harmlessLines(diff)]);
  if (whole.length === 0 || process.env.GITHUB_ACTIONS !== 'true') return whole.map((diff) => [diff]);
  const token = crypto.randomUUID();
  return [[`::stop-commands::${token}`], ...whole.map((diff) => [diff]), [`::${token}::`]];
}

function onlyLoud({ files }: Report): Report {
  const kept = files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ severity }) => severity === 'warning' || severity === 'error'),
  }));
  return { files: kept.filter(({ findings, skipped }) => findings.length > 0 || skipped !== undefined) };
}
