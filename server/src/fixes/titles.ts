import { particle } from '../catalog/korean.ts';
import type { Localized } from '../catalog/types.ts';

/** What a fix is called that puts a code or a name in the place of another. */
export function changeTo(name: string): Localized {
  return { en: `Change to \`${name}\``, ko: `\`${name}\`${particle(name, '으로/로')} 바꾸기` };
}

/** What a fix is called that gives another name to what stays as it is. @param names as they are to be shown */
export function renameTo(names: Localized): Localized {
  return { en: `Rename to ${names.en}`, ko: `이름을 ${names.ko}${particle(names.ko, '으로/로')} 바꾸기` };
}
