import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { harmless, harmlessLines } from '../catalog/harmless.ts';
import { findInputs, shown, slashed } from '../node/inputs.ts';
import { sourcesOf } from '../node/sources.ts';
import { type Allowed, allowedBy, Refusal, writeOutput } from '../node/write.ts';
import { isProjectFile } from '../project/fileNames.ts';
import { applyBaseline, listsFormer, toBaseline } from '../report/baseline.ts';
import { compareTexts } from '../report/order.ts';
import { inChunks, onLines, terminated } from '../report/pieces.ts';
import type { FileReport, Report } from '../report/report.ts';
import { REPORTERS } from '../report/reporters/reporters.ts';
import { RULES } from '../rules/registry.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { type Decoded, decode } from '../scan/decode.ts';
import type { ScanWorld } from '../scan/scan.ts';
import type { Skip } from '../scan/walk.ts';
import type { Document, Host, LanguageService } from '../service/api.ts';
import { wordsToScanFor } from '../service/cues.ts';
import type { Settings } from '../settings.ts';
import { readBaselineFile, writeBaselineFile } from './baselineFile.ts';
import type { Call, Outcome, World } from './command.ts';
import { toFileReport } from './fileReport.ts';
import { createMender, type Mender } from './mender.ts';
import { type CheckOptions, readCheckOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { fails } from './threshold.ts';

/** `check [paths…]`: the findings that an editor shows, for whole trees. @throws Failure when it cannot be done */
export async function check(call: Call, world: World): Promise<Outcome> {
  const ids = RULES.map(({ id }) => id);
  const options = readCheckOptions(call.args, [...REPORTERS.keys()], ids);
  const root = process.cwd();
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
    return { exitCode: isWritten && !mender.hasFailed ? 0 : 2, complaint: notes.map(harmless).join('\n') };
  }
  const outcome = former && applyBaseline(whole, former.baseline, covers);
  if (outcome && outcome.suppressed > 0)
    notes.push(`${amountOf(outcome.suppressed, 'known finding')} not reported (baseline ${options.baseline}).`);
  if (outcome && outcome.stale.length > 0)
    notes.push(`In the baseline, but no longer found: ${outcome.stale.length}. Remove them with --update-baseline.`);
  const report = options.quiet ? onlyLoud(outcome?.report ?? whole) : (outcome?.report ?? whole);

  const { printed, areWritten } = writeReports(report, options, call, allowed, notes);
  return {
    exitCode: mender.hasFailed || !areWritten ? 2 : fails(report, options) ? 1 : 0,
    output: onLines([...shownDiffs(mender.diffs, call.isTerminal), ...printed]),
    ...(notes.length > 0 && { complaint: notes.map(harmless).join('\n') }),
  };
}

/** @returns what goes to standard output, and whether the rest is in its files; what is not is noted */
function writeReports(
  report: Report,
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
      rules: RULES,
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
  covers(path: string): boolean;
}

async function lookAtFiles(
  root: string,
  options: Asked,
  { files, createHost, program }: World,
  notes: string[],
  mender: Mender,
): Promise<Looked> {
  const skips = new Map<Skip, number>();
  const reports: FileReport[] = [];
  const count = (skip: Skip): void => void skips.set(skip, (skips.get(skip) ?? 0) + 1);
  const inputs = await findInputs(root, options, files, count);
  for (const path of inputs.unreadable) {
    count('no language');
    reports.push({
      path: shown(root, path),
      findings: [],
      skipped: 'Not checked: no supported language has this file name.',
    });
  }
  const scanWorld: ScanWorld = {
    files,
    byteFilter: createByteFilter(wordsToScanFor()),
    onSkip(skip, path) {
      count(skip);
      const reason = SKIPPED[skip];
      if (reason) reports.push({ path: shown(root, path), findings: [], skipped: reason });
    },
  };
  const progress = createProgress(process.stderr);
  const warn = (message: string, path: string): void => {
    // Where the project file itself is looked at, its problems are findings.
    if (!inputs.covers(slashed(path))) notes.push(message);
  };
  const checker = createChecker(
    root,
    options,
    () => createHost(warn),
    mender,
    () => count('excluded'),
  );
  const total = inputs.candidates.length;
  for await (const source of sourcesOf(inputs, scanWorld, program, (done) => progress.show(done, total)))
    reports.push(...(await checker.check(source.path, source)));
  progress.end();
  notes.push(...mender.summary());
  if (options.verbose) notes.push(...describeSkips(total + (await inputs.more).length, skips));
  return { files: reports, covers: inputs.covers };
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
  const decoded = decode(readFileSync(0));
  const covers = (other: string): boolean => other === path;
  if (typeof decoded === 'string') {
    const skipped = SKIPPED[decoded] ?? decoded;
    return { files: [{ path: shown(root, path), findings: [], skipped }], covers };
  }
  const open = (): Promise<Host> => createHost((message) => notes.push(message));
  const checker = createChecker(root, options, open, mender, () => {});
  const files = await checker.check(path, decoded);
  notes.push(...mender.summary());
  return { files, covers };
}

/** Why a file that may hold findings is not looked at; other skips are only counted. */
const SKIPPED: Readonly<Partial<Record<Skip, string>>> = {
  'too large': 'Not checked: it is longer than 8 MB.',
  'not UTF-8': 'Not checked: it is not valid UTF-8.',
  binary: 'Not checked: this is a binary file.',
};

interface Checker {
  /** @returns a report of the file, where there is anything to report */
  check(path: string, source: Decoded): Promise<readonly FileReport[]>;
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
  onExcluded: () => void,
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
    async check(path, source) {
      starting ??= start();
      const { host, service } = await starting;
      const uri = pathToFileURL(path).href;
      if ((await host.projectOf(uri)).isExcluded && !isProjectFile(path)) {
        onExcluded();
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
  if (isTerminal) return diffs.map((diff) => [harmlessLines(diff)]);
  if (diffs.length === 0 || process.env.GITHUB_ACTIONS !== 'true') return diffs.map((diff) => [diff]);
  const token = randomUUID();
  return [[`::stop-commands::${token}`], ...diffs.map((diff) => [diff]), [`::${token}::`]];
}

function onlyLoud({ files }: Report): Report {
  const kept = files.map((file) => ({
    ...file,
    findings: file.findings.filter(({ severity }) => severity === 'warning' || severity === 'error'),
  }));
  return { files: kept.filter(({ findings, skipped }) => findings.length > 0 || skipped !== undefined) };
}

function describeSkips(looked: number, skips: ReadonlyMap<Skip, number>): readonly string[] {
  const lines = [...skips].sort(([a], [b]) => compareTexts(a, b)).map(([skip, count]) => `  ${count} ${WORDS[skip]}`);
  return [`${looked} files checked.`, ...(lines.length > 0 ? ['Skipped:', ...lines] : [])];
}

/** What was passed over, behind its number. A folder counts once, with all that is in it. */
const WORDS: Readonly<Record<Skip, string>> = {
  ignored: 'ignored by .gitignore, files and folders',
  dependencies: 'folders of dependencies, such as node_modules',
  'build output': 'folders of build output, such as dist',
  'version control': 'folders of version control',
  minified: 'minified files',
  'no language': 'files in no supported language',
  link: 'links',
  unreadable: 'files or folders that cannot be read',
  'too large': 'files longer than 8 MB',
  binary: 'binary files',
  'not UTF-8': 'files that are not UTF-8',
  excluded: 'files that a project file excludes',
};

/** `1 finding`, `2 findings`. */
function amountOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
