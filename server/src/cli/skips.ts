import type { Localized } from '../catalog/types.ts';
import { REFUSALS, type Refusal } from '../project/reading.ts';
import { compareTexts } from '../report/order.ts';
import type { Skip } from '../scan/walk.ts';

/** Why a file that may hold findings, or that was named, is not looked at; other skips are only counted. */
export const REASONS: Readonly<Partial<Record<Skip, Localized>>> = {
  'no language': {
    en: 'Not checked: nothing is looked for in files of this name.',
    ko: '이런 이름의 파일은 검사하지 않습니다.',
  },
  'too large': { en: 'Not checked: it is longer than 8 MB.', ko: '8MB보다 커서 검사하지 않았습니다.' },
  'not UTF-8': {
    en: 'Not checked: it is neither valid UTF-8 nor UTF-16 with a byte order mark.',
    ko: '올바른 UTF-8도, 바이트 순서 표시가 있는 UTF-16도 아니어서 검사하지 않았습니다.',
  },
  'not UTF-16': {
    en: 'Not checked: it begins as UTF-16 does, but is not valid.',
    ko: 'UTF-16처럼 시작하지만 올바르지 않아 검사하지 않았습니다.',
  },
  binary: { en: 'Not checked: this is a binary file.', ko: '바이너리 파일이어서 검사하지 않았습니다.' },
  unreadable: { en: 'Not checked: it cannot be read.', ko: '읽을 수 없어 검사하지 않았습니다.' },
  special: { en: 'Not checked: this is no regular file.', ko: '일반 파일이 아니어서 검사하지 않았습니다.' },
  'odd name': {
    en: 'Not checked: its name is not valid UTF-8.',
    ko: '이름이 올바른 UTF-8이 아니어서 검사하지 않았습니다.',
  },
  outside: {
    en: 'Not checked: it is a link that leads out of this folder.',
    ko: '이 폴더 밖을 가리키는 링크여서 검사하지 않았습니다.',
  },
  folder: {
    en: 'Not checked: this is a folder. Name it as an argument.',
    ko: '폴더여서 검사하지 않았습니다. 인자로 적으세요.',
  },
  excluded: { en: 'Not checked: a project file excludes it.', ko: '프로젝트 파일이 제외하여 검사하지 않았습니다.' },
};

/** Why a file is not looked at whose ending several languages have. @param telling files that would show that it is ours */
export function ofAnotherLanguage(telling: readonly string[]): Localized {
  const names = { en: telling.join(' or '), ko: telling.join(' 또는 ') };
  return {
    en: `Not checked: files of this ending are read only below a folder with ${names.en}.`,
    ko: `이런 이름의 파일은 상위 폴더에 ${names.ko}이 있을 때만 검사합니다.`,
  };
}

/** What a run passes over. Paths are absolute. */
export interface PassedOver {
  readonly counts: ReadonlyMap<Skip, number>;
  /** What is to be said by name. */
  readonly noted: ReadonlyMap<string, Skip>;
  /** Files that speak for others and are not read. */
  readonly refused: ReadonlyMap<string, Refusal>;
  readonly count: (skip: Skip) => void;
  readonly note: (skip: Skip, path: string) => void;
  readonly refuse: (refusal: Refusal, path: string) => void;
}

export function createPassedOver(): PassedOver {
  const counts = new Map<Skip, number>();
  const noted = new Map<string, Skip>();
  const refused = new Map<string, Refusal>();
  const count = (skip: Skip): void => void counts.set(skip, (counts.get(skip) ?? 0) + 1);
  return {
    counts,
    noted,
    refused,
    count,
    note(skip, path) {
      count(skip);
      noted.set(path, skip);
    },
    refuse: (refusal, path) => void refused.set(path, refusal),
  };
}

/** Files that were named and are not looked at are listed up to so many; more are counted. */
const MOST_LISTED = 20;

/** A sentence about a file. */
export function about(path: string, { en, ko }: Localized): Localized {
  return { en: `${path}: ${en}`, ko: `${path}: ${ko}` };
}

/** What is told of files that speak for others and are not read. */
export function describeRefused(refused: PassedOver['refused']): readonly Localized[] {
  return [...refused].map(([path, refusal]) => about(path, REFUSALS[refusal]));
}

/** What is told of named files that were not looked at, by path, each with the reason. */
export function describeUnread(unread: ReadonlyMap<string, Localized>): readonly Localized[] {
  const listed = [...unread].sort(([a], [b]) => compareTexts(a, b)).map(([path, reason]) => about(path, reason));
  const more = listed.length - MOST_LISTED;
  if (more <= 0) return listed;
  const rest: Localized = {
    en: `${more} more named ${more === 1 ? 'file was' : 'files were'} not checked.`,
    ko: `그 밖에 이름을 적은 파일 ${more}개를 검사하지 않았습니다.`,
  };
  return [...listed.slice(0, MOST_LISTED), rest];
}

/** @param looked how many files were looked at */
export function describeSkips(looked: number, skips: ReadonlyMap<Skip, number>): readonly Localized[] {
  const lines = [...skips].sort(([a], [b]) => compareTexts(a, b)).map(([skip, count]) => WORDS[skip](count));
  const total: Localized = {
    en: `${looked} ${looked === 1 ? 'file' : 'files'} checked.`,
    ko: `파일 ${looked}개를 검사했습니다.`,
  };
  if (lines.length === 0) return [total];
  return [total, { en: 'Skipped:', ko: '건너뜀:' }, ...lines.map(({ en, ko }) => ({ en: `  ${en}`, ko: `  ${ko}` }))];
}

/** English counts one and many in different words; what is told stands behind both. */
function counted(one: string, many: string, ko: string, rest = '') {
  return (count: number): Localized => ({ en: `${count} ${count === 1 ? one : many}${rest}`, ko: `${ko} ${count}개` });
}

/** What was passed over, with its number. A folder counts once, with all that is in it. */
const WORDS: { readonly [skip in Skip]: (count: number) => Localized } = {
  ignored: counted('file or folder', 'files and folders', '.gitignore로 제외한 파일과 폴더', ' ignored by .gitignore'),
  dependencies: counted('folder', 'folders', 'node_modules 같은 의존성 폴더', ' of dependencies, such as node_modules'),
  'build output': counted('folder', 'folders', 'dist 같은 빌드 결과 폴더', ' of build output, such as dist'),
  'version control': counted('folder', 'folders', '버전 관리 폴더', ' of version control'),
  minified: counted('minified file', 'minified files', '압축한 파일'),
  'no language': counted('file', 'files', '지원하지 않는 언어의 파일', ' in no supported language'),
  link: counted('link or special file', 'links and special files', '링크와 특수 파일'),
  unreadable: counted('file or folder', 'files or folders', '읽을 수 없는 파일이나 폴더', ' that cannot be read'),
  'too large': counted('file', 'files', '8MB보다 큰 파일', ' longer than 8 MB'),
  binary: counted('binary file', 'binary files', '바이너리 파일'),
  'not UTF-8': counted(
    'file that is',
    'files that are',
    'UTF-8도, 표시가 있는 UTF-16도 아닌 파일',
    ' neither UTF-8 nor UTF-16 with a mark',
  ),
  'not UTF-16': counted('file that is', 'files that are', 'UTF-16이라고 하지만 아닌 파일', ' not valid UTF-16'),
  special: counted(
    'device, pipe or other special file',
    'devices, pipes and other special files',
    '이름을 적은 장치, 파이프, 그 밖의 특수 파일',
    ' that had been named',
  ),
  'odd name': counted(
    'file or folder',
    'files or folders',
    '이름이 UTF-8이 아닌 파일이나 폴더',
    ' with a name that is not UTF-8',
  ),
  outside: counted('link', 'links', '밖을 가리키는 링크', ' to the outside'),
  folder: counted('folder', 'folders', '파일 목록에 있는 폴더', ' in a list of files'),
  excluded: counted('file', 'files', '프로젝트 파일이 제외한 파일', ' that project files exclude'),
};
