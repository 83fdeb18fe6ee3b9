import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { name as packageName } from '../../../package.json';
import type { Catalog } from '../catalog/catalog.ts';
import { harmless } from '../catalog/harmless.ts';
import type { Localized } from '../catalog/types.ts';
import { oneOf } from '../features/describe/language.ts';
import { Failure, Refusal } from '../node/failure.ts';
import { shown, slashed } from '../node/inputs.ts';
import { sourcesIn } from '../node/sourcesIn.ts';
import { isSystemError, unreadable } from '../node/systemErrors.ts';
import { allowedBy, namedTargetOf, replaceFile } from '../node/write.ts';
import { PROJECT_FILE } from '../project/fileNames.ts';
import { RULES } from '../rules/registry.ts';
import {
  createSpeakers,
  newProjectFile,
  type Reasons,
  reasonsOf,
  type Spoken,
  schemaInPackage,
} from '../service/newProjectFile.ts';
import { type Call, complaintOf, type Outcome, type World } from './command.ts';
import { readArguments } from './table/readArguments.ts';

const SCHEMA = schemaInPackage(packageName);

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
    const schema = schemaFor(folder);
    const text = newProjectFile(reasons, RULES, {
      schema: schema ?? `./${SCHEMA}`,
      isSchemaThere: schema !== undefined,
      language: language === 'ko' ? 'ko' : 'en',
    });
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

/** The schema of the package where npm has installed it for a folder, as a file there names it. @param folder absolute */
function schemaFor(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, SCHEMA))) {
      const path = slashed(relative(folder, join(at, SCHEMA)));
      return path.startsWith('.') ? path : `./${path}`;
    }
    if (dirname(at) === at) return undefined;
  }
}

async function reasonsIn(folder: string, catalog: Catalog, world: World, notes: Localized[]): Promise<Reasons> {
  const found: Spoken[] = [];
  const speaker = createSpeakers(catalog);
  const onTrouble = (message: Localized): void => void notes.push(message);
  for await (const { path, text } of sourcesIn(
    folder,
    { paths: [folder], isWanted: speaker.isWanted },
    world,
    onTrouble,
  ))
    found.push({ path: shown(folder, path), vendors: speaker.spokenOf(path, text) });
  return reasonsOf(found);
}

/** The file, or the first folder that leads to it from the current one, that is a link. */
function linkOnTheWayTo(path: string): string | undefined {
  const root = process.cwd();
  const steps = path.startsWith(root + sep) ? relative(root, path).split(sep) : [];
  // Elsewhere the links above the folder are the system's, such as /tmp of macOS.
  const ways = steps.length > 0 ? steps.map((_, at) => join(root, ...steps.slice(0, at + 1))) : [dirname(path), path];
  return ways.find((way) => lstatSync(way, { throwIfNoEntry: false })?.isSymbolicLink());
}
