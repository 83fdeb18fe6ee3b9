import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { name as packageName } from '../../../package.json';
import type { Catalog } from '../catalog/catalog.ts';
import { harmless } from '../catalog/harmless.ts';
import type { Localized, Vendor } from '../catalog/types.ts';
import { SearchedText } from '../evidence/text/searchedText.ts';
import { createSignalReader } from '../evidence/text/signals.ts';
import { oneOf } from '../features/describe/language.ts';
import { asksForSdk } from '../knowledge/vendors.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { Failure, Refusal } from '../node/failure.ts';
import { shown, slashed } from '../node/inputs.ts';
import { sourcesIn } from '../node/sourcesIn.ts';
import { isSystemError, unreadable } from '../node/systemErrors.ts';
import { allowedBy, namedTargetOf, replaceFile } from '../node/write.ts';
import { isManifest, PROJECT_FILE } from '../project/fileNames.ts';
import { compareTexts } from '../report/order.ts';
import { RULES } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { type Call, complaintOf, type Outcome, type World } from './command.ts';
import { readArguments } from './table/readArguments.ts';

/** Why a vendor is taken to be the project's: files that speak of it. */
type Reasons = ReadonlyMap<Vendor, readonly string[]>;

/** Files that are named as reasons; more are counted. */
const MOST_NAMED_FILES = 3;

/** `init [folder]`: writes a project file with all rules in it, for the vendors that the folder's files speak of. */
export const init = async ({ args, catalog, language }: Call, world: World): Promise<Outcome> => {
  const { values, positionals } = readArguments('init', args);
  if (positionals.length > 1)
    throw new Failure({
      en: 'give one folder, or none for the current one.',
      ko: '폴더를 하나만 적거나, 현재 폴더이면 적지 마세요.',
    });
  const folder = resolve(positionals[0] ?? '.');
  const path = join(folder, PROJECT_FILE);
  try {
    const notes: Localized[] = [];
    const reasons = await reasonsIn(folder, catalog, world, notes);
    const text = projectFile(reasons, RULES, { schema: schemaFor(folder), language: language === 'ko' ? 'ko' : 'en' });
    if (reasons.size === 0) notes.push(NOBODY);
    if (values['dry-run']) return { exitCode: 0, output: text.trimEnd(), ...complaintOf(notes, language) };
    const link = linkOnTheWayTo(path);
    if (link !== undefined) throw new Refusal({ en: `${link} is a link.`, ko: `링크입니다: ${link}` });
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !values.force)
      throw new Failure({
        en: `${path} already exists; --force replaces it.`,
        ko: `${path}: 이미 있습니다. --force로 바꿀 수 있습니다.`,
      });
    const former = found?.isFile() ? readFileSync(path) : undefined;
    replaceFile(namedTargetOf(path, allowedBy(process.cwd(), [])), new TextEncoder().encode(text), former);
    const done = { en: `Wrote ${harmless(path)}.`, ko: `${harmless(path)} 파일을 만들었습니다.` };
    return { exitCode: 0, output: oneOf(done, language), ...complaintOf(notes, language) };
  } catch (error) {
    if (error instanceof Refusal) {
      const { en, ko } = error.text;
      return {
        exitCode: 2,
        ...complaintOf([{ en: `${path} was not written: ${en}`, ko: `${path}: 쓰지 않았습니다. ${ko}` }], language),
      };
    }
    if (isSystemError(error)) throw unreadable(path, error);
    throw error;
  }
};

/** What is said where the file claims nothing, so that nobody believes that it does. */
const NOBODY: Localized = {
  en: 'No file in this folder mentions ThinQ or NUGU, so "vendors" is left out. Write it yourself, or run init again with --force when there is code.',
  ko: '이 폴더에는 ThinQ나 NUGU가 나오는 파일이 없어 "vendors"를 비워 두었습니다. 직접 적거나, 코드를 작성한 뒤 init --force를 다시 실행하세요.',
};

/** How a project file is written. @property schema where the schema of it lies, as the file names it; undefined where it lies nowhere near */
export interface ProjectFileStyle {
  readonly schema: string | undefined;
  readonly language: 'en' | 'ko';
}

/** The text of a project file: JSON with comments, in which every rule can be switched by taking away two strokes. */
export function projectFile(reasons: Reasons, rules: readonly Rule[], { schema, language }: ProjectFileStyle): string {
  const say = (text: Localized): string => text[language];
  const vendors = JSON.stringify([...reasons.keys()]).replace(',', ', ');
  const found = [...reasons].map(([vendor, paths]) => say(foundIn(vendor, list(paths))));
  return `{
${comment(say(COMMENTS.file))}
${schema === undefined ? `${comment(say(COMMENTS.schema))}\n  // "$schema": "${DEFAULT_SCHEMA}",` : `  "$schema": ${JSON.stringify(schema)},`}

${comment(say(COMMENTS.vendors))}
${
  reasons.size > 0
    ? `${found.map((line) => `${comment(line)}\n`).join('')}  "vendors": ${vendors},`
    : `${comment(say(COMMENTS.nobody))}\n  // "vendors": ["thinq", "nugu"],`
}

${comment(say(COMMENTS.rules))}
  "rules": {
${rules.map((rule) => ruleLines(rule, language)).join('\n')}
  }
}
`;
}

/** Lines of a comment, each within what an editor shows. */
function comment(text: string): string {
  return text
    .split('\n')
    .map((line) => `  // ${line}`)
    .join('\n');
}

const COMMENTS = {
  file: {
    en: 'Settings of ThinQ & NUGU Codes for this folder and all below, in editors and on the command line.',
    ko: '이 폴더와 그 아래 전부에 적용되는 ThinQ & NUGU Codes 설정. 편집기와 명령줄에 모두 적용됩니다.',
  },
  schema: {
    en: 'For editors without the extension, where the npm package is installed here.',
    ko: '확장이 없는 편집기용. npm 패키지를 이곳에 설치하면 쓸 수 있습니다.',
  },
  vendors: {
    en: 'Whose codes this project is about: "thinq" (LG ThinQ Connect), "nugu" (NUGU smart home) or both. Without this\nline both are assumed, with less certainty.',
    ko: '이 프로젝트가 다루는 코드: "thinq"(LG ThinQ Connect), "nugu"(NUGU 스마트홈) 또는 둘 다.\n이 줄이 없으면 둘 다로 보지만 덜 확실하게 판단합니다.',
  },
  nobody: {
    en: 'No file in this folder mentions either.',
    ko: '이 폴더에는 둘 중 어느 것도 나오는 파일이 없습니다.',
  },
  rules: {
    en: 'How each rule reports: "off", "hint", "information", "warning" or "error". What is written here is the default.',
    ko: '규칙별 심각도: "off", "hint", "information", "warning", "error". 아래에 적힌 것은 기본값입니다.',
  },
} as const satisfies { readonly [name: string]: Localized };

function foundIn(vendor: Vendor, files: string): Localized {
  return { en: `Found ${vendor} in ${files}.`, ko: `${vendor}가 나오는 파일: ${files}` };
}

function ruleLines({ id, docs, severity: { thinq, nugu } }: Rule, language: 'en' | 'ko'): string {
  const differs = thinq && nugu && thinq !== nugu;
  const note = { en: ` (${thinq} for thinq, ${nugu} for nugu)`, ko: `(thinq는 ${thinq}, nugu는 ${nugu})` }[language];
  return `    // ${docs.title[language]}${differs ? note : ''}.\n    // "${id}": "${nugu ?? thinq}",`;
}

function list(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED_FILES;
  // A path may hold whatever a file system lets it; a comment must end where it ends.
  const shown = paths.slice(0, MOST_NAMED_FILES).map((path) => harmless(path.replace(/[\s\p{Cc}]/gu, ' ')));
  return shown.join(', ') + (more > 0 ? ` + ${more}` : '');
}

/** Where npm puts the schema. */
const SCHEMA_IN_PACKAGE = `node_modules/${packageName}/schemas/project.schema.json`;
const DEFAULT_SCHEMA = `./${SCHEMA_IN_PACKAGE}`;

/** The schema of the package where npm has installed it for a folder, as a file there names it. @param folder absolute */
function schemaFor(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, SCHEMA_IN_PACKAGE))) {
      const path = slashed(relative(folder, join(at, SCHEMA_IN_PACKAGE)));
      return path.startsWith('.') ? path : `./${path}`;
    }
    if (dirname(at) === at) return undefined;
  }
}

async function reasonsIn(folder: string, catalog: Catalog, world: World, notes: Localized[]): Promise<Reasons> {
  const readSignals = createSignalReader(catalog);
  const speaksForProject = (path: string): boolean => isManifest(path.slice(path.lastIndexOf('/') + 1));
  // What people write about a project is no part of it.
  const extensions = LANGUAGES.filter((language) => !('pieces' in language)).flatMap(({ extensions }) => extensions);
  const isSource = (path: string): boolean => extensions.some((extension) => path.toLowerCase().endsWith(extension));
  const commentsOf = (path: string) =>
    LANGUAGES.find((language) => language.extensions.some((one) => path.toLowerCase().endsWith(one)))?.comment ?? {};
  const found: { readonly [vendor in Vendor]: string[] } = { thinq: [], nugu: [] };
  const isWanted = (name: string): boolean => isManifest(name) || isSource(name);
  const onTrouble = (message: Localized): void => void notes.push(message);
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
