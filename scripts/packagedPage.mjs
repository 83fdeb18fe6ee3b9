/**
 * A page of the repository as it is packed where nobody knows the repository's address: without what leads into it. That are
 * its pictures, the targets of its links, and all that stands between `<!-- repository -->` and `<!-- /repository -->`.
 *
 * @param {string} markdown
 */
export function packagedPage(markdown) {
  return markdown
    .replace(/<!-- repository -->\n.*?<!-- \/repository -->\n+/gs, '')
    .replace(/^!\[[^\]]*\]\((?!\w+:)[^)]*\)\n+/gm, '')
    .replace(/\[([^\][]+)\]\((?!\w+:|#)[^)]*\)/g, '$1');
}
