import type { Localized } from '../catalog/types.ts';

/** Bytes of the longest file that is read for what it says of a project or of ignored files: no person keeps a longer one. */
export const SPEAKING_LIMIT_BYTES = 2_000_000;
/** Milliseconds after which such a file is given up: a disk that has not answered by then is a network that is gone. */
export const SPEAKING_LIMIT_MS = 5000;

/** Why a file that is there is not read. */
export type Refusal = 'special' | 'outside' | 'too large' | 'too slow' | 'unreadable';

/** What stands for the text of a file that is there and is not read. */
export interface Refused {
  readonly refused: Refusal;
}

/** A text, or why there is none; undefined where there is no file. */
export type Read = string | Refused | undefined;

/** Why a file is not read, as a sentence that says nothing of which one it is. */
export const REFUSALS: { readonly [refusal in Refusal]: Localized } = {
  special: {
    en: 'This is no regular file, so it is not read.',
    ko: '일반 파일이 아니므로 읽지 않습니다.',
  },
  outside: {
    en: 'This is a link that leads out of its folder and its repository, so it is not read.',
    ko: '폴더와 저장소 밖을 가리키는 링크이므로 읽지 않습니다.',
  },
  'too large': {
    en: 'This file is longer than 2 MB, so it is not read.',
    ko: '파일이 2MB보다 크므로 읽지 않습니다.',
  },
  'too slow': {
    en: 'This file could not be read within 5 seconds.',
    ko: '파일을 5초 안에 읽지 못했습니다.',
  },
  unreadable: { en: 'This file cannot be read.', ko: '파일을 읽을 수 없습니다.' },
};

/** The text of a file that has been read. */
export function textOf(read: Read): string | undefined {
  return typeof read === 'string' ? read : undefined;
}

/** Why a text that has come from elsewhere, such as an editor, would not be read from a disk. */
export function refusalOf(text: string): Refusal | undefined {
  // A unit of a text is three bytes at most.
  if (text.length * 3 <= SPEAKING_LIMIT_BYTES) return undefined;
  return new TextEncoder().encode(text).length > SPEAKING_LIMIT_BYTES ? 'too large' : undefined;
}
