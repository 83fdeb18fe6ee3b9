import type { Catalog } from '../../catalog/catalog.ts';
import { particle } from '../../catalog/korean.ts';
import type { Code, Localized } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { Mapping } from '../../evidence/mappings.ts';
import type { Span } from '../../model/model.ts';
import { codeSpan, escapeMarkdown } from '../describe/markdown.ts';
import { suggestionNote } from '../describe/suggestion.ts';

/**
 * What a hover adds about a code that stands in a mapping: for a ThinQ code the NUGU answer that is suggested, and the
 * mapping's own where that is another; for a NUGU code what it answers. As Markdown.
 *
 * @param span where the code stands
 */
export function mappingNotes(analysis: Analysis, code: Code, span: Span): readonly Localized[] {
  const found = analysis.mappings.flatMap((mapping) => {
    const isHere = (one: { readonly code: Code; readonly span: Span }): boolean =>
      one.code === code && one.span.start <= span.end && span.start <= one.span.end;
    const arms = mapping.arms.filter(({ keys, targets }) => [...keys, ...targets].some(isHere));
    return arms.length > 0 ? [{ mapping, arms }] : [];
  });
  const first = found[0];
  if (!first) return [];
  const others = otherSide(first.mapping, first.arms, code);
  return code.vendor === 'thinq' ? aboutThinq(analysis, code, others) : aboutNugu(others, analysis.catalog);
}

/** The codes across from one of a mapping's, without repetition. */
function otherSide({ from }: Mapping, arms: Mapping['arms'], code: Code): readonly Code[] {
  const named = arms.flatMap(({ keys, targets }) => (code.vendor === from ? targets : keys));
  return [...new Set(named.map((one) => one.code))];
}

function aboutThinq(analysis: Analysis, code: Code, own: readonly Code[]): readonly Localized[] {
  const { catalog, project } = analysis;
  const note = suggestionNote(code, catalog, project.mapping);
  const suggested = catalog.suggestionFor(code.code, project.mapping)?.code;
  if (own.length === 0 || (suggested && own.includes(suggested))) return note ? [note] : [];
  const names = own.map((one) => codeSpan(one.code)).join(', ');
  const here = { en: `Answered here with ${names}.`, ko: `여기서는 ${names}${particle(names, '으로/로')} 응답합니다.` };
  return note ? [{ en: `${note.en} ${here.en}`, ko: `${note.ko} ${here.ko}` }] : [here];
}

function aboutNugu(origins: readonly Code[], catalog: Catalog): readonly Localized[] {
  if (origins.length === 0) return [];
  const names = origins.map((origin) => `${codeSpan(origin.code)} ${escapeMarkdown(catalog.textOf(origin))}`);
  return [
    {
      en: `**Answers these ThinQ codes here:** ${names.join(', ')}`,
      ko: `**여기서 응답하는 ThinQ 코드:** ${names.join(', ')}`,
    },
  ];
}
