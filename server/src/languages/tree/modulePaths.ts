/**
 * The path that a relative one means.
 *
 * @param from path of the file that names it, from the root of the project @returns undefined for one that leaves the project
 */
export function joinPath(from: string, relative: string): string | undefined {
  const words = from.split('/').slice(0, -1);
  for (const word of relative.split('/')) {
    if (word === '' || word === '.') continue;
    if (word !== '..') words.push(word);
    else if (words.pop() === undefined) return undefined;
  }
  return words.join('/');
}

/**
 * The names in a list that commas set apart, with those that they get.
 *
 * @param gets what stands between the two: `as` in `OFFLINE as Offline`
 */
export function namesIn(list: string, gets: RegExp): readonly { readonly name: string; readonly as: string }[] {
  return list.split(',').flatMap((item) => {
    const [name = '', as = name] = item.trim().split(gets);
    return isName(name) && isName(as) ? [{ name, as }] : [];
  });
}

function isName(text: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(text);
}
