import { harmless } from '../../catalog/harmless.ts';
import type { Code } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import { codesOfHandlerAt, handlersAt } from '../../evidence/directives.ts';
import { expectedVendor, takesGlobalCode } from '../../evidence/expectation.ts';
import { CURSOR_MARK } from '../../evidence/text/vocabulary.ts';
import { blankProperty } from '../../fixes/errorProperties.ts';
import type { Edit } from '../../fixes/fix.ts';
import type { FixWriter } from '../../fixes/fixWriter.ts';
import type { Span } from '../../model/model.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import { codeDetail, filterOf, glossOf } from './detail.ts';
import type { CompletionItem } from './item.ts';
import { mappingOffer } from './mappingCompletion.ts';
import type { Probe } from './probes.ts';

/**
 * The codes that belong at the cursor.
 *
 * @param analysis the model of the probe's text @param writer writes into the probe's text @param text the original text
 */
export function completionsAt(
  analysis: Analysis,
  probe: Probe,
  writer: FixWriter,
  language: DocsLanguage,
  text: string,
): readonly CompletionItem[] {
  const { catalog } = analysis;
  const index = analysis.model.mentions.findIndex((mention) => mention.text === CURSOR_MARK);
  const mention = analysis.model.mentions[index];
  const mapped = mappingOffer(analysis, index);
  const vendor = mapped?.vendor ?? expectedVendor(analysis, index);
  if (!mention || !vendor) return [];
  const isGlobal = takesGlobalCode(mention, analysis);
  const offered = catalog.codes.filter(
    (code) => code.vendor === vendor && (code.level === 'global-level') === isGlobal,
  );
  // The status of a whole request is a number.
  const quote = isGlobal || probe.quote === '' ? '' : quoteIn(analysis, probe);
  // Offered last.
  const taken = analysis.namedBeside(index);
  const ofHandler = vendor === 'nugu' ? codesOfHandlerAt(analysis.directives, mention.span.start, catalog) : undefined;
  const directives = [
    ...new Set(handlersAt(analysis.directives, mention.span.start).map(({ directive }) => directive)),
  ];
  const { role, path, object } = mention.place;
  const literal =
    role === 'produced' && object !== undefined && path.at(-1) === 'resultCode'
      ? analysis.model.objects[object]
      : undefined;

  return offered.flatMap((code, position) => {
    // Ahead of the words that editors gather from the file: those may be the very slips that are looked for.
    const note = mapped?.noteOn(code);
    const isOwn = ofHandler?.includes(code) && code.directives?.names !== 'any';
    const rank = !ofHandler || isOwn ? 0 : ofHandler.includes(code) || code.level === 'success' ? 1 : 2;
    const order = `!${mapped?.rankOf(code) ?? 0}${taken.has(code.code) ? 1 : 0}${rank}${code.layer === 'field' ? 1 : 0}${String(position).padStart(3, '0')}`;
    const item: CompletionItem = {
      vendor,
      code: code.code,
      label: code.code,
      detail: [
        ...(note ? [oneOf(note, language)] : []),
        ...codeDetail(code, catalog),
        ...(isOwn ? [directives.join(', ')] : []),
      ].join(' · '),
      gloss: glossOf(code, language),
      filter: harmless(filterOf(code.code, code.description, catalog.textOf(code))),
      sort: order,
      edit: { span: probe.replaced, text: quote + code.code + quote },
      more: [],
    };
    const has = literal?.entries.some((entry) => entry.key === 'errorProperties' && entry.value.kind !== 'object');
    const addition =
      literal && !literal.open && !has && code.errorProperties.length > 0
        ? writer.addInto(literal, 'errorProperties', missingOf(analysis, literal.entries, code))
        : undefined;
    if (!addition) return [item];
    const names = code.errorProperties.map(({ name }) => name).join(', ');
    const more = backToOriginal(addition, probe);
    const filledIn = joined(item.edit, more, text);
    return [
      item,
      {
        ...item,
        label: `${code.code} + errorProperties`,
        detail: names,
        sort: `${order}+`,
        more: [more],
        ...(filledIn && { filledIn }),
      },
    ];
  });
}

/** The quote that the file's own strings have, else the language's. */
function quoteIn({ model }: Analysis, { text, quote }: Probe): string {
  const written = model.mentions.find(
    ({ kind, value, outer, text: own }) =>
      kind === 'literal' && value === 'string' && own !== CURSOR_MARK && /["']/.test(text[outer.start] ?? ''),
  );
  return written ? (text[written.outer.start] ?? quote) : quote;
}

function missingOf(
  analysis: Analysis,
  entries: NonNullable<Analysis['model']['objects'][number]>['entries'],
  code: Code,
) {
  const given = entries.find((entry) => entry.key === 'errorProperties')?.value;
  const keys =
    given?.kind === 'object' ? (analysis.model.objects[given.object]?.entries.map((entry) => entry.key) ?? []) : [];
  return code.errorProperties
    .filter(({ name }) => !keys.includes(name))
    .map((property) => blankProperty(property, analysis.catalog));
}

function backToOriginal(edit: Edit, probe: Probe): Edit {
  const back = (offset: number): number => (offset > probe.replaced.start ? offset - probe.shift : offset);
  const span: Span = { start: back(edit.span.start), end: back(edit.span.end) };
  return { ...edit, span };
}

/** Two edits in one, with what stands between them; none where lines lie between, which an editor would not replace. */
function joined(first: Edit, second: Edit, text: string): Edit | undefined {
  const between = text.slice(first.span.end, second.span.end);
  if (second.span.start < first.span.end || /[\r\n]/.test(between + second.text) || !second.stops) return undefined;
  const before = first.text + text.slice(first.span.end, second.span.start);
  return {
    span: { start: first.span.start, end: second.span.end },
    text: before + second.text,
    stops: second.stops.map((stop) => ({ ...stop, start: before.length + stop.start, end: before.length + stop.end })),
  };
}
