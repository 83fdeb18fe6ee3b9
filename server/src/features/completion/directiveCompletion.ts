import type { Catalog } from '../../catalog/catalog.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { DirectiveName } from '../../evidence/directives.ts';
import { CURSOR_MARK } from '../../evidence/text/vocabulary.ts';
import type { Span } from '../../model/model.ts';
import type { CompletionItem } from './item.ts';
import type { Probe } from './probes.ts';
import type { CompletionRequest } from './request.ts';

/** A path up to the cursor whose last part names a capability, or a directive of the one before. */
const PATH = /(?:^|[/"'`\s])capabilities\/(?:([\w-]+)\/directives\/)?([\w-]*)$/;

/** The names that belong at the end of a path that stands whole in one literal. */
export async function pathItemsAt({
  text,
  offset,
  catalog,
  analysis,
}: CompletionRequest): Promise<readonly CompletionItem[]> {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const [found, capability, typed = ''] = PATH.exec(before) ?? [];
  if (found === undefined) return [];
  if (!/\bnugu\/v1\//.test(before) && !(await analysis())?.file.nugu) return [];
  const tail = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + tail.length };
  const isDirective = /directives\/[\w-]*$/.test(found);
  return itemsOf(isDirective ? 'directive' : 'capability', capability, new Set(), catalog, span, '');
}

/**
 * The names that belong at the cursor: under a key, in an arm or a comparison, or as the end of a path that begins in
 * a prefix.
 *
 * @param analysis the model of the probe's text @param text the original text
 */
export function directiveItemsAt(analysis: Analysis, probe: Probe, text: string): readonly CompletionItem[] {
  const place = analysis.directives.names.find((name) => name.text === CURSOR_MARK);
  if (!place) return [];
  const written = text.slice(probe.replaced.start, probe.replaced.end);
  const span = { start: probe.replaced.start + written.lastIndexOf('/') + 1, end: probe.replaced.end };
  return itemsOf(place.kind, place.beside?.text, namedBeside(analysis, place), analysis.catalog, span, probe.quote);
}

function itemsOf(
  kind: DirectiveName['kind'],
  beside: string | undefined,
  taken: ReadonlySet<string>,
  catalog: Catalog,
  span: Span,
  quote: string,
): readonly CompletionItem[] {
  const { capabilities } = catalog.data;
  const item = (name: string, detail: string, rank: number, position: number): CompletionItem => ({
    vendor: 'nugu',
    code: name,
    label: name,
    detail,
    filter: `${name} ${detail}`,
    // Ahead of the words that editors gather from the file.
    sort: `!${taken.has(name) ? 1 : 0}${rank}${String(position).padStart(3, '0')}`,
    edit: { span, text: quote + name + quote },
    more: [],
  });
  if (kind === 'capability') {
    return capabilities.map(({ name, directives }, position) =>
      item(
        name,
        directives.join(', '),
        beside !== undefined && catalog.capabilityOf(beside)?.name === name ? 0 : 1,
        position,
      ),
    );
  }
  const owner = beside === undefined ? undefined : catalog.capability(beside);
  return (owner ? [owner] : capabilities)
    .flatMap((capability) => catalog.spellingsOf(capability).map((directive) => ({ name: capability.name, directive })))
    .map(({ name, directive }, position) => item(directive, name, 0, position));
}

/** Names that the same decision holds already: offered last. */
function namedBeside({ model }: Analysis, place: DirectiveName): ReadonlySet<string> {
  const site = model.sites.find(({ span }) => span.start <= place.span.start && place.span.end <= span.end);
  const arms = site?.arms.flatMap((arm) => arm.mentions) ?? [];
  return new Set(arms.flatMap((index) => model.mentions[index]?.text ?? []));
}
