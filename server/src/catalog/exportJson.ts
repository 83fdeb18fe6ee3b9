import type { Catalog } from './catalog.ts';
import type { Code } from './types.ts';

/**
 * The catalog as plain JSON for other programs: codes with what each source says, ranges, HTTP statuses,
 * capabilities and sources. What the vendors do not publish is marked as our judgement.
 */
export function exportCatalog({ data }: Catalog): unknown {
  const { codes, ranges, http, capabilities, sources } = data;
  return { codes: codes.map(exportCode), ranges, http, capabilities, sources };
}

function exportCode(code: Code): unknown {
  return {
    ...code,
    judgement: { ...code.judgement, basis: 'our judgement' },
    errorProperties: code.errorProperties.map(({ name }) => name),
    errorPropertyDetails: code.errorProperties,
  };
}
