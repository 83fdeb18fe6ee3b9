import type { Body, FileModel, Mention } from './model.ts';

/**
 * A model as lines of text, for tests: what a file says, without offsets, so that the same program in another
 * language gives the same lines.
 */
export function dumpModel(model: FileModel): string {
  const mentions = model.mentions.filter(({ place }) => place.role !== 'prose').map(dumpMention);
  const sites = model.sites.map((site) => {
    const arms = site.arms.map((arm) => {
      const codes = arm.mentions.map((index) => model.mentions[index]?.text ?? '?').join(' ');
      const ranges = arm.ranges.map(({ from, to }) => ` ${from}..${to.replace(/\uFFFF$/, '*')}`).join('');
      return `[${codes}${ranges}]${arm.guarded ? ' guarded' : ''}${arm.leaves ? ' leaves' : ''}`;
    });
    // Some languages ask for a fallback even where it does nothing.
    const traits = [site.fallback ? `fallback ${site.fallback}` : 'no fallback', ...(site.open ? ['open'] : [])];
    return `${site.kind} on ${site.subject.path.at(-1) ?? '?'}: ${arms.join(', ')}; ${traits.join(', ')}`;
  });
  const statuses = model.statuses.map(({ status, objects, mentions: with_ }) => {
    const keys = objects.map((index) => `{${model.objects[index]?.entries.map(({ key }) => key).join(' ') ?? '?'}}`);
    return [`status ${status} with`, ...keys, ...with_.map((index) => model.mentions[index]?.text ?? '?')].join(' ');
  });
  const routes = model.routes.map(({ path, handlers }) => `route ${path}: ${dumpBodies(handlers)}`);
  const cases = model.cases.map(
    ({ text, subject, bodies }) => `case ${text} of ${subject.at(-1) ?? 'a map'}: ${dumpBodies(bodies)}`,
  );
  return [...mentions, ...sites, ...statuses, ...routes, ...cases].join('\n');
}

function dumpBodies(bodies: readonly Body[]): string {
  if (bodies.length === 0) return 'no handler';
  return bodies.map(({ respondsAlone }) => (respondsAlone ? 'answers alone' : 'leaves answers to others')).join(', ');
}

function dumpMention({ kind, text, value, place, name }: Mention): string {
  const last = place.path.at(-1);
  return [
    kind,
    value === 'integer' ? text : JSON.stringify(text),
    place.role,
    ...(last === undefined ? [] : [`by ${last}`]),
    ...(name === undefined ? [] : [`as ${name}`]),
  ].join(' ');
}
