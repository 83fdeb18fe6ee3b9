import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import type { Localized, Vendor } from '../catalog/types.ts';
import { coverageOf, percentOf } from '../coverage/coverage.ts';
import { FORMATS } from '../coverage/formats/formats.ts';
import { type FileUses, usesOf } from '../coverage/uses.ts';
import { filesThatTell } from '../knowledge/sharedEndings.ts';
import { Failure } from '../node/failure.ts';
import { type GivenProject, readGivenProject } from '../node/givenProject.ts';
import type { Warn } from '../node/host.ts';
import { asNear, findInputs, shown, slashed } from '../node/inputs.ts';
import { createParallelScan } from '../node/parallelScan.ts';
import { sourcesWithBehind } from '../node/sources.ts';
import { isProjectFile } from '../project/fileNames.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { wordsToScanFor } from '../service/cues.ts';
import { createLanguageService } from '../service/service.ts';
import { type Call, complaintOf, type Outcome, type World } from './command.ts';
import { createPassedOver, describeRefused, describeUnread, ofAnotherLanguage, REASONS } from './skips.ts';
import { readArguments } from './table/readArguments.ts';

/** `coverage [paths…]`: what a product does with every documented code. */
export const coverage = async (call: Call, world: World): Promise<Outcome> => {
  const { values, positionals } = readArguments('coverage', call.args);
  const name = values.reporter ?? 'pretty';
  const floor = readFloor(values['fail-under']);

  const root = process.cwd();
  const given = values.config === undefined ? undefined : readGivenProject(values.config);
  const { files, notes, isWhole } = await lookBelow(root, positionals, given, world);
  const { styled, catalog, columns, language, formatLanguage } = call;
  const found = coverageOf(files, catalog, values.vendor?.filter(isVendor));
  const project = basename(resolve(root, positionals.length === 1 ? (positionals[0] ?? '.') : '.'));
  const docsLanguage = name === 'json' ? formatLanguage : language;
  const output = FORMATS.get(name)?.(found, { styled, catalog, columns, docsLanguage, version, project });
  const judged = judge(percentOf(found.tally), found.tally, floor);
  return {
    output,
    exitCode: !isWhole ? 2 : judged ? 1 : 0,
    ...complaintOf(judged ? [...notes, judged] : notes, language),
  };
};

/** What to say where too few are covered. */
function judge(
  percent: number,
  { covered, total }: { readonly covered: number; readonly total: number },
  floor: number,
): Localized | undefined {
  if (covered * 100 >= floor * total) return undefined;
  return {
    en: `Coverage is ${percent}% (${covered} of ${total} codes), below the required ${floor}%.`,
    ko: `커버리지가 ${percent}%(코드 ${total}개 중 ${covered}개)로, 필요한 ${floor}%보다 낮습니다.`,
  };
}

/** @throws Failure for what is no percentage */
function readFloor(text = '0'): number {
  const floor = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (floor >= 0 && floor <= 100) return floor;
  throw new Failure({
    en: '--fail-under takes a number from 0 to 100.',
    ko: '--fail-under에는 0부터 100까지의 수를 적으세요.',
  });
}

function isVendor(word: string): word is Vendor {
  return word === 'thinq' || word === 'nugu';
}

/** What the files do, and what is to be said of those that could not be looked at as somebody has meant it. */
interface Looked {
  readonly files: readonly FileUses[];
  readonly notes: readonly Localized[];
  /** All that was named was looked at, under settings as their authors have written them. */
  readonly isWhole: boolean;
}

async function lookBelow(
  root: string,
  paths: readonly string[],
  given: GivenProject | undefined,
  world: World,
): Promise<Looked> {
  const uses: FileUses[] = [];
  const passed = createPassedOver();
  const notes: Localized[] = [];
  let isBroken = false;
  // No report shows what is wrong in a project file, so all of it is said.
  const warn: Warn = (message, path, severity) => {
    if (!passed.refused.has(slashed(path))) notes.push(message);
    isBroken ||= severity === 'error' && (isProjectFile(path) || path === given?.path);
  };
  const watch = { onTrouble: (message: Localized) => void notes.push(message) };
  const scanWorld = { files: world.files, byteFilter: createByteFilter(wordsToScanFor()), onSkip: passed.note };
  const scan = createParallelScan(scanWorld.byteFilter.words, world.secondThread);
  const found = await findInputs(root, { paths }, world.files, {
    ...watch,
    onSkip: (skip, path) => (skip === 'unreadable' ? passed.note(skip, path) : passed.count(skip)),
    onRefused: passed.refuse,
    ...(!given && { onFound: scan.prepare }),
  });
  const inputs = given ? asNear(found) : found;
  for (const [path, skip] of inputs.unread) passed.note(skip, path);
  const named = new Set([...inputs.named, ...inputs.unread.keys(), ...inputs.folders]);
  const host = await world.createHost(warn, given);
  const service = createLanguageService(host);
  for await (const { path, text } of sourcesWithBehind(inputs, scanWorld, scan, watch, service.wordsBehind)) {
    const uri = pathToFileURL(path).href;
    const reading = await service.resolve({ uri, version: 1, text });
    service.forget(uri);
    if (reading) uses.push(usesOf(shown(root, path), text, reading.analysis, reading.isProgram));
    else if (named.has(path) && (await host.projectOf(uri)).isExcluded) passed.note('excluded', path);
  }
  const unread = new Map<string, Localized>();
  for (const [path, skip] of passed.noted) {
    const reason = REASONS[skip];
    if (reason && named.has(path)) unread.set(shown(root, path), reason);
  }
  for (const path of inputs.named) {
    const telling = filesThatTell(path);
    if (telling === undefined || !(await host.projectOf(pathToFileURL(path).href)).isSomethingElse) continue;
    unread.set(shown(root, path), ofAnotherLanguage(telling));
  }
  isBroken ||= [...passed.refused.keys()].some(isProjectFile);
  return {
    files: uses,
    notes: [...notes, ...describeRefused(passed.refused), ...describeUnread(unread)],
    isWhole: unread.size === 0 && !isBroken,
  };
}
