import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { Catalog } from '../catalog/catalog.ts';
import { harmless } from '../catalog/harmless.ts';
import type { Vendor } from '../catalog/types.ts';
import { SearchedText } from '../evidence/text/searchedText.ts';
import { createSignalReader } from '../evidence/text/signals.ts';
import { asksForSdk } from '../knowledge/vendors.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { shown } from '../node/inputs.ts';
import { sourcesIn } from '../node/sourcesIn.ts';
import { allowedBy, namedTargetOf, Refusal, replaceFile } from '../node/write.ts';
import { isManifest, PROJECT_FILE } from '../project/fileNames.ts';
import { compareTexts } from '../report/order.ts';
import { RULES } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { type Call, type Outcome, type World, wrongUsage } from './command.ts';

/** Why a vendor is taken to be the project's: files that speak of it. */
type Reasons = ReadonlyMap<Vendor, readonly string[]>;

/** Files that are named as reasons; more are counted. */
const MOST_NAMED_FILES = 3;

/** `init [folder]`: writes a project file with all rules in it, for the vendors that the folder's files speak of. */
export const init = async ({ args, catalog }: Call, world: World): Promise<Outcome> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { force: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  });
  if (positionals.length > 1) return wrongUsage('init: give one folder, or none for the current one');
  const folder = resolve(positionals[0] ?? '.');
  const path = join(folder, PROJECT_FILE);
  try {
    const troubles: string[] = [];
    const text = projectFile(await reasonsIn(folder, catalog, world, troubles), RULES);
    const said = troubles.length > 0 ? { complaint: troubles.map(harmless).join('\n') } : {};
    if (values['dry-run']) return { exitCode: 0, output: text.trimEnd(), ...said };
    const link = linkOnTheWayTo(path);
    if (link !== undefined) throw new Refusal(`${link} is a link.`);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !values.force) return wrongUsage(`init: ${path} already exists; --force replaces it`);
    const former = found?.isFile() ? readFileSync(path) : undefined;
    replaceFile(namedTargetOf(path, allowedBy(process.cwd(), [])), new TextEncoder().encode(text), former);
    return { exitCode: 0, output: `Wrote ${harmless(path)}.`, ...said };
  } catch (error) {
    if (error instanceof Refusal) return { exitCode: 2, complaint: `${path} was not written: ${error.message}` };
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('E') && !code.startsWith('ERR_')) return wrongUsage(`init: ${message}`);
    throw error;
  }
};

/** The text of a project file: JSON with comments, in which every rule can be switched by taking away two strokes. */
export function projectFile(reasons: Reasons, rules: readonly Rule[]): string {
  const vendors = JSON.stringify([...reasons.keys()]).replace(',', ', ');
  return `{
  // Settings of ThinQ & NUGU Codes for this folder and all below, in editors and on the command line.

  // Whose codes this project is about: "thinq" (LG ThinQ Connect), "nugu" (NUGU smart home) or both. Without this
  // line both are assumed, with less certainty.
${
  reasons.size > 0
    ? `${[...reasons].map(([vendor, paths]) => `  // Found ${vendor} in ${list(paths)}.\n`).join('')}  "vendors": ${vendors},`
    : '  // No file in this folder mentions either.\n  // "vendors": ["thinq", "nugu"],'
}

  // How each rule reports: "off", "hint", "information", "warning" or "error". What is written here is the default.
  "rules": {
${rules.map(ruleLines).join('\n')}
  }
}
`;
}

function ruleLines({ id, docs, severity: { thinq, nugu } }: Rule): string {
  const note = thinq && nugu && thinq !== nugu ? ` (${thinq} for thinq, ${nugu} for nugu)` : '';
  return `    // ${docs.title.en}${note}.\n    // "${id}": "${nugu ?? thinq}",`;
}

function list(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED_FILES;
  // A path may hold whatever a file system lets it; a comment must end where it ends.
  const shown = paths.slice(0, MOST_NAMED_FILES).map((path) => harmless(path.replace(/[\s\p{Cc}]/gu, ' ')));
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

async function reasonsIn(folder: string, catalog: Catalog, world: World, troubles: string[]): Promise<Reasons> {
  const readSignals = createSignalReader(catalog);
  const speaksForProject = (path: string): boolean => isManifest(path.slice(path.lastIndexOf('/') + 1));
  // What people write about a project is no part of it.
  const extensions = LANGUAGES.filter((language) => !('pieces' in language)).flatMap(({ extensions }) => extensions);
  const isSource = (path: string): boolean => extensions.some((extension) => path.toLowerCase().endsWith(extension));
  const commentsOf = (path: string) =>
    LANGUAGES.find((language) => language.extensions.some((one) => path.toLowerCase().endsWith(one)))?.comment ?? {};
  const found: { readonly [vendor in Vendor]: string[] } = { thinq: [], nugu: [] };
  const isWanted = (name: string): boolean => isManifest(name) || isSource(name);
  const onTrouble = (message: string): void => void troubles.push(message);
  for await (const { path, text } of sourcesIn(folder, { paths: [folder], isWanted }, world, onTrouble)) {
    const signals = readSignals(new SearchedText(text, commentsOf(path)));
    for (const vendor of ['thinq', 'nugu'] as const) {
      const isNamed = signals.found[vendor].length > 0 && !signals.legacy[vendor];
      if (isNamed || (vendor === 'thinq' && speaksForProject(path) && asksForSdk(text)))
        found[vendor].push(shown(folder, path));
    }
  }
  return new Map(
    (['thinq', 'nugu'] as const).flatMap((vendor) =>
      found[vendor].length > 0 ? [[vendor, found[vendor].sort(compareTexts)]] : [],
    ),
  );
}

/** The file, or the first folder that leads to it from the current one, that is a link. */
function linkOnTheWayTo(path: string): string | undefined {
  const root = process.cwd();
  const steps = path.startsWith(root + sep) ? relative(root, path).split(sep) : [];
  // Elsewhere the links above the folder are the system's, such as /tmp of macOS.
  const ways = steps.length > 0 ? steps.map((_, at) => join(root, ...steps.slice(0, at + 1))) : [dirname(path), path];
  return ways.find((way) => lstatSync(way, { throwIfNoEntry: false })?.isSymbolicLink());
}
