import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { version } from '../../../package.json';
import type { Vendor } from '../catalog/types.ts';
import { coverageOf, percentOf } from '../coverage/coverage.ts';
import { FORMATS } from '../coverage/formats/formats.ts';
import { type FileUses, usesOf } from '../coverage/uses.ts';
import { shown } from '../node/inputs.ts';
import { sourcesIn } from '../node/sourcesIn.ts';
import type { LanguageService } from '../service/api.ts';
import { createLanguageService } from '../service/service.ts';
import { type Call, type Outcome, type World, wrongUsage } from './command.ts';
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
  const files = await usesBelow(root, positionals, world);
  const found = coverageOf(files, catalog, values.vendor?.filter(isVendor));
  const project = basename(resolve(root, positionals.length === 1 ? (positionals[0] ?? '.') : '.'));
  const output = format(found, { styled, catalog, docsLanguage, version, project });
  return { output, ...judge(percentOf(found.tally), found.tally, floor) };
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

async function usesBelow(root: string, paths: readonly string[], world: World): Promise<readonly FileUses[]> {
  const found: FileUses[] = [];
  let service: LanguageService | undefined;
  for await (const { path, text } of sourcesIn(root, { paths }, world)) {
    // A broken project file says nothing here; `check` reports it.
    service ??= createLanguageService(await world.createHost(() => {}));
    const uri = pathToFileURL(path).href;
    const reading = await service.resolve({ uri, version: 1, text });
    service.forget(uri);
    if (reading) found.push(usesOf(shown(root, path), text, reading.analysis, reading.isProgram));
  }
  return found;
}
