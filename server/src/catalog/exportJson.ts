import type { Catalog } from './catalog.ts';
import type { Code, ProtocolKey } from './types.ts';

const OURS = 'our judgement' as const;

/** The catalog as programs get it. */
export type ExportedCatalog = ReturnType<typeof exportCatalog>;

/**
 * The catalog as plain JSON for other programs: codes with what each source says, ranges, HTTP statuses, keys of responses,
 * capabilities, directives with what they ask and answer, NUGU's keys, words and device types, the NUGU answers that we suggest for ThinQ codes, and sources. What the vendors do not publish is marked as our judgement.
 */
export function exportCatalog({ data }: Catalog) {
  const {
    codes,
    ranges,
    http,
    httpClasses,
    fields,
    capabilities,
    directives,
    lookalikes,
    companions,
    mappings,
    sources,
  } = data;
  const { keys, words, deviceTypes } = data;
  return {
    codes: codes.map(exportCode),
    ranges,
    http,
    httpClasses,
    fields,
    capabilities,
    directives,
    keys: keys.map(exportKey),
    words,
    deviceTypes,
    lookalikes,
    companions,
    mappings: mappings.map((one) => ({ ...one, basis: OURS })),
    sources,
  };
}

function exportKey({ alsoCalled, ...key }: ProtocolKey) {
  return alsoCalled ? { ...key, alsoCalled: { names: alsoCalled, basis: OURS } } : key;
}

/** A code as programs get it. */
export function exportCode(code: Code) {
  return {
    ...code,
    judgement: { ...code.judgement, basis: OURS },
    errorProperties: code.errorProperties.map(({ name }) => name),
    errorPropertyDetails: code.errorProperties,
  };
}
