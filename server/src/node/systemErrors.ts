import type { Localized } from '../catalog/types.ts';
import { Failure } from './failure.ts';

const NOT_PERMITTED: Localized = { en: 'that is not permitted.', ko: '권한이 없습니다.' };
const TOO_MANY_FILES: Localized = { en: 'too many files are open.', ko: '열린 파일이 너무 많습니다.' };
const UNANSWERED: Localized = { en: 'the disk does not answer.', ko: '디스크가 응답하지 않습니다.' };

/** What the system says of a file, by its word for it: clauses that follow a colon. */
const REASONS: Readonly<Record<string, Localized>> = {
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
  ENOENT: { en: 'it does not exist.', ko: '존재하지 않습니다.' },
  ENOTDIR: { en: 'a part of its path is no folder.', ko: '경로 중간에 폴더가 아닌 것이 있습니다.' },
  EISDIR: { en: 'it is a folder.', ko: '폴더입니다.' },
  EBADF: { en: 'it is not open for that.', ko: '그 용도로 열려 있지 않습니다.' },
  ELOOP: { en: 'its links lead in a circle.', ko: '링크가 순환합니다.' },
  ENAMETOOLONG: { en: 'its name is too long.', ko: '이름이 너무 깁니다.' },
  ENOSPC: { en: 'the disk is full.', ko: '디스크 공간이 부족합니다.' },
  EDQUOT: { en: 'the disk quota is used up.', ko: '디스크 할당량을 모두 썼습니다.' },
  EFBIG: { en: 'it would be larger than files may be here.', ko: '이곳에 만들 수 있는 파일 크기를 넘습니다.' },
  EROFS: { en: 'the file system is read-only.', ko: '읽기 전용 파일 시스템입니다.' },
  ENXIO: { en: 'nobody reads from it.', ko: '읽는 쪽이 없습니다.' },
  EPIPE: { en: 'nobody reads from it any more.', ko: '읽는 쪽이 없어졌습니다.' },
  EBUSY: { en: 'another program uses it.', ko: '다른 프로그램이 사용 중입니다.' },
  ETXTBSY: { en: 'another program uses it.', ko: '다른 프로그램이 사용 중입니다.' },
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  EIO: UNANSWERED,
  ESTALE: UNANSWERED,
  ETIMEDOUT: UNANSWERED,
};

/**
 * What the system says, in our words; the system's own where there are none.
 *
 * @param error as Node throws it @param ownReasons what an error means where it has happened, before what it means anywhere
 */
export function systemError(error: unknown, ownReasons: Readonly<Record<string, Localized>> = {}): Localized {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return ownReasons[code] ?? REASONS[code] ?? { en: message, ko: message };
}

/** Whether an error is the system's, such as `ENOENT`, and no fault of the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && /^E(?!RR_)[A-Z0-9]+$/.test(String((error as NodeJS.ErrnoException).code));
}

/** What to say of a file that was named and that the system does not show. @param name as it was named, with its option */
export function unreadable(name: string, error: unknown): Failure {
  const { en, ko } = error instanceof Failure ? error.text : systemError(error);
  return new Failure({ en: `${name} cannot be read: ${en}`, ko: `${name}: 읽을 수 없습니다. ${ko}` });
}
