import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { isChecked } from '../languages/endings.ts';
import { Failure } from '../node/failure.ts';
import { isCommit } from '../node/git.ts';
import type { Warn } from '../node/host.ts';
import { findInputs, shown, slashed } from '../node/inputs.ts';
import { sourcesOf } from '../node/sources.ts';
import { isProjectFile } from '../project/fileNames.ts';
import { REFUSALS } from '../project/reading.ts';
import { applyBaseline, type Baseline, printBaseline, readBaseline, toBaseline } from '../report/baseline.ts';
import { compareTexts } from '../report/order.ts';
import type { FileReport, Report } from '../report/report.ts';
import { REPORTERS } from '../report/reporters/reporters.ts';
import { RULES } from '../rules/registry.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { type Decoded, decode, encode } from '../scan/decode.ts';
import type { ScanWorld } from '../scan/scan.ts';
import type { Document, Host, LanguageService } from '../service/api.ts';
import { wordsToScanFor } from '../service/cues.ts';
import type { Settings } from '../settings.ts';
import { applySafeFixes } from './applyFixes.ts';
import type { Call, Outcome, World } from './command.ts';
import { unifiedDiff } from './diff.ts';
import { toFileReport } from './fileReport.ts';
import { type CheckOptions, readCheckOptions, withReference } from './options.ts';
import { createProgress } from './progress.ts';
import { createPassedOver, describeRefused, describeSkips, describeUnread, type PassedOver, REASONS } from './skips.ts';
import { fails } from './threshold.ts';
import { isWithin, writeWhole } from './write.ts';

/** `check [paths…]`: the findings that an editor shows, for whole trees. @throws Failure when it cannot be done */
export async function check(call: Call, world: World): Promise<Outcome> {
  const ids = RULES.map(({ id }) => id);
  const root = process.cwd();
  const args = await withReference(call.args, { isPath: existsSync, isCommit: (word) => isCommit(word, root) });
  const options = readCheckOptions(args, [...REPORTERS.keys()], ids);
  const former = readFormerBaseline(options);
  const notes: string[] = [];
  const looked = options.stdin
    ? await lookAtText(options.stdin.path, root, options, world, notes)
    : await lookAtFiles(root, options, world, notes);
  const whole = { files: looked.files.toSorted((a, b) => compareTexts(a.path, b.path)) };
  const covers = (path: string): boolean => looked.covers(slashed(resolve(root, path)));

  if (options.updateBaseline && options.baseline !== undefined) {
    const baseline = toBaseline(whole, former, covers);
    writeWhole(options.baseline, printBaseline(baseline));
    const count = baseline.entries.reduce((sum, entry) => sum + entry.count, 0);
    notes.push(`${amountOf(count, 'finding')} written to the baseline ${options.baseline}.`);
    return { exitCode: looked.isWhole ? 0 : 2, complaint: notes.join('\n') };
  }
  const outcome = former && applyBaseline(whole, former, covers);
  if (outcome && outcome.suppressed > 0)
    notes.push(`${amountOf(outcome.suppressed, 'known finding')} not reported (baseline ${options.baseline}).`);
  if (outcome && outcome.stale.length > 0)
    notes.push(`In the baseline, but no longer found: ${outcome.stale.length}. Remove them with --update-baseline.`);
  const report = options.quiet ? onlyLoud(outcome?.report ?? whole) : (outcome?.report ?? whole);

  const printed = [...looked.diffs, ...writeReports(report, options, call, root)];
  return {
    exitCode: !looked.isWhole ? 2 : fails(report, options) ? 1 : 0,
    ...(printed.length > 0 && { output: printed.join('\n') }),
    ...(notes.length > 0 && { complaint: notes.join('\n') }),
  };
}

/** @returns the reports that are to be printed; others go to their files */
function writeReports(
  report: Report,
  options: CheckOptions,
  { catalog, styled }: Call,
  root: string,
): readonly string[] {
  return options.reporters.flatMap(({ name, file }) => {
    const text = REPORTERS.get(name)?.(report, {
      styled: styled && file === undefined,
      catalog,
      docsLanguage: options.language,
      rules: RULES,
      version,
      root,
    });
    if (text === undefined) return [];
    if (file !== undefined) writeWhole(resolve(root, file), `${text}\n`);
    // A diff that is to be applied stands alone.
    return file === undefined && text !== '' && options.fix !== 'show' ? [text] : [];
  });
}

interface Looked {
  readonly files: readonly FileReport[];
  /** What fixing would change, as diffs. */
  readonly diffs: readonly string[];
  /** All that was named was looked at, under settings as their authors have written them. */
  readonly isWhole: boolean;
  covers(path: string): boolean;
}

async function lookAtFiles(
  root: string,
  options: CheckOptions,
  { files, createHost, program }: World,
  notes: string[],
): Promise<Looked> {
  const reports: FileReport[] = [];
  const passed = createPassedOver();
  const inputs = await findInputs(root, options, files, {
    // What lies in a folder is passed over for many reasons, of which only this one is nobody's wish.
    onSkip: (skip, path) => (skip === 'unreadable' ? passed.note(skip, path) : passed.count(skip)),
    onRefused: passed.refuse,
  });
  for (const [path, skip] of inputs.unread) passed.note(skip, path);
  const scanWorld: ScanWorld = { files, byteFilter: createByteFilter(wordsToScanFor()), onSkip: passed.note };
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
  const checker = createChecker(root, options, () => createHost(warn), notes, onExcluded);
  const total = inputs.candidates.length;
  const unread = new Map<string, string>();
  for await (const source of sourcesOf(inputs, scanWorld, program, (done) => progress.show(done, total))) {
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
  notes.push(...describeFixes(checker.applied, options));
  if (options.verbose) notes.push(...describeSkips(total + (await inputs.more).length, passed.counts));
  const isWhole = unread.size === 0 && broken.size === 0;
  return {
    files: [...reports, ...reportsOfRefused(passed.refused, root, reports)],
    diffs: checker.diffs,
    isWhole,
    covers: inputs.covers,
  };
}

function describeFixes(applied: number, { fix }: CheckOptions): readonly string[] {
  if (applied === 0) return [];
  return [`${applied} fix${applied === 1 ? '' : 'es'} ${fix === 'write' ? 'applied' : 'would be applied'}.`];
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
  options: CheckOptions,
  { createHost }: World,
  notes: string[],
): Promise<Looked> {
  const path = slashed(resolve(root, name));
  const decoded = isChecked(path) ? decode(readFileSync(0)) : 'no language';
  const covers = (other: string): boolean => other === path;
  const skip = (reason: string | undefined): Looked => {
    if (reason === undefined) return { files: [], diffs: [], isWhole: true, covers };
    notes.push(`${shown(root, path)}: ${reason}`);
    return { files: [{ path: shown(root, path), findings: [], skipped: reason }], diffs: [], isWhole: false, covers };
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
    notes,
    () => {},
  );
  const files = await checker.check(path, decoded);
  const [skipped] = files.flatMap((file) => file.skipped ?? []);
  if (skipped !== undefined) notes.push(`${shown(root, path)}: ${skipped}`);
  return { files, diffs: checker.diffs, isWhole: isWhole && skipped === undefined, covers };
}

interface Checker {
  /** @returns a report of the file, where there is anything to report */
  check(path: string, source: Decoded): Promise<readonly FileReport[]>;
  readonly diffs: readonly string[];
  readonly applied: number;
  isExcluded(path: string): Promise<boolean>;
}

const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** Checks texts one by one, and fixes them where that is asked for. The service is made when the first one comes. */
function createChecker(
  root: string,
  options: CheckOptions,
  openHost: () => Promise<Host>,
  notes: string[],
  onExcluded: (path: string) => void,
): Checker {
  const settings: Settings = { rules: {}, docsLanguage: options.language, codeLens: false };
  const diffs: string[] = [];
  let applied = 0;
  let starting: Promise<{ readonly host: Host; readonly service: LanguageService }> | undefined;

  // Most trees hold nothing that is worth a look: then the languages are never loaded.
  const start = async () => {
    const host = withRules(await openHost(), options.rules);
    const { createLanguageService } = await import('../service/service.ts');
    return { host, service: createLanguageService(host) };
  };
  const repair = async (
    path: string,
    document: Document,
    source: Decoded,
    service: LanguageService,
  ): Promise<Document> => {
    const fixed = await applySafeFixes(document, service, settings);
    if (fixed.text === document.text) return document;
    if (options.fix === 'show') diffs.push(unifiedDiff(shown(root, path), document.text, fixed.text).trimEnd());
    else if (!isWithin(path, root)) {
      notes.push(`${shown(root, path)} was not fixed: it is outside ${root}.`);
      return document;
    } else writeWhole(path, encode(fixed.text, source));
    applied += fixed.applied;
    return options.fix === 'show' ? document : { ...document, version: document.version + 100, text: fixed.text };
  };

  return {
    diffs,
    get applied() {
      return applied;
    },
    async isExcluded(path) {
      starting ??= start();
      return (await (await starting).host.projectOf(pathToFileURL(path).href)).isExcluded;
    },
    async check(path, source) {
      starting ??= start();
      const { host, service } = await starting;
      const uri = pathToFileURL(path).href;
      if ((await host.projectOf(uri)).isExcluded && !isProjectFile(path)) {
        onExcluded(path);
        return [];
      }
      let document: Document = { uri, version: 1, text: source.text };
      try {
        if (options.fix !== 'no' && !isProjectFile(path)) document = await repair(path, document, source, service);
        const { diagnostics, skipped } = await service.diagnose(document, settings);
        const name = shown(root, path);
        if (skipped)
          return [{ path: name, findings: [], skipped: skipped.reason[options.language === 'ko' ? 'ko' : 'en'] }];
        if (diagnostics.length === 0) return [];
        const actions = await service.actions(document, EVERYTHING, settings);
        return [toFileReport(name, document.text, diagnostics, actions)];
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

function readFormerBaseline({ baseline, updateBaseline }: CheckOptions): Baseline | undefined {
  if (baseline === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(baseline, 'utf8');
  } catch (error) {
    if (updateBaseline && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Failure(`--baseline ${baseline}: ${(error as Error).message}`);
  }
  const read = readBaseline(text);
  if ('problem' in read) throw new Failure(`--baseline ${baseline}: ${read.problem}`);
  return read.baseline;
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
