import { isContainer, isProse } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import type { Compiler } from './compiler.ts';
import { java } from './java.ts';
import { go, php, ruby } from './parsers.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';
import { javascript, typescript } from './typescript.ts';

/** Every compiler that is asked. */
export const COMPILERS: readonly Compiler[] = [typescript, javascript, python, java, rust, php, ruby, go];

/** The languages for programs that none of them knows. */
export function unasked(): readonly string[] {
  const known = COMPILERS.flatMap(({ languageIds }) => languageIds);
  return LANGUAGES.filter(
    (one) =>
      !isProse(one) &&
      !isContainer(one) &&
      one.isProgram &&
      !('isNeverChecked' in one) &&
      !one.languageIds.some((id) => known.includes(id)),
  ).map(({ id }) => id);
}
