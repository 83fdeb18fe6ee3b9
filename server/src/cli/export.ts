import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exportCatalog } from '../catalog/exportJson.ts';
import { harmless } from '../catalog/harmless.ts';
import type { RetryClass, Vendor } from '../catalog/types.ts';
import { oneOf } from '../features/describe/language.ts';
import type { Selection } from '../generate/codeSet.ts';
import { generateFile, isGenerated } from '../generate/generate.ts';
import { TARGET_TITLES } from '../generate/names.ts';
import { targetOf } from '../generate/targets.ts';
import { Failure, Refusal } from '../node/failure.ts';
import { isSystemError, unreadable } from '../node/systemErrors.ts';
import { allowedBy, namedTargetOf, replaceFile } from '../node/write.ts';
import type { Call, Command, Outcome } from './command.ts';
import { type Arguments, readArguments } from './table/readArguments.ts';

type Options = Arguments<'export'>['values'];

/** `export [--format NAME]`: the whole catalog as JSON, with what each source says; or the codes as source code. */
export const exportCodes: Command = (call) => {
  const { values } = readArguments('export', call.args);
  const text = values.format === undefined || values.format === 'json' ? jsonOf(values, call) : sourceOf(values, call);
  return values.output === undefined
    ? { exitCode: 0, output: text.trimEnd() }
    : written(values.output, text, values.force ?? false, call);
};

function jsonOf(options: Options, { catalog }: Call): string {
  const given = (options.vendor && '--vendor') ?? (options.class && '--class') ?? (options.package && '--package');
  if (given !== undefined)
    throw new Failure({
      en: `${given} is for source code: choose a language with --format.`,
      ko: `${given}: 소스 코드를 출력할 때 쓰는 옵션입니다. --format으로 언어를 고르세요.`,
    });
  return `${JSON.stringify(exportCatalog(catalog), undefined, 2)}\n`;
}

/** What a package may be called: `com.example.codes`. */
const PACKAGE = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

function sourceOf(options: Options, { catalog }: Call): string {
  const target = targetOf(options.format ?? '');
  // The table has let no other word pass.
  if (target === undefined) throw new Error(`No language is called "${options.format}".`);
  const name = options.package;
  if (name !== undefined && target.inPackage === undefined)
    throw new Failure({
      en: `--package: files in ${TARGET_TITLES[target.id]} name no package.`,
      ko: `--package: ${TARGET_TITLES[target.id]} 파일에는 패키지를 적지 않습니다.`,
    });
  if (name !== undefined && !PACKAGE.test(name))
    throw new Failure({
      en: `--package "${name}": write names with dots between them, such as com.example.codes.`,
      ko: `--package "${name}": com.example.codes처럼 이름을 점으로 이어 쓰세요.`,
    });
  const selection: Selection = {
    vendors: [...new Set(options.vendor)] as readonly string[] as readonly Vendor[],
    classes: [...new Set(options.class)] as readonly string[] as readonly RetryClass[],
  };
  const text = generateFile(catalog, target, selection, name);
  if (text === undefined)
    throw new Failure({
      en: 'no code is left by --vendor and --class.',
      ko: '--vendor와 --class에 맞는 코드가 없습니다.',
    });
  return text;
}

/** Writes a file, unless that is somebody's own; one that says the same already is left as it is. */
function written(path: string, text: string, isForced: boolean, { language }: Call): Outcome {
  const shown = harmless(path);
  try {
    const target = namedTargetOf(resolve(path), allowedBy(process.cwd(), []));
    const former = readIfThere(target);
    const old = former && new TextDecoder().decode(former);
    if (old === text) return done({ en: `${shown} is up to date.`, ko: `${shown} 파일은 이미 최신입니다.` }, language);
    if (old !== undefined && !isForced && !isOwn(old))
      throw new Failure({
        en: `${path} was not written by this command; --force replaces it.`,
        ko: `${path}: 이 명령으로 만든 파일이 아닙니다. --force로 바꿀 수 있습니다.`,
      });
    replaceFile(target, new TextEncoder().encode(text), former);
    return done({ en: `Wrote ${shown}.`, ko: `${shown} 파일을 만들었습니다.` }, language);
  } catch (error) {
    if (isSystemError(error)) throw unreadable(path, error);
    if (!(error instanceof Refusal)) throw error;
    const { en, ko } = error.text;
    throw new Failure({ en: `${path} was not written: ${en}`, ko: `${path}: 쓰지 않았습니다. ${ko}` });
  }
}

function done(text: { readonly en: string; readonly ko: string }, language: Call['language']): Outcome {
  return { exitCode: 0, output: oneOf(text, language) };
}

/** How the catalog begins as JSON. */
const JSON_BEGINNING = '{\n  "codes": [\n    {\n      "vendor": "thinq",\n';

/** Source code says where it comes from; JSON cannot, but nothing else begins as the catalog does. */
function isOwn(text: string): boolean {
  return isGenerated(text) || text.startsWith(JSON_BEGINNING);
}

/** What is no file, such as a folder, is refused by whoever writes. */
function readIfThere(path: string): Uint8Array | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
}
