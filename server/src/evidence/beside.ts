import type { FileModel, Mention } from '../model/model.ts';
import type { ResolvedSite } from './sites.ts';

/** The texts of the codes that the site, map or list around a mention already names, by the mention's index. */
export type NamedBeside = (index: number) => ReadonlySet<string>;

/** Looks through sites and mentions once; all that stand in one list, or are keys of one map, have the same beside them. */
export function createNamedBeside(model: FileModel, sites: readonly ResolvedSite[]): NamedBeside {
  const siteOf = new Map<number, ResolvedSite>();
  for (const one of sites) {
    for (const index of one.site.arms.flatMap(({ mentions }) => mentions))
      if (!siteOf.has(index)) siteOf.set(index, one);
  }
  const companies = new Map<string, string[]>();
  for (const mention of model.mentions) {
    for (const company of companiesOf(mention)) {
      const texts = companies.get(company);
      if (texts) texts.push(mention.text);
      else companies.set(company, [mention.text]);
    }
  }
  const known = new Map<string, ReadonlySet<string>>();
  return (index) => {
    const site = siteOf.get(index);
    const mention = model.mentions[index];
    const own = mention ? companiesOf(mention) : [];
    const key = [site?.site.span.start, ...own].join(' ');
    const named =
      known.get(key) ??
      new Set([
        ...[...(site?.handled ?? []), ...(site?.handling.toDo ?? [])].map(({ code }) => code),
        ...own.flatMap((company) => companies.get(company) ?? []),
      ]);
    known.set(key, named);
    return named;
  };
}

/** The list that a mention stands in, and the map that it is a key of. */
function companiesOf({ place: { group, object, role } }: Mention): readonly string[] {
  return [...(group === undefined ? [] : [`list ${group}`]), ...(role === 'key' ? [`map ${object}`] : [])];
}
