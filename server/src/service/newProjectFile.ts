import type { Catalog } from '../catalog/catalog.ts';
import { harmless } from '../catalog/harmless.ts';
import type { Localized, Vendor } from '../catalog/types.ts';
import { SearchedText } from '../evidence/text/searchedText.ts';
import { createSignalReader } from '../evidence/text/signals.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { isManifest } from '../project/fileNames.ts';
import { isManifestOfThinq } from '../project/manifests.ts';
import type { Rule } from '../rules/rule.ts';

/** Why a vendor is taken to be the project's: files that speak of it; none where somebody has said so. */
export type Reasons = ReadonlyMap<Vendor, readonly string[]>;

/** Files that are named as reasons; more are counted. */
const MOST_NAMED_FILES = 3;

/** Where npm puts the schema, from the folder that it installs into. @param packageName that of our own package */
export function schemaInPackage(packageName: string): string {
  return `node_modules/${packageName}/schemas/project.schema.json`;
}

/** A file, and the vendors that it speaks of. */
export interface Spoken {
  readonly path: string;
  readonly vendors: readonly Vendor[];
}

/** Tells of files what they say about whose codes their project is about. What people write about a project is no part of it. */
export function createSpeakers(catalog: Catalog): {
  /** @param name of a file */
  isWanted(name: string): boolean;
  /** @param path with forward slashes */
  spokenOf(path: string, text: string): readonly Vendor[];
} {
  const readSignals = createSignalReader(catalog);
  const isOf = (path: string, extensions: readonly string[]): boolean =>
    extensions.some((extension) => path.toLowerCase().endsWith(extension));
  const extensions = LANGUAGES.filter((language) => !('pieces' in language)).flatMap((language) => language.extensions);
  const commentsOf = (path: string) => LANGUAGES.find((language) => isOf(path, language.extensions))?.comment ?? {};
  return {
    isWanted: (name) => isManifest(name) || isOf(name, extensions),
    spokenOf(path, text) {
      const signals = readSignals(new SearchedText(text, commentsOf(path)));
      const asks = isManifestOfThinq(path, text);
      const isNamed = (vendor: Vendor): boolean => signals.found[vendor].length > 0 && !signals.legacy[vendor];
      return VENDORS.filter((vendor) => isNamed(vendor) || (vendor === 'thinq' && asks));
    },
  };
}

const VENDORS: readonly Vendor[] = ['thinq', 'nugu'];

/** The vendors that some files speak of, with the files. */
export function reasonsOf(files: readonly Spoken[]): Reasons {
  return new Map(
    VENDORS.flatMap((vendor) => {
      const paths = files.filter(({ vendors }) => vendors.includes(vendor)).map(({ path }) => path);
      return paths.length > 0 ? [[vendor, paths.sort()]] : [];
    }),
  );
}

/** How a project file is written. */
export interface ProjectFileStyle {
  /** Where the schema of it lies, as the file names it. */
  readonly schema: string;
  /** Otherwise the line that names it is a comment. */
  readonly isSchemaThere: boolean;
  readonly language: 'en' | 'ko';
}

/** The text of a project file: JSON with comments, in which every rule can be switched by taking away two strokes. */
export function newProjectFile(
  reasons: Reasons,
  rules: readonly Rule[],
  { schema, isSchemaThere, language }: ProjectFileStyle,
): string {
  const say = (text: Localized): string => text[language];
  const vendors = JSON.stringify([...reasons.keys()]).replace(',', ', ');
  const found = [...reasons].flatMap(([vendor, paths]) => (paths.length > 0 ? say(foundIn(vendor, list(paths))) : []));
  return `{
${comment(say(COMMENTS.file))}
${isSchemaThere ? '  ' : `${comment(say(COMMENTS.schema))}\n  // `}"$schema": ${JSON.stringify(schema)},

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
