import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { harmless, harmlessLines } from '../catalog/harmless.ts';
import { isChecked } from '../languages/endings.ts';
import { isCommit } from '../node/git.ts';
import type { Warn } from '../node/host.ts';
import { findInputs, shown, slashed } from '../node/inputs.ts';
import { createParallelScan, type ScanWatch } from '../node/parallelScan.ts';
import { sourcesWithBehind } from '../node/sources.ts';
import { type Allowed, allowedBy, Refusal, writeOutput } from '../node/write.ts';
import { isProjectFile } from '../project/fileNames.ts';
import { REFUSALS } from '../project/reading.ts';
import { applyBaseline, listsFormer, toBaseline } from '../report/baseline.ts';
import { compareTexts } from '../report/order.ts';
import { inChunks, onLines, terminated } from '../report/pieces.ts';
import type { FileReport, Report } from '../report/report.ts';
import { LIST_ALL_RULES, REPORTERS } from '../report/reporters/reporters.ts';
import { ids } from '../rules/registry.json';
import type { Rule } from '../rules/rule.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { type Decoded, decode } from '../scan/decode.ts';
import type { ScanWorld } from '../scan/scan.ts';
import type { Document, Host, LanguageService } from '../service/api.ts';
import { wordsToScanFor } from '../service/cues.ts';
import type { Settings } from '../settings.ts';
import { readBaselineFile, writeBaselineFile } from './baselineFile.ts';
import type { Call, Outcome, World } from './command.ts';
import { createMender, type Mender } from './mender.ts';
import { type CheckOptions, readCheckOptions, withReference } from './options.ts';
import { createProgress } from './progress.ts';
import { createPassedOver, describeRefused, describeSkips, describeUnread, type PassedOver, REASONS } from './skips.ts';
import { fails } from './threshold.ts';

/** `check [paths…]`: the findings that an editor shows, for whole trees. @throws Failure when it cannot be done */
export async function check(call: Call, world: World): Promise<Outcome> {
  const root = process.cwd();
  const args = await withReference(call.args, { isPath: existsSync, isCommit: (word) => isCommit(word, root) });
  const options = readCheckOptions(args, [...REPORTERS.keys()], ids);
  const former =
    options.baseline === undefined ? undefined : readBaselineFile(options.baseline, options.updateBaseline);
  const notes: string[] = [];
  const allowed = allowedBy(root, options.paths);
  const mender = createMender(root, allowed, options.fix);
  const asked = { ...options, withFormer: former !== undefined && listsFormer(former.baseline) };
  const looked = options.stdin
    ? await lookAtText(options.stdin.path, root, asked, world, notes, mender)
    : await lookAtFiles(root, asked, world, notes, mender);
  const whole = { files: looked.files.toSorted((a, b) => compareTexts(a.path, b.path)) };
  const covers = (path: string): boolean => looked.covers(slashed(resolve(root, path)));

  if (options.updateBaseline && options.baseline !== undefined) {
    const path = options.baseline;
    const baseline = toBaseline(whole, former?.baseline, covers);
    const count = baseline.entries.reduce((sum, entry) => sum + entry.count, 0);
    const isWritten = attempt(path, notes, () => writeBaselineFile(root, path, baseline, former, allowed));
    if (isWritten) notes.push(`${amountOf(count, 'finding')} written to the baseline ${path}.`);
    return {
      exitCode: isWritten && !mender.hasFailed && looked.isWhole ? 0 : 2,
      complaint: notes.map(harmless).join('\n'),
    };
  }
  const outcome = former && applyBaseline(whole, former.baseline, covers);
  if (outcome && outcome.suppressed > 0)
    notes.push(`${amountOf(outcome.suppressed, 'known finding')} not reported (baseline ${options.baseline}).`);
  if (outcome && outcome.stale.length > 0)
    notes.push(`In the baseline, but no longer found: ${outcome.stale.length}. Remove them with --update-baseline.`);
  const report = options.quiet ? onlyLoud(outcome?.report ?? whole) : (outcome?.report ?? whole);

  const rules = await rulesFor(report, options);
  const { printed, areWritten } = writeReports(report, rules, options, call, allowed, notes);
  return {
    exitCode: mender.hasFailed || !areWritten || !looked.isWhole ? 2 : fails(report, options) ? 1 : 0,
    output: onLines([...shownDiffs(mender.diffs, call.isTerminal), ...printed]),
    ...(notes.length > 0 && { complaint: notes.map(harmless).join('\n') }),
  };
}

/** The rules that a report may quote. A report about nothing quotes none, but for one that lists them all. */
async function rulesFor({ files }: Report, { reporters }: CheckOptions): Promise<readonly Rule[]> {
  if (files.length === 0 && !reporters.some(({ name }) => LIST_ALL_RULES.has(name))) return [];
  return (await import('../rules/registry.ts')).RULES;
}

/** @returns what goes to standard output, and whether the rest is in its files; what is not is noted */
function writeReports(
  report: Report,
  rules: readonly Rule[],
  options: CheckOptions,
  { catalog, styled }: Call,
  allowed: Allowed,
  notes: string[],
): { readonly printed: readonly Iterable<string>[]; readonly areWritten: boolean } {
  const root = process.cwd();
  const printed: Iterable<string>[] = [];
  let areWritten = true;
  for (const { name, file } of options.reporters) {
    const text = REPORTERS.get(name)?.(report, {
      styled: styled && file === undefined,
      catalog,
      docsLanguage: options.language,
      rules,
      version,
      root,
    });
    if (text === undefined) continue;
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
function attempt(name: string, notes: string[], write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    notes.push(`${name} was not written: ${error.message}`);
    return false;
  }
}

/** What is asked for, on the command line and by a baseline. */
interface Asked extends CheckOptions {
  /** Findings need fingerprints of the former version. */
  readonly withFormer: boolean;
}

interface Looked {
  readonly files: readonly FileReport[];
  /** All that was named was looked at, under settings as their authors have written them. */
  readonly isWhole: boolean;
  covers(path: string): boolean;
}

async function lookAtFiles(
  root: string,
  options: Asked,
  { files, createHost, secondThread }: World,
  notes: string[],
  mender: Mender,
): Promise<Looked> {
  const reports: FileReport[] = [];
  const passed = createPassedOver();
  const scanWorld: ScanWorld = { files, byteFilter: createByteFilter(wordsToScanFor()), onSkip: passed.note };
  const scan = createParallelScan(scanWorld.byteFilter.words, secondThread);
  const inputs = await findInputs(root, options, files, {
    // What lies in a folder is passed over for many reasons, of which only this one is nobody's wish.
    onSkip: (skip, path) => (skip === 'unreadable' ? passed.note(skip, path) : passed.count(skip)),
    onRefused: passed.refuse,
    onTrouble: (message) => void notes.push(message),
    onFound: scan.prepare,
  });
  for (const [path, skip] of inputs.unread) passed.note(skip, path);
  const progress = createProgress(process.stderr);
  const broken = new Set<string>();
  const warn: Warn = (message, path, severity) => {
    // Where the project file itself is looked at, its problems are findings.
    if (inputs.covers(slashed(path)) || passed.refused.has(slashed(path))) return;
    notes.push(message);
    if (severity === 'error') broken.add(path);
  };
  const isBulk = options.filesFrom !== undefined || options.changed !== undefined || options.ignoresUnknown;
  const named = new Set([...inputs.named, ...inputs.unread.keys(), ...inputs.folders]);
  const onExcluded = (path: string): void => {
    if (isBulk || !named.has(path)) passed.count('excluded');
    else passed.note('excluded', path);
  };
  const checker = createChecker(root, options, () => createHost(warn), mender, onExcluded);
  const total = inputs.candidates.length;
  const watch: ScanWatch = {
    onProgress: (done) => progress.show(done, total),
    onTrouble: (message) => void notes.push(message),
  };
  const unread = new Map<string, string>();
  for await (const source of sourcesWithBehind(inputs, scanWorld, scan, watch, checker.wordsBehind, options.verbose)) {
    const found = await checker.check(source.path, source);
    reports.push(...found);
    for (const { path, skipped } of found)
      if (skipped !== undefined && named.has(source.path)) unread.set(path, skipped);
  }
  progress.end();
  for (const [path, skip] of passed.noted) {
    const reason = REASONS[skip];
    const isByItself = !isBulk && named.has(path);
    if (reason === undefined || (!isByItself && (await checker.isExcluded(path)))) continue;
    reports.push({ path: shown(root, path), findings: [], skipped: reason });
    if (named.has(path)) unread.set(shown(root, path), reason);
  }
  for (const path of passed.refused.keys()) if (isProjectFile(path)) broken.add(path);
  notes.push(...describeRefused(passed.refused), ...describeUnread(unread));
  notes.push(...mender.summary());
  if (options.verbose) notes.push(...describeSkips(total + (await inputs.more).length, passed.counts));
  const isWhole = unread.size === 0 && broken.size === 0;
  return {
    files: [...reports, ...reportsOfRefused(passed.refused, root, reports)],
    isWhole,
    covers: inputs.covers,
  };
}

/** Files that speak for others and are not read, where nothing else is said of them. */
function reportsOfRefused(
  refused: PassedOver['refused'],
  root: string,
  reports: readonly FileReport[],
): readonly FileReport[] {
  const reported = new Set(reports.map(({ path }) => path));
  return [...refused].flatMap(([path, refusal]) => {
    const name = shown(root, path);
    return reported.has(name) ? [] : [{ path: name, findings: [], skipped: REFUSALS[refusal].en }];
  });
}

async function lookAtText(
  name: string,
  root: string,
  options: Asked,
  { createHost }: World,
  notes: string[],
  mender: Mender,
): Promise<Looked> {
  const path = slashed(resolve(root, name));
  const decoded = isChecked(path) ? decode(readFileSync(0)) : 'no language';
  const covers = (other: string): boolean => other === path;
  const skip = (reason: string | undefined): Looked => {
    if (reason === undefined) return { files: [], isWhole: true, covers };
    notes.push(`${shown(root, path)}: ${reason}`);
    return { files: [{ path: shown(root, path), findings: [], skipped: reason }], isWhole: false, covers };
  };
  if (typeof decoded === 'string')
    return skip(decoded === 'no language' && options.ignoresUnknown ? undefined : (REASONS[decoded] ?? decoded));
  let isWhole = true;
  const warn: Warn = (message, _, severity) => {
    notes.push(message);
    if (severity === 'error') isWhole = false;
  };
  const checker = createChecker(
    root,
    options,
    () => createHost(warn),
    mender,
    () => {},
  );
  const files = await checker.check(path, decoded);
  const [skipped] = files.flatMap((file) => file.skipped ?? []);
  if (skipped !== undefined) notes.push(`${shown(root, path)}: ${skipped}`);
  notes.push(...mender.summary());
  return { files, isWhole: isWhole && skipped === undefined, covers };
}

interface Checker {
  /** @returns a report of the file, where there is anything to report */
  check(path: string, source: Decoded): Promise<readonly FileReport[]>;
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
  const settings: Settings = { rules: {}, docsLanguage: options.language, codeLens: false };
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
    async check(path, source) {
      starting ??= start();
      const { host, service } = await starting;
      const uri = pathToFileURL(path).href;
      if (!isProjectFile(path) && (await host.projectOf(uri)).isExcluded) {
        onExcluded(path);
        return [];
      }
      try {
        const text = isProjectFile(path) ? source.text : await mender.mend(path, source, service, settings);
        const document: Document = { uri, version: AFTER_FIXES, text };
        const { diagnostics, skipped } = await service.diagnose(document, settings);
        const name = shown(root, path);
        if (skipped)
          return [{ path: name, findings: [], skipped: skipped.reason[options.language === 'ko' ? 'ko' : 'en'] }];
        if (diagnostics.length === 0) return [];
        const actions = await service.actions(document, EVERYTHING, settings);
        const { toFileReport } = await import('./fileReport.ts');
        return [toFileReport(name, document.text, diagnostics, actions, options.withFormer)];
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

/** `1 finding`, `2 findings`. */
function amountOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
