import type { Analysis } from './analysis.ts';

/** The texts of the codes that the site, map or list around a mention already names. @param index the mention's */
export function namedBeside(analysis: Analysis, index: number): ReadonlySet<string> {
  const site = analysis.sites.find((one) => one.site.arms.some((arm) => arm.mentions.includes(index)));
  const { group, object, role } = analysis.model.mentions[index]?.place ?? {};
  const beside = analysis.model.mentions.filter(
    ({ place }) =>
      (group !== undefined && place.group === group) ||
      (role === 'key' && place.role === 'key' && place.object === object),
  );
  return new Set([
    ...[...(site?.handled ?? []), ...(site?.handling.toDo ?? [])].map(({ code }) => code),
    ...beside.map((mention) => mention.text),
  ]);
}
