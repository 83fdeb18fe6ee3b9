// How scripts write into the changelog.

/** The changelog's path from the root. */
export const CHANGELOG = 'CHANGELOG.md';

/**
 * The changelog with a line at the end of what is added in the next version.
 *
 * @throws where there is no such list
 */
export function withAddition(text, line) {
  const added = /^## \[Unreleased\]\n(?:(?!## ).*\n)*?### Added\n\n(?:(?:- | {2}).*\n)*/m;
  if (!added.test(text)) throw new Error(`${CHANGELOG} has no list "Added" under "Unreleased".`);
  return text.replace(added, (list) => `${list}- ${line}\n`);
}
