import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { version } from '../../../package.json';
import type { Catalog } from '../catalog/catalog.ts';
import type { Vendor } from '../catalog/types.ts';
import { coverageOf, percentOf } from '../coverage/coverage.ts';
import { FORMATS } from '../coverage/formats/formats.ts';
import { type CoverageHost, createCoverageReader } from '../coverage/reader.ts';
import type { FileUses } from '../coverage/uses.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { type Call, type Outcome, wrongUsage } from './command.ts';
import { listFiles } from './files.ts';
import { anyOf, isLanguage } from './words.ts';

/** `coverage [paths…]`: what a product does with every documented code. */
export const coverage = async ({ args, catalog, styled }: Call, host: CoverageHost): Promise<Outcome> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      reporter: { type: 'string', short: 'r', default: 'pretty' },
      'fail-under': { type: 'string' },
      vendor: { type: 'string', multiple: true },
      language: { type: 'string', short: 'l' },
      lang: { type: 'string' },
    },
  });
  const format = FORMATS.get(values.reporter);
  if (!format) return wrongUsage(`coverage: unknown reporter "${values.reporter}"; use ${anyOf(FORMATS.keys())}`);
  const language = values.lang ?? values.language ?? 'en';
  if (!isLanguage(language)) return wrongUsage(`coverage: unknown language "${language}"; use en, ko or both`);
  const wrong = values.vendor?.find((one) => !isVendor(one));
  if (wrong !== undefined) return wrongUsage(`coverage: unknown vendor "${wrong}"; use thinq or nugu`);
  const floor = readFloor(values['fail-under']);
  if (floor === undefined) return wrongUsage('coverage: --fail-under takes a number from 0 to 100');

  const root = process.cwd();
  const files = await usesBelow(root, positionals.length > 0 ? positionals : ['.'], catalog, host);
  if (typeof files === 'string') return wrongUsage(`coverage: ${files}`);
  const found = coverageOf(files, catalog, values.vendor?.filter(isVendor));
  const project = basename(resolve(root, positionals.length === 1 ? (positionals[0] ?? '.') : '.'));
  const output = format(found, { styled, catalog, docsLanguage: language, version, project });
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
    complaint: `Coverage is ${percent} % (${covered} of ${total} codes); ${floor} % are asked for.`,
  };
}

function readFloor(text = '0'): number | undefined {
  const floor = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return floor >= 0 && floor <= 100 ? floor : undefined;
}

function isVendor(word: string): word is Vendor {
  return word === 'thinq' || word === 'nugu';
}

/** @returns what every file does with codes, or why that cannot be said */
async function usesBelow(
  root: string,
  paths: readonly string[],
  catalog: Catalog,
  host: CoverageHost,
): Promise<readonly FileUses[] | string> {
  const read = createCoverageReader(catalog, {
    assets: host.assets,
    projectOf: (path) => host.projectOf(pathToFileURL(resolve(root, path)).href),
  });
  const extensions = LANGUAGES.flatMap((language) => language.extensions);
  const isSource = (path: string): boolean => extensions.some((extension) => path.toLowerCase().endsWith(extension));
  const found: FileUses[] = [];
  try {
    for await (const file of listFiles(root, paths, isSource)) {
      const uses = await read(file);
      if (uses) found.push(uses);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return (error as Error).message;
    throw error;
  }
  return found;
}
