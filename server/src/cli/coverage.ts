import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { version } from '../../../package.json';
import type { Vendor } from '../catalog/types.ts';
import { coverageOf, percentOf } from '../coverage/coverage.ts';
import { FORMATS } from '../coverage/formats/formats.ts';
import { type FileUses, usesOf } from '../coverage/uses.ts';
import type { Warn } from '../node/host.ts';
import { findInputs, shown, slashed } from '../node/inputs.ts';
import { createParallelScan } from '../node/parallelScan.ts';
import { sourcesWithBehind } from '../node/sources.ts';
import { isProjectFile } from '../project/fileNames.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { wordsToScanFor } from '../service/cues.ts';
import { createLanguageService } from '../service/service.ts';
import { type Call, type Outcome, type World, wrongUsage } from './command.ts';
import { createPassedOver, describeRefused, describeUnread, REASONS } from './skips.ts';
import { anyOf, LANGUAGE_OPTIONS, languageOf } from './words.ts';

/** `coverage [paths…]`: what a product does with every documented code. */
export const coverage = async ({ args, catalog, styled }: Call, world: World): Promise<Outcome> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      reporter: { type: 'string', short: 'r', default: 'pretty' },
      'fail-under': { type: 'string' },
      vendor: { type: 'string', multiple: true },
      ...LANGUAGE_OPTIONS,
    },
  });
  const format = FORMATS.get(values.reporter);
  if (!format) return wrongUsage(`coverage: unknown reporter "${values.reporter}"; use ${anyOf(FORMATS.keys())}`);
  const docsLanguage = languageOf(values);
  const wrong = values.vendor?.find((one) => !isVendor(one));
  if (wrong !== undefined) return wrongUsage(`coverage: unknown vendor "${wrong}"; use thinq or nugu`);
  const floor = readFloor(values['fail-under']);
  if (floor === undefined) return wrongUsage('coverage: --fail-under takes a number from 0 to 100');

  const root = process.cwd();
  const { files, complaints, isWhole } = await lookBelow(root, positionals, world);
  const found = coverageOf(files, catalog, values.vendor?.filter(isVendor));
  const project = basename(resolve(root, positionals.length === 1 ? (positionals[0] ?? '.') : '.'));
  const output = format(found, { styled, catalog, docsLanguage, version, project });
  const judged = judge(percentOf(found.tally), found.tally, floor);
  const said = [...complaints, ...(judged.complaint === undefined ? [] : [judged.complaint])];
  return {
    output,
    exitCode: isWhole ? judged.exitCode : 2,
    ...(said.length > 0 && { complaint: said.join('\n') }),
  };
};

function judge(
  percent: number,
  { covered, total }: { readonly covered: number; readonly total: number },
  floor: number,
): Omit<Outcome, 'output'> {
  if (covered * 100 >= floor * total) return { exitCode: 0 };
  return {
    exitCode: 1,
    complaint: `Coverage is ${percent} % (${covered} of ${total} codes), below the required ${floor} %.`,
  };
}

function readFloor(text = '0'): number | undefined {
  const floor = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return floor >= 0 && floor <= 100 ? floor : undefined;
}

function isVendor(word: string): word is Vendor {
  return word === 'thinq' || word === 'nugu';
}

/** What the files do, and what is to be said of those that could not be looked at as somebody has meant it. */
interface Looked {
  readonly files: readonly FileUses[];
  readonly complaints: readonly string[];
  /** All that was named was looked at, under settings as their authors have written them. */
  readonly isWhole: boolean;
}

async function lookBelow(root: string, paths: readonly string[], world: World): Promise<Looked> {
  const found: FileUses[] = [];
  const passed = createPassedOver();
  const complaints: string[] = [];
  let isBroken = false;
  // No report shows what is wrong in a project file, so all of it is said.
  const warn: Warn = (message, path, severity) => {
    if (!passed.refused.has(slashed(path))) complaints.push(message);
    isBroken ||= severity === 'error' && isProjectFile(path);
  };
  const watch = { onTrouble: (message: string) => void complaints.push(message) };
  const scanWorld = { files: world.files, byteFilter: createByteFilter(wordsToScanFor()), onSkip: passed.note };
  const scan = createParallelScan(scanWorld.byteFilter.words, world.secondThread);
  const inputs = await findInputs(root, { paths }, world.files, {
    ...watch,
    onSkip: (skip, path) => (skip === 'unreadable' ? passed.note(skip, path) : passed.count(skip)),
    onRefused: passed.refuse,
    onFound: scan.prepare,
  });
  for (const [path, skip] of inputs.unread) passed.note(skip, path);
  const named = new Set([...inputs.named, ...inputs.unread.keys(), ...inputs.folders]);
  const host = await world.createHost(warn);
  const service = createLanguageService(host);
  for await (const { path, text } of sourcesWithBehind(inputs, scanWorld, scan, watch, service.wordsBehind)) {
    const uri = pathToFileURL(path).href;
    const reading = await service.resolve({ uri, version: 1, text });
    service.forget(uri);
    if (reading) found.push(usesOf(shown(root, path), text, reading.analysis, reading.isProgram));
    else if (named.has(path) && (await host.projectOf(uri)).isExcluded) passed.note('excluded', path);
  }
  const unread = new Map(
    [...passed.noted].flatMap(([path, skip]) =>
      named.has(path) ? [[shown(root, path), REASONS[skip] ?? skip] as const] : [],
    ),
  );
  isBroken ||= [...passed.refused.keys()].some(isProjectFile);
  return {
    files: found,
    complaints: [...complaints, ...describeRefused(passed.refused), ...describeUnread(unread)],
    isWhole: unread.size === 0 && !isBroken,
  };
}
