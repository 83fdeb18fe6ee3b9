import { nearestName } from '../catalog/nearestName.ts';
import { Failure } from '../node/failure.ts';

/** Names to choose from, as a complaint lists them. @param names at least one */
function anyOf(names: readonly string[], or: string): string {
  const last = names.at(-1) ?? '';
  return names.length <= 1 ? last : `${names.slice(0, -1).join(', ')} ${or} ${last}`;
}

/** What to say of a word that an option does not know. */
export function unknownWord(option: string, value: string, words: readonly string[]): Failure {
  const meant = nearestName(value, words);
  return new Failure({
    en: `${option} "${value}": use ${anyOf(words, 'or')}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    ko: `${option} "${value}": ${anyOf(words, '또는')} 중에서 고르세요.${meant === undefined ? '' : ` ${meant} 아닌가요?`}`,
  });
}
